#include "core/checks/language/rates.hpp"

#include "core/checks/check.hpp"

#include <algorithm>
#include <cmath>
#include <span>

// How often something is taken or done, against how often the sources say it with the same thing.
namespace countersign::checks
{
namespace
{

bool isAlike(double a, double b)
{
    constexpr double share = 0.12; // a month has 28 to 31 days
    return std::abs(a - b) <= share * std::max(a, b);
}

struct Contrary {
    bool isAgreed = false;
    std::size_t source = nowhere;
    const Rate *rate = nullptr;
};

std::vector<Rate> ratesOf(const Reading &reading)
{
    return ratesIn(english(), reading);
}

class Takings
{
public:
    Takings(const Context &context, std::vector<Report> &reports) : context_(context), reports_(reports) {}

    void check(std::size_t statement)
    {
        const StatementView &view = context_.statements[statement];
        const std::vector<Rate> &drafted = view.reading.noted<ratesOf>();
        for (const Rate &rate : std::span(drafted).first(std::min(drafted.size(), judgedMax))) {
            Contrary found;
            for (const Passage &passage : view.passages)
                look(passage.source, passage.terms, rate, found);
            if (view.passages.empty() && view.nearest)
                look(view.nearest->source, view.nearest->terms, rate, found);
            lookNearThings(view, rate, found);
            if (!found.isAgreed && found.rate)
                return report(statement, rate, found);
        }
    }

private:
    void look(std::size_t source, Range terms, const Rate &drafted, Contrary &found) const
    {
        if (!context_.sources[source].isEvidence)
            return;
        const std::vector<Rate> &rates = context_.sources[source].reading.noted<ratesOf>();
        auto at = std::ranges::partition_point(rates, [&](const Rate &rate) { return rate.firstTerm < terms.first; });
        for (; at != rates.end() && at->firstTerm < terms.last; ++at) {
            found.isAgreed = found.isAgreed || isAlike(at->perMonth, drafted.perMonth);
            if (!found.rate && !isAlike(at->perMonth, drafted.perMonth)) {
                found.source = source;
                found.rate = &*at;
            }
        }
    }

    // Where the thing that is named before the rate stands in the sources.
    void lookNearThings(const StatementView &view, const Rate &drafted, Contrary &found) const
    {
        constexpr std::uint32_t before = 10, reach = 14;
        constexpr std::size_t most = 24, shortest = 4;
        const auto &terms = view.reading.terms;
        const std::uint32_t from = drafted.firstTerm - std::min(drafted.firstTerm, before);
        for (std::uint32_t i = drafted.firstTerm; i > from && !found.isAgreed; --i) {
            const Term &term = terms[i - 1];
            const bool isThing = term.role == Role::Drug || term.role == Role::Concept || term.role == Role::Measure
                                 || term.role == Role::Procedure
                                 || (term.role == Role::Content && term.bytes > shortest);
            if (!isThing || term.segment != terms[drafted.firstTerm].segment)
                continue;
            const auto places = context_.placesOfWord(view.words[i - 1]);
            for (const WordPlace &place : places.first(std::min(places.size(), most)))
                look(place.source, {place.term - std::min(place.term, reach), place.term + reach}, drafted, found);
        }
    }

    void report(std::size_t statement, const Rate &drafted, const Contrary &found)
    {
        const Reading &here = context_.statements[statement].reading;
        const Reading &there = context_.sources[found.source].reading;
        const Range place{here.terms[drafted.firstTerm].first, here.terms[drafted.lastTerm - 1].last};
        const Range other{there.terms[found.rate->firstTerm].first, there.terms[found.rate->lastTerm - 1].last};
        reports_.push_back({.code = "number-conflict",
                            .severity = domain::Severity::Info,
                            .statement = statement,
                            .place = place,
                            .source = found.source,
                            .sourcePlace = other,
                            .values = {{"draft", std::string(here.textBetween(place.first, place.last))},
                                       {"source", std::string(there.textBetween(other.first, other.last))}},
                            .message = "Draft and source differ on how often."});
    }

    const Context &context_;
    std::vector<Report> &reports_;
};

void run(const Context &context, std::vector<Report> &reports)
{
    if (!context.hasEvidence())
        return;
    Takings takings(context, reports);
    for (std::size_t i = 0; i < context.statements.size(); ++i)
        takings.check(i);
}

} // namespace

const Check &takingCheck()
{
    static constexpr Check check{"taking",
                                 "1",
                                 "Whether the draft says as often as the sources how often something is taken or done.",
                                 "Which of several things of one passage a frequency belongs to.",
                                 "Puts the two frequencies side by side; the reader decides.",
                                 run};
    return check;
}

} // namespace countersign::checks
