#include "core/checks/check.hpp"

#include <algorithm>
#include <array>

namespace countersign::checks
{
namespace
{

constexpr std::uint16_t leftSide = 1, rightSide = 2, bothSides = 3;
constexpr std::size_t placesMax = 24;
constexpr std::uint32_t reach = 7; // tokens between a side and its place of the body

// The place of the body that a side belongs to: the nearest after it, else before it, within its segment.
std::uint16_t siteOf(const Reading &reading, std::size_t at)
{
    const Term &side = reading.terms[at];
    for (std::size_t i = at + 1; i < reading.terms.size(); ++i) {
        const Term &term = reading.terms[i];
        const bool isAnew = term.role == Role::Person && i > at + 1; // "at the left base and on your lower leg"
        if (term.segment != side.segment || term.first > side.last + reach || term.role == Role::Side || isAnew)
            break;
        if (term.role == Role::Site)
            return term.id;
    }
    for (std::size_t i = at; i > 0; --i) {
        const Term &term = reading.terms[i - 1];
        if (term.segment != side.segment || term.last + reach < side.first || term.role == Role::Side)
            break;
        if (term.role == Role::Site)
            return term.id;
    }
    return 0;
}

// "both knees" names sides, "both flexion and extension" does not.
bool isSideOfSomething(const Reading &reading, std::uint32_t i)
{
    constexpr std::uint32_t near = 3;
    if (reading.terms[i].id != bothSides || reading.terms[i].bytes > 4)
        return true;
    for (std::uint32_t j = i + 1; j < std::min<std::size_t>(i + near, reading.terms.size()); ++j)
        if (reading.terms[j].role == Role::Site || reading.terms[j].role == Role::Side)
            return true;
    return false;
}

// "your left, at your right shoulder": whoever speaks takes the first word back.
bool isTakenBack(const Reading &reading, std::uint32_t i)
{
    static const WordSet joints{"or",   "i",  "sorry", "no", "at",  "some",     "your", "my",
                                "mean", "uh", "um",    "in", "the", "actually", "i'm"};
    constexpr std::uint32_t near = 5;
    const Term &side = reading.terms[i];
    if (side.id == bothSides || reading.segments[side.segment].speaker == 0)
        return false;
    for (std::uint32_t j = i + 1; j < std::min<std::size_t>(i + near, reading.terms.size()); ++j) {
        const Term &term = reading.terms[j];
        if (term.role == Role::Side)
            return term.id != side.id && term.id != bothSides && j > i + 1;
        if (!joints.contains(term.key))
            return false;
    }
    return false;
}

struct SideCounts {
    std::array<std::uint32_t, 4> bySide{};
    std::array<WordPlace, 4> first{}; // of each side that is named

    void add(std::size_t where, std::uint32_t term, std::uint16_t side)
    {
        if (bySide[side]++ == 0)
            first[side] = {static_cast<std::uint32_t>(where), term};
    }
    [[nodiscard]] bool isEmpty() const
    {
        return std::ranges::all_of(bySide, [](std::uint32_t count) { return count == 0; });
    }
    // The side that is named instead of that one; 0 where none contradicts it.
    [[nodiscard]] std::uint16_t insteadOf(std::uint16_t side) const
    {
        const bool isLeft = bySide[leftSide] > 0, isRight = bySide[rightSide] > 0, isBoth = bySide[bothSides] > 0;
        if (side == bothSides)
            return isBoth || isLeft == isRight ? 0 : isLeft ? leftSide : rightSide;
        const std::uint16_t opposite = side == leftSide ? rightSide : leftSide;
        if (bySide[side] > 0)
            return 0;
        return isBoth ? (bySide[opposite] > 0 ? 0 : bothSides) : bySide[opposite] > 0 ? opposite : 0;
    }
    // The one side, or both, that is named; 0 where there are several answers or none.
    [[nodiscard]] std::uint16_t only() const
    {
        const bool isLeft = bySide[leftSide] > 0, isRight = bySide[rightSide] > 0, isBoth = bySide[bothSides] > 0;
        if (isLeft + isRight + isBoth != 1)
            return 0;
        return isLeft ? leftSide : isRight ? rightSide : bothSides;
    }
    // A slip of the tongue among many.
    [[nodiscard]] bool isOutvoted(std::uint16_t side) const
    {
        constexpr std::uint32_t times = 3;
        const std::uint16_t opposite = side == leftSide ? rightSide : leftSide;
        return bySide[bothSides] == 0 && bySide[opposite] >= times * std::max(1U, bySide[side]);
    }
};

// Where a text names a side of something, and of which place of the body.
struct SideAt {
    std::uint32_t term = 0;
    std::uint16_t site = 0;
    bool isTakenBack = false;
};

std::vector<SideAt> sidesIn(const Reading &reading)
{
    std::vector<SideAt> sides;
    for (std::uint32_t i = 0; i < reading.terms.size(); ++i)
        if (reading.terms[i].role == Role::Side && isSideOfSomething(reading, i))
            sides.push_back({i, siteOf(reading, i), isTakenBack(reading, i)});
    return sides;
}

class Sides
{
public:
    Sides(const Context &context, std::vector<Report> &reports) : context_(context), reports_(reports) {}

