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
    const std::string_view text = reading.textOf(term);
    if (sure.contains(term.key)) // "the patient confirms" is of another kind
        return !text.ends_with("s") && !text.ends_with("m") && !text.ends_with("g");
    const auto &tokens = reading.tokens.list;
    return term.key == diagnostic && term.last < tokens.size() && tokens[term.last].key == of;
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
