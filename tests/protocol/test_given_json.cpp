// Published collections of good and bad JSON, where the test data is at hand.
#include "core/base/encoding.hpp"
#include "core/base/unicode.hpp"
#include "core/protocol/canonical.hpp"
#include "core/protocol/strict_json.hpp"
#include "tests/protocol/test_data.hpp"

#include <map>

using namespace countersign;
using namespace countersign::protocol;

namespace
{

// Files that JSON allows and the contract does not.
const std::map<std::string, Rule> stricter{
    {"y_number_0e+1.json", Rule::NotAnInteger},
    {"y_number_0e1.json", Rule::NotAnInteger},
    {"y_number_real_capital_e_pos_exp.json", Rule::NotAnInteger},
    {"y_number_real_exponent.json", Rule::NotAnInteger},
    {"y_number_real_fraction_exponent.json", Rule::NotAnInteger},
    {"y_number_simple_real.json", Rule::NotAnInteger},
    {"y_object_duplicated_key_and_value.json", Rule::DuplicateMember},
    {"y_string_null_escape.json", Rule::NulInText},
};

// What was decoded survives its own canonical form.
void checkRoundTrip(const Json &value)
{
    const auto text = canonical(value);
    REQUIRE(text);
    const auto again = decodeStrict(*text, limits::proposal);
    REQUIRE(again);
    CHECK(canonical(*again) == text);
}

struct Tally {
    int accepted = 0;
    int refused = 0;
};

void checkFile(const std::string &name, const std::string &text, Tally &tally)
{
    const auto strict = decodeStrict(text, limits::proposal);
    const auto lenient = decodeStrict(text, limits::embedded, Numbers::Any);
    ++(strict ? tally.accepted : tally.refused);
    if (strict)
        checkRoundTrip(*strict);
    if (lenient)
        CHECK(decodeStrict(compactText(*lenient), limits::embedded, Numbers::Any).value() == *lenient);
    if (const auto exception = stricter.find(name); exception != stricter.end()) {
        REQUIRE_FALSE(strict);
        CHECK(ruleText(strict.error().rule) == ruleText(exception->second));
        CHECK(lenient.has_value() == (exception->second == Rule::NotAnInteger));
    } else if (name.starts_with("y_")) {
        CHECK(strict);
        CHECK(lenient);
    } else if (name.starts_with("n_")) {
        CHECK_FALSE(strict);
        CHECK_FALSE(lenient);
    }
}

} // namespace

TEST_CASE("JSONTestSuite: what must parse parses, what must not is refused")
{
    const auto folder = testData("robustness/json-test-suite");
    if (!folder)
        return;
    Tally tally;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(*folder)) {
        if (!entry.is_regular_file())
            continue;
        const std::string name = entry.path().filename().string();
        CAPTURE(name);
        checkFile(name, textOf(entry.path()), tally);
    }
    MESSAGE(tally.accepted << " accepted, " << tally.refused << " refused");
    CHECK(tally.accepted > 0);
}

TEST_CASE("naughty strings come through unchanged")
{
    const auto folder = testData("robustness");
    if (!folder)
        return;
    const auto strings = decodeStrict(textOf(*folder / "naughty-strings.json"), limits::proposal);
    REQUIRE(strings);
    int count = 0;
    for (const Json &text : *strings->asArray()) {
        const Json object = Json::object({{*text.asString(), text}});
        CHECK(decodeStrict(canonical(object).value(), limits::proposal).value() == object);
        ++count;
    }
    MESSAGE(count << " strings");
    CHECK(count > 100);
}

TEST_CASE("UTF-8 is what the WebSocket test-suite says it is")
{
    const auto folder = testData("robustness/websocket");
    if (!folder)
        return;
    const auto groups = decodeStrict(textOf(*folder / "utf8-sequences.json"), limits::proposal);
    REQUIRE(groups);
    int count = 0;
    for (const Json &group : *groups->asArray()) {
        for (const Json &sequence : *group.find("cases")->asArray()) {
            const Bytes bytes = hexDecode(*sequence.find("hex")->asString()).value();
            CAPTURE(*sequence.find("hex")->asString());
            CHECK(isUtf8(asText(bytes)) == *sequence.find("valid")->asBool());
            ++count;
        }
    }
    MESSAGE(count << " sequences");
}

TEST_CASE("the published canonical forms are ours, and floats are refused")
{
    const auto folder = testData("crypto/jcs");
    if (!folder)
        return;
    for (const char *name : {"arrays.json", "unicode.json"}) {
        CAPTURE(name);
        const auto decoded = decodeStrict(textOf(*folder / "input" / name), limits::proposal);
        CHECK(canonical(decoded.value()).value() == textOf(*folder / "output" / name));
    }
    for (const char *name : {"structures.json", "values.json"}) {
        CAPTURE(name);
        CHECK(decodeStrict(textOf(*folder / "input" / name), limits::proposal).error().rule == Rule::NotAnInteger);
    }
}
