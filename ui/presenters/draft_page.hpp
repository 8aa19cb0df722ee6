// A draft as blocks to read: a note by sections and statements, a prior authorisation by its narrative, criteria,
// answers and request, a tool call by its name and arguments. Pure; gui thread only because of tr.
#pragma once

#include "core/domain/item.hpp"
#include "ui/presenters/copy_forward.hpp"
#include "ui/presenters/edit_session.hpp"
#include "ui/presenters/finding_rows.hpp"
#include "ui/presenters/source_texts.hpp"
#include "ui/presenters/text_page.hpp"

#include <set>
#include <vector>

namespace countersign::presenters
{

// A block that a reader stops at: it can be cited, and statements can be acknowledged and edited.
struct DraftStep {
    int block = 0;
    domain::StatementId statement; // empty for a criterion or an answer
    std::vector<domain::Citation> citations;
    Support support = Support::None;
    bool isRemoved = false;       // by the reviewer; shown struck out
    bool asksForCitation = false; // its citations were given for other words
    bool hasNotation = false;     // one that has been misread and can be written out by key
};

struct DraftPage {
    TextPage page;
    std::vector<DraftStep> steps;
};

struct DraftReading {
    const EditSession &edits;
    SourceTexts &texts;
    const std::set<domain::StatementId> &acknowledged;
    domain::StatementId inEditor;          // shown as it is now, without the difference
    const CopyForward *copied = nullptr;   // what stood in earlier notes is dimmed, with its age; null: not looked at
    const FindingReading *found = nullptr; // marked on the words and at the end of the statement; null: none
    std::vector<domain::StatementId> riskiest = {};
};

[[nodiscard]] DraftPage describeDraft(const DraftReading &reading);

[[nodiscard]] QString supportWords(Support support);

} // namespace countersign::presenters
