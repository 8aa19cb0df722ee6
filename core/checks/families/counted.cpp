#include "core/checks/check.hpp"

#include <algorithm>

// Small numbers with what they count: "two stones", "the first cold". Alone they stand everywhere in a long talk.
namespace countersign::checks
{
namespace
{

constexpr std::size_t placesMax = 24;

class Counted
{
public:
    Counted(const Context &context, std::vector<Report> &reports) : context_(context), reports_(reports) {}

    void check(std::size_t statement)
    {
        const StatementView &view = context_.statements[statement];
        if (view.statement->style == domain::Statement::Style::Heading)
            return;
        std::size_t judged = 0;
        if (judgeLevels(statement) || judgeRanges(statement))
            return;
        for (const Quantity &quantity : view.reading.quantities) {
            if (!isSmall(quantity.value) || !(isOfThings(quantity) || isOfSize(quantity))
                || isName(view.reading, quantity))
                continue;
            const std::uint32_t thing = thingAfter(view.reading, quantity);
            if (thing >= view.reading.terms.size())
                continue;
            if (++judged > judgedMax || judge(statement, quantity, thing))
                return;
        }
    }

private:
    static bool isSmall(double value)
    {
        constexpr double most = 12;
        return value >= 1 && value <= most;
    }
    // Tablets are counted as stones are; days and milligrams are measures.
    [[nodiscard]] bool isOfThings(const Quantity &quantity) const
    {
        return quantity.unit < 0 || context_.lexicon.unit(static_cast<std::uint16_t>(quantity.unit)).code == "{tbl}";
    }

    // "A two centimeter nodule"; with digits it is a value.
    [[nodiscard]] bool isOfSize(const Quantity &quantity) const
    {
        return quantity.isWord && quantity.unit >= 0
               && context_.lexicon.unit(static_cast<std::uint16_t>(quantity.unit)).dimension == Dimension::Length;
    }

    // "Type 2 diabetes" counts nothing.
    static bool isName(const Reading &reading, const Quantity &quantity)
    {
        static const WordSet names{"type", "stage", "grade", "class", "phase"};
        return quantity.firstToken > 0 && names.contains(reading.tokens.list[quantity.firstToken - 1].key);
    }

    // What is counted: the thing directly after the number, or after one word that says how it is.
    [[nodiscard]] std::uint32_t thingAfter(const Reading &reading, const Quantity &quantity) const
    {
        constexpr std::uint32_t reach = 2;
        const auto none = static_cast<std::uint32_t>(reading.terms.size());
        const auto next =
            std::ranges::partition_point(reading.terms, [&](const Term &term) { return term.first < endOf(quantity); });
        const auto at = static_cast<std::uint32_t>(next - reading.terms.begin());
        std::uint32_t thing = none;
        for (std::uint32_t i = at; i < std::min(none, at + reach); ++i) {
            const Term &term = reading.terms[i];
            const std::uint32_t before = i == at ? endOf(quantity) : reading.terms[i - 1].last;
            if (term.first != before || term.segment != reading.terms[at].segment)
                break;
            if (isThing(term))
                thing = i;
            else if (term.role != Role::Quality && term.role != Role::Content)
                break;
        }
        return thing;
    }
    [[nodiscard]] std::uint32_t endOf(const Quantity &quantity) const
    {
        return isOfSize(quantity) ? quantity.unitEnd : quantity.lastToken;
    }
    static bool isThing(const Term &term)
    {
        constexpr std::size_t shortest = 4;
        return term.role == Role::Concept || term.role == Role::Procedure || term.role == Role::Drug
               || term.role == Role::Relative || term.role == Role::Site || term.role == Role::Unit
               || (term.role == Role::Content && term.bytes >= shortest);
    }

    bool judge(std::size_t statement, const Quantity &drafted, std::uint32_t thing)
    {
        const StatementView &view = context_.statements[statement];
        const Quantity *contrary = nullptr;
        std::size_t source = nowhere;
        const auto places = context_.placesOfWord(view.words[thing]);
        for (const WordPlace &place : places.first(std::min(places.size(), placesMax))) {
            const Quantity *said = numberBefore(context_.sources[place.source].reading, place.term);
            if (!said)
                continue;
            if (thousandths(said->value) == thousandths(drafted.value))
                return false;
            if (!contrary) {
                contrary = said;
                source = place.source;
            }
        }
        if (!contrary || places.size() >= placesMax)
            return false;
        report(statement, {drafted.firstToken, drafted.unitEnd}, source, {contrary->firstToken, contrary->unitEnd});
        return true;
    }

    // The number that ends at most two tokens before that thing.
    static const Quantity *numberBefore(const Reading &reading, std::uint32_t term)
    {
        constexpr std::uint32_t reach = 2;
        const std::uint32_t first = reading.terms[term].first;
        auto at = std::ranges::partition_point(
            reading.quantities, [first](const Quantity &quantity) { return quantity.firstToken < first; });
        if (at == reading.quantities.begin())
            return nullptr;
        --at;
        const bool isNear = at->lastToken <= first && first - at->lastToken <= reach && isSmall(at->value);
        return isNear ? &*at : nullptr;
    }

