#include "core/checks/check.hpp"

#include <algorithm>
#include <array>

// The place of the body that a draft names, against the places that the sources name with the same things.
namespace countersign::checks
{
namespace
{

constexpr std::size_t placesMax = 24;

bool isAnchor(const Term &term)
{
    constexpr std::size_t shortest = 4;
    return term.role == Role::Concept || term.role == Role::Drug || term.role == Role::Procedure
           || (term.role == Role::Content && term.bytes >= shortest);
}

struct Sighting {
    bool isAgreed = false;
    std::size_t source = nowhere;
    std::uint32_t term = 0; // another place
};

struct Site {
    std::uint32_t term = 0;
    std::uint16_t site = 0;
};

// Places stand alone and within the names of findings and of tests: "back pain" names the back.
std::uint16_t siteOf(const Reading &reading, const Term &term)
{
    if (term.role == Role::Site)
        return term.id;
    const bool isName = term.role == Role::Concept || term.role == Role::Procedure;
    for (std::uint32_t token = term.first; isName && token < term.last; ++token) {
        if (reading.tokens.list[token].kind != Token::Kind::Word)
            continue;
        const auto *inner = english().match(std::span(reading.tokens.list).subspan(token, 1));
        if (inner && inner->role == Role::Site)
            return inner->id;
    }
    return 0;
}

// As they stand.
std::vector<Site> sitesIn(const Reading &reading)
{
    std::vector<Site> sites;
    for (std::uint32_t i = 0; i < reading.terms.size(); ++i)
        if (const std::uint16_t site = siteOf(reading, reading.terms[i]); site != 0)
            sites.push_back({i, site});
    return sites;
}

class Places
{
public:
    Places(const Context &context, std::vector<Report> &reports) : context_(context), reports_(reports)
    {
        for (const SourceView &source : context.sources)
            if (source.isEvidence)
                for (const Site &each : source.reading.noted<sitesIn>())
                    if (each.site < named_.size())
                        named_[each.site] = true;
    }

    void check(std::size_t statement)
    {
        const StatementView &view = context_.statements[statement];
        if (view.statement->style == domain::Statement::Style::Heading)
            return;
        std::size_t judged = 0;
        for (std::uint32_t i = 0; i < view.reading.terms.size() && judged < judgedMax; ++i) {
            if (view.reading.terms[i].role != Role::Site || isHeading(view.reading, i))
                continue;
            ++judged;
            const bool isElsewhere = isNamed(view.reading.terms[i].id);
            Sighting seen = isElsewhere ? nearThings(view, i) : inPassages(view, i);
            if (isElsewhere && !seen.isAgreed && seen.source == nowhere && !view.passages.empty())
                seen = inPassages(view, i);
            if (!seen.isAgreed && seen.source != nowhere)
                return report(statement, i, seen);
        }
    }

private:
    // "Ears, nose and throat: …" names what is spoken of.
    [[nodiscard]] static bool isHeading(const Reading &reading, std::uint32_t i)
    {
        const Segment &segment = reading.segments[reading.terms[i].segment];
        const auto &tokens = reading.tokens.list;
        constexpr std::uint32_t most = 16;
        for (std::uint32_t t = segment.firstTerm; t < std::min(segment.lastTerm, segment.firstTerm + most); ++t) {
            const Term &term = reading.terms[t];
            if (term.role != Role::Site && term.role != Role::Filler)
                return false;
            if (term.last < tokens.size() && tokens[term.last].isMark(':'))
                return t >= i;
        }
        return false;
    }

    [[nodiscard]] bool isNamed(std::uint16_t site) const { return site < named_.size() && named_[site]; }

    // The skin, a joint, a collateral ligament: such a place bears out none and contradicts none.
    [[nodiscard]] bool isAnywhere(std::uint16_t site) const
    {
        constexpr std::uint16_t knee = 1, eye = 14, heart = 34; // far from each other
        return context_.lexicon.canOverlap(site, knee) && context_.lexicon.canOverlap(site, eye)
               && context_.lexicon.canOverlap(site, heart);
    }

