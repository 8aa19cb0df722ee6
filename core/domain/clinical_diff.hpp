// What an edit changed, and how much it matters: number, unit, drug, negation, side, date or person is safety;
// other words are factual; spelling, case and punctuation are style.
#pragma once

#include "core/domain/clinical_words.hpp"
#include "core/domain/decision.hpp"

#include <vector>

namespace countersign::domain
{

[[nodiscard]] Change::Class classifyEdit(std::string_view before, std::string_view after);

// What it changed that makes it a matter of safety, each kind once; empty for the other classes.
[[nodiscard]] std::vector<Telling> tellingChanges(std::string_view before, std::string_view after);

// Statement by statement, by id; order of the edited draft, deletions at the end.
[[nodiscard]] std::vector<Change> clinicalDiff(const Draft &before, const Draft &after);

// One run of words of a word-level difference, for showing.
struct DiffRun {
    enum class Kind { Same, Removed, Added };
    Kind kind = Kind::Same;
    std::string text;
    bool operator==(const DiffRun &) const = default;
};
[[nodiscard]] std::vector<DiffRun> wordDiff(std::string_view before, std::string_view after);

} // namespace countersign::domain
