#include "core/checks/check.hpp"
#include "core/checks/language/kinds.hpp"

#include <algorithm>
#include <span>

// Planned or done, stopped or going on: how the draft has it, and how the sources have it of the
// same words.
namespace countersign::checks
{
namespace
{

using domain::Severity;

constexpr std::size_t placesMax = 24;

bool isNameable(const Term &term)
{
    constexpr std::size_t shortest = 6;
    return term.role == Role::Concept || term.role == Role::Drug || term.role == Role::Procedure
           || ((term.role == Role::Content || term.role == Role::Quality) && term.bytes >= shortest);
}

struct Tally {
    std::uint32_t planned = 0, done = 0, plain = 0;
    WordPlace firstPlanned, firstDone;
};

class Courses
{
public:
    Courses(const Context &context, std::vector<Report> &reports) : context_(context), reports_(reports) {}

    void check(std::size_t statement)
    {
        if (context_.statements[statement].statement->style == domain::Statement::Style::Heading)
            return;
        checkIntent(statement);
        checkCourse(statement);
        checkHabit(statement);
    }

private:
    [[nodiscard]] std::span<const WordPlace> placesOf(std::uint32_t word) const
    {
        const auto places = context_.placesOfWord(word);
        return places.first(std::min(places.size(), placesMax));
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
        for (const WordPlace &place : placesOf(word)) {
            const Term &term = context_.sources[place.source].reading.terms[place.term];
            if (isCitedOnly && !isCited(view, place))
                continue;
            if (term.isPlanned && sum.planned++ == 0)
                sum.firstPlanned = place;
            if (term.isDone && sum.done++ == 0)
                sum.firstDone = place;
            sum.plain += !term.isPlanned && !term.isDone && term.polarity != Polarity::Open ? 1U : 0U;
        }
        return sum;
    }

    void checkIntent(std::size_t statement)
    {
        const StatementView &view = context_.statements[statement];
        for (std::uint32_t i = 0; i < view.reading.terms.size(); ++i) {
            const Term &term = view.reading.terms[i];
            if (!isNameable(term) || term.isPlanned == term.isDone || term.polarity != Polarity::Affirmed)
                continue;
            const Tally here = tally(view, view.words[i], true), all = tally(view, view.words[i], false);
            // A test or an operation is spoken of on, once it is named: that neither plans nor does it.
            const bool isAct = term.role == Role::Procedure;
            const bool isTooSoon = term.isDone && here.planned > 0 && all.done == 0
                                   && (here.plain == 0 || (isAct && here.planned > here.plain));
            const bool isAgain = term.isPlanned && here.done > 0 && all.planned == 0 && (here.plain == 0 || isAct);
            if (isTooSoon || isAgain)
                return report(statement, i, isTooSoon ? here.firstPlanned : here.firstDone,
                              {"intent-conflict", isTooSoon ? "done" : "planned", isTooSoon ? "planned" : "done",
                               "Draft and source differ on whether this was done or is planned."});
        }
    }

    // What the sources stop, continued by the draft, and the reverse.
    void checkCourse(std::size_t statement)
    {
        constexpr std::uint32_t reach = 8;
        const StatementView &view = context_.statements[statement];
        std::uint32_t cue = 0;
        bool isSteered = false;
        for (std::uint32_t i = 0; i < view.reading.terms.size(); ++i) {
            const Term &term = view.reading.terms[i];
            isSteered = isSteered && view.reading.terms[cue].segment == term.segment && i - cue <= reach;
            if (term.role == Role::Continued || term.role == Role::Stopped) {
                cue = i;
                isSteered = true;
            }
            if (isSteered && isNameable(term) && term.polarity != Polarity::Open
                && judgeCourse(statement, i, view.reading.terms[cue].role))
                return;
        }
    }

    bool judgeCourse(std::size_t statement, std::uint32_t i, Role cue)
    {
        const StatementView &view = context_.statements[statement];
        const bool isDrug = view.reading.terms[i].role == Role::Drug;
        const Role opposite = cue == Role::Stopped ? Role::Continued : Role::Stopped;
        const WordPlace *contrary = nullptr, *uncued = nullptr;
        for (const WordPlace &place : placesOf(view.words[i])) {
            if (isCued(place, cue))
                return false;
            const bool isNear = isDrug || isCited(view, place);
            if (!contrary && isNear && isCued(place, opposite))
                contrary = &place;
            if (!uncued && isCited(view, place) && isGoingOn(place))
                uncued = &place;
        }
        // Nobody says that it stops, where it is told as going on.
        contrary = !contrary && cue == Role::Stopped ? uncued : contrary;
        if (contrary)
            report(statement, i, *contrary,
                   {"temporal-conflict", cue == Role::Stopped ? "stopped" : "continued",
                    cue == Role::Stopped ? "continued" : "stopped", "Draft and source differ on whether this goes on."},
                   isDrug && isOrder(view.reading, i) ? Severity::Warning : Severity::Info);
        return contrary != nullptr;
    }

