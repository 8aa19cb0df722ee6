#include "core/checks/check.hpp"

#include <algorithm>

// What the draft affirms and the sources deny, and the reverse.
namespace countersign::checks
{
namespace
{

struct Local {
    std::uint32_t epoch = 0;
    std::uint32_t affirmed = 0, negated = 0, open = 0;
    SiteMask affirmedAt = 0, negatedAt = 0;
    bool isVerbDenied = false;
    std::size_t source = nowhere;
    std::uint32_t term = 0;
};

struct Votes {
    double conflict = 0, agree = 0, unknown = 0;
    double verb = 0;             // of words that the source denies with "not"
    bool isNamed = false;        // a finding, a drug, or a verb that is denied
    std::size_t first = nowhere; // term of the statement that conflicts
};

double weightOf(const Term &term)
{
    if (term.role == Role::Concept || term.role == Role::Drug)
        return 2;
    return term.role == Role::Content ? 1 : 0;
}

class Polarities
{
public:
    Polarities(const Context &context, std::vector<Report> &reports)
        : context_(context), reports_(reports), local_(context.words.size())
    {
    }

    void run()
    {
        if (!context_.hasEvidence())
            return;
        for (std::size_t i = 0; i < context_.statements.size(); ++i) {
            const StatementView &view = context_.statements[i];
            if (view.statement->style == domain::Statement::Style::Heading)
                continue;
            ++epoch_;
            for (const Passage &passage : view.passages)
                gather(passage);
            for (const Segment &segment : view.reading.segments)
                judge(i, view, segment);
        }
    }

private:
    void gather(const Passage &passage)
    {
        const SourceView &source = context_.sources[passage.source];
        if (!source.isEvidence)
            return;
        for (std::uint32_t i = passage.terms.first; i < passage.terms.last; ++i) {
            Local &local = local_[source.words[i]];
            if (local.epoch != epoch_)
                local = {.epoch = epoch_, .source = passage.source, .term = i};
            const Term &term = source.reading.terms[i];
            const Polarity polarity = term.polarity;
            (polarity == Polarity::Negated ? local.negatedAt : local.affirmedAt) |= source.sites[term.segment];
            local.isVerbDenied = local.isVerbDenied || (term.isVerbDenied && polarity == Polarity::Negated);
            (polarity == Polarity::Affirmed  ? local.affirmed
             : polarity == Polarity::Negated ? local.negated
                                             : local.open)++;
        }
    }

    // Clause by clause: what stands on either side of a "but" is judged apart.
    void judge(std::size_t statement, const StatementView &view, const Segment &segment)
    {
        const SiteMask sites = sitesIn(view.reading, segment);
        Segment clause = segment;
        for (std::uint32_t i = segment.firstTerm; i <= segment.lastTerm; ++i) {
            if (i < segment.lastTerm && view.reading.terms[i].role != Role::ScopeEnd)
                continue;
            clause.lastTerm = i;
            for (const Polarity side : {Polarity::Affirmed, Polarity::Negated}) {
                const Votes votes = count(view, clause, side, sites);
                if (votes.first != nowhere && votes.conflict > votes.agree && isEnough(votes, side))
                    report(statement, view, votes.first, side);
            }
            clause.firstTerm = i + 1;
        }
    }

    // Words that name no finding need company: speech is too loose to hold one of them against a draft.
    [[nodiscard]] static bool isEnough(const Votes &votes, Polarity side)
    {
        if (votes.isNamed)
            return votes.conflict >= 2;
        if (side == Polarity::Affirmed)
            return votes.verb > 0 && votes.unknown == 0 && votes.agree <= 1;
        return votes.conflict >= 2 && votes.agree == 0 && votes.unknown <= votes.conflict;
    }

