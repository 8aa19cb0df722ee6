#include "core/checks/check.hpp"

#include <algorithm>
#include <span>

// Two words that stand together in the draft and in a source, denied in one and not in the other. One word says little;
// a pair of them is nearly a quotation.
namespace countersign::checks
{
namespace
{

constexpr std::uint32_t draftReach = 4, sourceReach = 7; // terms between the words of a pair
constexpr std::size_t placesMax = 24;

bool isPairWord(const Term &term)
{
    constexpr std::size_t shortest = 3;
    switch (term.role) {
    case Role::Concept:
    case Role::Drug:
    case Role::Measure:
    case Role::Procedure:
    case Role::State:
    case Role::Site:
        return true;
    case Role::Content:
    case Role::Quality:
        return term.bytes >= shortest;
    default:
        return false;
    }
}

struct Sightings {
    std::uint32_t same = 0, opposite = 0, unclear = 0;
    WordPlace contrary;
};

class Echoes
{
public:
    Echoes(const Context &context, std::vector<Report> &reports) : context_(context), reports_(reports) {}

    void check(std::size_t statement)
    {
        const StatementView &view = context_.statements[statement];
        if (view.statement->style == domain::Statement::Style::Heading)
            return;
        const auto &terms = view.reading.terms;
        for (std::uint32_t i = 0; i < terms.size(); ++i) {
            if (!isHeld(view, i))
                continue;
            for (std::uint32_t j = i + 1; j < std::min<std::size_t>(terms.size(), i + 1 + draftReach); ++j) {
                if (terms[j].segment != terms[i].segment || terms[j].role == Role::ScopeEnd)
                    break;
                if (!isHeld(view, j) || terms[j].polarity != terms[i].polarity || terms[j].key == terms[i].key)
                    continue;
                if (const Sightings seen = look(view, i, j);
                    seen.opposite > 0 && seen.same + seen.unclear == 0
                    && (isNamed(terms[i]) || isNamed(terms[j]) || isMeant(view, seen.contrary)))
                    return report(statement, i, j, seen.contrary);
                break;
            }
        }
    }

private:
    [[nodiscard]] static bool isHeld(const StatementView &view, std::uint32_t i)
    {
        const Term &term = view.reading.terms[i];
        return isPairWord(term) && (term.polarity != Polarity::Open || isOnCondition(term)) && !term.isHedged
               && !term.isOther;
    }

    // "If it does not improve": open, and denied within what is open.
    [[nodiscard]] static bool isOnCondition(const Term &term)
    {
        return term.polarity == Polarity::Open && !term.isAsked && term.role != Role::Concept;
    }
    [[nodiscard]] static bool isDeniedThere(const Term &term)
    {
        return term.polarity == Polarity::Negated
               || (term.polarity == Polarity::Open && (term.isVerbDenied || term.isNounDenied));
    }

    [[nodiscard]] Sightings look(const StatementView &view, std::uint32_t i, std::uint32_t j) const
    {
        Sightings seen;
        const bool isDenied = isDeniedThere(view.reading.terms[i]) || isDeniedThere(view.reading.terms[j]);
        const bool isOpen = view.reading.terms[i].polarity == Polarity::Open;
        const auto places = context_.placesOfWord(view.words[i]);
        auto others = context_.placesOfWord(view.words[j]);
        for (const WordPlace &place : places.first(others.empty() ? 0 : std::min(places.size(), placesMax))) {
            const SourceView &source = context_.sources[place.source];
            const auto &terms = source.reading.terms;
            const Segment &segment = source.reading.segments[terms[place.term].segment];
            const std::uint32_t from = std::max(segment.firstTerm, place.term - std::min(place.term, sourceReach));
            const std::uint32_t to = std::min(segment.lastTerm, place.term + 1 + sourceReach);
            std::uint32_t nearest = to;
            others = startingAt(others, {place.source, from});
            for (const WordPlace &other : others) {
                if (other.source != place.source || other.term >= to)
                    break;
                if (other.term != place.term
                    && (nearest == to || distance(other.term, place.term) < distance(nearest, place.term)))
                    nearest = other.term;
            }
            if (nearest < to)
                note(seen, terms[place.term], terms[nearest], {isDenied, isOpen}, view, place);
        }
        return seen;
    }

