#include "core/protocol/strict_json.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace countersign::protocol;

namespace
{

constexpr JsonLimits small{
    .bytesMax = 64, .depthMax = 3, .membersMax = 2, .itemsMax = 3, .stringBytesMax = 5, .valuesMax = 6};

struct Refused {
    std::string what;
    std::string text;
    Rule rule;
};

std::string nested(std::size_t depth)
{
    return std::string(depth, '[') + std::string(depth, ']');
}

// "accepted", or the name of the broken rule.
std::string outcome(std::string_view text, const JsonLimits &limits = limits::proposal,
                    Numbers numbers = Numbers::Integers)
{
    const auto decoded = decodeStrict(text, limits, numbers);
    return decoded ? "accepted" : std::string(ruleText(decoded.error().rule));
}

} // namespace

TEST_CASE("each rule of the contract is refused by its name")
{
    using namespace std::string_literals;
    const std::vector<Refused> table{
        {"byte order mark", "\xef\xbb\xbf{}", Rule::ByteOrderMark},
        {"stray continuation byte", "[\"\x80\"]", Rule::NotUtf8},
        {"overlong slash", "[\"\xc0\xaf\"]", Rule::NotUtf8},
        {"surrogate in UTF-8", "[\"\xed\xa0\x80\"]", Rule::NotUtf8},
        {"beyond U+10FFFF", "[\"\xf4\x90\x80\x80\"]", Rule::NotUtf8},
        {"nothing", "", Rule::Truncated},
        {"only blanks", " \n\t", Rule::Truncated},
        {"object cut short", R"({"a":1)", Rule::Truncated},
        {"string cut short", R"(["a)", Rule::Truncated},
        {"literal cut short", "[tru", Rule::Truncated},
        {"trailing value", "{} {}", Rule::TrailingBytes},
        {"trailing NUL", "{}\0"s, Rule::TrailingBytes},
        {"leading surrogate alone", R"(["\ud800"])", Rule::LoneSurrogate},
        {"trailing surrogate alone", R"(["\udc00"])", Rule::LoneSurrogate},
        {"leading surrogate, then a letter", R"(["\ud800x"])", Rule::LoneSurrogate},
        {"leading surrogate twice", R"(["\ud800\ud800"])", Rule::LoneSurrogate},
        {"lone surrogate in a name", R"({"\udfff":1})", Rule::LoneSurrogate},
        {"escaped NUL", R"(["\u0000"])", Rule::NulInText},
        {"escaped NUL in a name", R"({"a\u0000":1})", Rule::NulInText},
        {"raw NUL", "[\"\0\"]"s, Rule::NotJson},
        {"member twice", R"({"a":1,"b":2,"a":1})", Rule::DuplicateMember},
        {"member twice, once escaped", R"({"a":1,"\u0061":1})", Rule::DuplicateMember},
        {"member twice, deep", R"([{"x":{"a":1,"a":2}}])", Rule::DuplicateMember},
        {"NaN", "[NaN]", Rule::NanOrInfinity},
        {"minus NaN", "[-NaN]", Rule::NanOrInfinity},
        {"Infinity", R"({"a":Infinity})", Rule::NanOrInfinity},
        {"minus Infinity", "-Infinity", Rule::NanOrInfinity},
        {"fraction", "1.5", Rule::NotAnInteger},
        {"fraction of nothing", "1.0", Rule::NotAnInteger},
        {"exponent", "[1e2]", Rule::NotAnInteger},
        {"huge exponent", "1e400000", Rule::NotAnInteger},
        {"2^53", "9007199254740992", Rule::IntegerOutOfRange},
        {"-2^53", "-9007199254740992", Rule::IntegerOutOfRange},
        {"2^63", "9223372036854775808", Rule::IntegerOutOfRange},
        {"2^64", "18446744073709551616", Rule::IntegerOutOfRange},
        {"forty digits", std::string(40, '9'), Rule::IntegerOutOfRange},
        {"nesting 65", nested(65), Rule::NestingTooDeep},
        {"nesting 100,000, not closed", std::string(100'000, '['), Rule::NestingTooDeep},
        {"comment", "/* x */ 1", Rule::NotJson},
        {"trailing comma", "[1,]", Rule::NotJson},
        {"leading zero", "[01]", Rule::NotJson},
        {"plus sign", "+1", Rule::NotJson},
        {"single quotes", "['a']", Rule::NotJson},
        {"raw line feed in a string", "[\"a\nb\"]", Rule::NotJson},
        {"unknown escape", R"(["\x41"])", Rule::NotJson},
        {"bare word", "[nil]", Rule::NotJson},
    };
    for (const Refused &row : table) {
        CAPTURE(row.what);
        CHECK(outcome(row.text) == ruleText(row.rule));
    }
}

TEST_CASE("an error of the text tells the byte and no content")
{
    const auto decoded = decodeStrict(R"({"secret name":nothing})", limits::proposal);
    REQUIRE_FALSE(decoded);
    CHECK(decoded.error().pointer.empty());
    CHECK(decoded.error().offset == 15);
}

TEST_CASE("values arrive as they were written")
{
    const auto decoded = decodeStrict(
        R"( {"b":[null,true,false,-0,9007199254740991,-9007199254740991],"a":"\u00e9\ud834\udd1e\n","":{}} )",
        limits::proposal);
    REQUIRE(decoded);
    CHECK(*decoded
          == Json::object({{"b", Json::array({Json(), true, false, 0, 9007199254740991, -9007199254740991})},
                           {"a", "\xc3\xa9\xf0\x9d\x84\x9e\n"},
                           {"", Json::object()}}));
    CHECK(outcome(nested(64)) == "accepted");
}

TEST_CASE("each limit holds at the limit and refuses one more")
{
    struct Row {
        std::string what;
        std::string atLimit;
        std::string over;
        Rule rule;
    };
    const std::vector<Row> table{
        {"bytes", "1" + std::string(63, ' '), "1" + std::string(64, ' '), Rule::DocumentTooLarge},
        {"depth", R"([{"a":[]}])", R"([{"a":[[]]}])", Rule::NestingTooDeep},
        {"members", R"({"a":1,"b":2})", R"({"a":1,"b":2,"c":3})", Rule::TooManyMembers},
        {"items", "[1,2,3]", "[1,2,3,4]", Rule::TooManyItems},
        {"string", R"("12345")", R"("123456")", Rule::StringTooLong},
        {"string in bytes, not characters", R"("\u20ac12")", R"("\u20ac\u20ac")", Rule::StringTooLong},
        {"name", R"({"12345":0})", R"({"123456":0})", Rule::StringTooLong},
        {"values", "[[1,2],[3]]", "[[1,2],[3,4]]", Rule::TooManyValues},
    };
    for (const Row &row : table) {
        CAPTURE(row.what);
        CHECK(outcome(row.atLimit, small) == "accepted");
        CHECK(outcome(row.over, small) == ruleText(row.rule));
    }
}

TEST_CASE("JSON inside a string may carry other numbers, kept as their text")
{
    const auto decoded = decodeStrict("[1.50,1e400000,-0,12345678901234567890,7]", limits::embedded, Numbers::Any);
    REQUIRE(decoded);
    const auto kept = [](const char *text) { return Json(Json::Number{text}); };
    CHECK(*decoded == Json::array({kept("1.50"), kept("1e400000"), kept("-0"), kept("12345678901234567890"), 7}));
    CHECK(outcome("[NaN]", limits::embedded, Numbers::Any) == "nan-or-infinity");
    CHECK(outcome("[1.]", limits::embedded, Numbers::Any) == "not-json");
}

TEST_CASE("every rule has a name of its own")
{
    std::vector<std::string_view> names;
    for (int rule = 0; rule <= static_cast<int>(Rule::NotCanonical); ++rule) {
        const std::string_view name = ruleText(static_cast<Rule>(rule));
        CHECK(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos);
        CHECK(std::find(names.begin(), names.end(), name) == names.end());
        names.push_back(name);
    }
    CHECK(ruleText(Rule::DocumentTooLarge) == "document-too-large");
    CHECK(ruleText(Rule::MissingMember) == "missing-member");
    CHECK(ruleText(Rule::TooManySources) == "too-many-sources");
    CHECK(ruleText(Rule::WrongDigest) == "wrong-digest");
    CHECK(ruleText(Rule::NotCanonical) == "not-canonical");
}
