// The review page while the draft is edited: the bar below it, the whole text, the place to come back to.
#include "ui/presenters/review_presenter.hpp"
#include "ui/widgets/review/draft_pane.hpp"
#include "ui/widgets/review/edit_bar.hpp"
#include "ui/widgets/review/edit_marks.hpp"
#include "ui/widgets/review/review_page.hpp"
#include "ui/widgets/review/sign_sheet.hpp"
#include "ui/widgets/review/statement_editor.hpp"
#include "ui/widgets/review/whole_editor.hpp"

#include <QKeyEvent>
#include <QMenu>
#include <QTextBlock>

namespace countersign::widgets
{

using presenters::ReviewPresenter;

void ReviewPage::connectEditing()
{
    EditBar &bar = draft_->editBar();
    connect(&bar, &EditBar::addAsked, presenter_, &ReviewPresenter::addStatement);
    connect(&bar, &EditBar::removeAsked, presenter_, &ReviewPresenter::removeStatement);
    connect(&bar, &EditBar::restoreAsked, presenter_, &ReviewPresenter::restoreStatement);
    connect(&bar, &EditBar::discardAsked, presenter_, &ReviewPresenter::discardEdits);
    connect(&bar, &EditBar::wholeAsked, presenter_, &ReviewPresenter::toggleWhole);
    connect(&bar, &EditBar::keepCitationsAsked, presenter_, &ReviewPresenter::keepCitations);
    connect(&bar, &EditBar::ownKnowledgeAsked, presenter_, &ReviewPresenter::markOwnKnowledge);
    connect(&bar, &EditBar::changesAsked, this, [this] { togglePage(presenters::Gesture::Changes); });
    connect(signing_, &SignSheet::reasonsConfirmed, presenter_, &ReviewPresenter::confirmReasons);
    connect(&bar, &EditBar::takeFormerAsked, presenter_, &ReviewPresenter::takeFormer);
    connect(&bar, &EditBar::dropFormerAsked, presenter_, &ReviewPresenter::dropFormer);
    connect(draft_, &DraftPane::placeChanged, this, [this](int caret, int scroll) {
        if (!place_)
            presenter_->setPlace(caret, scroll);
    });
    WholeEditor &whole = draft_->whole();
    connect(&whole, &WholeEditor::caretMoved, presenter_, &ReviewPresenter::setWholeCaret);
    connect(&whole, &WholeEditor::edited, this, [this, &whole](const QString &text) {
        if (presenter_->setWholeText(text))
            return;
        whole.takeBack();
        Q_EMIT notice(tr("Titles of sections stay as they are. Change the paragraphs below them."));
    });
}

void ReviewPage::setSpelling(presenters::Spelling &spelling)
{
    spelling_ = &spelling;
    const auto mark = [this] {
        for (EditMarks *const marks : {&draft_->statementEditor().marks(), &draft_->whole().marks()})
            marks->setMisspelt([this](const QString &text) {
                return presenter_->view().isSpellChecked ? spelling_->misspeltIn(text)
                                                         : std::vector<presenters::Spelling::Stretch>{};
            });
    };
    mark();
    connect(spelling_, &presenters::Spelling::changed, this, mark);
    connect(spelling_, &presenters::Spelling::suggested, this, &ReviewPage::offerInstead);
}

// Ctrl+. mends what the caret stands on: a misspelt word, or the misread notations of the statement.
bool ReviewPage::takeEditorKey(QPlainTextEdit &editor, const QKeyEvent &event)
{
    if (event.key() != Qt::Key_Period || event.modifiers() != Qt::ControlModifier)
        return false;
    const QTextCursor cursor = editor.textCursor();
    const auto word = spelling_ == nullptr ? presenters::Spelling::Stretch{}
                                           : spelling_->misspeltAt(cursor.block().text(), cursor.positionInBlock());
    if (word.length == 0) {
        presenter_->replaceNotations();
        return true;
    }
    asking_ = &editor;
    askedFrom_ = cursor.block().position() + word.start;
    askedLength_ = word.length;
    spelling_->askInstead(cursor.block().text().mid(word.start, word.length));
    return true;
}

void ReviewPage::offerInstead(const QString &word, const QStringList &instead)
{
    QPlainTextEdit *const editor = asking_;
    asking_.clear();
    if (editor == nullptr || !editor->isVisible())
        return;
    QTextCursor place = editor->textCursor();
    place.setPosition(askedFrom_);
    place.setPosition(askedFrom_ + askedLength_, QTextCursor::KeepAnchor);
    if (place.selectedText() != word)
        return; // written on meanwhile
    auto *const menu = new QMenu(editor);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Other words for %1").arg(word));
    for (const QString &other : instead)
        connect(menu->addAction(QString(other).replace(u'&', QStringLiteral("&&"))), &QAction::triggered, editor,
                [place, other]() mutable { place.insertText(other); });
    if (instead.isEmpty())
        menu->addAction(tr("No other word is known"))->setEnabled(false);
    menu->addSeparator();
    connect(menu->addAction(tr("Add to my words")), &QAction::triggered, spelling_,
            [this, word] { spelling_->learn(word); });
    if (!instead.isEmpty())
        menu->setActiveAction(menu->actions().front());
    menu->popup(editor->viewport()->mapToGlobal(editor->cursorRect().bottomLeft()));
}

} // namespace countersign::widgets
