#include "core/fhir/bundle.hpp"
#include "core/fhir/element.hpp"
#include "core/protocol/strict_json.hpp"

#include <doctest/doctest.h>

using namespace countersign;
using namespace countersign::fhir;

namespace
{

protocol::Json parsed(std::string_view text)
{
    return protocol::decodeStrict(text, protocol::limits::embedded, protocol::Numbers::Any).value();
}

constexpr std::string_view observation = R"({"resourceType":"Observation","id":"o1","status":"final",
  "code":{"coding":[{"code":"4548-4","display":"Haemoglobin A1c"},{"code":"x"}]},
  "valueQuantity":{"value":7.40,"unit":"%"},"component":[{"n":[1,2]},{"n":[3]}],"flag":true})";

} // namespace

TEST_CASE("a path finds the value, as it was written")
{
    struct Row {
        std::string_view path;
        std::string_view text;
    };
    const Row rows[] = {
        {"status", "final"},
        {"Observation.status", "final"},
        {"Observation.valueQuantity.value", "7.40"}, // the zero stays
        {"code.coding[0].display", "Haemoglobin A1c"},
        {"code.coding[1].code", "x"},
        {"component[1].n[0]", "3"},
        {"flag", "true"},
        {"code.coding[2].code", ""},
        {"code.coding[-1].code", ""},
        {"code.coding[0", ""},
        {"code.coding[one].code", ""},
        {"nothing.here", ""},
        {"code", ""},
        {"", ""},
        {"Patient.status", ""},
    };
    const protocol::Json resource = parsed(observation);
    for (const Row &row : rows) {
        CAPTURE(row.path);
        CHECK(textAt(resource, row.path) == row.text);
    }
}

TEST_CASE("a concept says what it means by text, then display, then code")
{
    CHECK(conceptPath(parsed(R"({"c":{"text":"a","coding":[{"display":"b"}]}})"), "c") == "c.text");
    CHECK(conceptPath(parsed(R"({"c":{"coding":[{"display":"b","code":"1"}]}})"), "c") == "c.coding[0].display");
    CHECK(conceptPath(parsed(R"({"c":{"coding":[{"code":"1"}]}})"), "c") == "c.coding[0].code");
    CHECK(conceptPath(parsed(R"({"c":{}})"), "c").empty());
}

TEST_CASE("what is no bundle is refused by name")
{
    struct Row {
        std::string_view text;
        FhirError error;
    };
    const Row rows[] = {
        {"", FhirError::NotJson},
        {"{", FhirError::NotJson},
        {R"({"resourceType":"Bundle","resourceType":"Bundle","entry":[]})", FhirError::NotJson},
        {R"({"resourceType":"Patient"})", FhirError::NotABundle},
        {R"({"resourceType":"Bundle"})", FhirError::NotABundle},
        {R"({"resourceType":"Bundle","entry":{}})", FhirError::NotABundle},
        {R"({"resourceType":"Bundle","entry":[{"fullUrl":"x"}]})", FhirError::NotABundle},
    };
    for (const Row &row : rows) {
        CAPTURE(row.text);
        const auto bundle = readBundle(row.text);
        REQUIRE_FALSE(bundle.has_value());
        CHECK(bundle.error() == row.error);
    }
}

TEST_CASE("references resolve by type and id, by full url and by its tail")
{
    const auto bundle = readBundle(R"({"resourceType":"Bundle","entry":[
      {"fullUrl":"urn:uuid:77","resource":{"resourceType":"Patient","id":"p"}},
      {"fullUrl":"http://a.example/fhir/Organization/o9","resource":{"resourceType":"Organization","id":"other"}}]})");
    REQUIRE(bundle.has_value());
    for (const std::string_view reference : {"Patient/p", "urn:uuid:77"})
        CHECK(bundle->resolve(reference) == &bundle->entries[0].resource);
    for (const std::string_view reference : {"Organization/o9", "Organization/other"})
        CHECK(bundle->resolve(reference) == &bundle->entries[1].resource);
    for (const std::string_view reference : {"", "p", "Patient/q", "o9x"})
        CHECK(bundle->resolve(reference) == nullptr);
}
