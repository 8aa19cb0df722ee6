#include "app/gateway/import/alignment.hpp"

#include "app/gateway/import/words.hpp"
#include "core/base/unicode.hpp"

#include <algorithm>
#include <cmath>

namespace countersign::gateway
{
namespace
{

constexpr std::size_t turnCountMax = 3;

std::vector<std::string> distinctWords(std::string_view text)
{
    std::vector<std::string> words = contentWords(text);
    std::ranges::sort(words);
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

} // namespace

Alignment::Alignment(std::string_view dialogue)
{
    std::int64_t position = 0;
    while (!dialogue.empty()) {
        const std::string_view line = dialogue.substr(0, dialogue.find('\n'));
        const auto length = static_cast<std::int64_t>(codePointCount(line));
        if (line.find_first_not_of(" \t\r") != std::string_view::npos)
            turns_.push_back({std::string(line), position, position + length, distinctWords(line)});
        position += length + 1;
        dialogue.remove_prefix(std::min(line.size() + 1, dialogue.size()));
    }
    for (const Turn &turn : turns_)
        for (const std::string &word : turn.words)
            ++turnsWithWord_[word];
}

double Alignment::weightOf(const std::string &word) const
{
    const auto found = turnsWithWord_.find(word);
    const double holders = found == turnsWithWord_.end() ? 0.0 : static_cast<double>(found->second);
    return std::log(1.0 + static_cast<double>(turns_.size()) / (1.0 + holders));
}

double Alignment::weightOf(const std::vector<std::string> &words) const
{
    double weight = 0.0;
    for (const std::string &word : words)
        weight += weightOf(word);
    return weight;
}

const Alignment::Turn *Alignment::bestFor(const std::vector<std::string> &words) const
{
    const Turn *best = nullptr;
    double bestWeight = 0.0;
    for (const Turn &turn : turns_) {
        double weight = 0.0;
        for (const std::string &word : words)
            if (std::ranges::binary_search(turn.words, word))
                weight += weightOf(word);
        if (weight > bestWeight) {
            best = &turn;
            bestWeight = weight;
        }
    }
    return best;
}

std::vector<domain::QuoteSelector> Alignment::turnsFor(std::string_view statement) const
{
    const std::vector<std::string> all = distinctWords(statement);
    std::vector<std::string> missing = all;
    std::vector<const Turn *> chosen;
    while (chosen.size() < turnCountMax && !missing.empty()) {
        const Turn *turn = bestFor(missing);
        if (turn == nullptr)
            break;
        chosen.push_back(turn);
        std::erase_if(missing, [&](const std::string &word) { return std::ranges::binary_search(turn->words, word); });
    }
    if (weightOf(missing) * 2 > weightOf(all) || all.empty())
        return {};
    std::ranges::sort(chosen, {}, &Turn::start);
    std::vector<domain::QuoteSelector> quotes;
    for (const Turn *turn : chosen)
        quotes.push_back({.exact = turn->text, .prefix = {}, .suffix = {}, .start = turn->start, .end = turn->end});
    return quotes;
}

} // namespace countersign::gateway
