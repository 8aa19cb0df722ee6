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

bool isTreatment(const Reading &reading, const Term &term)
{
    constexpr std::size_t shortest = 6;
    return term.role == Role::Drug || term.role == Role::Procedure
           || (term.role == Role::Content && reading.textOf(term).size() >= shortest);
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
            if (!isTreatment(view.reading, term) || term.polarity != Polarity::Affirmed)
                continue;
            const Range verb = verbBefore(view.reading, term, reach);
            if (verb.isEmpty())
                continue;
            ++judged;
            if (judge(statement, i, verb))
                return;
        }
    }

private:
    static const Lexicon::Phrase *changeAt(const Reading &reading, std::uint32_t token)
    {
        const auto &tokens = reading.tokens.list;
        if (tokens[token].kind != Token::Kind::Word)
            return nullptr;
        const auto *phrase = englishChanges().match(std::span(tokens).subspan(token));
        return phrase && phrase->id != 0 ? phrase : nullptr;
    }

    // The verb that stands closest before a treatment, in its clause, with no other treatment between.
    static Range verbBefore(const Reading &reading, const Term &term, std::uint32_t reach)
    {
        const Segment &segment = reading.segments[term.segment];
        const std::uint32_t begin = reading.terms[segment.firstTerm].first;
        const std::uint32_t from = std::max(begin, term.first - std::min(term.first, reach));
        for (std::uint32_t token = term.first; token > from; --token)
            if (const auto *phrase = changeAt(reading, token - 1))
                return {token - 1, token - 1 + phrase->wordCount};
        return {};
    }

    bool judge(std::size_t statement, std::uint32_t i, Range verb)
    {
        const StatementView &view = context_.statements[statement];
        const auto change = static_cast<Change>(changeAt(view.reading, verb.first)->id);
        // What ends is told by the course; "he continues" tells of a time before the sources change it.
        const bool isTelling = change == Change::Keep && view.reading.tokens.wordAt(verb.first).ends_with("s");
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
        report(statement, verb, said.first);
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
        for (std::uint32_t token = term.first - std::min(term.first, before); token < to; ++token) {
            if (token >= term.first && token < term.last)
                continue;
            const auto *phrase = changeAt(reading, token);
            if (!phrase)
                continue;
            said.changes |= bitOf(static_cast<Change>(phrase->id));
            if (said.first.source == nowhere)
                said.first = {place.source, {token, token + phrase->wordCount}};
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
