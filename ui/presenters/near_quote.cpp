#include "ui/presenters/near_quote.hpp"

#include <QChar>

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

namespace countersign::presenters
{
namespace
{

constexpr std::size_t wordsMin = 4;
constexpr std::size_t wordsMax = 400; // of a quote: more is not compared in part

struct Word {
    std::u32string letters;
    Span span;
    bool hasDigit = false;
};

// A point between digits belongs to the number: 7.4 is not 7 4.
bool isWithinNumber(std::u32string_view text, std::size_t at)
{
    const auto isDigit = [&](std::size_t i) { return i < text.size() && text[i] >= U'0' && text[i] <= U'9'; };
    return (text[at] == U'.' || text[at] == U',') && at > 0 && isDigit(at - 1) && isDigit(at + 1);
}

std::vector<Word> wordsOf(std::u32string_view text)
{
    std::vector<Word> words;
    bool isOpen = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool isPart = QChar::isLetterOrNumber(text[at]) || isWithinNumber(text, at) || text[at] == U'%';
        if (!isPart) {
            isOpen = false;
            continue;
        }
        if (!isOpen)
            words.push_back({{}, {at, at}, false});
        isOpen = true;
        Word &word = words.back();
        word.letters += QChar::toCaseFolded(text[at]);
        word.span.end = at + 1;
        word.hasDigit = word.hasDigit || QChar::isDigit(text[at]);
    }
    return words;
}

struct Run {
    std::size_t inText = 0, inQuote = 0, length = 0;
};

// The longest run of the quote's words that stands in the text.
Run longestRun(const std::vector<Word> &text, const std::vector<Word> &quote)
{
    std::unordered_map<std::u32string, std::vector<std::size_t>> places;
    for (std::size_t i = 0; i < quote.size(); ++i)
        places[quote[i].letters].push_back(i);
    Run best;
    std::vector<std::size_t> before(quote.size() + 1), now(quote.size() + 1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::fill(now.begin(), now.end(), 0);
        if (const auto same = places.find(text[i].letters); same != places.end())
            for (const std::size_t at : same->second) {
                now[at + 1] = before[at] + 1;
                if (now[at + 1] > best.length)
                    best = {i + 1 - now[at + 1], at + 1 - now[at + 1], now[at + 1]};
            }
        std::swap(before, now);
    }
    return best;
}

bool holdsEveryNumber(const std::vector<Word> &quote, const Run &run)
{
    for (std::size_t i = 0; i < quote.size(); ++i)
        if (quote[i].hasDigit && (i < run.inQuote || i >= run.inQuote + run.length))
            return false;
    return true;
}

} // namespace

std::optional<CitedPlace> findNearly(std::u32string_view text, std::u32string_view quote)
{
    const auto words = wordsOf(quote);
    if (words.empty() || words.size() > wordsMax)
        return std::nullopt;
    const auto within = wordsOf(text);
    const Run run = longestRun(within, words);
    if (run.length == 0)
        return std::nullopt;
    const Span span{within[run.inText].span.start, within[run.inText + run.length - 1].span.end};
    if (run.length == words.size())
        return CitedPlace{Support::Normalised, span, {}, {}};
    const bool isEnough = run.length >= wordsMin && 2 * run.length >= words.size() && holdsEveryNumber(words, run);
    return isEnough ? std::optional{CitedPlace{Support::Partly, span, {}, {}}} : std::nullopt;
}

} // namespace countersign::presenters
