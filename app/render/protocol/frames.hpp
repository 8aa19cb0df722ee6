// The frames between the console and the process that decodes documents: a header of fixed size, then as many bytes as
// it says. Numbers are little-endian. One ask is answered by exactly one answer, in order. Decoding is strict: a header
// that is not wholly lawful is an error, whoever sent it, and the conversation ends. Pure; any thread.
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"

#include <array>

namespace countersign::render
{

enum class Media : std::uint8_t { Pdf = 1, Tiff, Png, Jpeg };

enum class FrameError {
    Magic,
    Version,
    Kind,
    Field, // a field that has no meaning for the kind is not zero, or has a value that means nothing
    Limit  // a size or count beyond limits.hpp, or sizes that do not agree
};

struct Ask {
    enum class Kind : std::uint8_t {
        Open = 1, // the document follows, or lies in the memory that both have; the first ask, and only that
        Picture,  // of `page`, about `width` pixels wide, never larger than it lies in the document
        Words     // the text layer of `page`
    };
    Kind kind = Kind::Open;
    Media media = Media::Pdf; // of Open
    std::uint32_t page = 0;   // from 0
    std::uint32_t width = 0;
    std::uint64_t length = 0; // of what follows, or of what lies in that memory
    bool isInMemory = false;  // of Open
    bool operator==(const Ask &) const = default;
};

enum class Trouble : std::uint8_t {
    None,
    Malformed, // not what its media type says, or too damaged to read
    Encrypted, // asks for a password
    TooLarge,  // beyond limits.hpp
    NoPage     // this page cannot be read; others may be
};

enum class Format : std::uint8_t { None, Gray8, Rgb32 }; // Rgb32: 0xffRRGGBB, little-endian

struct Answer {
    enum class Kind : std::uint8_t {
        Opened = 1, // `page` is the number of pages
        Picture,    // of `page`; the rows follow
        Words,      // of `page`; the words follow, see words.hpp
        Refused     // `trouble` says why; after Open the conversation is over
    };
    Kind kind = Kind::Refused;
    Format format = Format::None;
    Trouble trouble = Trouble::None;
    std::uint32_t page = 0;
    std::uint32_t width = 0, height = 0; // pixels
    std::uint32_t stride = 0;            // bytes of a row
    std::uint64_t length = 0;            // of what follows
    bool operator==(const Answer &) const = default;
};

// Where the worker has the memory that it was born with, if it was.
inline constexpr int documentDescriptor = 3;

inline constexpr std::size_t askBytes = 24;
inline constexpr std::size_t answerBytes = 32;

[[nodiscard]] std::array<std::uint8_t, askBytes> encode(const Ask &ask);
[[nodiscard]] std::array<std::uint8_t, answerBytes> encode(const Answer &answer);
[[nodiscard]] Result<Ask, FrameError> decodeAsk(std::span<const std::uint8_t, askBytes> bytes);
[[nodiscard]] Result<Answer, FrameError> decodeAnswer(std::span<const std::uint8_t, answerBytes> bytes);

// The bytes of one pixel; 0 for None.
[[nodiscard]] std::uint32_t bytesPerPixel(Format format);

} // namespace countersign::render
