// R-407: what a payer's task asks for against what the request carries, line by line; each fault with its near miss.
#include "tests/checks/draft.hpp"

using namespace countersign;
using namespace countersign::tests;

namespace
{

std::string coded(std::string_view code)
{
    return R"({"coding":[{"system":"http://loinc.org","code":")" + std::string(code) + R"("}]})";
}

std::string needed(std::string_view code, std::string_view line = "")
{
    std::string input = R"({"type":{"coding":[{"code":"attachments-needed"}]},"valueCodeableConcept":)" + coded(code);
    if (!line.empty())
        input += R"(,"extension":[{"url":"http://x/extension-paLineNumber","valueInteger":)" + std::string(line) + "}]";
    return input + "}";
}

std::string form(std::string_view address)
{
    return R"({"type":{"coding":[{"code":"questionnaires-needed"}]},"valueCanonical":")" + std::string(address)
           + R"("})";
}

std::string serviceDate(std::string_view date)
{
    return R"({"type":{"coding":[{"code":"service-date"}]},"valueDate":")" + std::string(date) + R"("})";
}

Source task(const std::string &inputs, std::string_view status = "requested", std::string_view more = "")
{
    return sourceOf("task", Source::Kind::Fhir,
                    R"({"resourceType":"Task","id":"t1","intent":"order","status":")" + std::string(status) + R"(")"
                        + std::string(more) + R"(,"input":[)" + inputs + "]}");
}

struct Document {
    std::string_view code = "28570-0", patient = "p1", start = "";
    std::string_view line = "1"; // that names it; empty: none does
};

Proposal requesting(const std::vector<Source> &sources, const std::optional<Document> &document = Document{},
                    const std::string &response = {})
{
    std::string info, lines, entry;
    if (document) {
        info = R"(,"supportingInfo":[{"sequence":7,"valueReference":{"reference":"DocumentReference/d1"}}])";
        lines = document->line.empty() ? "" : R"(,"informationSequence":[7])";
        entry =
            R"(,{"fullUrl":"http://x/DocumentReference/d1","resource":{"resourceType":"DocumentReference","id":"d1",)"
            R"("status":"current","type":)"
            + coded(document->code) + R"(,"subject":{"reference":"Patient/)" + std::string(document->patient) + R"("})"
            + (document->start.empty() ? ""
                                       : R"(,"context":{"period":{"start":")" + std::string(document->start) + R"("}})")
            + "}}";
    }
    const auto item = [&](std::string_view number) {
        return R"({"sequence":)" + std::string(number) + (document && document->line == number ? lines : "") + "}";
    };
    Proposal proposal = drafted("She needs it.", sources);
    PriorAuthDraft draft;
    draft.bundle = R"({"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"http://x/Claim/c1",)"
                   R"("resource":{"resourceType":"Claim","id":"c1","use":"preauthorization")"
                   + info + R"(,"item":[)" + item("1") + "," + item("2") + "]}}" + entry + "]}";
    draft.questionnaireResponse = response;
    draft.sections = sectionsOf(std::as_const(proposal.draft));
    proposal.draft = draft;
    return proposal;
}

std::string_view statusOf(const Finding &finding)
{
    for (const auto &[name, value] : finding.values)
        if (name == "status")
            return value;
    return {};
}

struct Asked {
    std::string_view what;
    Proposal proposal;
    std::string_view code, status; // empty: nothing is found
};

void expect(const std::vector<Asked> &rows)
{
    for (const Asked &row : rows) {
        CAPTURE(row.what);
        auto findings = findingsOf(row.proposal);
        std::erase_if(findings, [](const Finding &finding) { return finding.check != "requested"; });
        REQUIRE(findings.size() == (row.code.empty() ? 0 : 1));
        if (row.code.empty())
            continue;
        CHECK(findings.front().code == row.code);
        CHECK(statusOf(findings.front()) == row.status);
        CHECK(findings.front().sourceId.text() == "task");
    }
}

} // namespace

TEST_CASE("R-407: each document that is asked for is attached, missing, of another line, patient or date")
{
    const Document plain;
    const Source ask = task(needed("28570-0"));
    expect({
        {"attached", requesting({ask}), "", ""},
        {"nothing attached", requesting({ask}, std::nullopt), "pa-missing-attachment", "missing"},
        {"another kind", requesting({task(needed("11506-3"))}), "pa-missing-attachment", "missing"},
        {"one of two", requesting({task(needed("28570-0") + "," + needed("11506-3"))}), "pa-missing-attachment",
         "missing"},
        {"of that line", requesting({task(needed("28570-0", "1"))}), "", ""},
        {"of the other line", requesting({task(needed("28570-0", "2"))}), "pa-missing-attachment", "other line"},
        {"of all lines", requesting({task(needed("28570-0", "2"))}, Document{.line = ""}), "", ""},
        {"another patient's", requesting({ask}, Document{.patient = "p2"}), "wrong-patient-source", "wrong patient"},
        {"of that day",
         requesting({task(needed("28570-0") + "," + serviceDate("2026-10-05"))}, Document{.start = "2026-10-05"}), "",
         ""},
        {"of another day",
         requesting({task(needed("28570-0") + "," + serviceDate("2026-10-05"))}, Document{.start = "2026-09-05"}),
         "date-conflict", "wrong date"},
        {"of a month",
         requesting({task(needed("28570-0") + "," + serviceDate("2026-10-05"))}, Document{.start = "2026-09"}), "", ""},
        {"no date asked for", requesting({ask}, Document{.start = "2026-09-05"}), "", ""},
    });
}

TEST_CASE("R-407: a form is asked for by its name")
{
    const auto answers = [](std::string_view address) {
        return R"({"resourceType":"QuestionnaireResponse","status":"in-progress","questionnaire":")"
               + std::string(address) + R"("})";
    };
    const Source ask = task(form("http://payer.example/Questionnaire/knee|2.0"));
    expect({
        {"answered", requesting({ask}, std::nullopt, answers("http://payer.example/Questionnaire/knee|2.1")), "", ""},
        {"another answered", requesting({ask}, std::nullopt, answers("http://payer.example/Questionnaire/hip")),
         "pa-missing-attachment", "missing"},
        {"none answered", requesting({ask}, std::nullopt), "pa-missing-attachment", "missing"},
    });
}

TEST_CASE("R-407: only a task that waits, for this request, from a source that was read")
{
    const std::string other = R"(,"reasonReference":{"reference":"Claim/c9"})";
    const std::string own = R"(,"reasonReference":{"reference":"Claim/c1"})";
    const Source claim =
        sourceOf("claim", Source::Kind::Fhir, R"({"resourceType":"Claim","id":"c9","status":"active"})");
    Source unread = task(needed("11506-3"));
    unread.read = false;
    expect({
        {"done with", requesting({task(needed("11506-3"), "completed")}), "", ""},
        {"called off", requesting({task(needed("11506-3"), "cancelled")}), "", ""},
        {"taken on", requesting({task(needed("11506-3"), "in-progress")}), "pa-missing-attachment", "missing"},
        {"of this request", requesting({task(needed("11506-3"), "requested", own)}), "pa-missing-attachment",
         "missing"},
        {"of a request that nobody has", requesting({task(needed("11506-3"), "requested", other)}),
         "pa-missing-attachment", "missing"},
        {"of another request", requesting({task(needed("11506-3"), "requested", other), claim}), "", ""},
        {"not read", requesting({unread}), "", ""},
        {"no request for a document", requesting({task(serviceDate("2026-10-05"))}), "", ""},
    });
}