    void run()
    {
        for (std::size_t s = 0; s < context_.sources.size(); ++s)
            if (context_.sources[s].isEvidence)
                gather(s, {0, static_cast<std::uint32_t>(context_.sources[s].reading.terms.size())}, everywhere_, any_);
        countDrafted();
        for (std::size_t i = 0; i < context_.statements.size(); ++i)
            check(i);
    }

private:
    // Few places of the body have a side in one text.
    class BySite
    {
    public:
        SideCounts &operator[](std::uint16_t site)
        {
            const auto at = std::ranges::find(sites_, site);
            if (at != sites_.end())
                return counts_[static_cast<std::size_t>(at - sites_.begin())];
            sites_.push_back(site);
            return counts_.emplace_back();
        }
        [[nodiscard]] const SideCounts *find(std::uint16_t site) const
        {
            const auto at = std::ranges::find(sites_, site);
            return at == sites_.end() ? nullptr : &counts_[static_cast<std::size_t>(at - sites_.begin())];
        }

    private:
        std::vector<std::uint16_t> sites_;
        std::vector<SideCounts> counts_;
    };

    void gather(std::size_t source, Range terms, BySite &bySite, SideCounts &any) const
    {
        const Reading &reading = context_.sources[source].reading;
        const std::vector<SideAt> &sides = reading.noted<sidesIn>();
        for (auto at = std::ranges::lower_bound(sides, terms.first, {}, &SideAt::term);
             at != sides.end() && at->term < terms.last; ++at) {
            if (at->isTakenBack)
                continue;
            any.add(source, at->term, reading.terms[at->term].id);
            if (at->site != 0)
                bySite[at->site].add(source, at->term, reading.terms[at->term].id);
        }
    }

    void check(std::size_t statement)
    {
        const StatementView &view = context_.statements[statement];
        BySite cited;
        SideCounts citedAny;
        bool isGathered = false;
        std::size_t judged = 0;
        for (const auto &[i, site, isTakenBackHere] : view.reading.noted<sidesIn>()) {
            const Term &term = view.reading.terms[i];
            if (++judged > judgedMax)
                return;
            for (const Passage &passage : view.passages)
                if (!isGathered && context_.sources[passage.source].isEvidence)
                    gather(passage.source, passage.terms, cited, citedAny);
            if (!isGathered && view.passages.empty() && view.nearest)
                gather(view.nearest->source, view.nearest->terms, cited, citedAny);
            isGathered = true;
            const Contrary contrary = contradiction(site, term.id, cited, citedAny);
            if (contrary.counts)
                report(statement, term, contrary, isContrast(view.reading, i));
            else if (const SideCounts next = besideNextWord(view, i); !next.isEmpty())
                report(statement, term, {&next, next.only()}, true);
            else if (isAgainstDraft(site, term.id, cited))
                report(statement, term, {nullptr, term.id == leftSide ? rightSide : leftSide}, true);
        }
    }

    // "The left base" where the sources say "right base" or "both bases" and never this: a thing that no table knows
    // is told by the word after its side.
    [[nodiscard]] SideCounts besideNextWord(const StatementView &view, std::uint32_t i) const
    {
        constexpr std::uint32_t few = 3;
        const auto &terms = view.reading.terms;
        SideCounts counts;
        const std::uint32_t next = i + 1;
        if (next >= terms.size() || terms[next].segment != terms[i].segment || !bearsWeight(terms[next]))
            return counts;
        const auto places = context_.placesOfWord(view.words[next]);
        for (const WordPlace &place : places.first(std::min(places.size(), placesMax))) {
            const Reading &there = context_.sources[place.source].reading;
            const Term &word = there.terms[place.term];
            for (std::uint32_t j = place.term; j > place.term - std::min(place.term, few); --j) {
                const Term &side = there.terms[j - 1];
                if (side.segment != word.segment)
                    break;
                if (side.role != Role::Side || !isSideOfSomething(there, j - 1))
                    continue;
                counts.add(place.source, j - 1, side.id);
                break;
            }
        }
        const bool isSaidSo = counts.bySide[terms[i].id] > 0 || counts.only() == 0;
        return isSaidSo ? SideCounts{} : counts;
    }

