#include "core/checks/language/changes.hpp"
#include "core/checks/check.hpp"

#include <algorithm>

// What the draft does with a treatment, against what the sources do with it: begun there, raised here. Whether it goes
// on at all is told by the course.
namespace countersign::checks
{
namespace
{

constexpr std::size_t placesMax = 24;

struct Place {
    std::size_t source = nowhere;
    Range tokens;
};

struct Said {
    std::uint32_t changes = 0; // one bit for each
    Place first;
};

std::uint32_t bitOf(Change change)
{
    return 1U << static_cast<std::uint32_t>(change);
}

bool isTreatment(const Term &term)
{
    constexpr std::size_t shortest = 6;
    return term.role == Role::Drug || term.role == Role::Procedure
           || (term.role == Role::Content && term.bytes >= shortest);
}

// A verb of change, and what it does.
struct ChangeAt {
    Range tokens;
    Change change = Change::Begin;
};

std::vector<ChangeAt> changesIn(const Reading &reading)
{
    std::vector<ChangeAt> changes;
    const auto &tokens = reading.tokens.list;
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].kind != Token::Kind::Word)
            continue;
        const auto *phrase = englishChanges().match(std::span(tokens).subspan(i));
        if (phrase && phrase->id != 0)
            changes.push_back({{i, i + phrase->wordCount}, static_cast<Change>(phrase->id)});
    }
    return changes;
}

// Those that begin between two tokens, the last excluded.
std::span<const ChangeAt> changesBetween(const Reading &reading, std::uint32_t first, std::uint32_t last)
{
    const std::vector<ChangeAt> &all = reading.noted<changesIn>();
    const auto isBefore = [](std::uint32_t token) {
        return [token](const ChangeAt &change) { return change.tokens.first < token; };
    };
    const auto from = std::ranges::partition_point(all, isBefore(first));
    return {from, std::partition_point(from, all.end(), isBefore(std::max(first, last)))};
}

class Changes
{
public:
    Changes(const Context &context, std::vector<Report> &reports) : context_(context), reports_(reports) {}

    void check(std::size_t statement)
    {
        const StatementView &view = context_.statements[statement];
        if (view.statement->style == domain::Statement::Style::Heading)
            return;
        constexpr std::uint32_t reach = 5; // tokens between a verb and what it is done with
        std::size_t judged = 0;
        for (std::uint32_t i = 0; i < view.reading.terms.size() && judged < judgedMax; ++i) {
            const Term &term = view.reading.terms[i];
            if (!isTreatment(term) || term.polarity != Polarity::Affirmed)
                continue;
            const ChangeAt *verb = verbBefore(view.reading, term, reach);
            if (!verb)
                continue;
            ++judged;
            if (judge(statement, i, *verb))
                return;
        }
    }

private:
    // The verb that stands closest before a treatment, in its clause, with no other treatment between.
    static const ChangeAt *verbBefore(const Reading &reading, const Term &term, std::uint32_t reach)
    {
        const Segment &segment = reading.segments[term.segment];
        const std::uint32_t begin = reading.terms[segment.firstTerm].first;
        const std::uint32_t from = std::max(begin, term.first - std::min(term.first, reach));
        const auto verbs = changesBetween(reading, from, term.first);
        return verbs.empty() ? nullptr : &verbs.back();
    }

    bool judge(std::size_t statement, std::uint32_t i, const ChangeAt &verb)
    {
        const StatementView &view = context_.statements[statement];
        const Change change = verb.change;
        // What ends is told by the course; "he continues" tells of a time before the sources change it.
        const bool isTelling = change == Change::Keep && view.reading.tokens.wordAt(verb.tokens.first).ends_with("s");
        if (change == Change::End || isTelling)
            return false;
        const bool isNamed = view.reading.terms[i].role == Role::Drug;
        Said said;
        const auto places = context_.placesOfWord(view.words[i]);
        for (const WordPlace &place : places.first(std::min(places.size(), placesMax)))
            if (isNamed || isCited(view, place))
                hear(place, said);
        if (said.changes == 0 || (said.changes & bitOf(change)) != 0)
            return false;
        report(statement, verb.tokens, said.first);
        return true;
    }

    [[nodiscard]] static bool isCited(const StatementView &view, const WordPlace &place)
    {
        return std::ranges::any_of(view.passages, [&](const Passage &passage) {
            return passage.source == place.source && passage.terms.first <= place.term
                   && place.term < passage.terms.last;
        });
    }

    // "increase the Norvasc", "your Prozac, so we'll increase it"
    void hear(const WordPlace &place, Said &said) const
    {
        constexpr std::uint32_t before = 8, after = 6;
        const Reading &reading = context_.sources[place.source].reading;
        const Term &term = reading.terms[place.term];
        const auto end = static_cast<std::uint32_t>(reading.tokens.list.size());
        const std::uint32_t to = std::min(end, term.last + after);
        for (const ChangeAt &verb : changesBetween(reading, term.first - std::min(term.first, before), to)) {
            if (verb.tokens.first >= term.first && verb.tokens.first < term.last)
                continue;
            said.changes |= bitOf(verb.change);
            if (said.first.source == nowhere)
                said.first = {place.source, verb.tokens};
        }
    }

    void report(std::size_t statement, Range verb, const Place &there)
    {
        const Reading &reading = context_.statements[statement].reading,
                      &other = context_.sources[there.source].reading;
        reports_.push_back(
            {.code = "temporal-conflict",
             .severity = domain::Severity::Info,
             .statement = statement,
             .place = verb,
             .source = there.source,
             .sourcePlace = there.tokens,
             .values = {{"draft", std::string(reading.textBetween(verb.first, verb.last))},
                        {"source", std::string(other.textBetween(there.tokens.first, there.tokens.last))}},
             .message = "The draft does another thing with this treatment than the source does."});
    }

    const Context &context_;
    std::vector<Report> &reports_;
};

void run(const Context &context, std::vector<Report> &reports)
{
    if (!context.hasEvidence())
        return;
    Changes changes(context, reports);
    for (std::size_t i = 0; i < context.statements.size(); ++i)
        changes.check(i);
}

} // namespace

const Check &changeCheck()
{
    static constexpr Check check{
        "changes",
        "1",
        "Whether a treatment that the draft begins, raises, lowers or goes on with is treated "
        "so in the sources.",
        "Changes that are told by their doses alone, and which of several changes is the last.",
        "Puts the two verbs side by side; the reader decides.",
        run};
    return check;
}

} // namespace countersign::checks
