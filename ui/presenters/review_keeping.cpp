// What was typed and not signed: found again when the item is opened, and told to be kept.
#include "ui/presenters/review_presenter.hpp"

#include "ui/presenters/review_words.hpp"

#include <algorithm>

namespace countersign::presenters
{

// Of this very item only: what belongs to an earlier state of it is offered instead.
void ReviewPresenter::resume()
{
    const auto &kept = open_->kept;
    if (kept == nullptr || kept->digest != item_->digest)
        return;
    if (kept->edited) {
        edits_->resume(kept->edited->draft);
        tellEdits(); // the desk checks it and knows what a signature would carry
    }
    resumed_ = readPlace(kept->place);
    draft_ = describeDraft({*edits_, *texts_, acknowledged_, {}, &copied_, &findings_});
    const auto step = std::find_if(draft_.steps.begin(), draft_.steps.end(),
                                   [&](const DraftStep &each) { return each.statement == resumed_->statement; });
    if (resumed_->statement.isEmpty() || step == draft_.steps.end())
        return;
    step_ = static_cast<std::size_t>(step - draft_.steps.begin());
    caret_ = resumed_->caret;
    scroll_ = resumed_->scroll;
    isEditing_ = resumed_->isEditing && !step->isRemoved;
    isWhole_ = isEditing_ && resumed_->isWhole;
    if (isWhole_)
        beginWhole();
    toldPlace_ = placeText(place());
}

void ReviewPresenter::describeKeeping()
{
    const auto *const note = std::get_if<domain::NoteDraft>(&edits_->draft());
    view_.isSpellChecked = note == nullptr || note->language.empty() || note->language.starts_with("en");
    if (view_.hasEdits)
        view_.kept = words::keptEdits(open_->keptEdition == edition_);
    if (open_->former && open_->former->edited)
        view_.former = words::formerEdits(static_cast<int>(open_->former->edited->changes.size()));
}

void ReviewPresenter::takeFormer()
{
    if (open_ == nullptr || item_ == nullptr || !open_->former || !open_->former->edited || !view_.bar.canEdit)
        return;
    touch();
    edits_->carryOver(*open_->former->edited);
    tellEdits();
    feed_.submit(desk::DropFormerEdits{item_->id});
    describe();
}

void ReviewPresenter::dropFormer()
{
    if (item_ != nullptr)
        feed_.submit(desk::DropFormerEdits{item_->id});
}

EditPlace ReviewPresenter::place() const
{
    const DraftStep *const step = currentStep();
    return {step == nullptr ? domain::StatementId{} : step->statement, isEditing_ ? caret_ : 0, scroll_, isEditing_,
            isWhole_};
}

void ReviewPresenter::setPlace(int caret, int scroll)
{
    caret_ = caret;
    scroll_ = scroll;
    tellPlace();
}

void ReviewPresenter::tellPlace()
{
    if (item_ == nullptr)
        return;
    std::string now = placeText(place());
    if (now == toldPlace_)
        return;
    toldPlace_ = now;
    feed_.submit(desk::KeepPlace{item_->id, std::move(now)});
}

} // namespace countersign::presenters