    [[nodiscard]] static bool isNamed(const Term &term)
    {
        return term.role == Role::Concept || term.role == Role::Drug || term.role == Role::Measure
               || term.role == Role::Procedure;
    }

    // The same loose words far from what the statement cites are of something else.
    [[nodiscard]] static bool isMeant(const StatementView &view, const WordPlace &place)
    {
        const auto holds = [&](const Passage &passage) {
            return passage.source == place.source && passage.terms.first <= place.term
                   && place.term < passage.terms.last;
        };
        return std::ranges::any_of(view.passages, holds)
               || (view.passages.empty() && view.nearest && holds(*view.nearest));
    }

    static std::span<const WordPlace> startingAt(std::span<const WordPlace> places, WordPlace from)
    {
        const auto first = std::ranges::lower_bound(places, from, [](const WordPlace &a, const WordPlace &b) {
            return a.source != b.source ? a.source < b.source : a.term < b.term;
        });
        return {first, places.end()};
    }
    static std::uint32_t distance(std::uint32_t a, std::uint32_t b) { return a < b ? b - a : a - b; }

    struct Drafted {
        bool isDenied = false, isOpen = false;
    };
    static void note(Sightings &seen, const Term &one, const Term &other, const Drafted &drafted,
                     const StatementView &view, const WordPlace &place)
    {
        const bool isOpen = one.polarity == Polarity::Open;
        const bool isSaidDenied = isDeniedThere(one) || (isOpen && isDeniedThere(other));
        // A denial that reaches far in speech may have ended before.
        const bool isFar = one.polarity == Polarity::Negated && !one.isNounDenied && !one.isVerbDenied
                           && !other.isNounDenied && !other.isVerbDenied;
        const bool isUnlike = isOpen != drafted.isOpen || (isOpen && (one.isAsked || other.isAsked));
        if (one.polarity != other.polarity || isUnlike || one.isOther || isFar) {
            ++seen.unclear;
        } else if (isSaidDenied == drafted.isDenied) {
            ++seen.same;
        } else if (seen.opposite++ == 0 || (!isMeant(view, seen.contrary) && isMeant(view, place))) {
            seen.contrary = place; // where the statement cites it, if it is there
        }
    }

    void report(std::size_t statement, std::uint32_t i, std::uint32_t j, const WordPlace &contrary)
    {
        const Reading &reading = context_.statements[statement].reading;
        const Term &there = context_.sources[contrary.source].reading.terms[contrary.term];
        const bool isDenied = isDeniedThere(reading.terms[i]) || isDeniedThere(reading.terms[j]);
        reports_.push_back(
            {.code = "negation-conflict",
             .severity = domain::Severity::Info,
             .statement = statement,
             .place = {reading.terms[i].first, reading.terms[j].last},
             .source = contrary.source,
             .sourcePlace = {there.first, there.last},
             .values = {{"draft", isDenied ? "denied" : "affirmed"},
                        {"source", isDenied ? "affirmed" : "denied"},
                        {"term", std::string(reading.textBetween(reading.terms[i].first, reading.terms[j].last))}},
             .message = isDenied ? "The draft denies what the source affirms in the same words."
                                 : "The draft affirms what the source denies in the same words."});
    }

    const Context &context_;
    std::vector<Report> &reports_;
};

void run(const Context &context, std::vector<Report> &reports)
{
    if (!context.hasEvidence())
        return;
    Echoes echoes(context, reports);
    for (std::size_t i = 0; i < context.statements.size(); ++i)
        echoes.check(i);
}

} // namespace

const Check &echoCheck()
{
    static constexpr Check check{"echo",
                                 "1",
                                 "Whether words that stand together in the draft and in a source are denied in one of "
                                 "them and not in the other.",
                                 "Whether the same words were said of something else.",
                                 "Puts two passages side by side; it draws no conclusion from them.",
                                 run};
    return check;
}

} // namespace countersign::checks
