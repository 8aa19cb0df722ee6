#include "core/checks/check.hpp"

#include <algorithm>
#include <array>
#include <cmath>

// Numbers and units of a statement against those that its sources hold.
namespace countersign::checks
{
namespace
{

using domain::Severity;

enum class Match { None, Bare, OtherUnit, Same }; // Bare: the number without a unit, where one was sought

struct Sought {
    Quantity quantity;
    std::string text;
    bool isDatePart = false;
};

bool isNear(double a, double b)
{
    return std::abs(a - b) <= 0.001 * std::max(std::abs(a), std::abs(b));
}

bool isTime(const Lexicon &lexicon, const Quantity &quantity)
{
    return quantity.unit >= 0 && lexicon.unit(static_cast<std::uint16_t>(quantity.unit)).dimension == Dimension::Time;
}

Match compare(const Lexicon &lexicon, const Quantity &draft, const Quantity &source)
{
    if (draft.unit < 0 || source.unit < 0 || draft.unit == source.unit) {
        const bool isBare = source.unit < 0 && isTime(lexicon, draft);
        return thousandths(draft.value) != thousandths(source.value) ? Match::None : isBare ? Match::Bare : Match::Same;
    }
    const UnitFacts &a = lexicon.unit(static_cast<std::uint16_t>(draft.unit));
    const UnitFacts &b = lexicon.unit(static_cast<std::uint16_t>(source.unit));
    const bool isEqual = thousandths(draft.value) == thousandths(source.value);
    if (a.dimension == Dimension::Temperature || a.dimension == Dimension::Angle || b.dimension == Dimension::Angle)
        return isEqual ? Match::Same : Match::None;
    if (a.dimension != b.dimension)
        return isEqual && (a.dimension == Dimension::Count || b.dimension == Dimension::Count) ? Match::Same
                                                                                               : Match::None;
    if (isNear(draft.value * a.factor, source.value * b.factor))
        return Match::Same;
    return isEqual ? Match::OtherUnit : Match::None;
}

class Values
{
public:
    Values(const Context &context, std::vector<Report> &reports) : context_(context), reports_(reports) {}

    void run()
    {
        if (!context_.hasEvidence())
            return;
        for (std::size_t i = 0; i < context_.statements.size(); ++i)
            check(i);
        checkLists();
    }

private:
    void check(std::size_t statement)
    {
        const StatementView &view = context_.statements[statement];
        missing_.clear();
        bool isElsewhere = false;
        Sought elsewhere;
        constexpr std::size_t most = 8 * judgedMax; // vital signs are many, and no note has so many numbers
        std::size_t judged = 0;
        for (const Quantity &quantity : view.reading.quantities) {
            if (!bearsMeaning(view, quantity))
                continue;
            if (++judged > most)
                break;
            const Sought sought{quantity, std::string(view.reading.textBetween(quantity.firstToken, quantity.unitEnd)),
                                isDatePart(view, quantity)};
            const NumberPlace *other = nullptr;
            Match cited = inPassages(view, quantity, other);
            Match anywhere = cited == Match::Same ? cited : anywhereInEvidence(quantity, other);
            const bool isLoose = isAge(view.reading, quantity) && !isSpokenAge(quantity.value);
            const Match bare = isLoose ? Match::None : Match::Same;
            if (cited == Match::Bare && anywhere != Match::OtherUnit)
                cited = bare; // "for five" or "for five years", and no other "five"
            if (anywhere == Match::Bare)
                anywhere = bare;
            if (isNamedStrength(view, sought) || reportDrugDose(statement, view, sought) || cited == Match::Same)
                continue;
            if (anywhere == Match::Same && !(cited == Match::OtherUnit && !isSameUnitAnywhere(quantity))) {
                if (!isElsewhere && !view.passages.empty())
                    elsewhere = sought;
                isElsewhere = isElsewhere || !view.passages.empty();
            } else if ((cited == Match::OtherUnit || (anywhere == Match::OtherUnit && other))
                       && isOfSameTime(view.reading, quantity, other)) {
                reportUnit(statement, sought, other);
            } else {
                missing_.push_back(sought);
            }
        }
        reportMissing(statement);
        if (isElsewhere && missing_.empty())
            reportElsewhere(statement, elsewhere);
    }

