#include "core/checks/check.hpp"

#include <algorithm>

// What the sources hold and the draft does not: few, the weightiest first.
namespace countersign::checks
{
namespace
{

using domain::Severity;

bool isDrafted(const Context &context, WordKey key)
{
    return context.factsOf(key).drafted > 0;
}

void checkAllergies(const Context &context, std::vector<Report> &reports)
{
    int count = 0;
    for (const domain::Allergy &allergy : context.proposal.patient.allergies) {
        if (allergy.status == domain::Allergy::Status::Refuted || count >= context.policy.omissionsMax)
            continue;
        const Tokens words = cutTokens(allergy.substance);
        const bool isNamed = std::ranges::any_of(words.list, [&](const Token &token) {
            const Lexicon::Phrase *phrase = context.lexicon.match(std::span(&token, 1));
            return isDrafted(context, phrase ? phrase->key : token.key);
        });
        if (isNamed)
            continue;
        ++count;
        reports.push_back({.code = "omitted-allergy",
                           .severity = Severity::Info,
                           .values = {{"allergy", allergy.substance}},
                           .message = "The record holds an allergy that the draft does not name."});
    }
}

// Drugs and findings that the sources affirm, by how often they are said.
struct Omissions {
    std::string_view code, message;
    std::vector<WordFacts> words{};
};

void reportWords(const Context &context, Omissions &omissions, std::vector<Report> &reports)
{
    std::vector<WordFacts> &missing = omissions.words;
    const auto most = static_cast<std::size_t>(std::max(0, context.policy.omissionsMax));
    std::ranges::stable_sort(missing, std::greater{}, &WordFacts::affirmed);
    if (missing.size() > most)
        missing.resize(most);
    for (const WordFacts &facts : missing) {
        const WordPlace place = facts.firstAffirmed;
        const Reading &reading = context.sources[place.source].reading;
        const Term &term = reading.terms[place.term];
        reports.push_back({.code = omissions.code,
                           .severity = Severity::Info,
                           .source = place.source,
                           .sourcePlace = {term.first, term.last},
                           .values = {{"source", std::string(reading.textOf(term))}},
                           .message = std::string(omissions.message)});
    }
}

void checkWords(const Context &context, std::vector<Report> &reports)
{
    constexpr std::uint32_t oftenEnough = 3;
    Omissions drugs{"omitted-medication", "A source names a drug that the draft does not."};
    Omissions findings{"omitted-fact", "A source affirms more than once what the draft does not mention."};
    for (std::size_t s = 0; s < context.sources.size(); ++s) {
        const SourceView &view = context.sources[s];
        if (!view.isEvidence)
            continue;
        for (const std::uint32_t term : view.words.affirmedNames()) {
            const WordFacts facts = context.factsOf(view.reading.terms[term].key);
            const bool isTold = facts.firstAffirmed.source != s; // with an earlier source
            if (isTold || facts.drafted > 0 || facts.ofFamily > 0)
                continue;
            const Role role = view.reading.terms[term].role;
            if (role == Role::Drug)
                drugs.words.push_back(facts);
            else if (facts.affirmed >= oftenEnough)
                findings.words.push_back(facts);
        }
    }
    reportWords(context, drugs, reports);
    reportWords(context, findings, reports);
}

void run(const Context &context, std::vector<Report> &reports)
{
    if (context.statements.empty())
        return;
    checkAllergies(context, reports);
    checkWords(context, reports);
}

} // namespace

const Check &omissionCheck()
{
    static constexpr Check check{
        "omission",
        "1",
        "Recorded allergies, drugs and repeated findings of the sources that the draft does not name.",
        "Whether they matter for this document.",
        "Lists what was left out; whether it belongs in is the reader's choice.",
        run};
    return check;
}

} // namespace countersign::checks
