#include "ui/widgets/review/decision_bar.hpp"

#include "ui/style/dress.hpp"
#include "ui/widgets/review/text_flow.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace countersign::widgets
{

namespace
{

constexpr double roomForAll = 760; // of a bar with every button, at 100 %

} // namespace

using presenters::Wish;
using style::ButtonKind;
using style::Tone;
using style::Type;

DecisionBar::DecisionBar(QWidget *parent) : QWidget(parent)
{
    const style::Theme &theme = style::themeOf(this);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(style::hairline());
    buttons_ = new QWidget;
    auto *const row = new QHBoxLayout(buttons_);
    row->setContentsMargins(theme.px(TextFlow::side), theme.px(10), theme.px(16), theme.px(10));
    row->setSpacing(theme.px(8));

    row->addWidget(makeState(), 1);
    returns_ = addWish(Wish::Return);
    reject_ = addWish(Wish::Reject);
    respond_ = addWish(Wish::Respond);
    escalate_ = addWish(Wish::Escalate);
    edit_ = style::button(tr("Edit"));
    edit_->setCheckable(true);
    connect(edit_, &QPushButton::clicked, this, &DecisionBar::editAsked);
    makeMore();
    row->addWidget(more_);
    row->addWidget(edit_);
    row->addSpacing(theme.px(8));
    approve_ = addWish(Wish::Approve);
    style::dress(*approve_, ButtonKind::Primary);
    column->addWidget(buttons_);
}

QWidget *DecisionBar::makeState()
{
    const style::Theme &theme = style::themeOf(this);
    auto *const state = new QWidget;
    auto *const lines = new QVBoxLayout(state);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(0);
    auto *const count = new QHBoxLayout;
    count->setSpacing(theme.px(4));
    toLookAt_ = style::label({}, Type::Small, Tone::Ink1, style::Weight::Strong);
    next_ = style::button(tr("N next"), ButtonKind::Quiet);
    next_->setAccessibleName(tr("N next: go to the next statement to look at"));
    connect(next_, &QPushButton::clicked, this, &DecisionBar::nextAsked);
    count->addWidget(toLookAt_);
    count->addWidget(next_);
    count->addStretch();
    lines->addLayout(count);
    sentence_ = style::label({}, Type::Small, Tone::Ink2);
    sentence_->setWordWrap(true);
    lines->addWidget(sentence_);
    return state;
}

void DecisionBar::makeMore()
{
    more_ = style::button(tr("More"));
    auto *const menu = new QMenu(more_);
    const auto add = [&](QPushButton *button) {
        QAction *const action = menu->addAction(QString());
        connect(action, &QAction::triggered, button, &QPushButton::click);
        connect(menu, &QMenu::aboutToShow, action, [action, button] {
            action->setText(button->text());
            action->setEnabled(button->isEnabled());
        });
    };
    add(respond_);
    add(escalate_);
    more_->setMenu(menu);
}

QPushButton *DecisionBar::addWish(Wish wish)
{
    auto *const button = style::button({});
    connect(button, &QPushButton::clicked, this, [this, wish] { Q_EMIT wished(wish); });
    buttons_->layout()->addWidget(button);
    return button;
}

void DecisionBar::show(const presenters::ReviewView &view)
{
    const presenters::BarView &bar = view.bar;
    shown_ = bar;
    toLookAt_->setText(bar.toLookAt);
    sentence_->setText(bar.sentence);
    sentence_->setVisible(!bar.sentence.isEmpty());
    const auto dress = [](QPushButton &button, const presenters::WishButton &wish) {
        button.setText(wish.label);
        button.setEnabled(wish.isOffered);
        const QString said = !wish.why.isEmpty() ? wish.why : wish.needs.isEmpty() ? wish.next : wish.needs;
        button.setAccessibleDescription(said);
        style::setPlainToolTip(button, tr("%1 (%2)").arg(said, button.property("keys").toString()));
    };
    dress(*returns_, bar.returns);
    dress(*reject_, bar.reject);
    dress(*respond_, bar.respond);
    dress(*escalate_, bar.escalate);
    dress(*approve_, bar.approve);
    edit_->setChecked(view.isEditing);
    edit_->setEnabled(bar.canEdit);
    edit_->setAccessibleDescription(bar.whyNotEdit);
    style::setPlainToolTip(*edit_, bar.canEdit ? edit_->property("keys").toString() : bar.whyNotEdit);
    arrange();
}

void DecisionBar::showKeys(const presenters::KeyBook &keys)
{
    using presenters::Gesture;
    for (const auto &[button, gesture] : std::initializer_list<std::pair<QPushButton *, Gesture>>{
             {returns_, Gesture::Return},
             {reject_, Gesture::Reject},
             {respond_, Gesture::Respond},
             {escalate_, Gesture::Escalate},
             {edit_, Gesture::Edit},
             {approve_, Gesture::Sign}})
        button->setProperty("keys", keys.capOf(gesture));
    next_->setText(tr("%1 next").arg(keys.capOf(Gesture::NextToLookAt)));
}

void DecisionBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void DecisionBar::arrange()
{
    const bool isTight = width() < style::themeOf(this).px(roomForAll);
    next_->setVisible(shown_.hasNext && !isTight);
    returns_->setVisible(shown_.returns.isShown);
    reject_->setVisible(shown_.reject.isShown);
    approve_->setVisible(shown_.approve.isShown);
    respond_->setVisible(shown_.respond.isShown && !isTight);
    escalate_->setVisible(shown_.escalate.isShown && !isTight);
    more_->setVisible(isTight && (shown_.respond.isShown || shown_.escalate.isShown));
}

} // namespace countersign::widgets
