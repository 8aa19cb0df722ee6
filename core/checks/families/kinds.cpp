#include "core/checks/language/kinds.hpp"
#include "core/checks/check.hpp"

#include <algorithm>

// One thing taken for another of its kind: the draft names a picture, a clinic or a complaint that the passage does not
// name, and the passage names another of that kind that the draft leaves out.
namespace countersign::checks
{
namespace
{

struct Other {
    std::size_t source = nowhere;
    std::uint32_t term = 0;
};

class Kinds
{
public:
    Kinds(const Context &context, std::vector<Report> &reports) : context_(context), reports_(reports) {}

    void check(std::size_t statement)
    {
        const StatementView &view = context_.statements[statement];
        if (view.statement->style == domain::Statement::Style::Heading || view.passages.empty())
            return;
        std::size_t judged = 0;
        const std::vector<KindMask> &drafted = view.reading.noted<kindsIn>();
        for (std::uint32_t i = 0; i < drafted.size() && judged < judgedMax; ++i) {
            if (drafted[i] == 0)
                continue;
            ++judged;
            const Other other = insteadOf(view, i, drafted[i]);
            if (other.source != nowhere)
                return report(statement, i, other);
        }
    }

private:
    [[nodiscard]] Other insteadOf(const StatementView &view, std::uint32_t i, KindMask kinds) const
    {
        Other other;
        for (const Passage &passage : view.passages) {
            const SourceView &source = context_.sources[passage.source];
            if (!source.isEvidence)
                return {};
            const std::vector<KindMask> &said = source.reading.noted<kindsIn>();
            for (std::uint32_t t = passage.terms.first; t < passage.terms.last; ++t) {
                const Term &there = source.reading.terms[t];
                if (there.key == view.reading.terms[i].key)
                    return {};
                if (other.source == nowhere && (said[t] & kinds) != 0 && !isNamed(view, there.key))
                    other = {passage.source, t};
            }
        }
        return other;
    }
    [[nodiscard]] static bool isNamed(const StatementView &view, WordKey key)
    {
        return std::ranges::find(view.reading.terms, key, &Term::key) != view.reading.terms.end();
    }

    void report(std::size_t statement, std::uint32_t at, const Other &other)
    {
        const Reading &reading = context_.statements[statement].reading, &said = context_.sources[other.source].reading;
        const Term &term = reading.terms[at], &there = said.terms[other.term];
        reports_.push_back(
            {.code = "value-not-in-evidence",
             .severity = domain::Severity::Info,
             .statement = statement,
             .place = {term.first, term.last},
             .source = other.source,
             .sourcePlace = {there.first, there.last},
             .values = {{"draft", std::string(reading.textOf(term))}, {"source", std::string(said.textOf(there))}},
             .message = "The passage that is cited names another thing of this kind."});
    }

    const Context &context_;
    std::vector<Report> &reports_;
};

void run(const Context &context, std::vector<Report> &reports)
{
    if (!context.hasEvidence())
        return;
    Kinds kinds(context, reports);
    for (std::size_t i = 0; i < context.statements.size(); ++i)
        kinds.check(i);
}

} // namespace

const Check &kindCheck()
{
    static constexpr Check check{"kinds",
                                 "1",
                                 "Whether a test, a clinic, a condition or a habit that the draft names is the one of "
                                 "its kind that the cited passage names.",
                                 "Things of a kind that no table holds, and whether both were meant.",
                                 "Puts the two names side by side; the reader decides.",
                                 run};
    return check;
}

} // namespace countersign::checks
