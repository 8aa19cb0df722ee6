// Editing the draft as one text: its paragraphs are the statements.
#include "ui/presenters/review_presenter.hpp"

#include <algorithm>

namespace countersign::presenters
{

void ReviewPresenter::toggleWhole()
{
    if (item_ == nullptr || (!isWhole_ && !view_.bar.canEdit))
        return;
    touch();
    edits_->endTyping();
    isWhole_ = !isWhole_;
    isEditing_ = isWhole_;
    caret_ = 0;
    if (isWhole_)
        beginWhole();
    describe();
    tellPlace();
}

// At the current statement.
void ReviewPresenter::beginWhole()
{
    whole_ = wholeText(edits_->draft());
    wholeCaret_ = caretOf(currentStep() == nullptr ? domain::StatementId{} : currentStep()->statement, caret_);
}

int ReviewPresenter::caretOf(const domain::StatementId &statement, int within) const
{
    qsizetype at = 0;
    for (const WholeParagraph &paragraph : whole_) {
        if (paragraph.kind == WholeParagraph::Kind::Statement && paragraph.statement == statement)
            return static_cast<int>(at + std::clamp<qsizetype>(within, 0, paragraph.text.size()));
        at += paragraph.text.size() + 1;
    }
    return 0;
}

// A paragraph that was cut out and put in elsewhere is the agent's statement again, moved.
void ReviewPresenter::recognise(WholeText &next) const
{
    std::set<domain::StatementId> present;
    for (const WholeParagraph &paragraph : next)
        present.insert(paragraph.statement);
    for (WholeParagraph &paragraph : next) {
        if (paragraph.kind != WholeParagraph::Kind::Statement || !paragraph.statement.isEmpty())
            continue;
        for (const domain::Section &section : domain::sectionsOf(edits_->original()))
            for (const domain::Statement &statement : section.statements)
                if (!present.contains(statement.id) && editable(statement.text) == paragraph.text) {
                    paragraph.statement = statement.id;
                    present.insert(statement.id);
                    break;
                }
    }
}

bool ReviewPresenter::setWholeText(const QString &text)
{
    if (!isWhole_ || item_ == nullptr)
        return false;
    touch();
    auto next = followEdit(whole_, text);
    if (!next)
        return false;
    recognise(*next);
    std::vector<EditSession::Placed> placed;
    std::vector<WholeParagraph *> statements;
    for (WholeParagraph &paragraph : *next) {
        const bool isThere = !paragraph.text.trimmed().isEmpty();
        if (paragraph.kind != WholeParagraph::Kind::Statement || !isThere)
            continue;
        const domain::Statement *const was = domain::findStatement(edits_->draft(), paragraph.statement);
        const bool isSame = was != nullptr && editable(was->text) == paragraph.text;
        placed.push_back(
            {paragraph.section, paragraph.statement, isSame ? std::nullopt : std::optional(edited(paragraph.text))});
        statements.push_back(&paragraph);
    }
    const auto ids = edits_->setAll(placed);
    for (std::size_t i = 0; i < statements.size(); ++i) {
        if (placed[i].text || placed[i].statement.isEmpty())
            acknowledged_.erase(ids[i]);
        statements[i]->statement = ids[i];
    }
    whole_ = std::move(*next);
    tellEdits();
    describe();
    return true;
}

// The statement that the caret is in is the current one, and its evidence stands beside it.
void ReviewPresenter::setWholeCaret(int caret)
{
    if (!isWhole_)
        return;
    qsizetype at = 0;
    for (const WholeParagraph &paragraph : whole_) {
        const qsizetype end = at + paragraph.text.size();
        if (caret <= end) {
            caret_ = static_cast<int>(caret - at);
            const DraftStep *const current = currentStep();
            const auto step = std::find_if(draft_.steps.begin(), draft_.steps.end(), [&](const DraftStep &each) {
                return !each.statement.isEmpty() && each.statement == paragraph.statement;
            });
            const bool isElsewhere = current == nullptr || current->statement != paragraph.statement;
            if (paragraph.kind == WholeParagraph::Kind::Statement && isElsewhere && step != draft_.steps.end())
                return moveTo(step->block);
            return tellPlace();
        }
        at = end + 1;
    }
}

void ReviewPresenter::describeWhole()
{
    ReviewView::Whole whole{joined(whole_), {}, {}};
    for (std::size_t i = 0; i < whole_.size(); ++i) {
        if (whole_[i].kind == WholeParagraph::Kind::Title)
            whole.titles.push_back(static_cast<int>(i));
        else if (edits_->changeOf(whole_[i].statement) != nullptr)
            whole.changed.push_back(static_cast<int>(i));
    }
    view_.whole = std::move(whole);
}

// After something else than typing changed the draft: the editor takes it over, its caret behind what changed.
void ReviewPresenter::followInWhole()
{
    if (!isWhole_)
        return;
    const QString before = joined(whole_);
    whole_ = wholeText(edits_->draft());
    const QString now = joined(whole_);
    const auto starts = std::mismatch(before.begin(), before.end(), now.begin(), now.end());
    if (starts.first == before.end() && starts.second == now.end())
        return;
    qsizetype shared = 0;
    const qsizetype most = std::min(before.end() - starts.first, now.end() - starts.second);
    while (shared < most && before[before.size() - 1 - shared] == now[now.size() - 1 - shared])
        ++shared;
    wholeCaret_ = static_cast<int>(now.size() - shared);
}

} // namespace countersign::presenters
