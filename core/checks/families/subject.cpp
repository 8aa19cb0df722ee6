#include "core/checks/check.hpp"

#include <algorithm>

namespace countersign::checks
{
namespace
{

bool speaksOfPatient(const StatementView &view, const Segment &segment)
{
    if (view.section->title.find("amily") != std::string::npos)
        return false;
    for (std::uint32_t i = segment.firstTerm; i < segment.lastTerm; ++i)
        if (view.reading.terms[i].isFamily)
            return false;
    return true;
}

// A condition that the sources tell of relatives alone.
void checkSubject(const Context &context, std::size_t statement, std::vector<Report> &reports)
{
    const StatementView &view = context.statements[statement];
    for (const Segment &segment : view.reading.segments) {
        if (!speaksOfPatient(view, segment))
            continue;
        for (std::uint32_t i = segment.firstTerm; i < segment.lastTerm; ++i) {
            const Term &term = view.reading.terms[i];
            const WordFacts &facts = context.words[view.words[i]];
            const bool isTold = term.role == Role::Concept && term.polarity == Polarity::Affirmed && facts.affirmed > 0;
            if (!isTold || facts.ofFamily < facts.count())
                continue;
            const Term &other = context.sources[facts.source].reading.terms[facts.term];
            reports.push_back({.code = "subject-conflict",
                               .statement = statement,
                               .place = {term.first, term.last},
                               .source = facts.source,
                               .sourcePlace = {other.first, other.last},
                               .values = {{"draft", "patient"},
                                          {"source", "family"},
                                          {"term", std::string(view.reading.textOf(term))}},
                               .message = "The draft says this of the patient, the source of a relative."});
        }
    }
}

// A relative of whom no source speaks.
void checkRelatives(const Context &context, std::size_t statement, std::vector<Report> &reports)
{
    const StatementView &view = context.statements[statement];
    for (std::size_t i = 0; i < view.reading.terms.size(); ++i) {
        const Term &term = view.reading.terms[i];
        if (term.role != Role::Relative || context.words[view.words[i]].count() > 0)
            continue;
        reports.push_back({.code = "subject-conflict",
                           .statement = statement,
                           .place = {term.first, term.last},
                           .values = {{"draft", std::string(view.reading.textOf(term))}, {"source", ""}},
                           .message = "The draft says this of a relative of whom no source speaks."});
        return;
    }
}

bool isNameable(const Reading &reading, const Term &term)
{
    constexpr std::size_t shortest = 6;
    return term.role == Role::Concept || term.role == Role::Drug
           || ((term.role == Role::Content || term.role == Role::Quality) && reading.textOf(term).size() >= shortest);
}

// What the sources only suspect, said as a fact.
void checkCertainty(const Context &context, std::size_t statement, std::vector<Report> &reports)
{
    const StatementView &view = context.statements[statement];
    for (std::size_t i = 0; i < view.reading.terms.size(); ++i) {
        const Term &term = view.reading.terms[i];
        const WordFacts &facts = context.words[view.words[i]];
        const bool isFact = term.role == Role::Concept && term.polarity == Polarity::Affirmed && !term.isHedged;
        if (!isFact || facts.count() == 0 || facts.hedged < facts.count())
            continue;
        const Term &other = context.sources[facts.source].reading.terms[facts.term];
        reports.push_back({.code = "certainty-conflict",
                           .severity = domain::Severity::Info,
                           .statement = statement,
                           .place = {term.first, term.last},
                           .source = facts.source,
                           .sourcePlace = {other.first, other.last},
                           .values = {{"draft", "stated"}, {"source", "suspected"}},
                           .message = "The source holds this for possible, the draft says it as a fact."});
        return;
    }
}

// Planned in the sources, done in the draft, and the reverse.
void checkIntent(const Context &context, std::size_t statement, std::vector<Report> &reports)
{
    const StatementView &view = context.statements[statement];
    for (std::size_t i = 0; i < view.reading.terms.size(); ++i) {
        const Term &term = view.reading.terms[i];
        const WordFacts &facts = context.words[view.words[i]];
        if (!isNameable(view.reading, term) || facts.count() == 0 || term.isPlanned == term.isDone)
            continue;
        const bool isDoneTooSoon = term.isDone && facts.planned == facts.count();
        const bool isPlannedAgain = term.isPlanned && facts.done == facts.count();
        if (!isDoneTooSoon && !isPlannedAgain)
            continue;
        const Term &other = context.sources[facts.source].reading.terms[facts.term];
        reports.push_back(
            {.code = "intent-conflict",
             .severity = domain::Severity::Info,
             .statement = statement,
             .place = {term.first, term.last},
             .source = facts.source,
             .sourcePlace = {other.first, other.last},
             .values = {{"draft", isDoneTooSoon ? "done" : "planned"}, {"source", isDoneTooSoon ? "planned" : "done"}},
             .message = "Draft and source differ on whether this was done or is planned."});
        return;
    }
}

// What the sources stop, continued by the draft, and the reverse: a drug anywhere, other things where they are cited.
class Courses
{
public:
    Courses(const Context &context, std::vector<Report> &reports) : context_(context), reports_(reports) {}

