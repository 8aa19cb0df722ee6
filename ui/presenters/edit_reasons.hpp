// What an edit says by itself: whether the citations still stand for it, and which reason it suggests (R-616; never
// committed by itself: clinical.md 8, rule 7). Pure; any thread.
#pragma once

#include "core/domain/clinical_diff.hpp"
#include "core/domain/proposal.hpp"

#include <string>
#include <vector>

namespace countersign::presenters
{

// The statement's citations were given for other words: its meaning changed in what bears on safety, or words that a
// quote was cited for are gone.
[[nodiscard]] bool outgrewCitations(const domain::Statement &was, const std::string &now);

// At most three, the worst first, each for the statement that it is about. Only where the table of the draft has one.
[[nodiscard]] std::vector<domain::Reason> suggestedReasons(const domain::Draft &original,
                                                           const std::vector<domain::Change> &changes);

} // namespace countersign::presenters
