#include "core/checks/language/reading.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

// Numbers as they are written and as they are spoken: "twenty five", "one twenty over eighty", "two and a half",
// "ninety eight point six", "point five", "oh five".
namespace countersign::checks
{
namespace
{

constexpr std::size_t runMax = 8; // items that one spoken number may have

struct Item {
    double value = 0;
    std::uint32_t first = 0, last = 0;
    bool isWord = false;
    bool isPointBefore = false;
    bool isAndBefore = false;
};

// The digits of what was said so far, for readings such as "one twenty eight" = 128.
class Spelling
{
public:
    // False where no number is meant.
    bool add(const Item &item)
    {
        if (item.value != std::floor(item.value) || item.value > 9999)
            return false;
        const bool isUnitOfTen = item.isWord && tail_ >= 20 && tail_ < 100 && std::fmod(tail_, 10) == 0
                                 && item.value > 0 && item.value < 10 && !isFraction_;
        if (item.isPointBefore) {
            if (isFraction_)
                return false;
            isFraction_ = true;
        }
        if (isUnitOfTen) {
            value_ += item.value;
            tail_ += item.value;
            return true;
        }
        const double width = item.value < 10 ? 10 : item.value < 100 ? 100 : item.value < 1000 ? 1000 : 10000;
        if (isFraction_) {
            scale_ /= width;
            value_ += item.value * scale_;
        } else {
            value_ = value_ * width + item.value;
        }
        tail_ = item.value;
        return value_ < 1e7;
    }
    [[nodiscard]] double value() const { return value_; }

private:
    double value_ = 0, tail_ = 0, scale_ = 1;
    bool isFraction_ = false;
};

// "two hundred and fifty", "twenty five", "five thousand".
class Cardinal
{
public:
    bool add(const Item &item)
    {
        if (item.isPointBefore || (!item.isWord && isBegun_))
            return false;
        if (item.value == 100 || item.value == 1000 || item.value == 1000000) {
            if (item.isWord && isBegun_)
                return scale(item.value);
        }
        const double room = isBegun_ ? (std::fmod(part_, 100) == 0 && part_ > 0 ? 100
                                        : std::fmod(part_, 10) == 0             ? 10
                                                                                : 0)
                                     : 1e15;
        const bool isTeen = std::fmod(part_, 100) == 10;
        if (isBegun_ && item.value == 0.5 && item.isAndBefore) {
            part_ += 0.5;
            return true;
        }
        if ((isBegun_ && (item.value >= room || item.value < 1 || isTeen)) || (isBegun_ && part_ == 0 && total_ == 0))
            return false;
        part_ += item.value;
        isBegun_ = true;
        return true;
    }
    [[nodiscard]] double value() const { return total_ + part_; }

private:
    bool scale(double factor)
    {
        if (factor == 100) {
            part_ *= 100;
        } else {
            total_ += part_ * factor;
            part_ = 0;
        }
        return true;
    }
    double total_ = 0, part_ = 0;
    bool isBegun_ = false;
};

class QuantityReader
{
public:
    QuantityReader(const Lexicon &lexicon, Numbers numbers, Reading &reading)
        : lexicon_(lexicon), numbers_(numbers), reading_(reading)
    {
    }

    void run()
    {
        for (std::size_t i = 0; i < reading_.terms.size();) {
            if (reading_.terms[i].role != Role::Number) {
                if (numbers_ == Numbers::AllReadings)
                    readMonth(i);
                ++i;
                continue;
            }
            readUnitAndHalf(i);
            i = collectRun(i);
            if (numbers_ == Numbers::Likeliest)
                readLikeliest();
            else
                readAll();
        }
    }

private:
    [[nodiscard]] bool isGlue(const Term &term) const
    {
        static const WordSet glue{"and", "point", "a", "oh"};
        return glue.contains(term.key);
    }

    // Terms from i on that could be one spoken number; the index after them.
    std::size_t collectRun(std::size_t i)
    {
        static const WordKey point = wordKey("point"), oh = wordKey("oh"), conjunction = wordKey("and");
        run_.clear();
        bool isPoint =
            i > 0 && reading_.terms[i - 1].key == point && reading_.terms[i - 1].last == reading_.terms[i].first;
        bool isAnd = false;
        std::size_t next = i;
        while (next < reading_.terms.size() && reading_.terms[next].segment == reading_.terms[i].segment) {
            const Term &term = reading_.terms[next];
            const bool isNumber = term.role == Role::Number;
            if (!isNumber && !(isGlue(term) && hasNumberAfter(next)))
                break;
            if (next > i && !isJoined(next, isPoint))
                break;
            if (term.key == oh && !isNumber)
                push(term, 0, isPoint, isAnd);
            else if (isNumber)
                push(term, term.value, isPoint, isAnd);
            isPoint = (term.key == point && !isNumber) || (isNumber ? false : isPoint);
            isAnd = (term.key == conjunction && !isNumber) || (isNumber ? false : isAnd);
            isPoint = isPoint || pointFollows(term);
            ++next;
        }
        return next;
    }

