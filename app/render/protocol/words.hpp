// A page's text layer: words in reading order, each with its box. Pure; any thread.
#pragma once

#include "app/render/protocol/frames.hpp"

#include <optional>
#include <string>
#include <vector>

namespace countersign::render
{

// 1/10000 of the page, as in the contract's PageSelector.
inline constexpr std::uint16_t boxUnit = 10'000;

struct Word {
    std::uint16_t x = 0, y = 0, width = 0, height = 0;
    std::string text; // UTF-8, not empty
    bool operator==(const Word &) const = default;
};

// What does not fit into the limits is left out at the end.
[[nodiscard]] Bytes encodeWords(const std::vector<Word> &words);
// Nothing for bytes that are not wholly words within their page and the limits, or not UTF-8.
[[nodiscard]] std::optional<std::vector<Word>> decodeWords(BytesView bytes);

} // namespace countersign::render
