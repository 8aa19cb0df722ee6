#include "core/checks/context.hpp"

#include <algorithm>
#include <array>
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
    std::uint64_t at = 0;   // a source, and a term of it
    std::uint32_t slot = 0; // which word of the statement
    [[nodiscard]] std::size_t source() const { return at >> 32U; }
    [[nodiscard]] std::uint32_t term() const { return static_cast<std::uint32_t>(at); }
};

struct Window {
    std::size_t source = nowhere;
    std::uint32_t firstTerm = 0, lastTerm = 0;
    double weight = 0;
};

// The heaviest stretch of sources, each of the statement's words counted once.
Window heaviest(const std::vector<Vote> &votes, const std::vector<double> &weights, std::vector<std::uint32_t> &held)
{
    held.assign(weights.size(), 0);
    Window best;
    double weight = 0;
    std::size_t first = 0;
    for (const Vote &vote : votes) {
        weight += held[vote.slot]++ == 0 ? weights[vote.slot] : 0;
        while (votes[first].source() != vote.source() || votes[first].term() + windowTerms < vote.term()) {
            weight -= --held[votes[first].slot] == 0 ? weights[votes[first].slot] : 0;
            ++first;
        }
        if (weight > best.weight + 1e-9)
            best = {vote.source(), votes[first].term(), vote.term() + 1, weight};
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

bool bearsWeight(const Term &term)
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
        return term.bytes >= shortest;
    default:
        return false;
    }
}

// What is said seldom weighs more; what is never said weighs most.
double Context::weightOf(std::uint32_t word, const Term &term) const
{
    static const auto shares = [] {
        std::array<double, 256> all{};
        for (std::size_t count = 0; count < all.size(); ++count)
            all[count] = 1 + std::log2(1.0 + static_cast<double>(count));
        return all;
    }();
    const double kind = term.role == Role::Concept || term.role == Role::Drug ? 2 : 1;
    const std::uint32_t count = words[word].count();
    return kind / (count < shares.size() ? shares[count] : 1 + std::log2(1.0 + count));
}

namespace
{

class Aligner
{
public:
    explicit Aligner(const Context &context) : context_(context) {}

    void align(StatementView &view)
    {
        const double total = gather(view);
        const Window window = heaviest(votes_, weights_, held_);
        view.support = total > 0 ? borne(view, window) / total : 1;
        constexpr double leastShare = 0.3;
        if (window.source != nowhere && window.weight >= leastShare * total)
            view.nearest = around(window);
    }

private:
    // The weight of all the words.
    double gather(const StatementView &view)
    {
        votes_.clear();
        weights_.clear();
        terms_.clear();
        double total = 0;
        for (std::uint32_t i = 0; i < view.words.size(); ++i) {
            if (!bearsWeight(view.reading.terms[i]))
                continue;
            const auto slot = static_cast<std::uint32_t>(weights_.size());
            weights_.push_back(context_.weightOf(view.words[i], view.reading.terms[i]));
            terms_.push_back(i);
            total += weights_.back();
            const auto places = context_.placesOfWord(view.words[i]);
            for (const WordPlace &place : places.first(std::min(places.size(), placesMax)))
                votes_.push_back({std::uint64_t{place.source} << 32U | place.term, slot});
        }
        std::ranges::sort(votes_, {}, &Vote::at);
        return total;
    }

    double borne(const StatementView &view, const Window &window)
    {
        standings_.assign(weights_.size(), {});
        for (const Vote &vote : votes_) {
            if (vote.source() != window.source || vote.term() < window.firstTerm || vote.term() >= window.lastTerm)
                continue;
            const Term &there = context_.sources[vote.source()].reading.terms[vote.term()];
            const Term &here = view.reading.terms[terms_[vote.slot]];
            Standing &standing = standings_[vote.slot];
            standing.isHere = true;
            standing.isHereSo |= (there.polarity == Polarity::Negated) == (here.polarity == Polarity::Negated);
        }
        double sum = 0;
        for (std::size_t slot = 0; slot < terms_.size(); ++slot)
            sum += weights_[slot]
                   * bearing(standings_[slot], context_.words[view.words[terms_[slot]]],
                             view.reading.terms[terms_[slot]].polarity);
        return sum;
    }

    [[nodiscard]] Passage around(const Window &window) const
    {
        const SourceView &source = context_.sources[window.source];
        const auto &terms = source.reading.terms;
        const auto &segments = source.reading.segments;
        const std::uint32_t from = std::max(segments[terms[window.firstTerm].segment].firstTerm,
                                            window.firstTerm - std::min(window.firstTerm, marginTerms));
        const std::uint32_t to =
            std::min(segments[terms[window.lastTerm - 1].segment].lastTerm, window.lastTerm + marginTerms);
        return passageOf(source, window.source, {terms[from].first, terms[to - 1].last});
    }

    const Context &context_;
    std::vector<Vote> votes_; // of the statement at hand, as the next
    std::vector<double> weights_;
    std::vector<std::uint32_t> terms_, held_;
    std::vector<Standing> standings_;
};

} // namespace

void Context::align()
{
    Aligner aligner(*this);
    for (StatementView &view : statements)
        aligner.align(view);
}

} // namespace countersign::checks
