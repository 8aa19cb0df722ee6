#include "core/checks/check.hpp"

#include <algorithm>
#include <utility>

// What the draft affirms and the sources deny, and the reverse.
namespace countersign::checks
{
namespace
{

// How the passages have a word of the statement.
struct Local {
    std::uint32_t word = 0;
    std::uint32_t affirmed = 0, negated = 0, negatedOther = 0, open = 0;
    SiteMask affirmedAt = 0, negatedAt = 0;
    bool isVerbDenied = false, isNounDenied = false;
    bool isHere = false;
    WordPlace firstAffirmed, firstNegated;
};

struct Votes {
    double conflict = 0, agree = 0, unknown = 0;
    double verb = 0;             // of words that the source denies with "not"
    double head = 0;             // of words next to a "not" on one side that the other side never denies
    double denied = 0;           // of words that the draft denies and the cited passage has
    double state = 0;            // of words that say how something is
    double outright = 0;         // of findings that the passage denies and nobody affirms
    bool isNamed = false;        // a finding or a drug
    std::size_t first = nowhere; // term of the statement that conflicts
};

double weightOf(const Term &term)
{
    if (term.role == Role::Concept || term.role == Role::Drug || term.role == Role::Procedure)
        return 2;
    return term.role == Role::Content || term.role == Role::State || term.role == Role::Measure ? 1 : 0;
}

class Polarities
{
public:
    Polarities(const Context &context, std::vector<Report> &reports)
        : context_(context), reports_(reports), slots_(context.words.size(), 0)
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
            begin(view);
            bool isCited = false;
            for (const Passage &passage : view.passages)
                isCited = gather(passage) || isCited;
            if (!isCited && view.nearest)
                gather(*view.nearest);
            isCited_ = isCited;
            for (const Segment &segment : view.reading.segments)
                judge(i, view, segment);
            for (const std::uint32_t word : view.words)
                slots_[word] = 0;
        }
    }

private:
    void begin(const StatementView &view)
    {
        local_.assign(1, {});
        for (std::size_t i = 0; i < view.words.size(); ++i) {
            std::uint32_t &slot = slots_[view.words[i]];
            if (slot != 0 || !isSubstance(view.reading.terms[i].role))
                continue; // only of those is anything asked
            slot = static_cast<std::uint32_t>(local_.size());
            local_.emplace_back().word = view.words[i];
        }
    }
    [[nodiscard]] const Local &localOf(std::uint32_t word) const { return local_[slots_[word]]; }

    bool gather(const Passage &passage)
    {
        if (!context_.sources[passage.source].isEvidence)
            return false;
        for (Local &local : std::span(local_).subspan(1))
            for (const WordPlace &place : context_.placesIn(passage, local.word))
                hear(place, local);
        return true;
    }

    void hear(const WordPlace &place, Local &local) const
    {
        const Reading &reading = context_.sources[place.source].reading;
        const Term &term = reading.terms[place.term];
        const auto sites = [&]() -> SiteMask {
            return context_.lexicon.isSiteBound(term) ? sitesNear(reading, place.term) : 1;
        };
        local.isHere = true;
        if (term.polarity == Polarity::Affirmed) {
            local.affirmedAt |= sites();
            local.firstAffirmed = local.affirmed++ == 0 ? place : local.firstAffirmed;
        } else if (term.polarity == Polarity::Negated && term.isOther) {
            ++local.negatedOther;
        } else if (term.polarity == Polarity::Negated) {
            local.negatedAt |= sites();
            local.isVerbDenied = local.isVerbDenied || term.isVerbDenied;
            local.isNounDenied = local.isNounDenied || term.isNounDenied;
            local.firstNegated = local.negated++ == 0 ? place : local.firstNegated;
        } else {
            ++local.open;
        }
    }

    // Clause by clause: what stands on either side of a "but" is judged apart.
    void judge(std::size_t statement, const StatementView &view, const Segment &segment)
    {
        Segment clause = segment;
        for (std::uint32_t i = segment.firstTerm; i <= segment.lastTerm; ++i) {
            if (i < segment.lastTerm && view.reading.terms[i].role != Role::ScopeEnd)
                continue;
            clause.lastTerm = i;
            for (const Polarity side : {Polarity::Affirmed, Polarity::Negated}) {
                const Votes votes = count(view, clause, side);
                const bool isMore = votes.conflict > votes.agree || votes.head > 0 || votes.outright > 0;
                if (votes.first != nowhere && isMore && isEnough(votes, side))
                    report(statement, view, votes.first, side);
            }
            clause.firstTerm = i + 1;
        }
    }

