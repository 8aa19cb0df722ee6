#include "core/checks/check.hpp"

#include <algorithm>
#include <array>

namespace countersign::checks
{
namespace
{

constexpr std::uint16_t leftSide = 1, rightSide = 2, bothSides = 3;
constexpr std::uint32_t reach = 7; // tokens between a side and its place of the body

// The place of the body that a side belongs to: the nearest after it, else before it, within its segment.
std::uint16_t siteOf(const Reading &reading, std::size_t at)
{
    const Term &side = reading.terms[at];
    for (std::size_t i = at + 1; i < reading.terms.size(); ++i) {
        const Term &term = reading.terms[i];
        if (term.segment != side.segment || term.first > side.last + reach || term.role == Role::Side)
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
    if (reading.terms[i].id != bothSides || reading.textOf(reading.terms[i]).size() > 4)
        return true;
    for (std::uint32_t j = i + 1; j < std::min<std::size_t>(i + near, reading.terms.size()); ++j)
        if (reading.terms[j].role == Role::Site || reading.terms[j].role == Role::Side)
            return true;
    return false;
}

struct SideCounts {
    std::array<std::uint32_t, 4> bySide{};
    std::size_t source = nowhere;
    std::array<std::uint32_t, 4> firstTerm{};

    void add(std::size_t where, std::uint32_t term, std::uint16_t side)
    {
        source = where;
        if (bySide[side]++ == 0)
            firstTerm[side] = term;
    }
    [[nodiscard]] bool contradicts(std::uint16_t side) const
    {
        const std::uint16_t opposite = side == leftSide ? rightSide : leftSide;
        return bySide[side] == 0 && bySide[bothSides] == 0 && bySide[opposite] > 0;
    }
    // A slip of the tongue among many.
    [[nodiscard]] bool isOutvoted(std::uint16_t side) const
    {
        constexpr std::uint32_t times = 4;
        const std::uint16_t opposite = side == leftSide ? rightSide : leftSide;
        return bySide[bothSides] == 0 && bySide[opposite] >= times * std::max(1U, bySide[side]);
    }
};

class Sides
{
public:
    Sides(const Context &context, std::vector<Report> &reports) : context_(context), reports_(reports) {}

    void run()
    {
        for (std::size_t s = 0; s < context_.sources.size(); ++s)
            if (context_.sources[s].isEvidence)
                gather(s, {0, static_cast<std::uint32_t>(context_.sources[s].reading.terms.size())}, everywhere_, any_);
        for (std::size_t i = 0; i < context_.statements.size(); ++i)
            check(i);
    }

private:
    using BySite = std::unordered_map<std::uint16_t, SideCounts>;

    void gather(std::size_t source, Range terms, BySite &bySite, SideCounts &any) const
    {
        const Reading &reading = context_.sources[source].reading;
        for (std::uint32_t i = terms.first; i < terms.last; ++i) {
            if (reading.terms[i].role != Role::Side || !isSideOfSomething(reading, i))
                continue;
            any.add(source, i, reading.terms[i].id);
            if (const std::uint16_t site = siteOf(reading, i))
                bySite[site].add(source, i, reading.terms[i].id);
        }
    }

    void check(std::size_t statement)
    {
        const StatementView &view = context_.statements[statement];
        BySite cited;
        SideCounts citedAny;
        bool isGathered = false;
        for (std::size_t i = 0; i < view.reading.terms.size(); ++i) {
            const Term &term = view.reading.terms[i];
            if (term.role != Role::Side || term.id == bothSides)
                continue;
            for (const Passage &passage : view.passages)
                if (!isGathered && context_.sources[passage.source].isEvidence)
                    gather(passage.source, passage.terms, cited, citedAny);
            if (!isGathered && view.passages.empty() && view.nearest)
                gather(view.nearest->source, view.nearest->terms, cited, citedAny);
            isGathered = true;
            if (const SideCounts *against = contradiction(siteOf(view.reading, i), term.id, cited, citedAny))
                report(statement, term, *against);
        }
    }

    [[nodiscard]] const SideCounts *contradiction(std::uint16_t site, std::uint16_t side, const BySite &cited,
                                                  const SideCounts &citedAny) const
    {
        const auto here = cited.find(site);
        if (site != 0 && here != cited.end())
            return here->second.contradicts(side) ? &here->second : nullptr;
        const auto there = everywhere_.find(site);
        if (site != 0 && there != everywhere_.end()) {
            if (there->second.contradicts(side) || there->second.isOutvoted(side))
                return &there->second;
            return citedAny.contradicts(side) && there->second.bySide[side] == 0 ? &citedAny : nullptr;
        }
        if (citedAny.contradicts(side))
            return &citedAny;
        return any_.contradicts(side) ? &any_ : nullptr;
    }

    void report(std::size_t statement, const Term &term, const SideCounts &against)
    {
        const std::uint16_t opposite = term.id == leftSide ? rightSide : leftSide;
        const Term &other = context_.sources[against.source].reading.terms[against.firstTerm[opposite]];
        reports_.push_back({.code = "laterality-conflict",
                            .statement = statement,
                            .place = {term.first, term.last},
                            .source = against.source,
                            .sourcePlace = {other.first, other.last},
                            .values = {{"draft", term.id == leftSide ? "LEFT" : "RIGHT"},
                                       {"source", term.id == leftSide ? "RIGHT" : "LEFT"}},
                            .message = "The draft names one side of the body, the source the other."});
    }

    const Context &context_;
    std::vector<Report> &reports_;
    BySite everywhere_;
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