    // "December 5th" is written 12/05, and "in december" 12/2021.
    void readMonth(std::size_t i)
    {
        const Term &term = reading_.terms[i];
        if (term.role == Role::Month)
            reading_.quantities.push_back({.value = static_cast<double>(term.id),
                                           .unit = -1,
                                           .firstToken = term.first,
                                           .lastToken = term.last,
                                           .unitEnd = term.last,
                                           .isWord = true});
    }

    // "an hour and a half", "two packs and a half".
    void readUnitAndHalf(std::size_t i)
    {
        static const WordKey conjunction = wordKey("and"), article = wordKey("a");
        constexpr double half = 0.5;
        const auto &terms = reading_.terms;
        if (terms[i].value != half || i < 4 || terms[i - 1].key != article || terms[i - 2].key != conjunction
            || terms[i - 3].role != Role::Unit)
            return;
        const Term &count = terms[i - 4];
        reading_.quantities.push_back({.value = (count.role == Role::Number ? count.value : 1) + half,
                                       .unit = terms[i - 3].id,
                                       .firstToken = count.first,
                                       .lastToken = terms[i].last,
                                       .unitEnd = terms[i].last,
                                       .isWord = true});
    }

    void push(const Term &term, double value, bool isPoint, bool isAnd)
    {
        const bool isWord = reading_.tokens.list[term.first].kind == Token::Kind::Word;
        run_.push_back({value, term.first, term.last, isWord, isPoint, isAnd});
    }

    [[nodiscard]] bool hasNumberAfter(std::size_t i) const
    {
        for (std::size_t j = i + 1; j < std::min(i + 3, reading_.terms.size()); ++j) {
            if (reading_.terms[j].role == Role::Number)
                return true;
            if (!isGlue(reading_.terms[j]))
                return false;
        }
        return false;
    }

    // Nothing but a joint stands between: "20-20", "98 . 6".
    [[nodiscard]] bool isJoined(std::size_t i, bool isPoint) const
    {
        const std::uint32_t before = reading_.terms[i - 1].last, here = reading_.terms[i].first;
        if (before == here)
            return true;
        const Token &mark = reading_.tokens.list[before];
        return here == before + 1 && (mark.isMark('-') || (mark.isMark('.') && isPoint));
    }
    [[nodiscard]] bool pointFollows(const Term &term) const
    {
        return term.role == Role::Number && term.last < reading_.tokens.list.size()
               && reading_.tokens.list[term.last].isMark('.');
    }

    void readAll()
    {
        for (std::size_t i = 0; i < run_.size(); ++i) {
            Spelling spelling;
            Cardinal cardinal;
            bool isSpelling = true, isCardinal = true;
            if (run_[i].isPointBefore)
                emit(run_[i].value / (run_[i].value < 10 ? 10 : 100), i, i);
            for (std::size_t j = i; j < std::min(run_.size(), i + runMax) && (isSpelling || isCardinal); ++j) {
                Item item = run_[j];
                item.isPointBefore = item.isPointBefore && j > i;
                isSpelling = isSpelling && spelling.add(item);
                isCardinal = isCardinal && cardinal.add(item);
                if (isCardinal)
                    emit(cardinal.value(), i, j);
                if (isSpelling && !(isCardinal && spelling.value() == cardinal.value()))
                    emit(spelling.value(), i, j);
            }
        }
    }

    void readLikeliest()
    {
        for (std::size_t i = 0; i < run_.size();) {
            Cardinal cardinal;
            std::size_t j = i;
            while (j < run_.size() && cardinal.add(run_[j]))
                ++j;
            j = std::max(j, i + 1);
            emit(j == i + 1 ? run_[i].value : cardinal.value(), i, j - 1);
            i = j;
        }
    }

    void emit(double value, std::size_t from, std::size_t to)
    {
        Quantity quantity{.value = value,
                          .unit = -1,
                          .firstToken = run_[from].first,
                          .lastToken = run_[to].last,
                          .unitEnd = run_[to].last,
                          .isWord = run_[from].isWord};
        findUnit(quantity);
        reading_.quantities.push_back(quantity);
    }

