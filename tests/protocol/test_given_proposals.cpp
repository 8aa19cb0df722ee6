// The proposals that came with the contract, where the test data is at hand.
#include "core/protocol/canonical.hpp"
#include "core/protocol/proposal_codec.hpp"
#include "tests/protocol/test_data.hpp"

#include <chrono>
#include <map>
#include <sstream>

using namespace countersign;
using namespace countersign::protocol;

namespace
{

struct Expected {
    Rule rule;
    std::string pointer = {};
};

// wrong-digest.json is left to core/authority, which can compute digests.
const std::map<std::string, Expected> malformed{
    {"array-top", {Rule::WrongType}},
    {"bad-instant", {Rule::BadInstant, "/proposedAt"}},
    {"big-integer", {Rule::IntegerOutOfRange}},
    {"bom", {Rule::ByteOrderMark}},
    {"both-content-and-blob", {Rule::BothContentAndBlob, "/sources/0"}},
    {"cites-unknown-source", {Rule::CitesUnknownSource, "/draft/sections/0/statements/0/citations/0/sourceId"}},
    {"deep-nesting", {Rule::NestingTooDeep}},
    {"duplicate-member", {Rule::DuplicateMember}},
    {"duplicate-source-id", {Rule::DuplicateId, "/sources/1/id"}},
    {"duplicate-statement-id", {Rule::DuplicateId, "/draft/sections/0/statements/1/id"}},
    {"empty", {Rule::Truncated}},
    {"empty-sections", {Rule::TooFewItems, "/draft/sections"}},
    {"empty-statement", {Rule::TextTooShort, "/draft/sections/0/statements/0/text"}},
    {"fhir-not-json", {Rule::EmbeddedNotJson, "/sources/1/content"}},
    {"float-number", {Rule::NotAnInteger}},
    {"id-too-long", {Rule::BadId, "/id"}},
    {"id-with-slash", {Rule::BadId, "/id"}},
    {"instant-without-offset", {Rule::BadInstant, "/proposedAt"}},
    {"lone-surrogate", {Rule::LoneSurrogate}},
    {"missing-schema", {Rule::MissingMember, "/schema"}},
    {"nan", {Rule::NanOrInfinity}},
    {"negative-seq", {Rule::OutOfRange, "/trace/0/seq"}},
    {"not-utf8", {Rule::NotUtf8}},
    {"nul-in-text", {Rule::NulInText}},
    {"null-patient", {Rule::WrongType, "/patient"}},
    {"overlong-utf8", {Rule::NotUtf8}},
    {"patient-number", {Rule::WrongType, "/patient"}},
    {"read-without-content", {Rule::ReadWithoutContent, "/sources/0"}},
    {"selector-outside", {Rule::SelectorOutside, "/draft/sections/0/statements/0/citations/0/selector/end"}},
    {"selector-reversed", {Rule::SelectorReversed, "/draft/sections/0/statements/0/citations/0/selector"}},
    {"title-201", {Rule::TextTooLong, "/action/title"}},
    {"trailing-bytes", {Rule::TrailingBytes}},
    {"truncated", {Rule::Truncated}},
    {"unknown-draft-kind", {Rule::UnknownDraftKind, "/draft/kind"}},
    {"unknown-schema", {Rule::UnknownSchema, "/schema"}},
};

} // namespace

TEST_CASE("every malformed proposal is refused by its rule")
{
    const auto folder = testData("proposals/malformed");
    if (!folder)
        return;
    std::size_t refused = 0;
    for (const auto &entry : std::filesystem::directory_iterator(*folder)) {
        const std::string name = entry.path().stem().string();
        if (entry.path().extension() != ".json")
            continue;
        CAPTURE(name);
        const auto decoded = decodeProposal(textOf(entry.path()));
        if (name == "ok-smallest" || name == "wrong-digest") {
            CHECK(decoded);
            continue;
        }
        REQUIRE_FALSE(decoded);
        REQUIRE(malformed.contains(name));
        CHECK(ruleText(decoded.error().rule) == ruleText(malformed.at(name).rule));
        CHECK(decoded.error().pointer == malformed.at(name).pointer);
        ++refused;
    }
    CHECK(refused == malformed.size());
}

TEST_CASE("every proposal made from real drafts is read and written back without loss")
{
    const auto folder = testData("proposals");
    if (!folder)
        return;
    std::size_t count = 0;
    std::size_t bytes = 0;
    const auto started = std::chrono::steady_clock::now();
    for (const char *name : {"clinician-notes.ndjson", "real-drafts.ndjson", "seeded-faults.ndjson"}) {
        std::istringstream lines(textOf(*folder / name));
        for (std::string line; std::getline(lines, line); ++count) {
            CAPTURE(name);
            CAPTURE(count);
            bytes += line.size();
            const auto decoded = decodeProposal(line);
            REQUIRE_MESSAGE(decoded, ruleText(decoded.error().rule) << " at " << decoded.error().pointer);
            CHECK(canonical(encodeProposal(decoded->proposal)).value() == canonical(decoded->document).value());
        }
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - started;
    MESSAGE(count << " proposals, " << static_cast<double>(bytes) / 1e6 / took.count() << " MB/s there and back");
    CHECK(count == 361);
}
