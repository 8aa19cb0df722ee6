#include "core/protocol/canonical.hpp"
#include "core/protocol/proposal_codec.hpp"
#include "core/protocol/strict_json.hpp"
#include "tests/protocol/sample_proposals.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace countersign;
using namespace countersign::protocol;

namespace
{

// One edit that breaks one rule: `from` occurs once in the sample.
struct Broken {
    std::string from;
    std::string to;
    Rule rule;
    std::string pointer;
};

std::string edited(const std::string &sample, const std::string &from, const std::string &to)
{
    const std::size_t at = sample.find(from);
    REQUIRE_MESSAGE(at != std::string::npos, from);
    REQUIRE_MESSAGE(sample.find(from, at + 1) == std::string::npos, from);
    return std::string(sample).replace(at, from.size(), to);
}

void checkRefusals(const std::string &sample, const std::vector<Broken> &table)
{
    for (const Broken &row : table) {
        CAPTURE(row.from);
        CAPTURE(row.to);
        const auto decoded = decodeProposal(edited(sample, row.from, row.to));
        REQUIRE_FALSE(decoded);
        CHECK(ruleText(decoded.error().rule) == ruleText(row.rule));
        CHECK(decoded.error().pointer == row.pointer);
    }
}

Json parsed(const std::string &text)
{
    return decodeStrict(text, limits::proposal).value();
}

std::string repeated(std::size_t count, const std::string &text)
{
    std::string all;
    for (std::size_t i = 0; i < count; ++i)
        all += text;
    return all;
}

} // namespace

TEST_CASE("a proposal of each kind is read and written back without loss")
{
    for (const std::string &sample : {smallestProposal, fullNote, fullPriorAuth, fullToolCall}) {
        const auto decoded = decodeProposal(sample);
        REQUIRE_MESSAGE(decoded, ruleText(decoded.error().rule) << " at " << decoded.error().pointer);
        CHECK(decoded->document == parsed(sample));
        CHECK(canonical(encodeProposal(decoded->proposal)).value() == canonical(decoded->document).value());
        CHECK(readProposal(encodeProposal(decoded->proposal)).value() == decoded->proposal);
        CHECK(readDraft(encodeDraft(decoded->proposal.draft)).value() == decoded->proposal.draft);
    }
}

