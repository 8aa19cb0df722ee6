#include "core/checks/check.hpp"

#include <algorithm>
#include <array>

namespace countersign::checks
{
namespace
{

// Under "Family history" only what says so: "Patient has had pancreatic cancer."
bool speaksOfPatient(const StatementView &view, const Segment &segment)
{
    const auto begin = view.reading.terms.begin() + segment.firstTerm;
    const auto end = view.reading.terms.begin() + segment.lastTerm;
    const auto isPatient = [](const Term &term) { return term.role == Role::Person && term.id != cue::owner; };
    if (view.section->title.find("amily") != std::string::npos && std::none_of(begin, end, isPatient))
        return false;
    return std::none_of(begin, end, [](const Term &term) { return term.isFamily; });
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

// The other relative of whom the cited passages speak, and not of this one.
const Term *otherRelative(const Context &context, const StatementView &view, const Term &relative, std::size_t &source)
{
    const Term *other = nullptr;
    for (const Passage &passage : view.passages) {
        const Reading &reading = context.sources[passage.source].reading;
        for (std::uint32_t i = passage.terms.first; i < passage.terms.last; ++i) {
            const Term &term = reading.terms[i];
            if (term.role != Role::Relative)
                continue;
            if (term.id == relative.id)
                return nullptr;
            other = other ? other : &term;
            source = passage.source;
        }
    }
    return other;
}

// "Parents" are spoken of where a mother is: such words name no one person.
bool isGeneral(const Reading &reading, const Term &relative)
{
    static const WordSet words{"parent", "grandparent", "sibling", "spouse", "partner", "twin"};
    return words.contains(reading.tokens.list[relative.first].key);
}

// An aunt is somebody's sister, and can be spoken of as such.
bool isDistant(const Reading &reading, const Term &relative)
{
    static const WordSet words{"aunt", "auntie", "uncle", "cousin", "niece", "nephew", "grandmother", "grandfather"};
    return words.contains(reading.tokens.list[relative.first].key);
}

// A relative of whom no source speaks, or not where the draft cites it.
void checkRelatives(const Context &context, std::size_t statement, std::vector<Report> &reports)
{
    const StatementView &view = context.statements[statement];
    for (std::size_t i = 0; i < view.reading.terms.size(); ++i) {
        const Term &term = view.reading.terms[i];
        if (term.role != Role::Relative || isGeneral(view.reading, term))
            continue;
        const bool isUnknown = context.words[view.words[i]].count() == 0;
        std::size_t source = nowhere;
        const Term *other = otherRelative(context, view, term, source);
        if (!isUnknown && !other)
            continue;
        Report made{.code = "subject-conflict",
                    .severity = isUnknown && !isDistant(view.reading, term) ? domain::Severity::Warning
                                                                            : domain::Severity::Info,
                    .statement = statement,
                    .place = {term.first, term.last},
                    .values = {{"draft", std::string(view.reading.textOf(term))}},
                    .message = isUnknown ? "The draft says this of a relative of whom no source speaks."
                                         : "The cited passage speaks of another relative."};
        if (other) {
            made.source = source;
            made.sourcePlace = {other->first, other->last};
        }
        made.values.emplace_back("source", other ? context.sources[source].reading.textOf(*other) : "");
        reports.push_back(std::move(made));
        return;
    }
}

void run(const Context &context, std::vector<Report> &reports)
{
    if (!context.hasEvidence())
        return;
    for (std::size_t i = 0; i < context.statements.size(); ++i) {
        checkSubject(context, i, reports);
        checkRelatives(context, i, reports);
    }
}

} // namespace

const Check &subjectCheck()
{
    static constexpr Check check{
        "subject",
        "1",
        "Whether the draft gives the patient what the sources tell of relatives alone, and whether it names a relative "
        "of whom they do not speak, or another one than the passage that it cites.",
        "Whose illness is meant when a sentence names several people.",
        "Puts two passages side by side; it draws no conclusion from them.",
        run};
    return check;
}

} // namespace countersign::checks
