#include "ui/widgets/review/draft_pane.hpp"

#include "ui/style/dress.hpp"
#include "ui/widgets/review/findings_pane.hpp"
#include "ui/widgets/review/safe_text.hpp"
#include "ui/widgets/review/statement_editor.hpp"
#include "ui/widgets/review/tier_badge.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

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
    findings_ = new FindingsPane;
    column->addWidget(findings_);
    column->addWidget(makeEditBar());
    editor_ = new StatementEditor(text_->viewport());
    editor_->hide();
    connect(text_, &SafeText::moved, this, &DraftPane::placeEditor);
    connect(editor_, &StatementEditor::edited, this, [this](const QString &words) {
        Q_EMIT textEdited(words);
        placeEditor();
    });
    connect(editor_, &StatementEditor::left, this, &DraftPane::editingLeft);
    connect(editor_, &StatementEditor::moveAsked, this, &DraftPane::moveAsked);
}

QWidget *DraftPane::makeHeader()
{
    const style::Theme &theme = style::themeOf(this);
    header_ = new QWidget;
    auto *const column = new QVBoxLayout(header_);
    column->setContentsMargins(theme.px(TextFlow::side), theme.px(14), theme.px(TextFlow::side), theme.px(12));
    column->setSpacing(theme.px(2));
    auto *const first = new QHBoxLayout;
    first->setSpacing(theme.px(16));
    title_ = style::label({}, Type::Title, Tone::Ink1, Weight::Strong);
    title_->setWordWrap(true);
    tier_ = new TierBadge;
    first->addWidget(title_, 1);
    first->addWidget(tier_, 0, Qt::AlignTop);
    column->addLayout(first);
    agent_ = style::label({}, Type::Small, Tone::Ink2);
    effect_ = style::label({}, Type::Small, Tone::Ink2);
    changed_ = style::label({}, Type::Small, Tone::Warn, Weight::Strong);
    for (QLabel *label : {agent_, effect_, changed_}) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
    return header_;
}

QWidget *DraftPane::makeEditBar()
{
    const style::Theme &theme = style::themeOf(this);
    editBar_ = style::pane(Tone::Surface1);
    auto *const row = new QHBoxLayout(editBar_);
    row->setContentsMargins(theme.px(16), theme.px(4), theme.px(16), theme.px(4));
    row->setSpacing(theme.px(4));
    const auto add = [&](const QString &text, const QString &what, void (DraftPane::*asked)()) {
        auto *const button = style::button(text, style::ButtonKind::Quiet);
        style::setPlainToolTip(*button, what);
        button->setAccessibleDescription(what);
        connect(button, &QPushButton::clicked, this, asked);
        row->addWidget(button);
        return button;
    };
    add(tr("Add below"), tr("A new statement below this one"), &DraftPane::addAsked);
    add(tr("Remove"), tr("Takes this statement out of the draft"), &DraftPane::removeAsked);
    add(tr("Restore"), tr("This statement in the agent's words again"), &DraftPane::restoreAsked);
    row->addStretch();
    discard_ = add(tr("Discard all"), tr("The whole draft in the agent's words again"), &DraftPane::discardAsked);
    editBar_->hide();
    return editBar_;
}

void DraftPane::show(const presenters::ReviewView &view)
{
    title_->setText(view.header.title);
    tier_->show(view.header.tier);
    agent_->setText(view.header.agent);
    effect_->setText(view.header.effect);
    changed_->setText(view.changed);
    changed_->setVisible(!view.changed.isEmpty());
    editBar_->setVisible(view.isEditing || view.hasEdits);
    discard_->setEnabled(view.hasEdits);
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
}

int DraftPane::settleHeader()
{
    const int tall = header_->layout()->totalHeightForWidth(header_->width());
    header_->setMinimumHeight(tall);
    findings_->settle(height() / 4);
    return tall;
}

void DraftPane::setCompact(bool isCompact)
{
    header_->setVisible(!isCompact);
    headerLine_->setVisible(!isCompact);
    findings_->setVisible(!isCompact);
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
