// Every size, count and wait between the console and the process that decodes documents, on one screen. The parent
// holds the child to them, and the child holds the document to them; neither believes the other.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace countersign::render::limits
{

inline constexpr std::size_t miB = 1024 * 1024;

inline constexpr std::size_t documentBytesMax = 64 * miB; // the contract's largest blob
inline constexpr std::size_t documentBytesReady = 32 * miB; // of memory that waits for the next document
inline constexpr std::uint32_t pagesMax = 10'000;
inline constexpr std::uint32_t sideMax = 4096;                // of a bitmap, pixels
inline constexpr std::size_t bitmapBytesMax = 64 * miB;       // sideMax × sideMax × 4
inline constexpr std::uint64_t sourcePixelsMax = 120'000'000; // of a page as it lies in the document
inline constexpr std::size_t wordsBytesMax = 1 * miB;         // of a page's text layer, as sent
inline constexpr std::size_t wordsMax = 20'000;
inline constexpr std::size_t wordBytesMax = 1024;

// Of the whole process.
inline constexpr std::size_t memoryBytesMax = 1536 * miB;
inline constexpr std::uint64_t processorSecondsMax = 300;

// How long the parent waits for one answer before it ends the process.
inline constexpr std::chrono::seconds openWaitMax{20};
inline constexpr std::chrono::seconds pageWaitMax{20};

} // namespace countersign::render::limits