    // List marks, parts of names ("L4", "B12", "type 2") and words such as "one" are no values.
    [[nodiscard]] bool bearsMeaning(const StatementView &view, const Quantity &quantity) const
    {
        const auto &tokens = view.reading.tokens.list;
        const std::uint32_t after = quantity.lastToken;
        if (quantity.isWord && (quantity.unit < 0 || quantity.value < 2))
            return false;
        const bool isListMark = quantity.firstToken == 0 && after < tokens.size()
                                && tokens[after].kind == Token::Kind::Mark
                                && (tokens[after].mark == '.' || tokens[after].mark == ')') && quantity.value < 30;
        if (quantity.firstToken == 0)
            return !isListMark;
        const bool isNextMark = quantity.unit < 0 && quantity.value < 30 && tokens[quantity.firstToken - 1].isMark('.')
                                && after + 1 == tokens.size() && tokens[after].isMark('.'); // "… diet. 4."
        if (isNextMark)
            return false;
        static const WordKey type = wordKey("type");
        const Token &before = tokens[quantity.firstToken - 1];
        const bool isJoined = !tokens[quantity.firstToken].afterBlank;
        const bool isAttached = isJoined && before.kind == Token::Kind::Word;
        const bool isHyphened = isJoined && before.isMark('-') && !before.afterBlank && quantity.firstToken > 1
                                && tokens[quantity.firstToken - 2].kind == Token::Kind::Word;
        if (isHyphened || before.key == type || isSingleTime(quantity) || endsName(tokens, quantity.firstToken))
            return false;
        return !isListMark && !isAttached;
    }

    // "T3/4", "C5-6": the second number of a name.
    static bool endsName(const std::vector<Token> &tokens, std::uint32_t at)
    {
        constexpr std::uint32_t longest = 2; // letters
        if (at < 3 || tokens[at].afterBlank || !(tokens[at - 1].isMark('/') || tokens[at - 1].isMark('-')))
            return false;
        const Token &first = tokens[at - 2], &letters = tokens[at - 3];
        return first.kind == Token::Kind::Number && !first.afterBlank && !tokens[at - 1].afterBlank
               && letters.kind == Token::Kind::Word && letters.end - letters.begin <= longest;
    }

    // "1 week" is said "a week".
    [[nodiscard]] bool isSingleTime(const Quantity &quantity) const
    {
        return quantity.value == 1 && quantity.unit >= 0
               && context_.lexicon.unit(static_cast<std::uint16_t>(quantity.unit)).dimension == Dimension::Time;
    }

    [[nodiscard]] bool isDatePart(const StatementView &view, const Quantity &quantity) const
    {
        const auto &tokens = view.reading.tokens.list;
        const auto isSlash = [&](std::uint32_t at) { return at < tokens.size() && tokens[at].isMark('/'); };
        const bool isMiddle =
            isSlash(quantity.lastToken) && quantity.firstToken > 0 && isSlash(quantity.firstToken - 1);
        return isMiddle || (isSlash(quantity.lastToken) && isSlash(quantity.lastToken + 2))
               || (quantity.firstToken > 3 && isSlash(quantity.firstToken - 1) && isSlash(quantity.firstToken - 3));
    }

    [[nodiscard]] Match inPassages(const StatementView &view, const Quantity &sought, const NumberPlace *&other) const
    {
        Match best = Match::None;
        const auto places = context_.placesOf(sought.value);
        for (const Passage &passage : view.passages) {
            if (!context_.sources[passage.source].isEvidence)
                continue;
            const auto &quantities = context_.sources[passage.source].reading.quantities;
            auto at = std::ranges::partition_point(
                quantities, [&](const Quantity &q) { return q.firstToken < passage.tokens.first; });
            for (; at != quantities.end() && at->firstToken < passage.tokens.last; ++at)
                best = std::max(best, compare(context_.lexicon, sought, *at));
        }
        if (!places.empty())
            other = &places.front();
        return best;
    }

    [[nodiscard]] Match anywhereInEvidence(const Quantity &sought, const NumberPlace *&other) const
    {
        Match best = Match::None;
        const auto places = context_.placesOf(sought.value);
        if (places.empty())
            return sought.unit < 0 ? Match::None : inOtherUnits(sought);
        for (const NumberPlace &place : places) {
            const Match match =
                compare(context_.lexicon, sought, context_.sources[place.source].reading.quantities[place.quantity]);
            if (match > best) {
                best = match;
                other = &place;
            }
        }
        return best != Match::Same && isTime(context_.lexicon, sought) ? std::max(best, inOtherUnits(sought)) : best;
    }

