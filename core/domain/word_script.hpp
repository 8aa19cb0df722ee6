// The shortest script of removals and additions that turns one row of words into another (Myers, "An O(ND) Difference
// Algorithm and Its Variations", 1986), with a bound: beyond it everything between the common ends counts as changed.
#pragma once

#include "core/domain/clinical_diff.hpp"
#include "core/domain/clinical_words.hpp"

#include <vector>

namespace countersign::domain
{

// More single steps than this are not looked for: the search costs their square in memory.
inline constexpr std::size_t scriptLengthMax = 400;

struct WordStep {
    DiffRun::Kind kind = DiffRun::Kind::Same;
    const Word *word = nullptr; // of the row it was taken from; of `to` where both have it
};

using SameWord = bool (*)(const Word &, const Word &);

// In reading order; where words were exchanged, the removals come before the additions.
[[nodiscard]] std::vector<WordStep> shortestScript(const std::vector<Word> &from, const std::vector<Word> &to,
                                                   SameWord same);

} // namespace countersign::domain
