// UTF-8 by code point, strictly (RFC 3629).
#include "core/base/unicode.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace countersign;

TEST_CASE("every code point there and back, and no surrogate")
{
    for (char32_t c = 1; c <= 0x10ffff; c += c < 0x3000 ? 1 : 37) {
        if (c >= 0xd800 && c < 0xe000)
            continue;
        const auto text = toUtf8(std::u32string(1, c));
        REQUIRE(isUtf8(text));
        REQUIRE(codePointCount(text) == 1);
        REQUIRE(toCodePoints(text) == std::u32string(1, c));
    }
}

TEST_CASE("what is not UTF-8 is refused")
{
    for (const std::string text :
         {"\x80", "\xbf", "\xc0\x80", "\xc1\xbf", "\xc3", "\xe0\x80\x80", "\xe0\x9f\xbf", "\xed\xa0\x80",
          "\xed\xbf\xbf", "\xf0\x80\x80\x80", "\xf0\x8f\xbf\xbf", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xff",
          "\xfe", "a\xc3(", "\xe2\x82", "\xf0\x9f\x98"})
        CHECK_FALSE(isUtf8(text));
    for (const std::string text : {"", "a", "\xc2\x80", "\xdf\xbf", "\xe0\xa0\x80", "\xed\x9f\xbf", "\xee\x80\x80",
                                   "\xf0\x90\x80\x80", "\xf4\x8f\xbf\xbf"})
        CHECK(isUtf8(text));
}

TEST_CASE("the place of a code point")
{
    const std::string text = "aé€😀b"; // 1, 2, 3, 4 and 1 bytes
    const std::vector<std::size_t> places{0, 1, 3, 6, 10, 11};
    REQUIRE(codePointCount(text) == 5);
    for (std::size_t i = 0; i < places.size(); ++i)
        CHECK(byteOffset(text, i) == places[i]);
    CHECK_FALSE(byteOffset(text, 6));
    CHECK(byteOffset("", 0) == 0);
    CHECK_FALSE(byteOffset("", 1));
}

TEST_CASE("what a reader cannot see is known")
{
    for (const char32_t c : {U'\0', U'\r', U'\x1b', U'\x7f', U'\x85', U'\xad', U'\u061c', U'\u200b', U'\u200e',
                             U'\u202e', U'\u2028', U'\u2066', U'\ufeff', U'\U000e0041'})
        CHECK(isInvisibleControl(c));
    for (const char32_t c : {U'\n', U'\t', U' ', U'a', U'\xa0', U'é', U'\u0301', U'\u2009', U'中', U'\U0001f600'})
        CHECK_FALSE(isInvisibleControl(c));
}
