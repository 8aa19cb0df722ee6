// Changing the draft, statement by statement.
#include "ui/presenters/review_presenter.hpp"

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
    const DraftStep *const step = currentStep();
    if (step != nullptr && step->isRemoved)
        edits_->restore(step->statement);
    describe();
}

void ReviewPresenter::setEditedText(const QString &text)
{
    const DraftStep *const step = currentStep();
    if (!isEditing_ || step == nullptr || step->statement.isEmpty())
        return;
    touch();
    edits_->setText(step->statement, text::toUtf8(text));
    acknowledged_.erase(step->statement);
    tellEdits();
    describe();
}

void ReviewPresenter::stopEditing()
{
    isEditing_ = false;
    describe();
}

void ReviewPresenter::addStatement()
{
    const DraftStep *const step = currentStep();
    if (step == nullptr || step->statement.isEmpty() || !view_.bar.canEdit)
        return;
    const domain::StatementId added = edits_->addAfter(step->statement);
    if (added.isEmpty())
        return;
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
    edits_->remove(step->statement);
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
    tellEdits();
    describe();
}

void ReviewPresenter::undoEdit()
{
    if (!canUndo())
        return;
    touch();
    edits_->undo();
    tellEdits();
    describe();
}

void ReviewPresenter::redoEdit()
{
    if (!canRedo())
        return;
    touch();
    edits_->redo();
    tellEdits();
    describe();
}

// The desk checks what was typed after a pause.
void ReviewPresenter::tellEdits()
{
    desk::EditDraft told;
    told.item = item_->id;
    told.edition = ++edition_;
    if (edits_->isChanged())
        told.draft = std::make_shared<const domain::Draft>(edits_->draft());
    feed_.submit(std::move(told));
}

} // namespace countersign::presenters
