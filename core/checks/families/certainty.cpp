#include "core/checks/check.hpp"

#include <algorithm>
#include <optional>

// What the sources only suspect, said as a fact, what they know, said as a suspicion, and a certainty that nobody had.
namespace countersign::checks
{
namespace
{

constexpr std::size_t placesMax = 24;

struct Tally {
    std::uint32_t places = 0, hedged = 0, certain = 0;
    WordPlace firstHedged, firstCertain;
};

// "Confirmed", "diagnostic of": a claim of its own.
bool isSureWord(const Reading &reading, const Term &term)
{
    static const WordSet sure{"confirmed", "definitely", "certainly", "proven", "undoubtedly", "conclusive"};
    static const WordKey diagnostic = wordKey("diagnostic"), of = wordKey("of");
    if (sure.contains(term.key)) { // "the patient confirms" is of another kind
        const std::string_view text = reading.textOf(term);
        return !text.ends_with("s") && !text.ends_with("m") && !text.ends_with("g");
    }
    const auto &tokens = reading.tokens.list;
    return term.key == diagnostic && term.last < tokens.size() && tokens[term.last].key == of;
}

// "It is versus that" and "I am concerned" doubt too, but not what stands beside them.
bool isDoubt(const Term &term)
{
    static const WordSet doubts{"possible",  "possibly",   "probable",     "probably", "likely",
                                "suspect",   "suspicious", "may",          "might",    "could",
                                "potential", "presumed",   "questionable", "perhaps"};
    return term.role == Role::Hedge && doubts.contains(term.key);
}

std::vector<std::uint32_t> doubtsIn(const Reading &reading)
{
    std::vector<std::uint32_t> doubts;
    for (std::uint32_t i = 0; i < reading.terms.size(); ++i)
        if (isDoubt(reading.terms[i]))
            doubts.push_back(i);
    return doubts;
}

class Certainties
{
public:
    Certainties(const Context &context, std::vector<Report> &reports) : context_(context), reports_(reports) {}

    void check(std::size_t statement)
    {
        const StatementView &view = context_.statements[statement];
        if (view.statement->style == domain::Statement::Style::Heading)
            return;
        if (isDoubtCited(view))
            checkClauses(statement);
        std::optional<bool> isSure;
        for (std::uint32_t i = 0; i < view.reading.terms.size(); ++i) {
            const Term &term = view.reading.terms[i];
            if (isSureWord(view.reading, term) && !view.passages.empty()
                && tally(view, view.words[i], true).places == 0)
                return reportSure(statement, i);
            if (term.role != Role::Concept || term.polarity != Polarity::Affirmed)
                continue;
            const Tally here = tally(view, view.words[i], true), all = tally(view, view.words[i], false);
            const bool isTooSure = !term.isHedged && all.certain == 0 && all.hedged > 0;
            if (term.isHedged && here.certain == 1 && !isSure)
                isSure = isSaidForSure(view);
            const bool isKnown = here.certain > 1 || (here.certain > 0 && isSure.value_or(false));
            if (isTooSure || (term.isHedged && isKnown && all.hedged == 0))
                return report(statement, i, isTooSure ? all.firstHedged : here.firstCertain, isTooSure);
        }
    }

private:
    [[nodiscard]] bool isDoubtCited(const StatementView &view) const
    {
        return std::ranges::any_of(view.passages, [&](const Passage &passage) {
            const SourceView &source = context_.sources[passage.source];
            if (!source.isEvidence)
                return false;
            const auto &doubts = source.reading.noted<doubtsIn>();
            const auto at = std::ranges::lower_bound(doubts, passage.terms.first);
            return at != doubts.end() && *at < passage.terms.last;
        });
    }

    [[nodiscard]] static bool isCited(const StatementView &view, const WordPlace &place)
    {
        const auto holds = [&](const Passage &passage) {
            return passage.source == place.source && passage.terms.first <= place.term
                   && place.term < passage.terms.last;
        };
        return std::ranges::any_of(view.passages, holds)
               || (view.passages.empty() && view.nearest && holds(*view.nearest));
    }

    // How a word stands in the cited passages, or anywhere.
    [[nodiscard]] Tally tally(const StatementView &view, std::uint32_t word, bool isCitedOnly) const
    {
        Tally sum;
        const auto places = context_.placesOfWord(word);
        for (const WordPlace &place : places.first(std::min(places.size(), placesMax))) {
            const Term &term = context_.sources[place.source].reading.terms[place.term];
            if (isCitedOnly && !isCited(view, place))
                continue;
            ++sum.places;
            if (term.isHedged && sum.hedged++ == 0)
                sum.firstHedged = place;
            if (!term.isHedged && term.polarity == Polarity::Affirmed && sum.certain++ == 0)
                sum.firstCertain = place;
        }
        return sum;
    }

    // A clause that says what a clause of the passage says, and leaves out its doubt.
    void checkClauses(std::size_t statement)
    {
        const StatementView &view = context_.statements[statement];
        const auto &segments = view.reading.segments;
        for (std::size_t i = 0; i < std::min(segments.size(), judgedMax); ++i) {
            const auto begin = view.reading.terms.begin();
            const bool isDoubted =
                std::any_of(begin + segments[i].firstTerm, begin + segments[i].lastTerm, [](const Term &term) {
                    return term.role == Role::Hedge || term.role == Role::Condition || term.isHedged;
                });
            if (!isDoubted && judgeClause(statement, segments[i]))
                return;
        }
    }

