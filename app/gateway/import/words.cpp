#include "app/gateway/import/words.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

namespace countersign::gateway
{
namespace
{

constexpr auto emptyWords = std::to_array<std::string_view>(
    {"a",       "about",   "after", "all",   "also",  "an",     "and",  "any",  "are",   "as",   "at",   "be",
     "been",    "but",     "by",    "can",   "did",   "do",     "does", "for",  "from",  "had",  "has",  "have",
     "he",      "her",     "here",  "his",   "i",     "if",     "in",   "is",   "it",    "its",  "just", "like",
     "me",      "mr",      "mrs",   "ms",    "my",    "now",    "of",   "okay", "on",    "or",   "our",  "out",
     "patient", "reports", "she",   "so",    "some",  "states", "that", "the",  "their", "them", "then", "there",
     "they",    "this",    "to",    "today", "uh",    "um",     "was",  "we",   "well",  "were", "what", "when",
     "which",   "who",     "will",  "with",  "would", "yeah",   "yes",  "you",  "your"});

static_assert(std::ranges::is_sorted(emptyWords));

constexpr auto units = std::to_array<std::string_view>(
    {"zero", "one",    "two",    "three",    "four",     "five",    "six",     "seven",     "eight",    "nine",
     "ten",  "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"});
constexpr auto tens = std::to_array<std::string_view>(
    {"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"});

template <class List>
std::optional<std::size_t> placeIn(const List &list, std::string_view word)
{
    const auto found = std::ranges::find(list, word);
    return found == list.end() || word.empty() ? std::nullopt
                                               : std::optional(static_cast<std::size_t>(found - list.begin()));
}

// Cuts the commonest endings, so that "walking", "walked" and "walks" meet.
std::string stem(std::string word)
{
    constexpr std::size_t keep = 3;
    for (const std::string_view ending : {"ing", "ed", "es", "s", "e"})
        if (word.size() >= keep + ending.size() && word.ends_with(ending)) {
            word.erase(word.size() - ending.size());
            break;
        }
    return word;
}

std::vector<std::string> rawWords(std::string_view text)
{
    std::vector<std::string> words(1);
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0 || byte >= 0x80)
            words.back() += static_cast<char>(std::tolower(byte));
        else if (c != '\'' && !words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty())
        words.pop_back();
    return words;
}

} // namespace

std::vector<std::string> contentWords(std::string_view text)
{
    const std::vector<std::string> raw = rawWords(text);
    std::vector<std::string> words;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (const auto ten = placeIn(tens, raw[i])) {
            const auto unit = i + 1 < raw.size() ? placeIn(units, raw[i + 1]) : std::nullopt;
            const bool joins = unit && *unit > 0 && *unit < 10;
            words.push_back(std::to_string(*ten * 10 + (joins ? *unit : 0)));
            i += joins ? 1 : 0;
        } else if (const auto unit = placeIn(units, raw[i])) {
            words.push_back(std::to_string(*unit));
        } else if (!std::ranges::binary_search(emptyWords, std::string_view(raw[i]))) {
            words.push_back(stem(raw[i]));
        }
    }
    return words;
}

} // namespace countersign::gateway
