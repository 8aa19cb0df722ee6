// What was on the screen when a person decided, as the ordered labelled plain-text fields that are signed
// (core/domain/display_model.hpp). Labels are stable and not translated; texts are the item's own bytes. Pure.
#pragma once

#include "core/domain/display_model.hpp"
#include "core/domain/item.hpp"
#include "ui/presenters/draft_page.hpp"
#include "ui/presenters/edit_session.hpp"
#include "ui/presenters/finding_rows.hpp"

#include <set>

namespace countersign::presenters
{

struct Shown {
    const domain::Item &item;
    const EditSession &edits;
    const std::vector<DraftStep> &steps;
    const std::set<domain::StatementId> &acknowledged;
    const std::set<domain::SourceId> &opened;
    const FindingReading *found = nullptr; // null: nothing was checked
};

// Sources that were not opened are folded: their title was on the screen, their text was not. Statements that rest on
// nothing, or on a quote that is not there, are flagged.
[[nodiscard]] domain::DisplayModel displayModelOf(const Shown &shown);

} // namespace countersign::presenters
