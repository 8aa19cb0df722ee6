// What was changed in a draft, statement by statement and word by word, as a page to read and to hear.
// Pure; gui thread only because of tr.
#pragma once

#include "core/domain/clinical_diff.hpp"
#include "ui/presenters/text_page.hpp"

#include <vector>

namespace countersign::presenters
{

// Class and operation, and of a matter of safety what it is about: "Replaced · safety: dose, side".
[[nodiscard]] QString changeWords(const domain::Change &change);
// For the ear: "deleted “12 mg”; inserted “15 mg”".
[[nodiscard]] QString spokenDifference(const std::vector<domain::DiffRun> &runs);
[[nodiscard]] Chip::Weight weightOf(domain::Change::Class kind);

// In the order of the edited draft, what was taken out at the end; sections by their titles in the drafts.
[[nodiscard]] TextPage describeChanges(const domain::Draft &original, const domain::Draft &edited,
                                       const std::vector<domain::Change> &changes);

} // namespace countersign::presenters