    // Said with that very unit, or one that stands for it.
    [[nodiscard]] bool isSameUnitAnywhere(const Quantity &sought) const
    {
        for (const NumberPlace &place : context_.placesOf(sought.value)) {
            const Quantity &there = context_.sources[place.source].reading.quantities[place.quantity];
            if (there.unit >= 0 && compare(context_.lexicon, sought, there) == Match::Same)
                return true;
        }
        return false;
    }

    // "14 days" for "two weeks".
    [[nodiscard]] Match inOtherUnits(const Quantity &sought) const
    {
        const UnitFacts &unit = context_.lexicon.unit(static_cast<std::uint16_t>(sought.unit));
        for (const double factor : {7.0, 1.0 / 7, 12.0, 1.0 / 12, 1000.0, 0.001, 24.0, 1.0 / 24, 10.0, 0.1, 60.0}) {
            for (const NumberPlace &place : context_.placesOf(sought.value * factor)) {
                const Quantity &there = context_.sources[place.source].reading.quantities[place.quantity];
                if (there.unit >= 0
                    && context_.lexicon.unit(static_cast<std::uint16_t>(there.unit)).dimension == unit.dimension
                    && compare(context_.lexicon, sought, there) == Match::Same)
                    return Match::Same;
            }
        }
        return Match::None;
    }

    // "Baby aspirin" is aspirin of 81 mg, elsewhere of 75: the name is the strength.
    [[nodiscard]] bool isNamedStrength(const StatementView &view, const Sought &sought) const
    {
        constexpr double least = 75, most = 100; // milligrams
        static const std::uint16_t aspirin = english().findDrug("aspirin");
        static const WordKey baby = wordKey("baby"), low = wordKey("low"), dose = wordKey("dose");
        if (sought.quantity.unit < 0)
            return false;
        const UnitFacts &unit = context_.lexicon.unit(static_cast<std::uint16_t>(sought.quantity.unit));
        const double milligrams = sought.quantity.value * unit.factor;
        if (unit.dimension != Dimension::Mass || milligrams < least || milligrams > most)
            return false;
        const Term *drug = drugBefore(view.reading, sought.quantity.firstToken, 8);
        if (!drug || drug->id != aspirin)
            return false;
        const auto isNamed = [&](const SourceView &source, std::uint32_t place) {
            const auto &tokens = source.reading.tokens.list;
            const std::uint32_t at = source.reading.terms[place].first;
            const auto keyBefore = [&](std::uint32_t back) { return at < back ? WordKey{0} : tokens[at - back].key; };
            return keyBefore(1) == baby
                   || (keyBefore(1) == dose && (keyBefore(2) == low || keyBefore(3) == low)); // "low-dose"
        };
        for (std::size_t s = 0; s < context_.sources.size(); ++s)
            for (const std::uint32_t place : context_.drugPlaces(s, aspirin))
                if (context_.sources[s].isEvidence && isNamed(context_.sources[s], place))
                    return true;
        return false;
    }

    // "Two weeks ago" and "for two days" are of two things: the one is not the other with another unit.
    [[nodiscard]] bool isOfSameTime(const Reading &reading, const Quantity &quantity, const NumberPlace *other) const
    {
        if (!other || !isTime(context_.lexicon, quantity))
            return true;
        const Reading &there = context_.sources[other->source].reading;
        return directionOf(reading, quantity) == directionOf(there, there.quantities[other->quantity]);
    }
    enum class Direction { None, Past, Future };
    static Direction directionOf(const Reading &reading, const Quantity &quantity)
    {
        static const WordSet afters{"ago", "back", "prior", "before", "earlier"};
        static const WordSet befores{"next", "in", "within", "coming", "another"};
        const auto &tokens = reading.tokens.list;
        if (quantity.unitEnd < tokens.size() && afters.contains(tokens[quantity.unitEnd].key))
            return Direction::Past;
        const bool isAhead = quantity.firstToken > 0 && befores.contains(tokens[quantity.firstToken - 1].key);
        return isAhead ? Direction::Future : Direction::None;
    }

