#include "core/checks/language/rates.hpp"

#include <algorithm>
#include <array>

namespace countersign::checks
{
namespace
{

constexpr double month = 30;

// By the answer of quality::period.
constexpr std::array<double, 11> periods{0,  month,     month / 7, 1,         1.0 / 12,  month * 24,
                                         15, month * 2, month * 3, month * 4, month / 14};

class RateReader
{
public:
    RateReader(const Lexicon &lexicon, const Reading &reading) : lexicon_(lexicon), terms_(reading.terms) {}

    std::vector<Rate> run()
    {
        for (std::uint32_t i = 0; i < terms_.size(); ++i) {
            const Term &term = terms_[i];
            if (term.role == Role::Quality && term.id / quality::answersMax == quality::period)
                add(i, i + 1, periods[term.id % quality::answersMax]);
            else if (term.role == Role::Unit && lexicon_.unit(term.id).dimension == Dimension::Frequency)
                add(i, i + 1, month * lexicon_.unit(term.id).factor);
            else if (isPer(i))
                readPeriod(i);
        }
        return std::move(rates_);
    }

private:
    [[nodiscard]] bool isTime(std::uint32_t i) const
    {
        return i < terms_.size() && terms_[i].role == Role::Unit
               && lexicon_.unit(terms_[i].id).dimension == Dimension::Time;
    }

    // "a day" after something that is taken or done so often; "every", "each" and "per" anywhere.
    [[nodiscard]] bool isPer(std::uint32_t i) const
    {
        static const WordSet each{"every", "each", "per"};
        static const WordSet articles{"a", "an"};
        if (each.contains(terms_[i].key))
            return isTime(i + 1) || (i + 2 < terms_.size() && terms_[i + 1].role == Role::Number && isTime(i + 2))
                   || isRange(i + 1);
        if (!articles.contains(terms_[i].key) || !isTime(i + 1) || i == 0 || isSince(i + 2))
            return false;
        const Term &before = terms_[i - 1];
        const bool isCounted =
            i > 1 && terms_[i - 2].role == Role::Number && isSubstance(before.role); // "two beers a day"
        return before.segment == terms_[i].segment
               && (before.role == Role::Number || isCounted || (before.role == Role::Unit && !isTime(i - 1)));
    }

    // "six to eight hours"
    [[nodiscard]] bool isRange(std::uint32_t i) const
    {
        return i + 3 < terms_.size() && terms_[i].role == Role::Number && terms_[i + 2].role == Role::Number
               && isTime(i + 3);
    }

    [[nodiscard]] bool isSince(std::uint32_t i) const
    {
        static const WordSet words{"ago", "later", "earlier", "old"};
        return i < terms_.size() && words.contains(terms_[i].key);
    }

    void readPeriod(std::uint32_t i)
    {
        const bool isCounted = terms_[i + 1].role == Role::Number;
        const std::uint32_t unit = !isCounted ? i + 1 : isTime(i + 2) ? i + 2 : i + 4;
        const double days = lexicon_.unit(terms_[unit].id).factor * (isCounted ? terms_[i + 1].value : 1);
        if (days > 0)
            add(i, unit + 1, month / days);
    }

    // "once", "twice", "3" before "times a day": how often in that time.
    void add(std::uint32_t first, std::uint32_t last, double perMonth)
    {
        static const WordSet counts{"once", "twice", "thrice"};
        constexpr double most = 24;
        if (first > 0 && terms_[first - 1].role == Role::Number && terms_[first - 1].segment == terms_[first].segment) {
            const Term &count = terms_[first - 1];
            const bool isTimes = terms_[first].role == Role::Unit || counts.contains(count.key);
            if (isTimes && count.value > 0 && count.value <= most) {
                --first;
                perMonth *= count.value;
            }
        }
        rates_.push_back({perMonth, first, last});
    }

    const Lexicon &lexicon_;
    const std::vector<Term> &terms_;
    std::vector<Rate> rates_;
};

} // namespace

std::vector<Rate> ratesIn(const Lexicon &lexicon, const Reading &reading)
{
    return RateReader(lexicon, reading).run();
}

} // namespace countersign::checks
