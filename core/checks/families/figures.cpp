#include "core/checks/check.hpp"

#include <algorithm>
#include <array>

// Numbers that belong together: the two of "150/90" and "1 x 2 inch", and a number with what it measures. Each alone
// may stand somewhere in a long talk by chance; together they do not.
namespace countersign::checks
{
namespace
{

constexpr std::uint32_t near = 7; // tokens

bool isEqual(double a, double b)
{
    return thousandths(a) == thousandths(b);
}

std::vector<std::uint32_t> measuresIn(const Reading &reading)
{
    std::vector<std::uint32_t> measures;
    for (std::uint32_t i = 0; i < reading.terms.size(); ++i)
        if (reading.terms[i].role == Role::Measure)
            measures.push_back(i);
    return measures;
}

class Figures
{
public:
    Figures(const Context &context, std::vector<Report> &reports) : context_(context), reports_(reports)
    {
        for (std::uint32_t s = 0; s < context.sources.size(); ++s)
            if (context.sources[s].isEvidence)
                for (const std::uint32_t term : context.sources[s].reading.noted<measuresIn>())
                    noteMeasure(s, term);
    }

    void check(std::size_t statement)
    {
        const StatementView &view = context_.statements[statement];
        if (view.statement->style == domain::Statement::Style::Heading)
            return;
        const auto &quantities = view.reading.quantities;
        for (std::size_t i = 0; i < quantities.size(); ++i) {
            if (i + 1 < quantities.size() && arePaired(view.reading, quantities[i], quantities[i + 1])
                && checkPair(statement, quantities[i], quantities[i + 1]))
                return;
            if (checkMeasure(statement, quantities[i]))
                return;
        }
        for (std::uint32_t i = 0; i + 1 < view.reading.terms.size(); ++i)
            if (checkNamed(statement, i))
                return;
    }

private:
    struct Place {
        std::uint32_t source = 0, term = 0;
    };

    void noteMeasure(std::uint32_t source, std::uint32_t term)
    {
        constexpr std::size_t most = 40;
        auto &places = measures_[context_.sources[source].reading.terms[term].id % measures_.size()];
        if (places.size() < most)
            places.push_back({source, term});
    }

    // "150/90", "1 x 2", "5 by 3", "2 over 6"; not the parts of a date, which are looked for one by one.
    [[nodiscard]] static bool arePaired(const Reading &reading, const Quantity &a, const Quantity &b)
    {
        static const WordSet joints{"x", "by", "over"};
        const auto &tokens = reading.tokens.list;
        constexpr double scale = 10; // "8/10" is said "an eight"
        if (b.firstToken != a.unitEnd + 1 || b.value == scale)
            return false;
        const Token &joint = tokens[a.unitEnd];
        const auto isSlash = [&](std::uint32_t at) { return at < tokens.size() && tokens[at].isMark('/'); };
        if (joint.isMark('/'))
            return !isSlash(b.lastToken) && (a.firstToken == 0 || !isSlash(a.firstToken - 1));
        return joint.isMark(0xD7) || (joint.kind == Token::Kind::Word && joints.contains(joint.key));
    }

    // Nothing but "over", "by", "out of" and marks stands between them.
    static bool areJoined(const Reading &reading, const Quantity &a, const Quantity &b)
    {
        static const WordSet joints{"over", "by", "x", "out", "of", "on", "to", "times", "slash"};
        const bool isBefore = a.firstToken <= b.firstToken;
        const std::uint32_t begin = isBefore ? a.unitEnd : b.unitEnd, end = isBefore ? b.firstToken : a.firstToken;
        if (end > begin + joinedMax)
            return false;
        for (std::uint32_t i = begin; i < end; ++i) {
            const Token &token = reading.tokens.list[i];
            if (token.kind != Token::Kind::Mark && !joints.contains(token.key))
                return false;
        }
        return true;
    }

