#include "core/checks/check.hpp"

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
    }
}

// A drug that the sources stop, continued by the draft, and the reverse.
void checkCourse(const Context &context, std::size_t statement, std::vector<Report> &reports)
{
    const StatementView &view = context.statements[statement];
    bool isContinued = false;
    for (std::size_t i = 0; i < view.reading.terms.size(); ++i) {
        const Term &term = view.reading.terms[i];
        isContinued = isContinued || term.role == Role::Continued;
        const WordFacts &facts = context.words[view.words[i]];
        if (term.role != Role::Drug || facts.count() == 0)
            continue;
        const bool isRestarted = isContinued && !term.isStopped && facts.stopped == facts.count();
        const bool isEnded = term.isStopped && facts.stopped == 0 && facts.continued > 0;
        if (!isRestarted && !isEnded)
            continue;
        const Term &other = context.sources[facts.source].reading.terms[facts.term];
        reports.push_back({.code = "temporal-conflict",
                           .statement = statement,
                           .place = {term.first, term.last},
                           .source = facts.source,
                           .sourcePlace = {other.first, other.last},
                           .values = {{"draft", isEnded ? "stopped" : "continued"},
                                      {"source", isEnded ? "continued" : "stopped"},
                                      {"drug", std::string(context.lexicon.drug(term.id).ingredient)}},
                           .message = "Draft and source differ on whether this drug goes on."});
    }
}

void run(const Context &context, std::vector<Report> &reports)
{
    for (std::size_t i = 0; i < context.statements.size(); ++i) {
        checkSubject(context, i, reports);
        checkCertainty(context, i, reports);
        checkCourse(context, i, reports);
    }
}

} // namespace

const Check &subjectCheck()
{
    static constexpr Check check{"subject-and-course",
                                 "1",
                                 "Whether the draft gives the patient what the sources tell of relatives alone, states "
                                 "what they only suspect, or "
                                 "continues a drug that they stop.",
                                 "Whose illness is meant when a sentence names several people.",
                                 "Puts two passages side by side; it draws no conclusion from them.",
                                 run};
    return check;
}

} // namespace countersign::checks
