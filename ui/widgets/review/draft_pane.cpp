#include "ui/widgets/review/draft_pane.hpp"

#include "ui/presenters/edit_place.hpp"
#include "ui/style/dress.hpp"
#include "ui/widgets/review/edit_bar.hpp"
#include "ui/widgets/review/findings_pane.hpp"
#include "ui/widgets/review/safe_text.hpp"
#include "ui/widgets/review/statement_editor.hpp"
#include "ui/widgets/review/tier_badge.hpp"
#include "ui/widgets/review/whole_editor.hpp"
#include "ui/widgets/shell/brief_label.hpp"

#include <QHBoxLayout>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace countersign::widgets
{

using style::Tone;
using style::Type;
using style::Weight;

DraftPane::DraftPane(QWidget *parent) : QWidget(parent)
{
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    headerLine_ = style::hairline();
    column->addWidget(headerLine_);
    text_ = new SafeText(SafeText::Part::List);
    text_->setAccessibleName(tr("Draft"));
    text_->setManner({.hasGutter = true});
    column->addWidget(text_, 1);
    whole_ = new WholeEditor;
    whole_->hide();
    column->addWidget(whole_, 1);
    findings_ = new FindingsPane;
    column->addWidget(findings_);
    editBar_ = new EditBar;
    column->addWidget(editBar_);
    editor_ = new StatementEditor(text_->viewport());
    editor_->hide();
    connect(text_, &SafeText::moved, this, &DraftPane::placeEditor);
    connect(text_, &SafeText::moved, this, &DraftPane::tellPlace);
    connect(editor_, &StatementEditor::caretMoved, this, &DraftPane::tellPlace);
    connect(whole_, &WholeEditor::left, this, &DraftPane::editingLeft);
    connect(editor_, &StatementEditor::edited, this, [this](const QString &words) {
        Q_EMIT textEdited(words);
        placeEditor();
    });
    connect(editor_, &StatementEditor::strangersWords, this, &DraftPane::strangersWords);
    connect(whole_, &WholeEditor::strangersWords, this, &DraftPane::strangersWords);
    connect(editor_, &StatementEditor::left, this, &DraftPane::editingLeft);
    connect(editor_, &StatementEditor::moveAsked, this, &DraftPane::moveAsked);
}

QWidget *DraftPane::makeHeader()
{
    const style::Theme &theme = style::themeOf(this);
    header_ = new QWidget;
    auto *const column = headerColumn_ = new QVBoxLayout(header_);
    column->setSpacing(theme.px(2));
    auto *const first = new QHBoxLayout;
    first->setSpacing(theme.px(16));
    title_ = new BriefLabel(Type::Title, Tone::Ink1, Weight::Strong);
    tier_ = new TierBadge;
    connect(tier_, &QAbstractButton::clicked, this, &DraftPane::basisAsked);
    first->addWidget(title_, 1);
    first->addWidget(tier_, 0, Qt::AlignTop);
    column->addLayout(first);
    agent_ = new BriefLabel(Type::Small, Tone::Ink2);
    effect_ = new BriefLabel(Type::Small, Tone::Ink2);
    changed_ = new BriefLabel(Type::Small, Tone::Warn, Weight::Strong);
    for (BriefLabel *label : {agent_, effect_, changed_})
        column->addWidget(label);
    dressHeader();
    return header_;
}

void DraftPane::show(const presenters::ReviewView &view, std::optional<int> wholeCaret)
{
    title_->setText(view.header.title);
    tier_->show(view.header.tier);
    agent_->setText(view.header.agent);
    effect_->setText(view.header.effect);
    changed_->setText(view.changed);
    changed_->setVisible(!view.changed.isEmpty());
    editBar_->show(view);
    findings_->show(view.findings);
    text_->showPage(view.draft);
    text_->setCurrent(view.currentBlock);
    const bool hasMoved = view.currentBlock != current_;
    current_ = view.currentBlock;
    const bool hasBegun = view.editedBlock && (!edited_ || hasMoved);
    edited_ = view.editedBlock;
    if (edited_)
        editor_->begin(view.editedText);
    placeEditor();
    if (hasMoved && current_ && text_->isVisible())
        text_->bringIntoView(*current_);
    if (hasBegun)
        editor_->setFocus(Qt::OtherFocusReason);
    showWhole(view, wholeCaret);
}

void DraftPane::showWhole(const presenters::ReviewView &view, std::optional<int> caret)
{
    const bool wasWhole = whole_->isVisibleTo(this);
    const bool hadFocus = whole_->hasFocus();
    if (view.whole)
        whole_->show(*view.whole, caret);
    else if (wasWhole)
        whole_->show({}, {}); // hidden is not gone
    whole_->setVisible(view.whole.has_value());
    text_->setVisible(!view.whole.has_value());
    if (view.whole && !wasWhole)
        whole_->setFocus(Qt::OtherFocusReason);
    else if (!view.whole && hadFocus)
        text_->setFocus(Qt::OtherFocusReason);
}

void DraftPane::tellPlace()
{
    const QScrollBar &bar = *text_->verticalScrollBar();
    const int scroll = bar.maximum() > 0 ? static_cast<int>(1000LL * bar.value() / bar.maximum()) : 0;
    Q_EMIT placeChanged(editor_->textCursor().position(), scroll);
}

void DraftPane::restorePlace(const presenters::EditPlace &place)
{
    QScrollBar &bar = *text_->verticalScrollBar();
    bar.setValue(static_cast<int>(1LL * bar.maximum() * place.scroll / 1000));
    if (place.isEditing && !place.isWhole)
        editor_->setCaret(place.caret);
}

int DraftPane::settleHeader()
{
    const int tall = header_->layout()->totalHeightForWidth(header_->width());
    header_->setMinimumHeight(tall);
    // The statement comes first: what is left of the height after the header and four of its lines.
    const style::Theme &theme = style::themeOf(this);
    const int statement = theme.px(96);
    const int share =
        std::clamp(height() - tall - statement - theme.px(64), theme.px(28), std::max(theme.px(28), height() / 4));
    // What can be done with an edit takes its room from the findings, not from the words that are edited.
    findings_->settle(share - (editBar_->isHidden() ? 0 : editBar_->layout()->totalHeightForWidth(width())));
    layout()->activate(); // at once, not a turn later: nothing is seen to jump
    return tall;
}

void DraftPane::setCompact(bool isCompact)
{
    header_->setVisible(!isCompact);
    headerLine_->setVisible(!isCompact);
    findings_->setVisible(!isCompact);
}

void DraftPane::setShort(bool isShort)
{
    if (isShort == isShort_)
        return;
    isShort_ = isShort;
    dressHeader();
}

void DraftPane::dressHeader()
{
    const style::Theme &theme = style::themeOf(this);
    const int side = theme.px(isShort_ ? 12 : TextFlow::side);
    headerColumn_->setContentsMargins(side, theme.px(isShort_ ? 4 : 14), side, theme.px(isShort_ ? 4 : 12));
    style::dress(*title_, isShort_ ? Type::Body : Type::Title, Tone::Ink1, Weight::Strong);
    for (BriefLabel *label : {title_, agent_, changed_})
        label->setLinesMax(isShort_ ? 1 : 0);
    effect_->setVisible(!isShort_);
}

void DraftPane::setOrigin(const QString &origin)
{
    text_->setOrigin(origin);
    editor_->setOrigin(origin);
    whole_->setOrigin(origin);
}

QWidget &DraftPane::editor()
{
    return *editor_;
}

void DraftPane::bringCurrentIntoView()
{
    if (current_)
        text_->bringIntoView(*current_);
}

int DraftPane::currentTop()
{
    if (whole_->isVisibleTo(this))
        return whole_->viewport()->mapTo(this, whole_->cursorRect().topLeft()).y();
    const int inViewport = current_ ? text_->textRect(*current_).top() : 0;
    return text_->viewport()->mapTo(this, QPoint(0, inViewport)).y();
}

void DraftPane::placeEditor()
{
    if (!edited_) {
        const bool hadFocus = editor_->hasFocus();
        editor_->hide();
        text_->reserve(std::nullopt);
        if (hadFocus)
            text_->setFocus(Qt::OtherFocusReason);
        return;
    }
    const style::Theme &theme = style::themeOf(this);
    QRect place = text_->textRect(*edited_);
    editor_->setFixedWidth(place.width() + theme.px(16));
    const int height = editor_->heightForText();
    text_->reserve(edited_, height);
    place = text_->textRect(*edited_);
    editor_->setGeometry(place.left() - theme.px(11), place.top(), place.width() + theme.px(16), height);
    editor_->show();
}

} // namespace countersign::widgets