    // A dose of a drug against the doses that the sources name with that drug.
    bool reportDrugDose(std::size_t statement, const StatementView &view, const Sought &sought)
    {
        if (sought.quantity.unit < 0)
            return false;
        const Dimension dimension = context_.lexicon.unit(static_cast<std::uint16_t>(sought.quantity.unit)).dimension;
        if (dimension != Dimension::Mass && dimension != Dimension::Units && dimension != Dimension::Equivalents)
            return false;
        const Term *drug = drugBefore(view.reading, sought.quantity.firstToken, 8);
        if (!drug || context_.factsOf(drug->key).count() == 0)
            return false;
        const Quantity *conflicting = nullptr;
        std::size_t source = nowhere;
        for (std::size_t s = 0; s < context_.sources.size(); ++s)
            if (context_.sources[s].isEvidence && searchDoses(s, *drug, sought.quantity, conflicting, source))
                return false;
        if (!conflicting)
            return false;
        const Reading &reading = context_.sources[source].reading;
        const bool isUnit = thousandths(conflicting->value) == thousandths(sought.quantity.value);
        reports_.push_back(
            {.code = isUnit ? "unit-conflict" : "number-conflict",
             .statement = statement,
             .place = {sought.quantity.firstToken, sought.quantity.unitEnd},
             .source = source,
             .sourcePlace = {conflicting->firstToken, conflicting->unitEnd},
             .values = {{"draft", sought.text},
                        {"source", std::string(reading.textBetween(conflicting->firstToken, conflicting->unitEnd))},
                        {"drug", std::string(context_.lexicon.drug(drug->id).ingredient)}},
             .message = "The draft gives another dose than the source does with this drug."});
        return true;
    }

    // True where the sources give that drug this dose; else `conflicting` is one that they give.
    bool searchDoses(std::size_t s, const Term &drug, const Quantity &sought, const Quantity *&conflicting,
                     std::size_t &source) const
    {
        constexpr std::uint32_t reach = 10;
        const Reading &reading = context_.sources[s].reading;
        const auto &places = context_.drugPlaces(s, drug.id);
        for (const std::uint32_t place : places) {
            const Term &term = reading.terms[place];
            const std::uint32_t from = term.first > reach ? term.first - reach : 0;
            auto at = std::ranges::partition_point(reading.quantities,
                                                   [from](const Quantity &q) { return q.firstToken < from; });
            for (; at != reading.quantities.end() && at->firstToken < term.last + reach; ++at) {
                const Match match = compare(context_.lexicon, sought, *at);
                if (match == Match::Same)
                    return true;
                const bool isDose = at->unit >= 0 && at->firstToken >= term.last
                                    && context_.lexicon.unit(static_cast<std::uint16_t>(at->unit)).dimension
                                           == context_.lexicon.unit(static_cast<std::uint16_t>(sought.unit)).dimension;
                if (isDose && (!conflicting || at->lastToken > conflicting->lastToken || match == Match::OtherUnit)) {
                    conflicting = &*at;
                    source = s;
                }
            }
        }
        return false;
    }

    void reportUnit(std::size_t statement, const Sought &sought, const NumberPlace *other)
    {
        Report report{.code = "unit-conflict",
                      .statement = statement,
                      .place = {sought.quantity.firstToken, sought.quantity.unitEnd},
                      .values = {{"draft", sought.text}},
                      .message = "The source has this number with another unit."};
        if (other) {
            const Reading &reading = context_.sources[other->source].reading;
            const Quantity &there = reading.quantities[other->quantity];
            report.source = other->source;
            report.sourcePlace = {there.firstToken, there.unitEnd};
            report.values.emplace_back("source", reading.textBetween(there.firstToken, there.unitEnd));
        }
        reports_.push_back(std::move(report));
    }

    // "64-year-old": a 64 that is said of something else is no age.
    [[nodiscard]] static bool isAge(const Reading &reading, const Quantity &quantity)
    {
        const auto at = std::ranges::partition_point(reading.terms,
                                                     [&](const Term &term) { return term.first < quantity.lastToken; });
        return std::any_of(at, at + std::min<std::ptrdiff_t>(reading.terms.end() - at, 2),
                           [&](const Term &term) { return term.role == Role::Age && term.first <= quantity.unitEnd; });
    }

    // "When I was fourteen."
    [[nodiscard]] bool isSpokenAge(double value) const
    {
        static const WordSet befores{"was", "am", "i'm", "age", "aged", "turned", "she's", "he's", "turning"};
        return std::ranges::any_of(context_.placesOf(value), [&](const NumberPlace &place) {
            const Reading &reading = context_.sources[place.source].reading;
            const std::uint32_t first = reading.quantities[place.quantity].firstToken;
            return first > 0 && reading.quantities[place.quantity].unit < 0
                   && befores.contains(reading.tokens.list[first - 1].key);
        });
    }

