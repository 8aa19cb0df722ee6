// The palette: every gesture that can be made here, found by a few letters of its name. Pure; gui thread only because
// of tr.
#pragma once

#include "ui/presenters/key_book.hpp"

#include <vector>

namespace countersign::presenters
{

struct PaletteRow {
    Gesture gesture = Gesture::Palette;
    QString title;
    QString place;            // "Review"
    QString keys;             // as on a key cap
    std::vector<int> matched; // code units of the title that fit what was typed
};

// How well the letters, in their order, fit into the words; nothing: they do not. More is better: together, and at the
// beginning of words.
struct FuzzyMatch {
    int score = 0;
    std::vector<int> places;
};
[[nodiscard]] std::optional<FuzzyMatch> fuzzyMatch(const QString &words, const QString &letters);

// Best first; without letters in the order of the map. The palette itself is left out.
[[nodiscard]] std::vector<PaletteRow> describePalette(const KeyBook &keys, const std::vector<KeyPlace> &places,
                                                      const QString &letters);

} // namespace countersign::presenters