    // Words that name no finding need company: speech is too loose to hold one of them against a draft.
    [[nodiscard]] static bool isEnough(const Votes &votes, Polarity side)
    {
        if (votes.isNamed || votes.head > 0)
            return true;
        if (votes.state > 0 && votes.agree == 0 && votes.unknown <= 1)
            return true;
        if (side == Polarity::Affirmed && votes.verb > 0 && votes.unknown == 0 && votes.agree <= 1)
            return true;
        if (side == Polarity::Negated && votes.denied > 0 && votes.unknown + votes.agree == 0)
            return true;
        return votes.conflict >= 2 && votes.agree == 0 && votes.unknown <= votes.conflict;
    }

    [[nodiscard]] Votes count(const StatementView &view, const Segment &clause, Polarity side) const
    {
        Votes votes;
        for (std::uint32_t i = clause.firstTerm; i < clause.lastTerm; ++i) {
            const Term &term = view.reading.terms[i];
            double weight = weightOf(term);
            if (weight == 0 || term.polarity != side || term.isHedged || term.isOther)
                continue;
            const int verdict = verdictOf(view, i, side);
            if (verdict < 0 && isThing(view, i, side))
                weight = 2;
            if (verdict < 0 && isHere(view.words[i])) {
                votes.verb += localOf(view.words[i]).isVerbDenied && term.role == Role::Content ? weight : 0;
                votes.denied += isCited_ && context_.words[view.words[i]].negated == 0 ? weight : 0;
                votes.state += term.role == Role::State ? weight : 0;
                votes.head += isHead(view, i, side) ? weight : 0;
                votes.outright += isOutright(view, i, side) ? weight : 0;
            }
            (verdict < 0 ? votes.conflict : verdict > 0 ? votes.agree : votes.unknown) += weight;
            votes.isNamed = votes.isNamed || (verdict < 0 && weight >= 2);
            if (verdict < 0 && (votes.first == nowhere || weight > weightOf(view.reading.terms[votes.first])))
                votes.first = i;
        }
        return votes;
    }

    // "Has not been diligent" where the passage says "diligent" and nobody ever says that he was not; and the reverse.
    [[nodiscard]] bool isHead(const StatementView &view, std::uint32_t i, Polarity side) const
    {
        constexpr std::size_t shortest = 4;
        const Term &term = view.reading.terms[i];
        const WordFacts &all = context_.words[view.words[i]];
        if (!isCited_ || term.role != Role::Content || term.bytes < shortest)
            return false;
        return side == Polarity::Negated ? term.isVerbDenied && all.negated + all.negatedOther + all.open == 0
                                         : localOf(view.words[i]).isVerbDenied && all.affirmed + all.open == 0;
    }

    // A finding by its name: what else the clause says that is so does not make up for it.
    [[nodiscard]] bool isOutright(const StatementView &view, std::uint32_t i, Polarity side) const
    {
        const Term &term = view.reading.terms[i];
        const WordFacts &all = context_.words[view.words[i]];
        static const WordKey purpose = wordKey("for"); // "referred for retinopathy": it is looked for
        const bool isSought = i > 0 && view.reading.terms[i - 1].key == purpose;
        const bool isNamed = term.role == Role::Concept && !context_.lexicon.isSiteBound(term);
        return isCited_ && isNamed && !isSought && side == Polarity::Affirmed && all.affirmed + all.open == 0;
    }

    // A word that no table knows, and that one side denies as one denies a thing: "no necrosis".
    [[nodiscard]] bool isThing(const StatementView &view, std::uint32_t i, Polarity side) const
    {
        constexpr std::size_t shortest = 4;
        constexpr std::uint32_t rare = 4;
        const Term &term = view.reading.terms[i];
        const WordFacts &all = context_.words[view.words[i]];
        if (term.role == Role::State && isHere(view.words[i]) && side == Polarity::Affirmed && all.affirmed == 0)
            return true;
        const bool isWord = term.role == Role::Content || term.role == Role::Measure;
        if (!isWord || !isHere(view.words[i]) || term.bytes < shortest)
            return false;
        if (side == Polarity::Affirmed)
            return localOf(view.words[i]).isNounDenied && all.affirmed == 0;
        return term.isNounDenied && all.negated == 0 && all.count() <= rare;
    }

