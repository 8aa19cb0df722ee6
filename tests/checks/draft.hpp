// Proposals for tests of the checks, in a line each: a statement, its sources, and what was found.
#pragma once

#include "core/checks/registry.hpp"

#include <algorithm>
#include <doctest/doctest.h>

namespace countersign::tests
{

using namespace domain;

inline Source sourceOf(std::string id, Source::Kind kind, std::string content)
{
    Source source;
    source.id = SourceId(std::move(id));
    source.kind = kind;
    source.patientId = PatientId("p1");
    source.read = true;
    source.content = std::move(content);
    if (kind == Source::Kind::Fhir)
        source.mediaType = Source::MediaType::FhirJson;
    return source;
}

inline Source fax(std::vector<std::string> pages)
{
    Source source = sourceOf("fax", Source::Kind::Document, "");
    source.content.reset();
    source.pageTexts = std::move(pages);
    return source;
}

inline Proposal drafted(std::string_view statement, std::vector<Source> sources = {}, std::string_view title = "Plan")
{
    Proposal proposal;
    proposal.patient.id = PatientId("p1");
    proposal.proposedAt = *parseInstant("2026-11-02T08:00:00Z");
    proposal.action.type = ActionType("note.file");
    proposal.sources = std::move(sources);
    Statement written;
    written.id = StatementId("s1");
    written.text = statement;
    proposal.draft = NoteDraft{"en", {{SectionId("a"), std::string(title), "", {written}}}};
    return proposal;
}

inline Proposal citing(Proposal proposal, Selector selector)
{
    auto &statement = sectionsOf(proposal.draft)->front().statements.front();
    statement.citations.push_back({proposal.sources.front().id, std::move(selector)});
    return proposal;
}

inline std::vector<Finding> findingsOf(const Proposal &proposal)
{
    return checks::runChecks(proposal, {}, proposal.proposedAt);
}

struct Row {
    std::string_view what;
    Proposal proposal;
    std::string_view code, check;
    bool isFound;
    Severity severity = Severity::Warning;
};

inline void judge(const std::vector<Row> &rows)
{
    for (const Row &row : rows) {
        CAPTURE(row.what);
        CAPTURE(row.code);
        const auto findings = findingsOf(row.proposal);
        const auto found = std::ranges::find_if(findings, [&](const Finding &finding) {
            return finding.code == row.code && finding.check == row.check;
        });
        CHECK((found != findings.end()) == row.isFound);
        if (found != findings.end() && row.isFound)
            CHECK(found->severity == row.severity);
    }
}

} // namespace countersign::tests
