#include "ui/text/confusable.hpp"

#include <algorithm>

namespace countersign::text
{
namespace
{

bool isAsciiLetter(char32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isAsciiDigit(char32_t c)
{
    return c >= '0' && c <= '9';
}

// Forms of ASCII that exist for typesetting: nobody writes a record with them.
bool isDressedUp(char32_t c)
{
    return (c >= 0xFF01 && c <= 0xFF5E) || (c >= 0x1D400 && c <= 0x1D7FF) || (c >= 0x2460 && c <= 0x24FF);
}

// Digits of other scripts.
bool isOtherDigit(char32_t c)
{
    return (c >= 0x0660 && c <= 0x0669) || (c >= 0x06F0 && c <= 0x06F9) || (c >= 0x0966 && c <= 0x096F)
           || (c >= 0x09E6 && c <= 0x09EF);
}

// Letters that are drawn as a Latin one is.
bool looksLatin(char32_t c)
{
    static constexpr std::u32string_view cyrillic = U"АВЕЅІЈКМНОРСТУХаеѕіјкорсухһԁԛԝ";
    static constexpr std::u32string_view greek = U"ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοι";
    static constexpr std::u32string_view others = U"ᎪᎬᎻᎷᏢᎢօհոսց";
    return cyrillic.find(c) != std::u32string_view::npos || greek.find(c) != std::u32string_view::npos
           || others.find(c) != std::u32string_view::npos;
}

bool isOfWord(char32_t c)
{
    const bool isSign = c == 0xD7 || c == 0xF7 || (c >= 0x2000 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x303F);
    return isAsciiLetter(c) || isAsciiDigit(c) || isDressedUp(c) || (c >= 0xC0 && !isSign);
}

} // namespace

std::vector<bool> confusablesIn(std::u32string_view text)
{
    std::vector<bool> flags(text.size(), false);
    for (std::size_t begin = 0; begin < text.size();) {
        if (!isOfWord(text[begin])) {
            ++begin;
            continue;
        }
        std::size_t end = begin;
        bool isLatin = false;
        for (; end < text.size() && isOfWord(text[end]); ++end)
            isLatin = isLatin || isAsciiLetter(text[end]) || isAsciiDigit(text[end]);
        for (std::size_t i = begin; i < end; ++i)
            flags[i] = isDressedUp(text[i]) || (isLatin && (isOtherDigit(text[i]) || looksLatin(text[i])));
        begin = end;
    }
    return flags;
}

} // namespace countersign::text
