// UTF-8 by code point. Text positions of the contract count code points (W3C TextPositionSelector).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace countersign
{

// Strict UTF-8 (RFC 3629): no overlong form, no surrogate, nothing over U+10FFFF.
[[nodiscard]] bool isUtf8(std::string_view text);

// The functions below take valid UTF-8.
[[nodiscard]] std::size_t codePointCount(std::string_view text);
// Byte offset of the code point with that index; text.size() for index == count; nothing beyond.
[[nodiscard]] std::optional<std::size_t> byteOffset(std::string_view text, std::size_t codePoint);
[[nodiscard]] std::u32string toCodePoints(std::string_view text);
[[nodiscard]] std::string toUtf8(std::u32string_view text);

// Controls, bidi marks, zero-width and tag characters: what a reader cannot see and must be shown as a token.
// Line feed and tab are not among them.
[[nodiscard]] bool isInvisibleControl(char32_t c);

} // namespace countersign