    // An age that nobody says can be reckoned from a date of birth that somebody does.
    [[nodiscard]] bool isReckoned(std::size_t statement, const Sought &sought) const
    {
        static const WordKey birth = wordKey("birth"), dob = wordKey("dob"), born = wordKey("born");
        const auto isSaid = [&](WordKey word) { return context_.factsOf(word).count() > 0; };
        return isAge(context_.statements[statement].reading, sought.quantity)
               && (isSaid(birth) || isSaid(dob) || isSaid(born));
    }

    [[nodiscard]] bool endsDate(std::size_t statement, const Quantity &quantity) const
    {
        const auto &tokens = context_.statements[statement].reading.tokens.list;
        return quantity.firstToken > 3 && tokens[quantity.firstToken - 1].isMark('/')
               && tokens[quantity.firstToken - 3].isMark('/');
    }

    void reportMissing(std::size_t statement)
    {
        if (missing_.empty())
            return;
        std::string all;
        for (const Sought &sought : missing_)
            all += (all.empty() ? "" : "; ") + sought.text;
        const Sought &first = missing_.front();
        const bool isDate = std::ranges::all_of(missing_, [](const Sought &sought) { return sought.isDatePart; });
        // "9/17" is said without its year.
        const bool isYear = isDate && missing_.size() == 1 && endsDate(statement, first.quantity);
        const bool isReckonable =
            std::ranges::all_of(missing_, [&](const Sought &sought) { return isReckoned(statement, sought); });
        reports_.push_back({.code = isDate ? "date-conflict" : "value-not-in-evidence",
                            .severity = isReckonable || isYear ? Severity::Info : Severity::Warning,
                            .statement = statement,
                            .place = {first.quantity.firstToken, first.quantity.unitEnd},
                            .values = {{"draft", all}},
                            .message = isDate ? "No source holds this date." : "No source holds this value."});
    }

    void reportElsewhere(std::size_t statement, const Sought &sought)
    {
        const auto places = context_.placesOf(sought.quantity.value);
        Report report{.code = "value-not-in-evidence",
                      .severity = Severity::Info,
                      .statement = statement,
                      .place = {sought.quantity.firstToken, sought.quantity.unitEnd},
                      .values = {{"draft", sought.text}},
                      .message = "The cited passage does not hold this value; it stands elsewhere in the sources."};
        if (!places.empty()) {
            const NumberPlace &place = places.front();
            const Quantity &there = context_.sources[place.source].reading.quantities[place.quantity];
            report.source = place.source;
            report.sourcePlace = {there.firstToken, there.unitEnd};
        }
        reports_.push_back(std::move(report));
    }

    // A numbered list that skips may have lost an item, or holds a number that was altered.
    void checkLists()
    {
        const domain::Section *section = nullptr;
        double expected = 1;
        for (std::size_t i = 0; i < context_.statements.size(); ++i) {
            const StatementView &view = context_.statements[i];
            if (view.section != section)
                expected = 1;
            section = view.section;
            const auto &tokens = view.reading.tokens.list;
            if (tokens.size() < 2 || tokens[0].kind != Token::Kind::Number || !tokens[1].isMark('.'))
                continue;
            if (tokens[0].number != expected && tokens[0].number != 1)
                reports_.push_back({.code = "number-conflict",
                                    .severity = Severity::Info,
                                    .statement = i,
                                    .place = {0, 1},
                                    .values = {{"draft", std::string(view.reading.tokens.wordAt(0))}},
                                    .message = "The numbered list does not go on with this number."});
            else
                expected = tokens[0].number;
            expected += 1;
        }
    }

    const Context &context_;
    std::vector<Report> &reports_;
    std::vector<Sought> missing_;
};

void run(const Context &context, std::vector<Report> &reports)
{
    Values(context, reports).run();
}

} // namespace

const Check &valueCheck()
{
    static constexpr Check check{
        "values",
        "1",
        "Whether every number of the draft, written or spoken, stands in the passage it cites, in another source, or "
        "in none; "
        "whether a dose differs from the one that the sources give with the drug; whether a unit differs.",
        "Whether a number that is there belongs to the thing that the draft says it of.",
        "Shows the two values and their places; the reader decides which is right.",
        run};
    return check;
}

} // namespace countersign::checks
