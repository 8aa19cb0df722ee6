#include "core/checks/context.hpp"

#include <algorithm>
#include <cmath>

// Where in the sources a statement's words stand together, and how many of them stand there: the neighbourhood that
// checks read where nothing is cited. Each word costs at most `placesMax` looks.
namespace countersign::checks
{
namespace
{

constexpr std::size_t placesMax = 24; // a word that is said oftener tells no place
constexpr std::uint32_t windowTerms = 36, marginTerms = 6;

struct Vote {
    std::size_t source = 0;
    std::uint32_t term = 0;
    std::uint32_t slot = 0; // which word of the statement
};

struct Window {
    std::size_t source = nowhere;
    std::uint32_t firstTerm = 0, lastTerm = 0;
    double weight = 0;
};

// The heaviest stretch of sources, each of the statement's words counted once.
Window heaviest(const std::vector<Vote> &votes, const std::vector<double> &weights)
{
    std::vector<std::uint32_t> held(weights.size(), 0);
    Window best;
    double weight = 0;
    std::size_t first = 0;
    for (const Vote &vote : votes) {
        weight += held[vote.slot]++ == 0 ? weights[vote.slot] : 0;
        while (votes[first].source != vote.source || votes[first].term + windowTerms < vote.term) {
            weight -= --held[votes[first].slot] == 0 ? weights[votes[first].slot] : 0;
            ++first;
        }
        if (weight > best.weight + 1e-9)
            best = {vote.source, votes[first].term, vote.term + 1, weight};
    }
    return best;
}

// How a word of the statement stands in the window.
struct Standing {
    bool isHere = false, isHereSo = false; // at all; with the statement's polarity
};

// A word is borne out where it stands as the statement has it, less where it stands otherwise or elsewhere.
double bearing(const Standing &standing, const WordFacts &facts, Polarity polarity)
{
    constexpr double asSaid = 1, otherwise = 0.4, elsewhere = 0.5;
    const std::uint32_t same = polarity == Polarity::Negated ? facts.negated + facts.negatedOther : facts.affirmed;
    if (standing.isHereSo)
        return asSaid;
    return standing.isHere ? otherwise : same > 0 ? elsewhere : 0;
}

} // namespace

bool bearsWeight(const Reading &reading, const Term &term)
{
    constexpr std::size_t shortest = 4;
    switch (term.role) {
    case Role::Concept:
    case Role::Drug:
    case Role::Measure:
    case Role::State:
    case Role::Procedure:
        return true;
    case Role::Content:
    case Role::Site:
        return reading.textOf(term).size() >= shortest;
    default:
        return false;
    }
}

// What is said seldom weighs more; what is never said weighs most.
double Context::weightOf(std::uint32_t word, const Term &term) const
{
    const double kind = term.role == Role::Concept || term.role == Role::Drug ? 2 : 1;
    return kind / (1 + std::log2(1.0 + words[word].count()));
}

void Context::align(StatementView &view) const
{
    constexpr double leastShare = 0.3;
    std::vector<Vote> votes;
    std::vector<double> weights;
    std::vector<std::uint32_t> terms;
    double total = 0;
    for (std::uint32_t i = 0; i < view.words.size(); ++i) {
        if (!bearsWeight(view.reading, view.reading.terms[i]))
            continue;
        const auto slot = static_cast<std::uint32_t>(weights.size());
        weights.push_back(weightOf(view.words[i], view.reading.terms[i]));
        terms.push_back(i);
        total += weights.back();
        const auto places = placesOfWord(view.words[i]);
        for (std::size_t p = 0; p < std::min(places.size(), placesMax); ++p)
            votes.push_back({places[p].source, places[p].term, slot});
    }
    std::ranges::sort(votes, [](const Vote &a, const Vote &b) {
        return a.source != b.source ? a.source < b.source : a.term < b.term;
    });
    const Window window = heaviest(votes, weights);
    std::vector<Standing> standings(weights.size());
    for (const Vote &vote : votes) {
        if (vote.source != window.source || vote.term < window.firstTerm || vote.term >= window.lastTerm)
            continue;
        const Term &there = sources[vote.source].reading.terms[vote.term];
        const Term &here = view.reading.terms[terms[vote.slot]];
        standings[vote.slot].isHere = true;
        standings[vote.slot].isHereSo |= (there.polarity == Polarity::Negated) == (here.polarity == Polarity::Negated);
    }
    double borne = 0;
    for (std::size_t slot = 0; slot < terms.size(); ++slot)
        borne += weights[slot]
                 * bearing(standings[slot], words[view.words[terms[slot]]], view.reading.terms[terms[slot]].polarity);
    view.support = total > 0 ? borne / total : 1;
    if (window.source == nowhere || window.weight < leastShare * total)
        return;
    const Reading &reading = sources[window.source].reading;
    const auto &segments = reading.segments;
    const std::uint32_t from = std::max(segments[reading.terms[window.firstTerm].segment].firstTerm,
                                        window.firstTerm - std::min(window.firstTerm, marginTerms));
    const std::uint32_t to =
        std::min(segments[reading.terms[window.lastTerm - 1].segment].lastTerm, window.lastTerm + marginTerms);
    view.nearest =
        passageOf(sources[window.source], window.source, {reading.terms[from].first, reading.terms[to - 1].last});
}

} // namespace countersign::checks