    // One statement against all the others of the draft, where the sources name both sides or none.
    void countDrafted()
    {
        for (const StatementView &view : context_.statements)
            for (const SideAt &side : view.reading.noted<sidesIn>())
                if (side.site != 0)
                    ++drafted_[side.site].bySide[view.reading.terms[side.term].id];
    }
    [[nodiscard]] bool isAgainstDraft(std::uint16_t site, std::uint16_t side, const BySite &cited) const
    {
        if (site == 0 || side == bothSides)
            return false;
        const SideCounts *here = cited.find(site), *drafted = drafted_.find(site);
        if (here && here->bySide[side] > 0)
            return false;
        if (!drafted || drafted->bySide[bothSides] > 0)
            return false;
        const std::uint16_t opposite = side == leftSide ? rightSide : leftSide;
        return drafted->bySide[opposite] >= 2 * drafted->bySide[side];
    }

    // "Denies pain on the left": or both sides named, one against the other.
    [[nodiscard]] static bool isContrast(const Reading &reading, std::uint32_t i)
    {
        constexpr std::uint32_t near = 4;
        const Segment &segment = reading.segments[reading.terms[i].segment];
        const auto isOther = [&](const Term &term) {
            return term.role == Role::Side && term.id != bothSides && term.id != reading.terms[i].id;
        };
        const auto begin = reading.terms.begin();
        if (std::ranges::any_of(reading.terms, isOther))
            return true;
        const std::uint32_t from = std::max(segment.firstTerm, i - std::min(i, near));
        return std::any_of(begin + from, begin + std::min(segment.lastTerm, i + near),
                           [](const Term &term) { return term.polarity == Polarity::Negated; });
    }

    struct Contrary {
        const SideCounts *counts = nullptr;
        std::uint16_t side = 0;
    };
    static Contrary against(const SideCounts &counts, std::uint16_t side)
    {
        const std::uint16_t instead = counts.insteadOf(side);
        return instead > 0 ? Contrary{&counts, instead} : Contrary{};
    }

    // Both for one or one for both only where the place of the body is named.
    [[nodiscard]] Contrary contradiction(std::uint16_t site, std::uint16_t side, const BySite &cited,
                                         const SideCounts &citedAny) const
    {
        const SideCounts *here = cited.find(site), *there = everywhere_.find(site);
        if (site != 0 && here)
            return against(*here, side);
        if (site != 0 && there) {
            if (const Contrary found = against(*there, side); found.counts)
                return found;
            if (side != bothSides && there->isOutvoted(side))
                return {there, side == leftSide ? rightSide : leftSide};
            return there->bySide[side] == 0 ? oneForOther(citedAny, side) : Contrary{};
        }
        const Contrary found = oneForOther(citedAny, side);
        return found.counts ? found : oneForOther(any_, side);
    }
    static Contrary oneForOther(const SideCounts &counts, std::uint16_t side)
    {
        const Contrary found = against(counts, side);
        return side == bothSides || found.side == bothSides ? Contrary{} : found;
    }

    void report(std::size_t statement, const Term &term, const Contrary &contrary, bool isContrast)
    {
        constexpr std::array<std::string_view, 4> names{"", "LEFT", "RIGHT", "BOTH"};
        const bool isOneForOther = term.id != bothSides && contrary.side != bothSides && !isContrast;
        Report made{.code = "laterality-conflict",
                    .severity = isOneForOther ? domain::Severity::Warning : domain::Severity::Info,
                    .statement = statement,
                    .place = {term.first, term.last},
                    .values = {{"draft", std::string(names[term.id])}}};
        if (contrary.counts) {
            const SideCounts &counts = *contrary.counts;
            const WordPlace place = counts.first[contrary.side];
            const Term &other = context_.sources[place.source].reading.terms[place.term];
            made.source = place.source;
            made.sourcePlace = {other.first, other.last};
            made.values.emplace_back("source", names[contrary.side]);
            made.message = "The draft names one side of the body, the source the other.";
        } else {
            made.values.emplace_back("elsewhere", names[contrary.side]);
            made.message = "The draft names one side of the body here and the other elsewhere.";
        }
        reports_.push_back(std::move(made));
    }

    const Context &context_;
    std::vector<Report> &reports_;
    BySite everywhere_, drafted_;
    SideCounts any_;
};

void run(const Context &context, std::vector<Report> &reports)
{
    Sides(context, reports).run();
}

} // namespace

const Check &lateralityCheck()
{
    static constexpr Check check{
        "laterality",
        "1",
        "Whether the side that the draft gives a place of the body is the one that the sources give it.",
        "A side that every source has wrong, and one that only a picture shows.",
        "Puts the two words side by side in capitals; the reader decides.",
        run};
    return check;
}

} // namespace countersign::checks
