#include "core/checks/check.hpp"

#include <algorithm>

namespace countersign::checks
{
namespace
{

using domain::Severity;

std::string closestText(const Context &context, const CitationView &citation)
{
    constexpr std::size_t most = 400;
    const Reading &reading = context.sources[citation.source].reading;
    return std::string(reading.textBetween(citation.closest.first, citation.closest.last)).substr(0, most);
}

void reportQuote(const Context &context, std::size_t statement, const CitationView &citation,
                 std::vector<Report> &reports)
{
    Report report{.code = "quote-not-in-source",
                  .statement = statement,
                  .source = citation.source,
                  .sourcePlace = citation.closest};
    switch (citation.fate) {
    case QuoteFate::Found:
    case QuoteFate::NoText:
        return;
    case QuoteFate::FoundElsewhere:
        report.code = "citation-unresolvable";
        report.severity = Severity::Info;
        report.message = "The quoted words stand in the source at another place than the citation says.";
        break;
    case QuoteFate::Altered:
        report.values = {{"closest", closestText(context, citation)}};
        report.message = "The quoted words are not in the source; the closest text differs.";
        break;
    case QuoteFate::Missing:
        report.message = "The quoted words are not in the source.";
        break;
    case QuoteFate::NoSource:
        report.code = "citation-unresolvable";
        report.values = {{"source", citation.citation->sourceId.text()}};
        report.message = "The citation names a source that was not given.";
        break;
    }
    reports.push_back(std::move(report));
}

bool statesSomething(const StatementView &view)
{
    if (view.statement->style == domain::Statement::Style::Heading
        || view.statement->basis == domain::Statement::Basis::Boilerplate)
        return false;
    return std::ranges::any_of(view.reading.terms, [](const Term &term) {
        return term.role == Role::Drug || term.role == Role::Concept || term.role == Role::Procedure
               || term.role == Role::Number || term.role == Role::Site;
    });
}

void run(const Context &context, std::vector<Report> &reports)
{
    for (std::size_t i = 0; i < context.statements.size(); ++i) {
        const StatementView &view = context.statements[i];
        for (const CitationView &citation : view.citations)
            reportQuote(context, i, citation, reports);
        if (view.citations.empty() && statesSomething(view))
            reports.push_back({.code = "statement-uncited",
                               .severity = Severity::Info,
                               .statement = i,
                               .message = "This statement cites nothing."});
    }
}

} // namespace

const Check &citationCheck()
{
    static constexpr Check check{
        "citation",
        "1",
        "Whether each quotation stands in its source, letter by letter but for case and blanks, and which statements "
        "with "
        "clinical content cite nothing.",
        "Whether the quoted passage bears the statement out.",
        "Compares text with text and shows both; it recommends nothing, and the reader sees the source.",
        run};
    return check;
}

} // namespace countersign::checks
