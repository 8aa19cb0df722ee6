// Changing the draft, statement by statement.
#include "ui/presenters/review_presenter.hpp"

#include "ui/presenters/changes_page.hpp"
#include "ui/text/notation.hpp"
#include "ui/text/qt_text.hpp"

#include <algorithm>

namespace countersign::presenters
{

void ReviewPresenter::edit()
{
    if (item_ == nullptr || !view_.bar.canEdit)
        return;
    touch();
    isEditing_ = true;
    isWhole_ = false;
    edits_->endTyping();
    const DraftStep *const step = currentStep();
    if (step != nullptr && step->isRemoved)
        edits_->restore(step->statement);
    describe();
    tellPlace();
}

void ReviewPresenter::setEditedText(const QString &text)
{
    const DraftStep *const step = currentStep();
    // While the whole text is edited, the editor of one statement has nothing to say: what stands in it is of before.
    if (!isEditing_ || isWhole_ || step == nullptr || step->statement.isEmpty())
        return;
    touch();
    edits_->setText(step->statement, text::toUtf8(text));
    acknowledged_.erase(step->statement);
    tellEdits();
    describe();
}

void ReviewPresenter::stopEditing()
{
    isEditing_ = isWhole_ = false;
    describe();
    tellPlace();
}

void ReviewPresenter::addStatement()
{
    const DraftStep *const step = currentStep();
    if (step == nullptr || step->statement.isEmpty() || !view_.bar.canEdit)
        return;
    const domain::StatementId added = edits_->addAfter(step->statement);
    if (added.isEmpty())
        return;
    tellEdits();
    describe();
    const auto found = std::find_if(draft_.steps.begin(), draft_.steps.end(),
                                    [&](const DraftStep &s) { return s.statement == added; });
    isEditing_ = true;
    moveTo(found->block);
}

void ReviewPresenter::removeStatement()
{
    const DraftStep *const step = currentStep();
    if (step == nullptr || step->statement.isEmpty() || !view_.bar.canEdit)
        return;
    touch();
    isEditing_ = false;
    const domain::StatementId statement = step->statement;
    edits_->remove(statement);
    see(statement, true); // who takes it out has looked at it
    tellEdits();
    describe();
}

void ReviewPresenter::restoreStatement()
{
    const DraftStep *const step = currentStep();
    if (step == nullptr || step->statement.isEmpty())
        return;
    touch();
    isEditing_ = false;
    edits_->restore(step->statement);
    tellEdits();
    describe();
}

void ReviewPresenter::discardEdits()
{
    if (item_ == nullptr)
        return;
    isEditing_ = false;
    edits_->restoreAll();
    isWhole_ = false;
    tellEdits();
    describe();
}

void ReviewPresenter::undoEdit()
{
    if (!canUndo())
        return;
    touch();
    edits_->undo();
    followInWhole();
    tellEdits();
    describe();
}

void ReviewPresenter::redoEdit()
{
    if (!canRedo())
        return;
    touch();
    edits_->redo();
    followInWhole();
    tellEdits();
    describe();
}

void ReviewPresenter::replaceNotations()
{
    const DraftStep *const step = currentStep();
    if (step == nullptr || !step->hasNotation || !view_.bar.canEdit)
        return;
    touch();
    const domain::StatementId id = step->statement;
    const QString was = text::toQt(domain::findStatement(edits_->draft(), id)->text);
    edits_->setText(id, text::toUtf8(text::writtenOut(was)));
    followInWhole();
    tellEdits();
    describe();
}

void ReviewPresenter::keepCitations()
{
    const DraftStep *const step = currentStep();
    if (step == nullptr || !step->asksForCitation)
        return;
    touch();
    edits_->keepCitations(step->statement);
    describe();
}

void ReviewPresenter::markOwnKnowledge()
{
    const DraftStep *const step = currentStep();
    if (step == nullptr || !step->asksForCitation)
        return;
    touch();
    const domain::StatementId id = step->statement;
    edits_->markOwnKnowledge(id);
    texts_->forgetSupport(id.text());
    tellEdits();
    describe();
}

TextPage ReviewPresenter::changes() const
{
    return edits_ ? describeChanges(edits_->original(), edits_->draft(), edits_->changes()) : TextPage{};
}

// The desk checks what was typed after a pause.
void ReviewPresenter::tellEdits()
{
    desk::EditDraft told;
    told.item = item_->id;
    told.edition = ++edition_;
    told.place = toldPlace_ = placeText(place());
    if (edits_->isChanged())
        told.draft = std::make_shared<const domain::Draft>(edits_->draft());
    feed_.submit(std::move(told));
}

} // namespace countersign::presenters
