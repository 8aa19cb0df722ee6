#include "core/checks/language/marks.hpp"

#include "core/checks/check.hpp"

#include <algorithm>
#include <array>
#include <bit>

// What the draft claims in a word of its own, how often, better or worse, at an end, sure, done, declined, where the
// passage that it cites has no word of that kind at all.
namespace countersign::checks
{
namespace
{

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
    case Mark::Severe:
    case Mark::Mild:
    case Mark::Several:
        return {"how much", "value-not-in-evidence"};
    default:
        return {"when", "temporal-conflict"};
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

class Unsaid
{
public:
    Unsaid(const Context &context, std::vector<Report> &reports) : context_(context), reports_(reports)
    {
        for (const SourceView &source : context.sources)
            places_.push_back(source.isEvidence ? placesIn(source.reading) : Places{});
    }

    void check(std::size_t statement)
    {
        const StatementView &view = context_.statements[statement];
        if (view.statement->style == domain::Statement::Style::Heading || view.passages.empty())
            return;
        MarkMask judged = 0;
        for (std::uint32_t i = 0; i < view.reading.tokens.list.size();) {
            const MarkPhrase phrase = englishClaimAt(view.reading.tokens, i);
            const std::uint32_t words = std::max(phrase.words, 1U);
            for (MarkMask rest = phrase.claims & ~judged; rest != 0; rest &= rest - 1) {
                const auto mark = static_cast<Mark>(std::countr_zero(rest));
                judged |= bitOf(mark);
                if (!isBorneOut(view, mark))
                    report(statement, {i, i + words}, mark);
            }
            i += words;
        }
    }

private:
    [[nodiscard]] bool isSaid(std::size_t source, Range tokens, Mark mark) const
    {
        const auto &places = places_[source][static_cast<std::size_t>(mark)];
        const auto at = std::ranges::lower_bound(places, tokens.first);
        return at != places.end() && *at < tokens.last;
    }

    [[nodiscard]] bool isBorneOut(const StatementView &view, Mark mark) const
    {
        return std::ranges::any_of(view.passages, [&](const Passage &passage) {
            return !context_.sources[passage.source].isEvidence || isSaid(passage.source, passage.tokens, mark);
        });
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
    std::vector<Places> places_; // by source
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