    bool checkPair(std::size_t statement, const Quantity &a, const Quantity &b)
    {
        const auto ones = context_.placesOf(a.value), others = context_.placesOf(b.value);
        if (ones.empty() || others.empty())
            return false; // what stands nowhere is told as such
        const NumberPlace *contrary = nullptr;
        for (const NumberPlace &place : others) {
            const auto &quantities = context_.sources[place.source].reading.quantities;
            const Quantity &there = quantities[place.quantity];
            const std::uint32_t from = there.firstToken - std::min(there.firstToken, near);
            auto at =
                std::ranges::partition_point(quantities, [from](const Quantity &q) { return q.firstToken < from; });
            for (; at != quantities.end() && at->firstToken <= there.lastToken + near; ++at)
                if (isEqual(at->value, a.value) && areJoined(context_.sources[place.source].reading, *at, there))
                    return false;
            contrary = contrary ? contrary : &place;
        }
        if (ones.size() >= mostPlaces || others.size() >= mostPlaces || !contrary)
            return false; // not all places are known
        const Quantity &there = context_.sources[contrary->source].reading.quantities[contrary->quantity];
        report(statement, {a.firstToken, b.unitEnd}, contrary->source, {there.firstToken, there.unitEnd},
               "The source has these numbers, but not together.");
        return true;
    }

    // The measure that a number follows: "heart rate 72", "BP of 150", "A1c is 8".
    [[nodiscard]] static const Term *measureBefore(const Reading &reading, const Quantity &quantity)
    {
        constexpr std::uint32_t reach = 4;
        auto at = std::ranges::partition_point(reading.terms,
                                               [&](const Term &term) { return term.first < quantity.firstToken; });
        for (; at != reading.terms.begin() && quantity.firstToken - std::prev(at)->last < reach; --at) {
            const Term &term = *std::prev(at);
            if (term.role == Role::Measure)
                return &term;
            if (term.role == Role::Number || term.role == Role::Concept || term.role == Role::Drug)
                return nullptr;
        }
        return nullptr;
    }

    // "130 pounds" is of a weight wherever it stands.
    [[nodiscard]] bool hasSameUnit(const Quantity &quantity) const
    {
        return quantity.unit >= 0
               && std::ranges::any_of(context_.placesOf(quantity.value), [&](const NumberPlace &place) {
                      return context_.sources[place.source].reading.quantities[place.quantity].unit == quantity.unit;
                  });
    }

    // The number of "type 2", "stage iii", "grade two"; 0 where none follows.
    [[nodiscard]] static double numberAfter(const Reading &reading, std::uint32_t i)
    {
        static const std::array romans{wordKey("i"), wordKey("ii"), wordKey("iii"), wordKey("iv")};
        if (i + 1 >= reading.terms.size() || reading.terms[i + 1].first != reading.terms[i].last)
            return 0;
        const Term &next = reading.terms[i + 1];
        if (next.role == Role::Number)
            return next.value;
        const auto *roman = std::ranges::find(romans, reading.tokens.list[next.first].key);
        return roman == romans.end() ? 0 : static_cast<double>(roman - romans.begin() + 1);
    }

    // "Type 2" where the sources speak of type one alone.
    bool checkNamed(std::size_t statement, std::uint32_t i)
    {
        static const WordSet names{"type", "stage", "grade", "class"};
        constexpr std::size_t most = 24;
        const StatementView &view = context_.statements[statement];
        const double drafted = numberAfter(view.reading, i);
        if (drafted <= 0 || !names.contains(view.reading.terms[i].key))
            return false;
        const WordPlace *contrary = nullptr;
        const auto places = context_.placesOfWord(view.words[i]);
        for (const WordPlace &place : places.first(std::min(places.size(), most))) {
            const double said = numberAfter(context_.sources[place.source].reading, place.term);
            if (isEqual(said, drafted))
                return false;
            contrary = said > 0 && !contrary ? &place : contrary;
        }
        if (!contrary)
            return false;
        const auto &there = context_.sources[contrary->source].reading.terms;
        report(statement, {view.reading.terms[i].first, view.reading.terms[i + 1].last}, contrary->source,
               {there[contrary->term].first, there[contrary->term + 1].last},
               "The source gives another type, stage or grade.");
        return true;
    }