    void check(std::size_t statement)
    {
        const StatementView &view = context_.statements[statement];
        const Term *cue = nullptr;
        for (std::size_t i = 0; i < view.reading.terms.size(); ++i) {
            const Term &term = view.reading.terms[i];
            if (cue && cue->segment != term.segment)
                cue = nullptr;
            if (term.role == Role::Continued || term.role == Role::Stopped)
                cue = &term;
            const bool isJudged = cue && isNameable(view.reading, term) && term.polarity != Polarity::Open;
            if (isJudged && (term.role == Role::Drug ? checkDrug(statement, i, *cue) : checkOther(statement, i, *cue)))
                return;
        }
    }

private:
    bool checkDrug(std::size_t statement, std::size_t i, const Term &cue)
    {
        const StatementView &view = context_.statements[statement];
        const WordFacts &facts = context_.words[view.words[i]];
        const Role opposite = cue.role == Role::Stopped ? Role::Continued : Role::Stopped;
        if (facts.count() == 0)
            return false;
        const bool isRestarted = cue.role == Role::Continued && facts.stopped == facts.count();
        const bool isEnded = cue.role == Role::Stopped && facts.stopped == 0 && isCuedAnywhere(view.words[i], opposite);
        if (isRestarted || isEnded)
            report(statement, view.reading.terms[i], facts.source, facts.term, isEnded);
        return isRestarted || isEnded;
    }

    [[nodiscard]] bool isCuedAnywhere(std::uint32_t word, Role cue) const
    {
        constexpr std::size_t most = 24;
        const auto places = context_.placesOfWord(word);
        for (const WordPlace &place : places.first(std::min(places.size(), most)))
            if (isCued(place.source, place.term, cue))
                return true;
        return false;
    }

    // A word of the passage that the opposite cue steers, and never the same.
    bool checkOther(std::size_t statement, std::size_t i, const Term &cue)
    {
        constexpr std::size_t most = 24;
        const StatementView &view = context_.statements[statement];
        const Role opposite = cue.role == Role::Stopped ? Role::Continued : Role::Stopped;
        const WordPlace *contrary = nullptr;
        const auto places = context_.placesOfWord(view.words[i]);
        for (const WordPlace &place : places.first(std::min(places.size(), most))) {
            if (isCued(place.source, place.term, cue.role))
                return false;
            if (!contrary && isCited(view, place) && isCued(place.source, place.term, opposite))
                contrary = &place;
        }
        if (contrary)
            report(statement, view.reading.terms[i], contrary->source, contrary->term, cue.role == Role::Stopped);
        return contrary != nullptr;
    }

    [[nodiscard]] static bool isCited(const StatementView &view, const WordPlace &place)
    {
        return std::ranges::any_of(view.passages, [&](const Passage &passage) {
            return passage.source == place.source && passage.terms.first <= place.term
                   && place.term < passage.terms.last;
        });
    }

    // The nearest cue before the term, within its clause.
    [[nodiscard]] bool isCued(std::size_t source, std::uint32_t at, Role cue) const
    {
        constexpr std::uint32_t reach = 8;
        const Reading &reading = context_.sources[source].reading;
        const std::uint32_t first = reading.segments[reading.terms[at].segment].firstTerm;
        for (std::uint32_t i = at; i > first && at - i < reach; --i) {
            const Role role = reading.terms[i - 1].role;
            if (role == Role::Stopped || role == Role::Continued)
                return role == cue;
        }
        return false;
    }

    void report(std::size_t statement, const Term &term, std::size_t source, std::uint32_t there, bool isEnded)
    {
        const Term &other = context_.sources[source].reading.terms[there];
        reports_.push_back(
            {.code = "temporal-conflict",
             .statement = statement,
             .place = {term.first, term.last},
             .source = source,
             .sourcePlace = {other.first, other.last},
             .values = {{"draft", isEnded ? "stopped" : "continued"}, {"source", isEnded ? "continued" : "stopped"}},
             .message = "Draft and source differ on whether this goes on."});
    }

    const Context &context_;
    std::vector<Report> &reports_;
};

void run(const Context &context, std::vector<Report> &reports)
{
    if (!context.hasEvidence())
        return;
    Courses courses(context, reports);
    for (std::size_t i = 0; i < context.statements.size(); ++i) {
        checkSubject(context, i, reports);
        checkRelatives(context, i, reports);
        checkIntent(context, i, reports);
        checkCertainty(context, i, reports);
        courses.check(i);
    }
}

} // namespace

const Check &subjectCheck()
{
    static constexpr Check check{
        "subject-and-course",
        "1",
        "Whether the draft gives the patient what the sources tell of relatives alone, names a "
        "relative of whom they do not speak, states what they only suspect, calls done what they "
        "plan, or continues what they stop.",
        "Whose illness is meant when a sentence names several people.",
        "Puts two passages side by side; it draws no conclusion from them.",
        run};
    return check;
}

} // namespace countersign::checks
