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
#include <string>
#include <unordered_map>
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

// What was found in the words of statements before: a draft is described anew at every key, and hardly any of it has
// changed. Of one item.
class DraftMemo
{
public:
    struct Words {
        std::string text; // of the statement, when it was looked at
        QString shown;
        QString offer; // "QD → daily": the first misread notation that can be written out; empty: none
        std::vector<CopiedWords> copied;
    };
    // Of that statement; looked at anew where its text is another one.
    [[nodiscard]] const Words &of(const domain::Statement &statement, const CopyForward *copied);
    void forget() { words_.clear(); }

private:
    std::unordered_map<std::string, Words> words_;
};

struct DraftReading {
    const EditSession &edits;
    SourceTexts &texts;
    const std::set<domain::StatementId> &acknowledged;
    domain::StatementId inEditor;          // shown as it is now, without the difference
    const CopyForward *copied = nullptr;   // what stood in earlier notes is dimmed, with its age; null: not looked at
    const FindingReading *found = nullptr; // marked on the words and at the end of the statement; null: none
    std::vector<domain::StatementId> riskiest = {};
    DraftMemo *memo = nullptr; // null: nothing is remembered
};

[[nodiscard]] DraftPage describeDraft(const DraftReading &reading);

[[nodiscard]] QString supportWords(Support support);

} // namespace countersign::presenters