    bool judgeClause(std::size_t statement, const Segment &clause)
    {
        constexpr std::size_t anchorsMax = 12, least = 3;
        const StatementView &view = context_.statements[statement];
        std::vector<std::uint32_t> anchors;
        for (std::uint32_t i = clause.firstTerm; i < clause.lastTerm && anchors.size() < anchorsMax; ++i)
            if (bearsWeight(view.reading.terms[i]) && std::ranges::find(anchors, view.words[i]) == anchors.end())
                anchors.push_back(view.words[i]);
        if (anchors.size() < least)
            return false;
        for (const Passage &passage : view.passages) {
            const SourceView &source = context_.sources[passage.source];
            if (!source.isEvidence)
                continue;
            const auto &hedges = source.reading.noted<doubtsIn>();
            auto at = std::ranges::lower_bound(hedges, passage.terms.first);
            for (std::size_t seen = 0; at != hedges.end() && *at < passage.terms.last && seen < judgedMax; ++at, ++seen)
                if (isOfThat(anchors, {static_cast<std::uint32_t>(passage.source), *at})) {
                    reportLeftOut(statement, clause, {static_cast<std::uint32_t>(passage.source), *at});
                    return true;
                }
        }
        return false;
    }

    // Whether most of those words stand about that doubt.
    [[nodiscard]] bool isOfThat(const std::vector<std::uint32_t> &anchors, const WordPlace &hedge) const
    {
        constexpr std::uint32_t before = 4, after = 10;
        constexpr double share = 0.6;
        const auto &there = context_.sources[hedge.source].reading.terms;
        const std::uint32_t first = hedge.term - std::min(hedge.term, before);
        const auto count = std::ranges::count_if(anchors, [&](std::uint32_t word) {
            const auto places = context_.placesOfWord(word);
            const auto at = std::ranges::partition_point(places, [&](const WordPlace &place) {
                return place.source < hedge.source || (place.source == hedge.source && place.term < first);
            });
            return at != places.end() && at->source == hedge.source && at->term <= hedge.term + after
                   && there[at->term].segment == there[hedge.term].segment;
        });
        return static_cast<double>(count) >= share * static_cast<double>(anchors.size());
    }

    void reportLeftOut(std::size_t statement, const Segment &clause, const WordPlace &there)
    {
        const Reading &reading = context_.statements[statement].reading;
        const Term &other = context_.sources[there.source].reading.terms[there.term];
        reports_.push_back({.code = "certainty-conflict",
                            .severity = domain::Severity::Info,
                            .statement = statement,
                            .place = {reading.terms[clause.firstTerm].first, reading.terms[clause.lastTerm - 1].last},
                            .source = there.source,
                            .sourcePlace = {other.first, other.last},
                            .values = {{"draft", "stated"}, {"source", "suspected"}},
                            .message = "Draft and source differ on whether this is certain."});
    }

    // "You definitely have gout."
    [[nodiscard]] bool isSaidForSure(const StatementView &view) const
    {
        return std::ranges::any_of(view.passages, [&](const Passage &passage) {
            const Reading &reading = context_.sources[passage.source].reading;
            return std::any_of(reading.terms.begin() + passage.terms.first, reading.terms.begin() + passage.terms.last,
                               [&](const Term &term) { return isSureWord(reading, term); });
        });
    }

    void reportSure(std::size_t statement, std::uint32_t at)
    {
        const Reading &reading = context_.statements[statement].reading;
        const Term &term = reading.terms[at];
        reports_.push_back({.code = "certainty-conflict",
                            .severity = domain::Severity::Info,
                            .statement = statement,
                            .place = {term.first, term.last},
                            .values = {{"draft", std::string(reading.textOf(term))}},
                            .message = "The passage that is cited does not say that this is certain."});
    }

    void report(std::size_t statement, std::uint32_t at, const WordPlace &there, bool isTooSure)
    {
        const Term &term = context_.statements[statement].reading.terms[at];
        const Term &other = context_.sources[there.source].reading.terms[there.term];
        reports_.push_back(
            {.code = "certainty-conflict",
             .severity = domain::Severity::Info,
             .statement = statement,
             .place = {term.first, term.last},
             .source = there.source,
             .sourcePlace = {other.first, other.last},
             .values = {{"draft", isTooSure ? "stated" : "suspected"}, {"source", isTooSure ? "suspected" : "stated"}},
             .message = "Draft and source differ on whether this is certain."});
    }

    const Context &context_;
    std::vector<Report> &reports_;
};

void run(const Context &context, std::vector<Report> &reports)
{
    if (!context.hasEvidence())
        return;
    Certainties certainties(context, reports);
    for (std::size_t i = 0; i < context.statements.size(); ++i)
        certainties.check(i);
}

} // namespace

const Check &certaintyCheck()
{
    static constexpr Check check{
        "certainty",
        "1",
        "Whether the draft states what the sources only suspect, suspects what they state, or "
        "calls certain what the cited passage does not.",
        "Doubt that is told by tone, and \"I think\", which is how clinicians say what they know.",
        "Puts two passages side by side; it draws no conclusion from them.",
        run};
    return check;
}

} // namespace countersign::checks