    // "L5" where the sources name L4 alone: a vertebra by its letter and number.
    static double levelAt(const Reading &reading, std::uint32_t i)
    {
        static const WordSet letters{"c", "t", "l", "s"};
        const auto &terms = reading.terms;
        if (i + 1 >= terms.size() || terms[i + 1].role != Role::Number || terms[i + 1].first != terms[i].last
            || !letters.contains(reading.tokens.list[terms[i].first].key))
            return 0;
        return isSmall(terms[i + 1].value) ? terms[i + 1].value : 0;
    }
    bool judgeLevels(std::size_t statement)
    {
        const StatementView &view = context_.statements[statement];
        std::size_t judged = 0;
        for (std::uint32_t i = 0; i < view.reading.terms.size() && judged < judgedMax; ++i) {
            const double drafted = levelAt(view.reading, i);
            if (drafted <= 0)
                continue;
            ++judged;
            const WordPlace *contrary = nullptr;
            bool isSaid = false;
            const auto places = context_.placesOfWord(view.words[i]);
            for (const WordPlace &place : places.first(std::min(places.size(), placesMax))) {
                const double said = levelAt(context_.sources[place.source].reading, place.term);
                isSaid = isSaid || thousandths(said) == thousandths(drafted);
                contrary = said > 0 && !contrary ? &place : contrary;
            }
            if (isSaid || !contrary || places.size() >= placesMax)
                continue;
            const auto &there = context_.sources[contrary->source].reading.terms;
            report(statement, {view.reading.terms[i].first, view.reading.terms[i + 1].last}, contrary->source,
                   {there[contrary->term].first, there[contrary->term + 1].last});
            return true;
        }
        return false;
    }

    // "Six to eight": two numbers that only "to" or "or" parts.
    static bool isRange(const Reading &reading, const Quantity &from, const Quantity &to)
    {
        static const WordSet joints{"to", "or"};
        return from.unit < 0 && isSmall(from.value) && isSmall(to.value) && from.lastToken + 1 == to.firstToken
               && joints.contains(reading.tokens.list[from.lastToken].key);
    }

    // "Nine to eight weeks" where the sources say "six to eight".
    bool judgeRanges(std::size_t statement)
    {
        const auto &quantities = context_.statements[statement].reading.quantities;
        std::size_t judged = 0;
        for (std::size_t i = 1; i < quantities.size() && judged < judgedMax; ++i) {
            if (!isRange(context_.statements[statement].reading, quantities[i - 1], quantities[i]))
                continue;
            ++judged;
            const NumberPlace *contrary = nullptr;
            bool isSaid = false;
            const auto places = context_.placesOf(quantities[i].value);
            for (const NumberPlace &place : places) {
                const Reading &there = context_.sources[place.source].reading;
                const Quantity *from = rangeTo(there, place.quantity);
                isSaid = isSaid || (from && thousandths(from->value) == thousandths(quantities[i - 1].value));
                contrary = from && !contrary ? &place : contrary;
            }
            if (isSaid || !contrary)
                continue;
            const auto &there = context_.sources[contrary->source].reading.quantities;
            report(statement, {quantities[i - 1].firstToken, quantities[i].unitEnd}, contrary->source,
                   {there[contrary->quantity].firstToken, there[contrary->quantity].unitEnd});
            return true;
        }
        return false;
    }
    // What a range that ends with this number begins with.
    static const Quantity *rangeTo(const Reading &reading, std::uint32_t end)
    {
        constexpr std::uint32_t near = 3; // spoken numbers have several readings
        for (std::uint32_t i = end; i > end - std::min(end, near); --i)
            if (isRange(reading, reading.quantities[i - 1], reading.quantities[end]))
                return &reading.quantities[i - 1];
        return nullptr;
    }

    void report(std::size_t statement, Range place, std::size_t source, Range other)
    {
        const Reading &here = context_.statements[statement].reading, &there = context_.sources[source].reading;
        reports_.push_back({.code = "number-conflict",
                            .severity = domain::Severity::Info,
                            .statement = statement,
                            .place = place,
                            .source = source,
                            .sourcePlace = other,
                            .values = {{"draft", std::string(here.textBetween(place.first, place.last))},
                                       {"source", std::string(there.textBetween(other.first, other.last))}},
                            .message = "The source counts another number of these."});
    }

    const Context &context_;
    std::vector<Report> &reports_;
};

void run(const Context &context, std::vector<Report> &reports)
{
    if (!context.hasEvidence())
        return;
    Counted counted(context, reports);
    for (std::size_t i = 0; i < context.statements.size(); ++i)
        counted.check(i);
}

} // namespace

const Check &countedCheck()
{
    static constexpr Check check{"counted",
                                 "1",
                                 "Whether the sources give a thing the small number that the draft gives it.",
                                 "Which of several things of one name is counted.",
                                 "Puts the two numbers side by side; the reader decides.",
                                 run};
    return check;
}

} // namespace countersign::checks
