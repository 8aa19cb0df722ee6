#include "core/protocol/canonical.hpp"
#include "core/protocol/strict_json.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace countersign::protocol;

TEST_CASE("the canonical form is RFC 8785's")
{
    struct Row {
        std::string what;
        const char *given;
        const char *canonical;
    };
    const std::vector<Row> table{
        {"blanks go", " { \"a\" : [ 1 , null ] } ", R"({"a":[1,null]})"},
        {"literals", "[true,false,null]", "[true,false,null]"},
        {"empty containers", R"([{},[],""])", R"([{},[],""])"},
        {"minus zero", "-0", "0"},
        {"largest integers", "[9007199254740991,-9007199254740991]", "[9007199254740991,-9007199254740991]"},
        {"names sorted", R"({"b":1,"a":2,"":3,"aa":4,"B":5})", R"({"":3,"B":5,"a":2,"aa":4,"b":1})"},
        {"nested names sorted", R"({"z":[{"b":1,"a":2}]})", R"({"z":[{"a":2,"b":1}]})"},
        {"by UTF-16 unit, so U+1F600 before U+FB33", R"({"\ufb33":1,"\ud83d\ude00":2,"\u20ac":3,"\ud7ff":4})",
         "{\"\xe2\x82\xac\":3,\"\xed\x9f\xbf\":4,\"\xf0\x9f\x98\x80\":2,\"\xef\xac\xb3\":1}"},
        {"U+E000 after a surrogate pair", R"({"\ue000":1,"\udbff\udfff":2})",
         "{\"\xf4\x8f\xbf\xbf\":2,\"\xee\x80\x80\":1}"},
        {"short escapes", R"("\b\t\n\f\r\"\\\/")", R"("\b\t\n\f\r\"\\/")"},
        {"other controls", R"("\u0001\u001f\u000b")", R"("\u0001\u001f\u000b")"},
        {"nothing else is escaped", R"("\u007f\u0080\u2028\ufeff<&>")", "\"\x7f\xc2\x80\xe2\x80\xa8\xef\xbb\xbf<&>\""},
        {"no normalisation", R"("A\u030a\u00c5")", "\"A\xcc\x8a\xc3\x85\""},
    };
    for (const Row &row : table) {
        CAPTURE(row.what);
        const auto decoded = decodeStrict(row.given, limits::proposal);
        REQUIRE(decoded);
        CHECK(canonical(*decoded).value() == row.canonical);
        CHECK(canonical(*decodeStrict(row.canonical, limits::proposal)).value() == row.canonical);
    }
}

TEST_CASE("what has no canonical form is refused")
{
    struct Row {
        std::string what;
        Json value;
        Rule rule;
    };
    const std::vector<Row> table{
        {"number kept as text", Json::array({Json::Number{"1.5"}}), Rule::NotAnInteger},
        {"2^53", Json(std::int64_t{1} << 53), Rule::IntegerOutOfRange},
        {"-2^53", Json(-(std::int64_t{1} << 53)), Rule::IntegerOutOfRange},
        {"not UTF-8", "\xff", Rule::NotUtf8},
        {"name not UTF-8", Json::object({{"\xff", 1}}), Rule::NotUtf8},
        {"name twice", Json::object({{"a", 1}, {"b", 2}, {"a", 3}}), Rule::DuplicateMember},
    };
    for (const Row &row : table) {
        CAPTURE(row.what);
        const auto text = canonical(row.value);
        REQUIRE_FALSE(text);
        CHECK(text.error().rule == row.rule);
    }
}

TEST_CASE("compact text keeps order and numbers")
{
    const std::string text = R"({"b":[1.50,-0,2],"a":"\u0001"})";
    CHECK(compactText(*decodeStrict(text, limits::embedded, Numbers::Any)) == text);
}

TEST_CASE("deep values are written without recursion")
{
    Json value;
    for (int i = 0; i < 1'000; ++i)
        value = Json::array({std::move(value)});
    CHECK(canonical(value).value().size() == 2'004);
}
