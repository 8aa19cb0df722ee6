#include "core/checks/check.hpp"

#include <algorithm>
#include <array>

// Times without a number, "a few weeks", "last month", "since Tuesday", against those of the sources. Times with a
// number are values.
namespace countersign::checks
{
namespace
{

bool isTime(const Lexicon &lexicon, const Term &term)
{
    return term.role == Role::Unit && lexicon.unit(term.id).dimension == Dimension::Time;
}

// "a few", "several", "the last", "a", "one": no number that could be compared.
bool isVague(const Term &term)
{
    static const WordSet words{"few", "several", "many", "last", "past", "next", "a", "an", "some", "multiple", "more"};
    constexpr double least = 2;
    return words.contains(term.key) || (term.role == Role::Number && term.value < least);
}

struct Sighting {
    bool isAgreed = false;
    std::size_t source = nowhere;
    std::uint32_t term = 0;
    void note(std::size_t where, std::uint32_t at)
    {
        if (source == nowhere) {
            source = where;
            term = at;
        }
    }
};

class Times
{
public:
    Times(const Context &context, std::vector<Report> &reports) : context_(context), reports_(reports) {}

    void check(std::size_t statement)
    {
        const StatementView &view = context_.statements[statement];
        const auto &terms = view.reading.terms;
        std::size_t judged = 0;
        for (std::uint32_t i = 0; i < terms.size() && judged < judgedMax; ++i) {
            const bool isLength = i > 0 && isTime(context_.lexicon, terms[i]) && isVague(terms[i - 1])
                                  && terms[i - 1].last == terms[i].first;
            const bool isDay = terms[i].role == Role::Weekday || terms[i].role == Role::DayWord || isMonth(terms, i);
            judged += isLength || isDay ? 1 : 0;
            if ((isLength && checkUnit(statement, i)) || (isDay && checkDay(statement, i)))
                return;
        }
    }

private:
    // "may" and "march" are months beside a number or after "in" and "since".
    [[nodiscard]] static bool isMonth(const std::vector<Term> &terms, std::uint32_t i)
    {
        static const WordSet before{"in", "since", "last", "of", "until"};
        return terms[i].role == Role::Month
               && ((i > 0 && (terms[i - 1].role == Role::Number || before.contains(terms[i - 1].key)))
                   || (i + 1 < terms.size() && terms[i + 1].role == Role::Number));
    }

    [[nodiscard]] auto passagesOf(const StatementView &view) const
    {
        std::vector<Passage> passages = view.passages;
        if (passages.empty() && view.nearest)
            passages.push_back(*view.nearest);
        return passages;
    }

    // Another unit in the cited passage, and this one nowhere in it; nor anywhere beside a number or "few".
    bool checkUnit(std::size_t statement, std::uint32_t at)
    {
        const StatementView &view = context_.statements[statement];
        const Term &drafted = view.reading.terms[at];
        Sighting seen;
        for (const Passage &passage : passagesOf(view)) {
            const auto &terms = context_.sources[passage.source].reading.terms;
            for (std::uint32_t i = passage.terms.first; i < passage.terms.last; ++i) {
                if (!isTime(context_.lexicon, terms[i]))
                    continue;
                seen.isAgreed = seen.isAgreed || drafted.id == terms[i].id;
                if (i > passage.terms.first && (isVague(terms[i - 1]) || terms[i - 1].role == Role::Number))
                    seen.note(passage.source, i);
            }
        }
        if (seen.isAgreed || seen.source == nowhere)
            return false;
        report(statement, at, seen, "temporal-conflict", "The source speaks of another length of time.",
               domain::Severity::Info);
        return true;
    }

    // A day or month that no source names: where the cited passage names another, it was exchanged.
    bool checkDay(std::size_t statement, std::uint32_t at)
    {
        const StatementView &view = context_.statements[statement];
        const Term &drafted = view.reading.terms[at];
        if (context_.words[view.words[at]].count() > 0)
            return false;
        Sighting seen;
        for (const Passage &passage : passagesOf(view)) {
            const auto &terms = context_.sources[passage.source].reading.terms;
            for (std::uint32_t i = passage.terms.first; i < passage.terms.last; ++i)
                if (terms[i].role == drafted.role)
                    seen.note(passage.source, i);
        }
        if (seen.source == nowhere && drafted.role != Role::Weekday)
            return false;
        report(statement, at, seen, "date-conflict", "No source names this day or month.",
               seen.source == nowhere || drafted.role == Role::DayWord ? domain::Severity::Info
                                                                       : domain::Severity::Warning);
        return true;
    }

    void report(std::size_t statement, std::uint32_t at, const Sighting &seen, std::string_view code,
                std::string_view message, domain::Severity severity)
    {
        const Reading &reading = context_.statements[statement].reading;
        const Term &term = reading.terms[at];
        Report made{.code = code,
                    .severity = severity,
                    .statement = statement,
                    .place = {term.first, term.last},
                    .values = {{"draft", std::string(reading.textOf(term))}},
                    .message = std::string(message)};
        if (seen.source != nowhere) {
            const Reading &other = context_.sources[seen.source].reading;
            made.source = seen.source;
            made.sourcePlace = {other.terms[seen.term].first, other.terms[seen.term].last};
            made.values.emplace_back("source", other.textOf(other.terms[seen.term]));
        }
        reports_.push_back(std::move(made));
    }

    const Context &context_;
    std::vector<Report> &reports_;
};

void run(const Context &context, std::vector<Report> &reports)
{
    if (!context.hasEvidence())
        return;
    Times times(context, reports);
    for (std::size_t i = 0; i < context.statements.size(); ++i)
        times.check(i);
}

} // namespace

const Check &timeCheck()
{
    static constexpr Check check{"time",
                                 "1",
                                 "Whether lengths of time without a number, weekdays and months of the draft are those "
                                 "of its sources.",
                                 "Which of several times of one passage belongs to what the draft says.",
                                 "Puts the two times side by side; the reader decides.",
                                 run};
    return check;
}

} // namespace countersign::checks