    [[nodiscard]] bool isHere(std::uint32_t word) const { return localOf(word).isHere; }

    // −1 the sources say the opposite, +1 they say the same, 0 they do not tell.
    [[nodiscard]] int verdictOf(const StatementView &view, std::uint32_t i, Polarity side) const
    {
        const Term &term = view.reading.terms[i];
        const WordFacts &all = context_.words[view.words[i]];
        const bool isAffirmed = side == Polarity::Affirmed;
        const bool isBound = context_.lexicon.isSiteBound(term);
        const SiteMask sites = isBound ? sitesNear(view.reading, i) : 1;
        const auto fits = [&](SiteMask said) { return !isBound || canBeSame(said, sites); };
        const std::uint32_t same = isAffirmed ? all.affirmed : all.negated + all.negatedOther;
        const std::uint32_t opposite = isAffirmed ? all.negated : all.affirmed;
        if (isHere(view.words[i])) {
            const Local &here = localOf(view.words[i]);
            const std::uint32_t sameHere = isAffirmed ? here.affirmed : here.negated + here.negatedOther;
            if (sameHere > 0 && (here.negatedOther > 0 || fits(isAffirmed ? here.affirmedAt : here.negatedAt)))
                return 1;
            const bool isOpposite =
                (isAffirmed ? here.negated : here.affirmed) > 0 && fits(isAffirmed ? here.negatedAt : here.affirmedAt);
            const bool isSaidToo = isBound ? fits(isAffirmed ? all.affirmedAt : all.negatedAt) && same > 0
                                           : same >= opposite || (!isCited_ && same > 0);
            if (isOpposite)
                return isSaidToo || (!isAffirmed && isNarrowed(view, i)) ? 0 : -1;
            return 0;
        }
        if (same > 0)
            return 1;
        const bool isTold = (term.role == Role::Concept || term.role == Role::Drug) && (!isBound || sites == 1);
        const bool isOneSided = opposite > 0 && all.open == 0 && all.ofFamily == 0;
        return isTold && isOneSided && !(!isAffirmed && isNarrowed(view, i)) ? -1 : 0;
    }

    // "No barky cough" does not deny a cough.
    [[nodiscard]] bool isNarrowed(const StatementView &view, std::uint32_t i) const
    {
        if (i == 0)
            return false;
        const Term &before = view.reading.terms[i - 1];
        const bool isJoined =
            before.last == view.reading.terms[i].first && before.segment == view.reading.terms[i].segment;
        if (!isJoined || (before.role != Role::Content && before.role != Role::Site)
            || before.polarity != Polarity::Negated)
            return false;
        return !isHere(view.words[i - 1]) || localOf(view.words[i - 1]).affirmed == 0;
    }

    // Where the sources say the opposite: in the passage if they do there.
    [[nodiscard]] WordPlace opposite(std::uint32_t word, Polarity side) const
    {
        const bool isAffirmed = side == Polarity::Affirmed;
        if (isHere(word))
            return isAffirmed ? localOf(word).firstNegated : localOf(word).firstAffirmed;
        const WordFacts &facts = context_.words[word];
        return isAffirmed ? facts.firstNegated : facts.firstAffirmed;
    }

    void report(std::size_t statement, const StatementView &view, std::size_t at, Polarity side)
    {
        const Term &term = view.reading.terms[at];
        const std::uint32_t word = view.words[at];
        const auto [source, there] = opposite(word, side);
        const Term &other = context_.sources[source].reading.terms[there];
        const bool isDenied = side == Polarity::Negated;
        // A finding or a drug by its name; pain has many places, and other words many meanings.
        const bool isSure =
            (term.role == Role::Concept || term.role == Role::Drug) && !context_.lexicon.isSiteBound(term);
        reports_.push_back({.code = "negation-conflict",
                            .severity = isSure ? domain::Severity::Warning : domain::Severity::Info,
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
    std::vector<std::uint32_t> slots_; // by word: its place in the next, 0 where the statement does not have it
    std::vector<Local> local_;         // of the statement at hand; the first is of no word
    bool isCited_ = false;
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