TEST_CASE("members arrive where they belong")
{
    const auto proposal = decodeProposal(fullNote)->proposal;
    CHECK(proposal.id.text() == "p-2");
    CHECK(proposal.action.reversible == true);
    CHECK(proposal.patient.family.reveal() == "Vogel");
    CHECK(proposal.patient.allergies.at(0).criticality == domain::Allergy::Criticality::High);
    CHECK(proposal.encounter.kind == "AMB");
    const auto &statements = sectionsOf(proposal.draft).at(0).statements;
    CHECK(std::get<domain::QuoteSelector>(statements.at(0).citations.at(0).selector).end == 8);
    CHECK(std::get<domain::PageSelector>(statements.at(0).citations.at(2).selector).box->at(3) == 10'000);
    CHECK(statements.at(1).hasCitations);
    CHECK_FALSE(sectionsOf(proposal.draft).at(1).statements.at(0).hasCitations);
    CHECK(formatInstant(*proposal.sources.at(0).retrievedAt) == "2026-11-02T08:55:00.250Z");
    CHECK(proposal.trace.at(1).status == domain::TraceStep::Status::Skipped);
    CHECK(proposal.risk.tier == domain::Tier::Moderate);
    CHECK(proposal.deadline.basis == "72 h");
}

TEST_CASE("unknown members are ignored when read and kept in the document")
{
    const std::string sample = edited(smallestProposal, R"("sources")", R"("x-note": {"deep": [1]}, "sources")");
    const auto decoded = decodeProposal(sample);
    REQUIRE(decoded);
    CHECK(decoded->proposal == decodeProposal(smallestProposal)->proposal);
    CHECK(decoded->document.find("x-note") != nullptr);
}

TEST_CASE("a broken schema is refused by rule and place")
{
    checkRefusals(
        smallestProposal,
        {
            {R"("schema": "countersign.proposal/1",)", "", Rule::MissingMember, "/schema"},
            {"countersign.proposal/1", "countersign.proposal/2", Rule::UnknownSchema, "/schema"},
            {R"("countersign.proposal/1")", "1", Rule::WrongType, "/schema"},
            {R"("id": "p-1",)", "", Rule::MissingMember, "/id"},
            {"p-1", "", Rule::BadId, "/id"},
            {"p-1", "a/b", Rule::BadId, "/id"},
            {"p-1", "a b", Rule::BadId, "/id"},
            {"p-1", "\xc3\xa9", Rule::BadId, "/id"},
            {"p-1", std::string(65, 'a'), Rule::BadId, "/id"},
            {R"("p-1")", "null", Rule::WrongType, "/id"},
            {R"("type": "note.file", )", "", Rule::MissingMember, "/action/type"},
            {"Visit note", "", Rule::TextTooShort, "/action/title"},
            {"Visit note", repeated(201, "\xc3\xa9"), Rule::TextTooLong, "/action/title"},
            {"Files the note.", std::string(501, 'x'), Rule::TextTooLong, "/action/effect"},
            {R"({"id": "pat-1"})", "null", Rule::WrongType, "/patient"},
            {R"({"id": "pat-1"})", "7", Rule::WrongType, "/patient"},
            {R"({"id": "pat-1"})", R"({"id": 7})", Rule::WrongType, "/patient/id"},
            {"2026-11-02T09:00:00Z", "2026-11-02T09:00:00", Rule::BadInstant, "/proposedAt"},
            {"2026-11-02T09:00:00Z", "2026-02-30T09:00:00Z", Rule::BadInstant, "/proposedAt"},
            {"2026-11-02T09:00:00Z", "2026-11-02T24:00:00Z", Rule::BadInstant, "/proposedAt"},
            {"2026-11-02T09:00:00Z", "2026-11-02 09:00:00Z", Rule::BadInstant, "/proposedAt"},
            {R"("kind": "note")", R"("kind": "poem")", Rule::UnknownDraftKind, "/draft/kind"},
            {R"("kind": "note", )", "", Rule::MissingMember, "/draft/kind"},
            {R"({"id": "s1", "title": "Plan", "statements": []})", "", Rule::TooFewItems, "/draft/sections"},
            {R"([{"id": "s1", "title": "Plan", "statements": []}])", "{}", Rule::WrongType, "/draft/sections"},
            {R"("sources": [])", R"("sources": {})", Rule::WrongType, "/sources"},
        });
}

TEST_CASE("broken optional members are refused as well")
{
    checkRefusals(
        fullNote,
        {
            {"\"reversible\": true", "\"reversible\": \"yes\"", Rule::WrongType, "/action/reversible"},
            {"sha256:0000000000000000000000000000000000000000000000000000000000000001", "sha256:1", Rule::BadDigest,
             "/agent/promptDigest"},
            {"sha256:0000000000000000000000000000000000000000000000000000000000000003",
             "sha256:A000000000000000000000000000000000000000000000000000000000000003", Rule::BadDigest,
             "/sources/2/blob"},
            {"1956-02-29", "1957-02-29", Rule::BadDate, "/patient/birthDate"},
            {"\"female\"", "\"f\"", Rule::UnknownWord, "/patient/sex"},
            {"\"criticality\": \"high\"", "\"criticality\": \"\"", Rule::UnknownWord,
             "/patient/allergies/0/criticality"},
            {"\"substance\": \"Penicillin\", ", "", Rule::MissingMember, "/patient/allergies/0/substance"},
            {"enc-1", "enc 1", Rule::BadId, "/encounter/id"},
            {"\"text\": \"Rest.\"", "\"text\": \"\"", Rule::TextTooShort, "/draft/sections/0/statements/0/text"},
            {"TextQuoteSelector", "TextSelector", Rule::UnknownSelectorType,
             "/draft/sections/0/statements/0/citations/0/selector/type"},
            {"\"start\": 4", "\"start\": -1", Rule::OutOfRange,
             "/draft/sections/0/statements/0/citations/0/selector/start"},
            {"\"page\": 2", "\"page\": 0", Rule::OutOfRange,
             "/draft/sections/0/statements/0/citations/2/selector/page"},
            {"[1, 2, 3, 10000]", "[1, 2, 3, 10001]", Rule::OutOfRange,
             "/draft/sections/0/statements/0/citations/2/selector/box/3"},
            {"[1, 2, 3, 10000]", "[1, 2, 3]", Rule::TooFewItems,
             "/draft/sections/0/statements/0/citations/2/selector/box"},
            {"[1, 2, 3, 10000]", "[1, 2, 3, 4, 5]", Rule::TooManyItems,
             "/draft/sections/0/statements/0/citations/2/selector/box"},
            {"\"expectedPages\": 3", "\"expectedPages\": 0", Rule::OutOfRange, "/sources/2/expectedPages"},
            {"\"image/tiff\"", "\"image/gif\"", Rule::UnknownWord, "/sources/2/mediaType"},
            {"[\"one\", \"two\"]", "[\"one\", 2]", Rule::WrongType, "/sources/2/pageTexts/1"},
            {"\"read\": false, ", "", Rule::MissingMember, "/sources/3/read"},
            {"\"seq\": 0", "\"seq\": -1", Rule::OutOfRange, "/trace/0/seq"},
            {"[\"visit\"]", "[\"a/b\"]", Rule::BadId, "/trace/0/sourceIds/0"},
            {"\"new drug\"", "\"" + std::string(301, 'x') + "\"", Rule::TextTooLong, "/risk/reasons/0"},
            {"\"tier\": \"moderate\"", "\"tier\": \"none\"", Rule::UnknownWord, "/risk/tier"},
            {"\"Dose added\"", "\"" + std::string(1001, 'x') + "\"", Rule::TextTooLong, "/changeNote"},
        });
}

TEST_CASE("the rules that a schema cannot say are kept")
{
    checkRefusals(
        fullNote,
        {
            {"\"id\": \"lab\"", "\"id\": \"visit\"", Rule::DuplicateId, "/sources/1/id"},
            {"\"id\": \"s2\"", "\"id\": \"s1\"", Rule::DuplicateId, "/draft/sections/1/id"},
            {"\"id\": \"st2\"", "\"id\": \"st1\"", Rule::DuplicateId, "/draft/sections/0/statements/1/id"},
            {"\"id\": \"st3\"", "\"id\": \"st1\"", Rule::DuplicateId, "/draft/sections/1/statements/0/id"},
            {"\"seq\": 1", "\"seq\": 0", Rule::DuplicateId, "/trace/1/seq"},
            {"{\"sourceId\": \"lab\"", "{\"sourceId\": \"gone\"", Rule::CitesUnknownSource,
             "/draft/sections/0/statements/0/citations/1/sourceId"},
            {"\"start\": 4", "\"start\": 8", Rule::SelectorReversed,
             "/draft/sections/0/statements/0/citations/0/selector"},
            {"\"end\": 8", "\"end\": 10", Rule::SelectorOutside,
             "/draft/sections/0/statements/0/citations/0/selector/end"},
            {"\"content\": \"you rest.\"",
             "\"content\": \"you rest.\", \"blob\": "
             "\"sha256:0000000000000000000000000000000000000000000000000000000000000009\"",
             Rule::BothContentAndBlob, "/sources/0"},
            {"\"read\": false", "\"read\": true", Rule::ReadWithoutContent, "/sources/3"},
            {"5.10}", "5.10", Rule::EmbeddedNotJson, "/sources/1/content"},
            {"{\\\"value\\\":5.10}", "{\\\"v\\\":1,\\\"v\\\":2}", Rule::EmbeddedNotJson, "/sources/1/content"},
        });
    checkRefusals(
        fullPriorAuth,
        {
            {"\"{\\\"resourceType\\\":\\\"Bundle\\\"}\"", "\"\"", Rule::EmbeddedNotJson, "/draft/bundle"},
            {"\"questionnaire\": \"{}\"", "\"questionnaire\": \"{\"", Rule::EmbeddedNotJson, "/draft/questionnaire"},
            {"\"questionnaireResponse\": \"{}\"", "\"questionnaireResponse\": \"{NaN}\"", Rule::EmbeddedNotJson,
             "/draft/questionnaireResponse"},
            {"\"id\": \"note\"", "\"id\": \"notes\"", Rule::CitesUnknownSource,
             "/draft/answers/0/citations/0/sourceId"},
            {"\"criteria\": [", "\"criteria\": [{\"id\": \"c1\", \"text\": \"\", \"status\": \"met\"}, ",
             Rule::DuplicateId, "/draft/criteria/1/id"},
        });
    checkRefusals(fullToolCall, {{"{\\\"dose\\\":1.5}", "dose", Rule::EmbeddedNotJson, "/draft/arguments"}});
}

TEST_CASE("each limit of a proposal holds at the limit and refuses one more")
{
    struct Row {
        std::string what;
        std::size_t limit;
        std::string from;
        std::string (*to)(std::size_t);
        Rule rule;
        std::string pointer;
    };
    static const auto list = [](std::size_t count, auto item) {
        std::string all;
        for (std::size_t i = 0; i < count; ++i)
            all += (i == 0 ? "" : ",") + item(std::to_string(i));
        return all;
    };
    const std::vector<Row> table{
        {"sources", limits::sourcesMax, "\"sources\": []",
         [](std::size_t n) {
             return "\"sources\": ["
                    + list(n,
                           [](const std::string &i) {
                               return "{\"id\":\"" + i + "\",\"kind\":\"note\",\"title\":\"\",\"read\":false}";
                           })
                    + "]";
         },
         Rule::TooManySources, "/sources"},
        {"statements", limits::statementsMax, "\"statements\": []",
         [](std::size_t n) {
             return "\"statements\": ["
                    + list(n, [](const std::string &i) { return "{\"id\":\"" + i + "\",\"text\":\"t\"}"; }) + "]";
         },
         Rule::TooManyStatements, "/draft/sections"},
        {"citations", limits::citationsPerStatementMax, "\"statements\": []}]},\n  \"sources\": []",
         [](std::size_t n) {
             return "\"statements\": [{\"id\":\"st\",\"text\":\"t\",\"citations\":["
                    + list(n,
                           [](const std::string &) {
                               return std::string(
                                   R"({"sourceId":"a","selector":{"type":"TextQuoteSelector","exact":"x"}})");
                           })
                    + "]}]}]}, \"sources\": [{\"id\":\"a\",\"kind\":\"note\",\"title\":\"\",\"read\":false}]";
         },
         Rule::TooManyCitations, "/draft/sections/0/statements/0/citations"},
        {"source text", limits::sourceTextBytesMax, "\"sources\": []",
         [](std::size_t n) {
             return "\"sources\": [{\"id\":\"a\",\"kind\":\"note\",\"title\":\"\",\"read\":true,\"content\":\""
                    + std::string(n, 'x') + "\"}]";
         },
         Rule::SourceTextTooLong, "/sources/0/content"},
        {"title", 200, "\"Visit note\"", [](std::size_t n) { return "\"" + repeated(n, "\xf0\x9f\x98\x80") + "\""; },
         Rule::TextTooLong, "/action/title"},
    };
    for (const Row &row : table) {
        CAPTURE(row.what);
        CHECK(decodeProposal(edited(smallestProposal, row.from, row.to(row.limit))));
        checkRefusals(smallestProposal, {{row.from, row.to(row.limit + 1), row.rule, row.pointer}});
    }
}

TEST_CASE("a refusal repeats nothing of the document")
{
    const auto decoded = decodeProposal(
        edited(smallestProposal, R"({"id": "pat-1"})", R"({"id": "pat-1", "Meyer, Anna": 1, "family": 7})"));
    REQUIRE_FALSE(decoded);
    CHECK(decoded.error().pointer == "/patient/family");
}

TEST_CASE("an item's bytes are the proposal, the policy and the tier")
{
    const auto decoded = decodeProposal(fullNote);
    const domain::PolicyRef policy{"clinic", "4", domain::Digest("sha256:" + std::string(64, 'a'))};
    const std::string bytes = itemBytes(decoded->document, policy, domain::Tier::High);
    CHECK(canonical(parsed(bytes)).value() == bytes);
    const auto item = readItem(bytes);
    REQUIRE(item);
    CHECK(item->proposal == decoded->proposal);
    CHECK(item->policy == policy);
    CHECK(item->tier == domain::Tier::High);
    CHECK(item->canonical == bytes);
    CHECK(itemBytes(decoded->document, policy, domain::Tier::Low) != bytes);

    const std::string pretending = edited(fullNote, R"("risk")", R"("tier": "low", "policy": {}, "risk")");
    CHECK(itemBytes(decodeProposal(pretending)->document, policy, domain::Tier::High) == bytes);
    CHECK(readItem(canonical(decoded->document).value()).error().pointer == "/policy");
}

TEST_CASE("what a rejection remembers is the draft and the sources alone")
{
    const auto bytesOf = [](const std::string &text) { return draftAndSourcesBytes(parsed(text)); };
    const std::string bytes = bytesOf(fullNote);
    CHECK(bytesOf(edited(fullNote, "\"id\": \"p-2\"", "\"id\": \"p-9\"")) == bytes);
    CHECK(bytesOf(edited(fullNote, "Dose added", "Another word")) == bytes);
    CHECK(bytesOf(edited(fullNote, "Call if worse.", "Call if better.")) != bytes);
    CHECK(bytesOf(edited(fullNote, "you rest.", "you rests")) != bytes);
}
