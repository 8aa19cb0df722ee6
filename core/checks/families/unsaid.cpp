#include "core/checks/language/marks.hpp"

#include "core/checks/check.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <optional>

// What the draft claims in a word of its own, how often, better or worse, at an end, sure, done, declined, where the
// passage that it cites has no word of that kind at all.
namespace countersign::checks
{
namespace
{

constexpr std::size_t anchorsMax = 8, placesMax = 24;

struct Claim {
    std::string_view about, code;
};

Claim claimOf(Mark mark)
{
    switch (mark) {
    case Mark::Seldom:
    case Mark::Often:
    case Mark::Always:
    case Mark::Daily:
    case Mark::Weekly:
        return {"how often", "temporal-conflict"};
    case Mark::Better:
    case Mark::Worse:
    case Mark::Up:
    case Mark::Down:
        return {"which way", "temporal-conflict"};
    case Mark::Ended:
    case Mark::Gone:
    case Mark::GoingOn:
    case Mark::Kept:
        return {"ended or going on", "temporal-conflict"};
    case Mark::Doubted:
    case Mark::Sure:
    case Mark::Diagnosed:
        return {"how sure", "certainty-conflict"};
    case Mark::Done:
    case Mark::Planned:
        return {"planned or done", "intent-conflict"};
    case Mark::Declined:
    case Mark::Wanted:
        return {"wanted or declined", "negation-conflict"};
    case Mark::Denied:
    case Mark::Warned:
        return {"denied", "negation-conflict"};
    case Mark::Allowed:
        return {"allowed", "negation-conflict"};
    case Mark::Normal:
        return {"found normal", "negation-conflict"};
    case Mark::Severe:
    case Mark::Mild:
    case Mark::Several:
        return {"how much", "value-not-in-evidence"};
    default:
        return {"when", "temporal-conflict"};
    }
}

// How many clauses away from the thing it is told of; none where anywhere in the passage will do.
std::optional<std::uint32_t> reachOf(Mark mark)
{
    switch (mark) {
    case Mark::Doubted:
    case Mark::Sure:
    case Mark::Diagnosed:
        return 0;
    case Mark::Done:
    case Mark::Planned:
    case Mark::Ended:
    case Mark::Gone:
    case Mark::GoingOn:
    case Mark::Kept:
    case Mark::Better:
    case Mark::Worse:
    case Mark::Normal:
    case Mark::Allowed:
        return 1;
    default:
        return std::nullopt;
    }
}

// Where a source has each mark, in order.
using Places = std::array<std::vector<std::uint32_t>, markCount>;

Places placesIn(const Reading &reading)
{
    Places places;
    for (std::uint32_t i = 0; i < reading.tokens.list.size();) {
        const MarkPhrase phrase = englishMarkAt(reading.tokens, i);
        for (MarkMask rest = phrase.bears; rest != 0; rest &= rest - 1)
            places[static_cast<std::size_t>(std::countr_zero(rest))].push_back(i);
        i += std::max(phrase.words, 1U);
    }
    return places;
}

// What a draft claims, each mark once.
struct Claimed {
    Mark mark = Mark::Seldom;
    Range place;
};

std::vector<Claimed> claimsIn(const Reading &reading)
{
    std::vector<Claimed> claims;
    MarkMask found = 0;
    for (std::uint32_t i = 0; i < reading.tokens.list.size();) {
        const MarkPhrase phrase = englishClaimAt(reading.tokens, i);
        const std::uint32_t words = std::max(phrase.words, 1U);
        for (MarkMask rest = phrase.claims & ~found; rest != 0; rest &= rest - 1)
            claims.push_back({static_cast<Mark>(std::countr_zero(rest)), {i, i + words}});
        found |= phrase.claims;
        i += words;
    }
    return claims;
}

class Unsaid
{
public:
    Unsaid(const Context &context, std::vector<Report> &reports) : context_(context), reports_(reports) {}

    void check(std::size_t statement)
    {
        const StatementView &view = context_.statements[statement];
        if (view.statement->style == domain::Statement::Style::Heading || view.passages.empty())
            return;
        for (const Claimed &claimed : view.reading.noted<claimsIn>())
            if (!isBorneOut(view, claimed.place.first, claimed.mark))
                report(statement, claimed.place, claimed.mark);
    }

private:
    [[nodiscard]] bool isSaid(std::size_t source, Range tokens, Mark mark) const
    {
        const auto &places = context_.sources[source].reading.noted<placesIn>()[static_cast<std::size_t>(mark)];
        const auto at = std::ranges::lower_bound(places, tokens.first);
        return at != places.end() && *at < tokens.last;
    }

