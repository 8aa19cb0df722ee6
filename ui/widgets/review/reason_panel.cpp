#include "ui/widgets/review/reason_panel.hpp"

#include "ui/presenters/review_reasons.hpp"
#include "ui/style/dress.hpp"
#include "ui/widgets/review/plain_field.hpp"
#include "ui/widgets/review/text_flow.hpp"
#include "ui/widgets/shell/flow_layout.hpp"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <array>

namespace countersign::widgets
{
namespace
{

using style::ButtonKind;
using style::Tone;
using style::Type;

struct HarmKey {
    Qt::Key key;
    const char *words;
};
constexpr std::array harmKeys{
    HarmKey{Qt::Key_Z, QT_TRANSLATE_NOOP("countersign::widgets::ReasonPanel", "Z none")},
    HarmKey{Qt::Key_L, QT_TRANSLATE_NOOP("countersign::widgets::ReasonPanel", "L low")},
    HarmKey{Qt::Key_M, QT_TRANSLATE_NOOP("countersign::widgets::ReasonPanel", "M moderate")},
    HarmKey{Qt::Key_S, QT_TRANSLATE_NOOP("countersign::widgets::ReasonPanel", "S serious")},
    HarmKey{Qt::Key_C, QT_TRANSLATE_NOOP("countersign::widgets::ReasonPanel", "C critical")},
};

} // namespace

ReasonPanel::ReasonPanel(QWidget *parent) : QWidget(parent)
{
    const style::Theme &theme = style::themeOf(this);
    auto *const outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    inner_ = new QWidget;
    auto *const column = new QVBoxLayout(inner_);
    column->setContentsMargins(theme.px(TextFlow::side), theme.px(20), theme.px(TextFlow::side), theme.px(12));
    column->setSpacing(theme.px(12));
    column->addWidget(makeHead());
    question_ = style::label({}, Type::Body, Tone::Ink1);
    question_->setWordWrap(true);
    column->addWidget(question_);
    chipsBox_ = new QWidget;
    new FlowLayout(theme.px(8), theme.px(8), chipsBox_);
    column->addWidget(chipsBox_);
    column->addWidget(makeHarm());
    comment_ = new PlainField;
    comment_->setAccessibleName(tr("Comment"));
    comment_->setPlaceholderText(tr("Comment, if it helps"));
    comment_->setFixedHeight(theme.px(64));
    connect(comment_, &QPlainTextEdit::textChanged, this, [this] {
        choice_->setComment(comment_->toPlainText());
        update();
    });
    column->addWidget(comment_);
    column->addStretch();
    auto *const scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(inner_);
    outer->addWidget(scroll, 1);
    foot_ = makeFoot();
    outer->addWidget(foot_);
}

QWidget *ReasonPanel::makeHead()
{
    const style::Theme &theme = style::themeOf(this);
    auto *const head = new QWidget;
    auto *const row = new FlowLayout(theme.px(8), theme.px(8), head);
    title_ = style::label({}, Type::Title, Tone::Ink1, style::Weight::Strong);
    title_->setContentsMargins(0, 0, theme.px(16), 0);
    row->addWidget(title_);
    whole_ = style::button(tr("The whole draft"));
    statement_ = style::button({});
    for (QPushButton *place : {whole_, statement_}) {
        place->setCheckable(true);
        connect(place, &QPushButton::clicked, this, [this, place] {
            choice_->setForStatement(place == statement_);
            update();
        });
        row->addWidget(place);
    }
    return head;
}

QWidget *ReasonPanel::makeHarm()
{
    const style::Theme &theme = style::themeOf(this);
    harmBox_ = new QWidget;
    auto *const row = new FlowLayout(theme.px(8), theme.px(8), harmBox_);
    row->addWidget(style::label(tr("Harm, had it gone out:"), Type::Small, Tone::Ink2));
    for (const HarmKey &harm : harmKeys) {
        auto *const button = style::button(tr(harm.words));
        button->setCheckable(true);
        connect(button, &QPushButton::clicked, this, [this, key = harm.key] { takeKey(key); });
        row->addWidget(button);
        harms_.push_back(button);
    }
    return harmBox_;
}

QWidget *ReasonPanel::makeFoot()
{
    const style::Theme &theme = style::themeOf(this);
    auto *const foot = new QWidget;
    auto *const row = new QHBoxLayout(foot);
    row->setContentsMargins(theme.px(TextFlow::side), 0, theme.px(TextFlow::side), theme.px(16));
    row->setSpacing(theme.px(8));
    missing_ = style::label({}, Type::Small, Tone::Ink2);
    missing_->setWordWrap(true);
    next_ = style::label({}, Type::Small, Tone::Ink2);
    next_->setWordWrap(true);
    auto *const said = new QVBoxLayout;
    said->setSpacing(0);
    said->addWidget(missing_);
    said->addWidget(next_);
    row->addLayout(said, 1);
    auto *const leave = style::button(tr("Back to the draft"));
    connect(leave, &QPushButton::clicked, this, &ReasonPanel::leaveAsked);
    row->addWidget(leave);
    sign_ = style::button(tr("Continue to sign…"), ButtonKind::Primary);
    style::setPlainToolTip(*sign_, tr("Ctrl+Enter"));
    connect(sign_, &QPushButton::clicked, this, &ReasonPanel::signAsked);
    row->addWidget(sign_);
    return foot;
}

void ReasonPanel::begin(presenters::ReasonChoice &choice)
{
    choice_ = &choice;
    showsAll_ = false;
    const presenters::ReasonsView view = choice.describe();
    makeChips(view);
    const QSignalBlocker quiet(comment_);
    comment_->setPlainText(view.comment);
    update();
}

QSize ReasonPanel::sizeHint() const
{
    const int wide = parentWidget() == nullptr ? width() : parentWidget()->width();
    return {wide, inner_->layout()->totalHeightForWidth(wide) + foot_->sizeHint().height()};
}

QWidget *ReasonPanel::firstFocus() const
{
    return chips_.empty() ? static_cast<QWidget *>(comment_) : chips_.front();
}

void ReasonPanel::makeChips(const presenters::ReasonsView &view)
{
    for (QPushButton *chip : chips_)
        chip->deleteLater();
    chips_.clear();
    delete more_;
    more_ = nullptr;
    for (const presenters::ReasonChip &chip : view.chips) {
        auto *const button = style::button(
            chip.key > 0 ? QStringLiteral("%1  %2").arg(QString::number(chip.key), chip.words) : chip.words);
        button->setCheckable(true);
        button->setProperty("code", chip.code);
        connect(button, &QPushButton::clicked, this, [this, code = chip.code] {
            choice_->toggle(code);
            update();
        });
        chipsBox_->layout()->addWidget(button);
        chips_.push_back(button);
    }
    if (view.chips.empty())
        return;
    more_ = style::button({}, ButtonKind::Quiet);
    connect(more_, &QPushButton::clicked, this, [this] {
        showsAll_ = !showsAll_;
        update();
    });
    chipsBox_->layout()->addWidget(more_);
}

void ReasonPanel::update()
{
    const presenters::ReasonsView view = choice_->describe();
    title_->setText(view.title);
    statement_->setText(view.statement);
    statement_->setVisible(view.canBeForStatement);
    statement_->setChecked(view.isForStatement);
    whole_->setVisible(view.canBeForStatement);
    whole_->setChecked(!view.isForStatement);
    chipsBox_->setVisible(!view.chips.empty());
    for (std::size_t i = 0; i < chips_.size() && i < view.chips.size(); ++i) {
        chips_[i]->setChecked(view.chips[i].isChosen);
        chips_[i]->setEnabled(view.chips[i].isChosen || view.hasRoom);
        chips_[i]->setVisible(view.chips[i].key > 0 || view.chips[i].isChosen || showsAll_);
    }
    if (more_ != nullptr)
        more_->setText(showsAll_ ? tr("0  Fewer") : tr("0  More reasons"));
    harmBox_->setVisible(!view.chips.empty());
    for (std::size_t i = 0; i < harms_.size(); ++i) {
        harms_[i]->setChecked(view.harmKey == static_cast<int>(i));
        harms_[i]->setEnabled(!view.chips.empty() && !choice_->reasons().empty());
    }
    missing_->setText(view.missing);
    missing_->setVisible(!view.missing.isEmpty());
    next_->setText(view.next);
    question_->setText(tr("The agent asks: %1").arg(view.question));
    question_->setVisible(!view.question.isEmpty());
    sign_->setEnabled(view.missing.isEmpty());
    updateGeometry();
    Q_EMIT resized();
}

bool ReasonPanel::takeKey(int key)
{
    for (std::size_t i = 0; i < harmKeys.size(); ++i)
        if (harmKeys[i].key == key) {
            choice_->setHarm(static_cast<int>(i));
            update();
            return true;
        }
    if (key == Qt::Key_0 && more_ != nullptr) {
        more_->click();
        return true;
    }
    if (key < Qt::Key_1 || key > Qt::Key_9)
        return false;
    choice_->toggleKey(key - Qt::Key_0);
    update();
    return true;
}

void ReasonPanel::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (!isPlain || !takeKey(event->key()))
        QWidget::keyPressEvent(event);
}

} // namespace countersign::widgets