    [[nodiscard]] Votes count(const StatementView &view, const Segment &clause, Polarity side, SiteMask sites) const
    {
        Votes votes;
        for (std::uint32_t i = clause.firstTerm; i < clause.lastTerm; ++i) {
            const Term &term = view.reading.terms[i];
            double weight = weightOf(term);
            if (weight == 0 || term.polarity != side || term.isHedged)
                continue;
            const int verdict = verdictOf(view.words[i], term, side, sites);
            const bool isVerb =
                isHere(view.words[i]) && local_[view.words[i]].isVerbDenied && side == Polarity::Affirmed;
            if (isVerb && verdict < 0 && term.role == Role::Content)
                votes.verb += weight;
            (verdict < 0 ? votes.conflict : verdict > 0 ? votes.agree : votes.unknown) += weight;
            votes.isNamed = votes.isNamed || (verdict < 0 && weight >= 2);
            if (verdict < 0 && (votes.first == nowhere || weight > weightOf(view.reading.terms[votes.first])))
                votes.first = i;
        }
        return votes;
    }

    [[nodiscard]] bool isHere(std::uint32_t word) const { return local_[word].epoch == epoch_; }

    // −1 the sources say the opposite, +1 they say the same, 0 they do not tell.
    [[nodiscard]] int verdictOf(std::uint32_t word, const Term &term, Polarity side, SiteMask sites) const
    {
        const WordFacts &all = context_.words[word];
        const bool isBound = context_.lexicon.isSiteBound(term);
        const bool isAffirmed = side == Polarity::Affirmed;
        const std::uint32_t same = isAffirmed ? all.affirmed : all.negated;
        const std::uint32_t opposite = isAffirmed ? all.negated : all.affirmed;
        const bool isSaidSame = same > 0;
        if (isHere(word)) {
            const Local &here = local_[word];
            const auto fits = [&](SiteMask said) { return !isBound || canBeSame(said, sites); };
            if ((isAffirmed ? here.affirmed : here.negated) > 0 && fits(isAffirmed ? here.affirmedAt : here.negatedAt))
                return 1;
            if ((isAffirmed ? here.negated : here.affirmed) > 0 && fits(isAffirmed ? here.negatedAt : here.affirmedAt))
                return same >= opposite ? 0 : -1;
            return 0;
        }
        if (isSaidSame)
            return 1;
        const bool isTold = (term.role == Role::Concept || term.role == Role::Drug) && (!isBound || sites == 1);
        return isTold && opposite > 0 && all.open == 0 && all.ofFamily == 0 ? -1 : 0;
    }

    void report(std::size_t statement, const StatementView &view, std::size_t at, Polarity side)
    {
        const Term &term = view.reading.terms[at];
        const std::uint32_t word = view.words[at];
        const std::size_t source = isHere(word) ? local_[word].source : context_.words[word].source;
        const std::uint32_t there = isHere(word)                 ? local_[word].term
                                    : side == Polarity::Affirmed ? context_.words[word].firstNegated
                                                                 : context_.words[word].firstAffirmed;
        const Term &other = context_.sources[source].reading.terms[there];
        const bool isDenied = side == Polarity::Negated;
        reports_.push_back({.code = "negation-conflict",
                            .statement = statement,
                            .place = {term.first, term.last},
                            .source = source,
                            .sourcePlace = {other.first, other.last},
                            .values = {{"draft", isDenied ? "denied" : "affirmed"},
                                       {"source", isDenied ? "affirmed" : "denied"},
                                       {"term", std::string(view.reading.textOf(term))}},
                            .message = isDenied ? "The draft denies what the source affirms."
                                                : "The draft affirms what the source denies."});
    }

    const Context &context_;
    std::vector<Report> &reports_;
    std::vector<Local> local_;
    std::uint32_t epoch_ = 0;
};

void run(const Context &context, std::vector<Report> &reports)
{
    Polarities(context, reports).run();
}

} // namespace

const Check &polarityCheck()
{
    static constexpr Check check{
        "polarity",
        "1",
        "Whether the draft denies what the sources affirm, or affirms what they deny, in writing and in speech, with a "
        "question and its answer read together.",
        "Irony, gestures, an answer given much later, and whether two different words mean one thing.",
        "Puts two passages side by side; it draws no conclusion from them.",
        run};
    return check;
}

} // namespace countersign::checks