    // "Smokes" where the sources say of smoking that it ended, and nothing else of now.
    void checkHabit(std::size_t statement)
    {
        const StatementView &view = context_.statements[statement];
        static const KindMask habits = kindsOf("smoking");
        const std::vector<KindMask> &kinds = view.reading.noted<kindsIn>();
        for (std::uint32_t i = 0; i < view.reading.terms.size(); ++i) {
            const Term &term = view.reading.terms[i];
            if ((kinds[i] & habits) == 0 || term.polarity != Polarity::Affirmed || isOfThePast(view.reading, i))
                continue;
            const WordPlace *ended = nullptr;
            bool isNow = false;
            for (const WordPlace &place : placesOf(view.words[i])) {
                const Reading &there = context_.sources[place.source].reading;
                const bool isPast = isOfThePast(there, place.term);
                ended = isPast && !ended ? &place : ended;
                isNow = isNow || (!isPast && there.terms[place.term].polarity == Polarity::Affirmed);
            }
            if (ended && !isNow)
                return report(
                    statement, i, *ended,
                    {"temporal-conflict", "going on", "ended", "Draft and source differ on whether this goes on."});
        }
    }
    static bool isOfThePast(const Reading &reading, std::uint32_t i)
    {
        constexpr std::uint32_t near = 6;
        const Segment &segment = reading.segments[reading.terms[i].segment];
        const std::uint32_t from = std::max(segment.firstTerm, i - std::min(i, near));
        return std::any_of(
            reading.terms.begin() + from, reading.terms.begin() + std::min(segment.lastTerm, i + near),
            [](const Term &term) { return term.role == Role::Past || term.role == Role::Stopped || term.isStopped; });
    }

    // "Stop the ramipril." orders; "she held it for a week" tells.
    [[nodiscard]] static bool isOrder(const Reading &reading, std::uint32_t i)
    {
        constexpr std::uint32_t near = 3;
        const std::uint32_t first = reading.segments[reading.terms[i].segment].firstTerm;
        const Role role = reading.terms[first].role;
        return (role == Role::Stopped || role == Role::Continued) && i - first <= near;
    }

    [[nodiscard]] bool isGoingOn(const WordPlace &place) const
    {
        const Term &term = context_.sources[place.source].reading.terms[place.term];
        return term.polarity == Polarity::Affirmed && !term.isStopped;
    }

    // The nearest cue before the term, within its clause.
    [[nodiscard]] bool isCued(const WordPlace &place, Role cue) const
    {
        constexpr std::uint32_t reach = 8;
        const Reading &reading = context_.sources[place.source].reading;
        const std::uint32_t first = reading.segments[reading.terms[place.term].segment].firstTerm;
        for (std::uint32_t i = place.term; i > first && place.term - i < reach; --i) {
            const Role role = reading.terms[i - 1].role;
            if (role == Role::Stopped || role == Role::Continued)
                return role == cue;
        }
        return false;
    }

    struct Words {
        std::string_view code, draft, source, message;
    };
    void report(std::size_t statement, std::uint32_t at, const WordPlace &there, const Words &words,
                Severity severity = Severity::Info)
    {
        const Term &term = context_.statements[statement].reading.terms[at];
        const Term &other = context_.sources[there.source].reading.terms[there.term];
        reports_.push_back({.code = words.code,
                            .severity = severity,
                            .statement = statement,
                            .place = {term.first, term.last},
                            .source = there.source,
                            .sourcePlace = {other.first, other.last},
                            .values = {{"draft", std::string(words.draft)}, {"source", std::string(words.source)}},
                            .message = std::string(words.message)});
    }

    const Context &context_;
    std::vector<Report> &reports_;
};

void run(const Context &context, std::vector<Report> &reports)
{
    if (!context.hasEvidence())
        return;
    Courses courses(context, reports);
    for (std::size_t i = 0; i < context.statements.size(); ++i)
        courses.check(i);
}

} // namespace

const Check &courseCheck()
{
    static constexpr Check check{
        "course",
        "1",
        "Whether the draft calls done what the sources plan, or continues what they stop or what has ended; and the "
        "reverse of each.",
        "What was decided without words, and which of several plans was meant.",
        "Puts two passages side by side; it draws no conclusion from them.",
        run};
    return check;
}

} // namespace countersign::checks