    // The token where the next measure is named.
    [[nodiscard]] static std::uint32_t nextMeasure(const Reading &reading, std::uint32_t term)
    {
        constexpr std::uint32_t reach = 14;
        for (std::uint32_t i = term + 1; i < std::min<std::size_t>(reading.terms.size(), term + reach); ++i)
            if (reading.terms[i].role == Role::Measure && reading.terms[i].id != reading.terms[term].id)
                return reading.terms[i].first;
        return static_cast<std::uint32_t>(reading.tokens.list.size());
    }

    // "SpO2" is a name.
    [[nodiscard]] static bool isAttached(const Reading &reading, const Quantity &quantity)
    {
        const auto &tokens = reading.tokens.list;
        return quantity.firstToken > 0 && !tokens[quantity.firstToken].afterBlank
               && tokens[quantity.firstToken - 1].kind == Token::Kind::Word;
    }

    // Numbers stand after that measure in the sources, and none is this one.
    bool checkMeasure(std::size_t statement, const Quantity &quantity)
    {
        constexpr std::uint32_t before = 4, reach = 14;
        const Reading &reading = context_.statements[statement].reading;
        const Term *measure = isAttached(reading, quantity) ? nullptr : measureBefore(reading, quantity);
        if (!measure || context_.placesOf(quantity.value).empty() || hasSameUnit(quantity))
            return false;
        const Quantity *contrary = nullptr;
        std::size_t source = nowhere;
        for (const Place &place : measures_[measure->id % measures_.size()]) {
            const Reading &there = context_.sources[place.source].reading;
            const Term &term = there.terms[place.term];
            const std::uint32_t from = term.first - std::min(term.first, before);
            const std::uint32_t to = std::min(term.last + reach, nextMeasure(there, place.term));
            auto at = std::ranges::partition_point(there.quantities,
                                                   [from](const Quantity &q) { return q.firstToken < from; });
            for (; at != there.quantities.end() && at->firstToken < to; ++at) {
                if (isEqual(at->value, quantity.value))
                    return false;
                if (!contrary && at->firstToken >= term.last && at->firstToken < term.last + near) {
                    contrary = &*at;
                    source = place.source;
                }
            }
        }
        if (!contrary)
            return false;
        report(statement, {quantity.firstToken, quantity.unitEnd}, source, {contrary->firstToken, contrary->unitEnd},
               "The source gives another number with this measure.");
        return true;
    }

    void report(std::size_t statement, Range place, std::size_t source, Range other, std::string_view message)
    {
        const Reading &here = context_.statements[statement].reading, &there = context_.sources[source].reading;
        reports_.push_back({.code = "number-conflict",
                            .severity = domain::Severity::Warning,
                            .statement = statement,
                            .place = place,
                            .source = source,
                            .sourcePlace = other,
                            .values = {{"draft", std::string(here.textBetween(place.first, place.last))},
                                       {"source", std::string(there.textBetween(other.first, other.last))}},
                            .message = std::string(message)});
    }

    static constexpr std::uint32_t joinedMax = 3; // tokens between two numbers that are said together
    static constexpr std::size_t mostPlaces = 24; // that a context keeps of one number
    const Context &context_;
    std::vector<Report> &reports_;
    std::array<std::vector<Place>, 64> measures_; // by measure
};

void run(const Context &context, std::vector<Report> &reports)
{
    if (!context.hasEvidence())
        return;
    Figures figures(context, reports);
    for (std::size_t i = 0; i < context.statements.size(); ++i)
        figures.check(i);
}

} // namespace

const Check &figureCheck()
{
    static constexpr Check check{"figures",
                                 "1",
                                 "Whether numbers that the draft joins, as in 150/90, stand together in a source, and "
                                 "whether a measure has the number that the sources give it.",
                                 "Which of several readings of one measure is meant.",
                                 "Shows the numbers and their places; the reader decides which is right.",
                                 run};
    return check;
}

} // namespace countersign::checks
