#include "ui/widgets/review/edit_bar.hpp"

#include "ui/style/dress.hpp"
#include "ui/widgets/shell/flow_layout.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace countersign::widgets
{
namespace
{

using style::Tone;
using style::Type;
using style::Weight;

// Words begin below the words on the buttons.
QMargins wordsAt(const style::Theme &theme)
{
    return {theme.px(12), 0, theme.px(12), 0};
}

template <class Asked>
QPushButton *addButton(EditBar &bar, QLayout &row, const QString &text, const QString &what, Asked asked)
{
    auto *const button = style::button(text, style::ButtonKind::Quiet);
    style::setPlainToolTip(*button, what);
    button->setAccessibleDescription(what);
    QObject::connect(button, &QPushButton::clicked, &bar, asked);
    row.addWidget(button);
    return button;
}

} // namespace

EditBar::EditBar(QWidget *parent) : QWidget(parent)
{
    const style::Theme &theme = style::themeOf(this);
    style::setGround(*this, Tone::Surface1);
    setAttribute(Qt::WA_StyledBackground);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(8), theme.px(4), theme.px(8), theme.px(4));
    column->setSpacing(0);
    column->addWidget(makeFormer());
    column->addWidget(makeAsk());
    row_ = new QWidget;
    auto *const row = new FlowLayout(0, 0, row_);
    whole_ =
        addButton(*this, *row, tr("Whole text"), tr("The whole draft in one editor, and back"), &EditBar::wholeAsked);
    changes_ = addButton(*this, *row, tr("Changes"), tr("What you changed, word by word"), &EditBar::changesAsked);
    add_ = addButton(*this, *row, tr("Add below"), tr("A new statement below this one"), &EditBar::addAsked);
    remove_ = addButton(*this, *row, tr("Remove"), tr("Takes this statement out of the draft"), &EditBar::removeAsked);
    restore_ =
        addButton(*this, *row, tr("Restore"), tr("This statement in the agent's words again"), &EditBar::restoreAsked);
    discard_ =
        addButton(*this, *row, tr("Discard"), tr("The whole draft in the agent's words again"), &EditBar::discardAsked);
    column->addWidget(row_);
    kept_ = style::label({}, Type::Hint, Tone::Ink2);
    kept_->setWordWrap(true);
    kept_->setContentsMargins(wordsAt(theme));
    column->addWidget(kept_);
    hide();
}

QWidget *EditBar::makeFormer()
{
    formerRow_ = new QWidget;
    auto *const row = new QHBoxLayout(formerRow_);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(style::themeOf(this).px(4));
    former_ = style::label({}, Type::Small, Tone::Warn, Weight::Strong);
    former_->setWordWrap(true);
    former_->setContentsMargins(wordsAt(style::themeOf(this)));
    row->addWidget(former_, 1);
    addButton(*this, *row, tr("Put them in"), tr("Into this version, as edits that you see and can take back"),
              &EditBar::takeFormerAsked);
    addButton(*this, *row, tr("Drop them"), tr("What you typed into the earlier version is gone for good"),
              &EditBar::dropFormerAsked);
    return formerRow_;
}

QWidget *EditBar::makeAsk()
{
    askRow_ = new QWidget;
    auto *const row = new FlowLayout(style::themeOf(this).px(4), 0, askRow_);
    const auto addWords = [&](const QString &words, Tone tone, Weight weight) {
        auto *const label = style::label(words, Type::Small, tone, weight);
        label->setContentsMargins(wordsAt(style::themeOf(this)));
        row->addWidget(label);
    };
    addWords(tr("The citation was given for other words."), Tone::Warn, Weight::Strong);
    addButton(*this, *row, tr("Still says so"), tr("The source still stands for the statement as it is now"),
              &EditBar::keepCitationsAsked);
    addButton(*this, *row, tr("My own knowledge"), tr("Takes the citation off and says that you know it yourself"),
              &EditBar::ownKnowledgeAsked);
    addWords(tr("or cite anew: mark the words in the source"), Tone::Ink2, Weight::Regular);
    return askRow_;
}

void EditBar::show(const presenters::ReviewView &view)
{
    const bool isEdited = view.isEditing || view.hasEdits;
    former_->setText(view.former);
    formerRow_->setVisible(!view.former.isEmpty());
    askRow_->setVisible(view.asksForCitation && !view.whole);
    row_->setVisible(isEdited);
    changes_->setEnabled(view.hasEdits);
    whole_->setText(view.whole ? tr("By statement") : tr("Whole text"));
    for (QPushButton *const button : {add_, remove_, restore_})
        button->setVisible(!view.whole);
    discard_->setEnabled(view.hasEdits);
    kept_->setText(view.kept);
    kept_->setVisible(!view.kept.isEmpty());
    setVisible(isEdited || !view.former.isEmpty());
}

} // namespace countersign::widgets
