#include "core/checks/check.hpp"

#include <algorithm>
#include <array>

namespace countersign::checks
{
namespace
{

std::size_t editDistance(std::string_view a, std::string_view b)
{
    constexpr std::size_t most = 32;
    if (a.size() > most || b.size() > most)
        return most;
    std::array<std::size_t, most + 1> row{};
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            const bool isSame = (a[i - 1] | 0x20) == (b[j - 1] | 0x20);
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (isSame ? 0 : 1)});
            diagonal = above;
        }
    }
    return row[b.size()];
}

// Ears and scanners misspell: a word that no table knows and that is nearly the name is taken for it.
bool isMisheard(const Context &context, std::string_view name, std::vector<std::string_view> &strange,
                bool &isCollected)
{
    constexpr std::size_t shortest = 5;
    if (!isCollected) {
        isCollected = true;
        for (const SourceView &source : context.sources) {
            for (const Term &term : source.reading.terms)
                if (source.isEvidence && term.role == Role::Content && source.reading.textOf(term).size() >= shortest)
                    strange.push_back(source.reading.textOf(term));
        }
        std::ranges::sort(strange);
        strange.erase(std::unique(strange.begin(), strange.end()), strange.end());
    }
    const std::size_t allowed = name.size() < 7 ? 1 : 2;
    return name.size() >= shortest && std::ranges::any_of(strange, [&](std::string_view word) {
               const std::size_t gap =
                   word.size() > name.size() ? word.size() - name.size() : name.size() - word.size();
               return gap <= allowed && (word[0] | 0x20) == (name[0] | 0x20) && editDistance(name, word) <= allowed;
           });
}

const Term *lookAlikeIn(const Context &context, const Term &drug, std::size_t &source)
{
    for (std::size_t s = 0; s < context.sources.size(); ++s)
        for (const std::uint16_t other : context.drugsOf(s))
            if (context.sources[s].isEvidence && context.lexicon.areLookAlike(drug.id, other)) {
                source = s;
                return &context.sources[s].reading.terms[context.drugPlaces(s, other).front()];
            }
    return nullptr;
}

// "his antihistamine" is kept by "cetirizine": only names are compared, so a drug that stands for its family counts.
bool isFamilyName(const Context &context, const Term &drug)
{
    const std::string_view name = context.lexicon.drug(drug.id).ingredient;
    return name == "insulin" || name == "penicillin";
}

// "Lantus insulin" is borne out by Lantus.
bool isFamilyNamed(const Context &context, const Term &family)
{
    for (std::size_t s = 0; s < context.sources.size(); ++s)
        for (const std::uint16_t drug : context.drugsOf(s))
            if (context.sources[s].isEvidence
                && context.lexicon.drug(drug).drugClass == context.lexicon.drug(family.id).drugClass)
                return true;
    return false;
}

// Two names with the letters raised in which they differ: hydrOXYzine, hydrALAzine.
std::string raised(std::string_view name, std::string_view other)
{
    std::size_t first = 0, tail = 0;
    const std::size_t most = std::min(name.size(), other.size());
    while (first < most && name[first] == other[first])
        ++first;
    while (tail < most - first && name[name.size() - 1 - tail] == other[other.size() - 1 - tail])
        ++tail;
    std::string tall(name);
    for (std::size_t i = first; i < tall.size() - tail; ++i)
        if (tall[i] >= 'a' && tall[i] <= 'z')
            tall[i] = static_cast<char>(tall[i] - 'a' + 'A');
    return tall;
}

void report(const Context &context, std::size_t statement, const Term &drug, std::vector<Report> &reports)
{
    const Reading &reading = context.statements[statement].reading;
    std::size_t source = nowhere;
    const Term *other = lookAlikeIn(context, drug, source);
    Report made{.code = other ? "lookalike-drug" : "drug-not-in-evidence",
                .statement = statement,
                .place = {drug.first, drug.last},
                .values = {{"draft", std::string(reading.textOf(drug))},
                           {"ingredient", std::string(context.lexicon.drug(drug.id).ingredient)}},
                .message = "No source names this drug."};
    if (other) {
        made.source = source;
        made.sourcePlace = {other->first, other->last};
        made.values.emplace_back("source", context.sources[source].reading.textOf(*other));
        const std::string_view one = context.lexicon.drug(drug.id).ingredient,
                               two = context.lexicon.drug(other->id).ingredient;
        made.values.emplace_back("names", raised(one, two) + " / " + raised(two, one));
        made.message = "No source names this drug; they name one that is easily taken for it.";
    }
    reports.push_back(std::move(made));
}

void run(const Context &context, std::vector<Report> &reports)
{
    if (!context.hasEvidence())
        return;
    std::vector<std::string_view> strange;
    bool isCollected = false;
    for (std::size_t i = 0; i < context.statements.size(); ++i) {
        const StatementView &view = context.statements[i];
        for (std::size_t t = 0; t < view.reading.terms.size(); ++t) {
            const Term &term = view.reading.terms[t];
            if (term.role != Role::Drug || context.words[view.words[t]].count() > 0)
                continue;
            if (isFamilyName(context, term) && isFamilyNamed(context, term))
                continue;
            if (!isFamilyName(context, term) && isMisheard(context, view.reading.textOf(term), strange, isCollected))
                continue;
            report(context, i, term, reports);
        }
    }
}

} // namespace

const Check &drugEvidenceCheck()
{
    static constexpr Check check{"drug-evidence",
                                 "1",
                                 "Whether every drug that the draft names, by brand or ingredient, is named in a "
                                 "source; and if not, whether one "
                                 "that is easily taken for it is.",
                                 "Drugs that its table does not know, and whether the drug is right for the patient.",
                                 "Compares names; the reader sees both texts.",
                                 run};
    return check;
}

} // namespace countersign::checks