    // In the cited passages: where they speak of what stands beside the claim, or in the whole of them where they do
    // not.
    [[nodiscard]] bool isBorneOut(const StatementView &view, std::uint32_t token, Mark mark) const
    {
        return std::ranges::any_of(view.passages, [&](const Passage &passage) {
            if (!context_.sources[passage.source].isEvidence)
                return true;
            if (!isSaid(passage.source, passage.tokens, mark))
                return false;
            return !reachOf(mark) || isSaidOfThat(view, passage, token, mark);
        });
    }

    [[nodiscard]] bool isSaidOfThat(const StatementView &view, const Passage &passage, std::uint32_t token,
                                    Mark mark) const
    {
        const Reading &reading = view.reading;
        const auto at = std::ranges::partition_point(reading.terms, [&](const Term &t) { return t.last <= token; });
        if (at == reading.terms.end())
            return true;
        const Segment &clause = reading.segments[at->segment];
        std::size_t anchors = 0;
        Spoken spoken;
        for (std::uint32_t i = clause.firstTerm; i < clause.lastTerm && anchors < anchorsMax && !spoken.isBorneOut; ++i)
            if (bearsWeight(reading.terms[i])) {
                ++anchors;
                hear(view.words[i], passage, mark, spoken);
            }
        return spoken.isBorneOut || !spoken.isOfIt;
    }

    struct Spoken {
        bool isOfIt = false, isBorneOut = false;
    };
    void hear(std::uint32_t word, const Passage &passage, Mark mark, Spoken &spoken) const
    {
        const Reading &there = context_.sources[passage.source].reading;
        const auto places = context_.placesIn(passage, word);
        for (const WordPlace &place : places.first(std::min(places.size(), placesMax))) {
            spoken.isOfIt = true;
            const Range near = around(there, place.term, *reachOf(mark));
            spoken.isBorneOut = spoken.isBorneOut || isSaid(passage.source, near, mark);
        }
    }

    // The clause of that term and so many on either side of it; of one clause alone, which has no end in some speech,
    // what stands close.
    static Range around(const Reading &reading, std::uint32_t term, std::uint32_t reach)
    {
        constexpr std::uint32_t close = 16;
        const std::uint32_t segment = reading.terms[term].segment, token = reading.terms[term].first;
        const auto end = static_cast<std::uint32_t>(reading.segments.size());
        const Segment &first = reading.segments[segment - std::min(segment, reach)];
        const Segment &last = reading.segments[std::min(segment + reach, end - 1)];
        if (last.lastTerm <= first.firstTerm)
            return {};
        const Range clauses{reading.terms[first.firstTerm].first, reading.terms[last.lastTerm - 1].last};
        if (reach > 0)
            return clauses;
        return {std::max(clauses.first, token - std::min(token, close)), std::min(clauses.last, token + close)};
    }

    void report(std::size_t statement, Range place, Mark mark)
    {
        const Reading &reading = context_.statements[statement].reading;
        const Claim claim = claimOf(mark);
        reports_.push_back({.code = claim.code,
                            .severity = domain::Severity::Info,
                            .statement = statement,
                            .place = place,
                            .values = {{"draft", std::string(reading.textBetween(place.first, place.last))},
                                       {"about", std::string(claim.about)}},
                            .message = "No word of the passage that is cited says this."});
    }

    const Context &context_;
    std::vector<Report> &reports_;
};

void run(const Context &context, std::vector<Report> &reports)
{
    if (!context.hasEvidence())
        return;
    Unsaid unsaid(context, reports);
    for (std::size_t i = 0; i < context.statements.size(); ++i)
        unsaid.check(i);
}

} // namespace

const Check &unsaidCheck()
{
    static constexpr Check check{
        "unsaid",
        "1",
        "Whether the cited passage has any word for what the draft claims in a word of its own: how often, better or "
        "worse, ended or going on, sure or doubted, done or planned, wanted or declined.",
        "What is told without such a word, and of which of several things it is told.",
        "Shows a word that the cited passage does not bear out; the reader decides.",
        run};
    return check;
}

} // namespace countersign::checks
