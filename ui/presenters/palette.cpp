#include "ui/presenters/palette.hpp"

#include <algorithm>

namespace countersign::presenters
{
namespace
{

constexpr int forEach = 1;
constexpr int forTogether = 10;
constexpr int forWordStart = 8;
constexpr int forEarly = 3; // the first letter of all

bool beginsWord(const QString &words, qsizetype at)
{
    return at == 0 || !words[at - 1].isLetterOrNumber();
}

// From this start on, greedily.
std::optional<FuzzyMatch> matchFrom(const QString &words, const QString &letters, qsizetype start)
{
    FuzzyMatch match;
    qsizetype at = start;
    for (const QChar letter : letters) {
        const qsizetype found = words.indexOf(letter, at);
        if (found < 0)
            return std::nullopt;
        const bool isTogether = !match.places.empty() && found == match.places.back() + 1;
        match.score += forEach + (isTogether ? forTogether : 0) + (beginsWord(words, found) ? forWordStart : 0)
                       + (found == 0 ? forEarly : 0);
        match.places.push_back(static_cast<int>(found));
        at = found + 1;
    }
    return match;
}

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(const QString &words, const QString &letters)
{
    const QString low = words.toLower();
    QString wanted = letters.toLower();
    wanted.remove(QLatin1Char(' '));
    if (wanted.isEmpty())
        return FuzzyMatch{};
    std::optional<FuzzyMatch> best;
    for (qsizetype start = low.indexOf(wanted.front()); start >= 0; start = low.indexOf(wanted.front(), start + 1)) {
        auto match = matchFrom(low, wanted, start);
        if (match && (!best || match->score > best->score))
            best = std::move(match);
    }
    return best;
}

std::vector<PaletteRow> describePalette(const KeyBook &keys, const std::vector<KeyPlace> &places,
                                        const QString &letters)
{
    std::vector<std::pair<int, PaletteRow>> found;
    for (const GestureRow &row : gestureRows()) {
        if (row.gesture == Gesture::Palette || std::ranges::find(places, row.place) == places.end())
            continue;
        PaletteRow line{row.gesture, titleOf(row.gesture), titleOf(row.place), keys.capOf(row.gesture), {}};
        if (auto match = fuzzyMatch(line.title, letters)) {
            line.matched = std::move(match->places);
            found.emplace_back(match->score, std::move(line));
        }
    }
    // Unasked, what can be done on this page comes first.
    const auto nearness = [&](const auto &line) {
        return std::ranges::find(places, rowOf(line.second.gesture).place) - places.begin();
    };
    if (letters.trimmed().isEmpty())
        std::ranges::stable_sort(found, {}, nearness);
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    std::vector<PaletteRow> rows;
    for (auto &[score, row] : found)
        rows.push_back(std::move(row));
    return rows;
}

} // namespace countersign::presenters
