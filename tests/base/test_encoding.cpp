// One value has one text: what encodes to it decodes to it, and nothing else does.
#include "core/base/encoding.hpp"

#include <doctest/doctest.h>

#include <string_view>
#include <vector>

using namespace countersign;

TEST_CASE("the vectors of RFC 4648, in its three forms")
{
    struct Row {
        std::string_view text, hex, padded, url;
    };
    const std::vector<Row> rows{
        {"", "", "", ""},
        {"f", "66", "Zg==", "Zg"},
        {"fo", "666f", "Zm8=", "Zm8"},
        {"foo", "666f6f", "Zm9v", "Zm9v"},
        {"foob", "666f6f62", "Zm9vYg==", "Zm9vYg"},
        {"fooba", "666f6f6261", "Zm9vYmE=", "Zm9vYmE"},
        {"foobar", "666f6f626172", "Zm9vYmFy", "Zm9vYmFy"},
        {"\xfb\xef\xff", "fbefff", "++//", "--__"},
    };
    for (const auto &row : rows) {
        CAPTURE(row.hex);
        const auto bytes = asBytes(row.text);
        CHECK(hexEncode(bytes) == row.hex);
        CHECK(base64Encode(bytes) == row.padded);
        CHECK(base64urlEncode(bytes) == row.url);
        CHECK(hexDecode(row.hex) == toBytes(row.text));
        CHECK(base64Decode(row.padded) == toBytes(row.text));
        CHECK(base64urlDecode(row.url) == toBytes(row.text));
    }
}

TEST_CASE("a text that is not the canonical one is refused")
{
    for (const auto *text : {"6", "6G", "6A", "66 ", "0x66", "6\n"})
        CHECK_MESSAGE(!hexDecode(text), text);
    for (const auto *text : {"Zg==", "Zg=", "Zh", "Zm9", "Z", "Zm9v Yg", "Zm9v\n", "++//", "Zm9vY", "Zg\xff"})
        CHECK_MESSAGE(!base64urlDecode(text), text);
    for (const auto *text :
         {"Zg", "Zg=", "Zh==", "Zm8", "Zm9=", "=", "====", "Z===", "Zm9v=", "--__", "Zg==Zg==", "Zg== "})
        CHECK_MESSAGE(!base64Decode(text), text);
}

TEST_CASE("every byte, at every place of a group")
{
    for (std::size_t size = 1; size <= 4; ++size)
        for (int value = 0; value < 256; ++value) {
            Bytes bytes(size, 0x5a);
            bytes[size - 1] = static_cast<std::uint8_t>(value);
            CHECK(base64urlDecode(base64urlEncode(bytes)) == bytes);
            CHECK(base64Decode(base64Encode(bytes)) == bytes);
            CHECK(hexDecode(hexEncode(bytes)) == bytes);
        }
}
