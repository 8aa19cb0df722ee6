#include "core/checks/check.hpp"

// What a statement says that no source speaks of, or that the draft itself says otherwise.
namespace countersign::checks
{
namespace
{

using domain::Severity;

struct Support {
    std::size_t told = 0, untold = 0;
    std::size_t firstUntold = nowhere;
    std::size_t undenied = nowhere;     // a finding that the draft denies and no source does
    std::size_t invented = nowhere;     // one that the draft affirms and no source names
    std::size_t contradicted = nowhere; // one that the draft affirms elsewhere
    bool isNamed = false;               // a finding or a drug is among the untold
};

bool counts(const Term &term)
{
    constexpr std::size_t shortest = 4;
    return term.role == Role::Concept || term.role == Role::Procedure || term.role == Role::Measure
           || (term.role == Role::Content && term.bytes >= shortest);
}

Support supportOf(const Context &context, const StatementView &view)
{
    Support support;
    for (std::size_t i = 0; i < view.reading.terms.size(); ++i) {
        const Term &term = view.reading.terms[i];
        const WordFacts &facts = context.words[view.words[i]];
        static const WordKey gravest = wordKey("anaphylaxis"); // of an allergy's reactions
        if (term.key == gravest && facts.count() == 0)
            support.invented = i;
        if (!counts(term))
            continue;
        const bool isDenied = term.role == Role::Concept && term.polarity == Polarity::Negated;
        if (isDenied && facts.draftAffirmed > 0 && !context.lexicon.isSiteBound(term))
            support.contradicted = i;
        if (isDenied && facts.negated == 0)
            support.undenied = i;
        const bool isClaimed = term.role == Role::Concept && term.polarity == Polarity::Affirmed && !term.isHedged;
        if (isClaimed && facts.count() == 0 && !context.lexicon.isSiteBound(term))
            support.invented = i;
        if (facts.count() > 0) {
            ++support.told;
            continue;
        }
        ++support.untold;
        support.isNamed = support.isNamed || term.role != Role::Content;
        support.firstUntold = support.firstUntold == nowhere ? i : support.firstUntold;
    }
    return support;
}

std::string untoldWords(const Context &context, const StatementView &view)
{
    std::string words;
    for (std::size_t i = 0; i < view.reading.terms.size(); ++i) {
        const Term &term = view.reading.terms[i];
        if (counts(term) && context.words[view.words[i]].count() == 0) {
            words += words.empty() ? "" : ", ";
            words += view.reading.textOf(term);
        }
    }
    return words;
}

void report(std::size_t statement, const StatementView &view, std::size_t at, std::string_view code,
            std::string_view message, std::string words, std::vector<Report> &reports)
{
    const Term &term = view.reading.terms[at];
    reports.push_back({.code = code,
                       .severity = Severity::Info,
                       .statement = statement,
                       .place = {term.first, term.last},
                       .values = {{"draft", std::move(words)}},
                       .message = std::string(message)});
}

void run(const Context &context, std::vector<Report> &reports)
{
    if (!context.hasEvidence())
        return;
    for (std::size_t i = 0; i < context.statements.size(); ++i) {
        const StatementView &view = context.statements[i];
        if (view.statement->style == domain::Statement::Style::Heading)
            continue;
        const Support support = supportOf(context, view);
        if (support.contradicted != nowhere)
            report(i, view, support.contradicted, "negation-conflict",
                   "The draft denies here what it affirms elsewhere.",
                   std::string(view.reading.textOf(view.reading.terms[support.contradicted])), reports);
        const bool isThin = (support.isNamed && support.untold >= support.told)
                            || (support.untold > 2 * support.told && support.untold >= 3);
        if (support.untold > 0 && isThin)
            report(i, view, support.firstUntold, "value-not-in-evidence", "No source speaks of these words.",
                   untoldWords(context, view), reports);
        else if (support.invented != nowhere)
            report(i, view, support.invented, "value-not-in-evidence", "No source speaks of this.",
                   std::string(view.reading.textOf(view.reading.terms[support.invented])), reports);
        else if (support.undenied != nowhere)
            report(i, view, support.undenied,
                   context.words[view.words[support.undenied]].count() > 0 ? "negation-conflict"
                                                                           : "value-not-in-evidence",
                   "No source denies this.", std::string(view.reading.textOf(view.reading.terms[support.undenied])),
                   reports);
    }
}

} // namespace

const Check &supportCheck()
{
    static constexpr Check check{"support",
                                 "1",
                                 "Words and findings of a statement that no source speaks of, denials that no source "
                                 "makes, and findings that the "
                                 "draft both affirms and denies.",
                                 "Whether other words of the sources mean the same.",
                                 "Points at words; the reader sees both texts.",
                                 run};
    return check;
}

} // namespace countersign::checks
