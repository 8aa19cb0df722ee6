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

    // The whole draft at once, section by section: a statement without an id is new, one that is not there is removed.
    // Texts of ids that did not change are left as they are. The ids, in the given order. Typing in one statement is
    // one step as in setText.
    struct Placed {
        domain::SectionId section;
        domain::StatementId statement;
        std::optional<std::string> text; // nothing: as it was
    };
    std::vector<domain::StatementId> setAll(const std::vector<Placed> &statements);

    // Unknown ids are left alone.
    void setText(const domain::StatementId &id, std::string text);
    // A new, empty statement behind that one, of its kind; the id of the new one.
    domain::StatementId addAfter(const domain::StatementId &id);
    void remove(const domain::StatementId &id);
    // Back to the agent's words: a changed text, a removed or an added statement.
    void restore(const domain::StatementId &id);
    void cite(const domain::StatementId &id, const domain::Citation &citation);
    // Its citations were given for other words than it has now, and nobody has said that they still stand for it.
    [[nodiscard]] bool asksForCitation(const domain::StatementId &id) const;
    void keepCitations(const domain::StatementId &id); // as long as its text stays as it is
    void markOwnKnowledge(const domain::StatementId &id);

    void restoreAll();
    // The draft as it was left before, in one step that can be taken back.
    void resume(const domain::Draft &draft);
    // What was changed in an earlier state of the draft, put into this one: a changed statement takes the place of the
    // one with its id, an added one comes behind the nearest before it that is still there. One step.
    void carryOver(const domain::EditedDraft &former);

    // Without end in both directions; typing is taken back word by word.
    [[nodiscard]] bool canUndo() const { return !past_.empty(); }
    [[nodiscard]] bool canRedo() const { return !future_.empty(); }
    void undo();
    void redo();
    // What is typed from here on is a step of its own.
    void endTyping() { typing_ = {}; }

private:
    struct Place {
        std::size_t section = 0;
        std::size_t statement = 0;
    };
    [[nodiscard]] std::optional<Place> find(const domain::Draft &draft, const domain::StatementId &id) const;
    [[nodiscard]] domain::Statement known(const domain::StatementId &id) const;
    [[nodiscard]] domain::StatementId newId();
    void putBack(const Place &was);
    void insertAsIn(const domain::Draft &other, const Place &was);
    void compare();
    void remember(const domain::StatementId &typing = {});

    domain::Draft original_;
    domain::Draft draft_;
    std::vector<domain::Change> changes_;
    int added_ = 0;
    bool isChanged_ = false;
    std::vector<domain::Draft> past_, future_;
    std::map<domain::StatementId, std::string> confirmed_; // texts for which the citations were said to stand
    domain::StatementId typing_;                           // whose word is being typed: not a step of its own yet
};

} // namespace countersign::presenters
