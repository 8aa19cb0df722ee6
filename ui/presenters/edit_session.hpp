// A draft while a reviewer changes it: every change by statement, the agent's draft beside it. Pure; gui thread.
#pragma once

#include "core/domain/clinical_diff.hpp"
#include "core/domain/proposal.hpp"

#include <map>
#include <string>
#include <vector>

namespace countersign::presenters
{

class EditSession
{
public:
    explicit EditSession(domain::Draft original);

    [[nodiscard]] const domain::Draft &original() const { return original_; }
    [[nodiscard]] const domain::Draft &draft() const { return draft_; }
    // A tool call has no statements: it is approved or refused as it is.
    [[nodiscard]] bool isEditable() const;
    [[nodiscard]] bool isChanged() const { return isChanged_; } // also where only a citation is new
    [[nodiscard]] const std::vector<domain::Change> &changes() const { return changes_; }
    // The change of that statement that matters most; null where there is none.
    [[nodiscard]] const domain::Change *changeOf(const domain::StatementId &id) const;
    [[nodiscard]] bool hasEmptyStatement() const;

    // Unknown ids are left alone.
    void setText(const domain::StatementId &id, std::string text);
    // A new, empty statement behind that one, of its kind; the id of the new one.
    domain::StatementId addAfter(const domain::StatementId &id);
    void remove(const domain::StatementId &id);
    // Back to the agent's words: a changed text, a removed or an added statement.
    void restore(const domain::StatementId &id);
    void cite(const domain::StatementId &id, const domain::Citation &citation);
    void restoreAll();

    // Without end in both directions; typing is taken back word by word.
    [[nodiscard]] bool canUndo() const { return !past_.empty(); }
    [[nodiscard]] bool canRedo() const { return !future_.empty(); }
    void undo();
    void redo();

private:
    struct Place {
        std::size_t section = 0;
        std::size_t statement = 0;
    };
    [[nodiscard]] std::optional<Place> find(const domain::Draft &draft, const domain::StatementId &id) const;
    void putBack(const Place &was);
    void compare();
    void remember(const domain::StatementId &typing = {});

    domain::Draft original_;
    domain::Draft draft_;
    std::vector<domain::Change> changes_;
    int added_ = 0;
    bool isChanged_ = false;
    std::vector<domain::Draft> past_, future_;
    domain::StatementId typing_; // whose word is being typed: not a step of its own yet
};

} // namespace countersign::presenters
