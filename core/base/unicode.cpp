#include "core/base/unicode.hpp"

#include <cstdint>
#include <cstring>

namespace countersign
{
namespace
{

struct Decoded {
    char32_t c = 0;
    std::size_t length = 0; // 0: not UTF-8
};

std::size_t sequenceLength(unsigned char lead)
{
    if (lead < 0x80)
        return 1;
    if (lead >= 0xc2 && lead < 0xe0)
        return 2;
    if (lead >= 0xe0 && lead < 0xf0)
        return 3;
    return lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
}

Decoded decodeAt(std::string_view text, std::size_t at)
{
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t length = sequenceLength(lead);
    if (length == 0 || at + length > text.size())
        return {};
    char32_t c = length == 1 ? lead : lead & (0x7fU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        const auto next = static_cast<unsigned char>(text[at + i]);
        if ((next & 0xc0U) != 0x80U)
            return {};
        c = c << 6 | (next & 0x3fU);
    }
    const bool isOverlong = (length == 3 && c < 0x800) || (length == 4 && c < 0x10000);
    const bool isSurrogate = c >= 0xd800 && c < 0xe000;
    if (isOverlong || isSurrogate || c > 0x10ffff)
        return {};
    return {c, length};
}

} // namespace

bool isUtf8(std::string_view text)
{
    constexpr std::uint64_t high = 0x8080808080808080ULL;
    for (std::size_t at = 0; at < text.size();) {
        std::uint64_t eight = 0;
        for (; at + sizeof eight <= text.size(); at += sizeof eight) {
            std::memcpy(&eight, text.data() + at, sizeof eight);
            if ((eight & high) != 0)
                break;
        }
        if (at == text.size())
            break;
        if (static_cast<unsigned char>(text[at]) < 0x80) { // most text is this
            ++at;
            continue;
        }
        const Decoded d = decodeAt(text, at);
        if (d.length == 0)
            return false;
        at += d.length;
    }
    return true;
}

std::size_t codePointCount(std::string_view text)
{
    std::size_t count = 0;
    for (const char c : text)
        count += (static_cast<unsigned char>(c) & 0xc0U) != 0x80U ? 1 : 0;
    return count;
}

std::optional<std::size_t> byteOffset(std::string_view text, std::size_t codePoint)
{
    std::size_t index = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if ((static_cast<unsigned char>(text[at]) & 0xc0U) == 0x80U)
            continue;
        if (index++ == codePoint)
            return at;
    }
    return index == codePoint ? std::optional{text.size()} : std::nullopt;
}

std::u32string toCodePoints(std::string_view text)
{
    std::u32string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Decoded d = decodeAt(text, at);
        out += d.length == 0 ? U'\ufffd' : d.c;
        at += d.length == 0 ? 1 : d.length;
    }
    return out;
}

std::string toUtf8(std::u32string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (const char32_t c : text) {
        if (c < 0x80) {
            out += static_cast<char>(c);
            continue;
        }
        const int tail = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
        constexpr unsigned leads[] = {0, 0xc0, 0xe0, 0xf0};
        out += static_cast<char>(leads[tail] | c >> (6 * tail));
        for (int i = tail - 1; i >= 0; --i)
            out += static_cast<char>(0x80U | (c >> (6 * i) & 0x3fU));
    }
    return out;
}

bool isInvisibleControl(char32_t c)
{
    if (c == U'\n' || c == U'\t')
        return false;
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0xad || c == 0x61c || (c >= 0x200b && c <= 0x200f)
           || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff
           || (c >= 0xfff9 && c <= 0xfffb) || (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0000 && c <= 0xe0fff);
}

} // namespace countersign