    void look(std::size_t source, Range terms, std::uint16_t site, Sighting &seen) const
    {
        if (!context_.sources[source].isEvidence)
            return;
        const std::vector<Site> &sites = context_.sources[source].reading.noted<sitesIn>();
        for (auto at = std::ranges::lower_bound(sites, terms.first, {}, &Site::term);
             at != sites.end() && at->term < terms.last; ++at) {
            if (isAnywhere(at->site))
                continue;
            if (context_.lexicon.canOverlap(site, at->site)) {
                seen.isAgreed = true;
                return;
            }
            if (seen.source == nowhere) {
                seen.source = source;
                seen.term = at->term;
            }
        }
    }

    // Of a place that no source names: where the cited passage names another.
    [[nodiscard]] Sighting inPassages(const StatementView &view, std::uint32_t i) const
    {
        Sighting seen;
        const std::uint16_t site = view.reading.terms[i].id;
        for (const Passage &passage : view.passages)
            if (context_.sources[passage.source].isEvidence)
                look(passage.source, passage.terms, site, seen);
        if (view.passages.empty() && view.nearest)
            look(view.nearest->source, view.nearest->terms, site, seen);
        return seen;
    }

    // Of a place that they name: where the things said of it are said of other places only.
    [[nodiscard]] Sighting nearThings(const StatementView &view, std::uint32_t i) const
    {
        constexpr std::uint32_t near = 4, reach = 7;
        Sighting seen;
        const auto &terms = view.reading.terms;
        const Segment &segment = view.reading.segments[terms[i].segment];
        const std::uint32_t from = std::max(segment.firstTerm, i - std::min(i, near));
        for (std::uint32_t j = from; j < std::min(segment.lastTerm, i + 1 + near) && !seen.isAgreed; ++j) {
            if (!isAnchor(terms[j]))
                continue;
            const auto places = context_.placesOfWord(view.words[j]);
            for (const WordPlace &place : places.first(std::min(places.size(), placesMax))) {
                const Reading &there = context_.sources[place.source].reading;
                const Segment &around = there.segments[there.terms[place.term].segment];
                look(place.source,
                     {std::max(around.firstTerm, place.term - std::min(place.term, reach)),
                      std::min(around.lastTerm, place.term + 1 + reach)},
                     terms[i].id, seen);
            }
        }
        return seen;
    }

    void report(std::size_t statement, std::uint32_t at, const Sighting &seen)
    {
        const Reading &reading = context_.statements[statement].reading, &other = context_.sources[seen.source].reading;
        const Term &term = reading.terms[at], &there = other.terms[seen.term];
        reports_.push_back(
            {.code = "value-not-in-evidence",
             .severity = domain::Severity::Info,
             .statement = statement,
             .place = {term.first, term.last},
             .source = seen.source,
             .sourcePlace = {there.first, there.last},
             .values = {{"draft", std::string(reading.textOf(term))}, {"source", std::string(other.textOf(there))}},
             .message = "The source says this of another place of the body."});
    }

    const Context &context_;
    std::vector<Report> &reports_;
    std::array<bool, 128> named_{}; // by site
};

void run(const Context &context, std::vector<Report> &reports)
{
    if (!context.hasEvidence())
        return;
    Places places(context, reports);
    for (std::size_t i = 0; i < context.statements.size(); ++i)
        places.check(i);
}

} // namespace

const Check &placeCheck()
{
    static constexpr Check check{"place",
                                 "1",
                                 "Whether the place of the body that the draft names is one that the sources name with "
                                 "the same things.",
                                 "What a gesture showed, and places that are named in other words.",
                                 "Puts the two places side by side; the reader decides.",
                                 run};
    return check;
}

} // namespace countersign::checks