    void findUnit(Quantity &quantity) const
    {
        static const auto percent = unitNamed("percent"), degrees = unitNamed("degrees");
        const auto &tokens = reading_.tokens.list;
        std::uint32_t at = quantity.lastToken;
        if (at < tokens.size() && tokens[at].isMark('-'))
            ++at;
        if (at + 1 < tokens.size() && isBetween(tokens[at]))
            ++at; // "two more weeks", "three full days"
        if (at >= tokens.size())
            return;
        if (tokens[at].isMark('%') || tokens[at].isMark(0xB0)) {
            quantity.unit = tokens[at].isMark('%') ? percent : degrees;
            quantity.unitEnd = at + 1;
            return;
        }
        if (tokens[at].kind != Token::Kind::Word)
            return;
        const Lexicon::Phrase *phrase = lexicon_.match(std::span<const Token>(tokens).subspan(at));
        if (phrase && phrase->role == Role::Age)
            phrase = lexicon_.match(std::span<const Token>(tokens).subspan(at, 1));
        if (phrase && phrase->role == Role::Unit) {
            quantity.unit = phrase->id;
            quantity.unitEnd = at + phrase->wordCount;
        }
    }

    [[nodiscard]] static bool isBetween(const Token &token)
    {
        static const WordSet words{"more", "full", "additional", "of", "consecutive", "whole", "another", "straight"};
        return token.kind == Token::Kind::Word && words.contains(token.key);
    }

    [[nodiscard]] std::int32_t unitNamed(std::string_view word) const
    {
        const Tokens tokens = cutTokens(word);
        const Lexicon::Phrase *phrase = lexicon_.match(tokens.list);
        return phrase ? phrase->id : -1;
    }

    const Lexicon &lexicon_;
    Numbers numbers_;
    Reading &reading_;
    std::vector<Item> run_;
};

// "3/7" is three days, "2/52" two weeks, "4/12 ago" four months: a count over how many make a week or a year.
class BritishTimes
{
public:
    BritishTimes(const Lexicon &lexicon, Reading &reading) : lexicon_(lexicon), reading_(reading) {}

    void run()
    {
        auto &quantities = reading_.quantities;
        std::size_t kept = 0;
        for (std::size_t i = 0; i < quantities.size(); ++i) {
            const bool isCount = i + 1 < quantities.size() && isTime(quantities[i], quantities[i + 1]);
            if (isCount) {
                quantities[i].unit = unitOver(quantities[i + 1].value);
                quantities[i].unitEnd = quantities[i + 1].lastToken;
            }
            quantities[kept++] = quantities[i];
            i += isCount ? 1 : 0;
        }
        quantities.resize(kept);
    }

private:
    [[nodiscard]] bool isTime(const Quantity &count, const Quantity &whole) const
    {
        constexpr double most = 30, week = 7, weeks = 52, months = 12;
        const auto &tokens = reading_.tokens.list;
        const std::uint32_t slash = count.lastToken, after = whole.lastToken;
        const bool isWritten = !count.isWord && !whole.isWord && count.unit < 0 && whole.firstToken == slash + 1
                               && tokens[slash].isMark('/') && !tokens[whole.firstToken].afterBlank;
        const bool isDate = (after < tokens.size() && tokens[after].isMark('/'))
                            || (count.firstToken > 0 && tokens[count.firstToken - 1].isMark('/'));
        if (!isWritten || isDate || count.value > most || whole.lastToken != whole.firstToken + 1)
            return false;
        return whole.value == week || whole.value == weeks || (whole.value == months && isSince(count, after));
    }

    // Twelve is a month of the year too.
    [[nodiscard]] bool isSince(const Quantity &count, std::uint32_t after) const
    {
        static const WordSet befores{"for", "over", "past", "last", "every"};
        static const std::array afters{wordKey("ago"), wordKey("hx"), wordKey("history"), wordKey("of"),
                                       wordKey("old")};
        const auto &tokens = reading_.tokens.list;
        return (count.firstToken > 0 && befores.contains(tokens[count.firstToken - 1].key))
               || (after < tokens.size() && std::ranges::find(afters, tokens[after].key) != afters.end());
    }

    [[nodiscard]] std::int32_t unitOver(double whole) const
    {
        constexpr double week = 7, weeks = 52;
        const Tokens word = cutTokens(whole == week ? "days" : whole == weeks ? "weeks" : "months");
        const Lexicon::Phrase *phrase = lexicon_.match(word.list);
        return phrase ? phrase->id : -1;
    }

    const Lexicon &lexicon_;
    Reading &reading_;
};

} // namespace

void readQuantities(const Lexicon &lexicon, Numbers numbers, Reading &reading)
{
    QuantityReader(lexicon, numbers, reading).run();
    BritishTimes(lexicon, reading).run();
}

} // namespace countersign::checks
