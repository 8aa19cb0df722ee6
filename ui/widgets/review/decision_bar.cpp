#include "ui/widgets/review/decision_bar.hpp"

#include "ui/style/dress.hpp"
#include "ui/widgets/review/text_flow.hpp"
#include "ui/widgets/shell/brief_label.hpp"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace countersign::widgets
{

namespace
{

// Of how much is left to look at, beside the buttons; with every step more of them are in the menu and less is asked
// for.
constexpr double stateLeast[] = {168, 150, 96, 0};
constexpr int levelMax = 3;

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
    sentence_ = new BriefLabel(Type::Small, Tone::Ink2);
    column->addWidget(sentence_);
    buttons_ = new QWidget;
    auto *const row = row_ = new QHBoxLayout(buttons_);
    row->setSpacing(theme.px(8));

    state_ = makeState();
    row->addWidget(state_, 1);
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
    approve_ = addWish(Wish::Approve);
    style::dress(*approve_, ButtonKind::Primary);
    column->addWidget(buttons_);
    dressMargins();
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
    toLookAt_ = new BriefLabel(Type::Small, Tone::Ink1, style::Weight::Strong);
    toLookAt_->setLinesMax(1);
    next_ = style::button(tr("N next"), ButtonKind::Quiet);
    next_->setAccessibleName(tr("N next: go to the next statement to look at"));
    connect(next_, &QPushButton::clicked, this, &DecisionBar::nextAsked);
    count->addWidget(toLookAt_);
    count->addWidget(next_);
    count->addStretch();
    lines->addLayout(count);
    beside_ = new BriefLabel(Type::Small, Tone::Ink2);
    beside_->setLinesMax(1);
    lines->addWidget(beside_);
    return state;
}

void DecisionBar::makeMore()
{
    more_ = style::button(tr("More"));
    more_->setIcon(style::icon(style::Icon::ChevronDown, Tone::Ink1));
    // The chevron stands after the word.
    more_->setLayoutDirection(isRightToLeft() ? Qt::LeftToRight : Qt::RightToLeft);
    auto *const menu = new QMenu(more_);
    for (QPushButton *const button : {returns_, reject_, respond_, escalate_, edit_}) {
        QAction *const action = menu->addAction(QString());
        connect(action, &QAction::triggered, button, &QPushButton::click);
        connect(menu, &QMenu::aboutToShow, action, [action, button] {
            action->setText(button->text());
            action->setEnabled(button->isEnabled());
        });
        menu_.emplace_back(button, action);
    }
    more_->setMenu(menu);
}

void DecisionBar::setShort(bool isShort)
{
    if (isShort == isShort_)
        return;
    isShort_ = isShort;
    dressMargins();
    roomFor_ = {};
    keepRoom();
    arrange();
}

void DecisionBar::dressMargins()
{
    const style::Theme &theme = style::themeOf(this);
    const int start = theme.px(isShort_ ? 12 : TextFlow::side), end = theme.px(isShort_ ? 8 : 16);
    const int below = theme.px(isShort_ ? 4 : 10);
    sentence_->setContentsMargins(start, theme.px(isShort_ ? 4 : 8), end, 0);
    row_->setContentsMargins(start, theme.px(4), end, below);
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
    title_ = view.header.title;
    toLookAt_->setText(bar.toLookAt);
    sentence_->setText(bar.sentence);
    beside_->setText(bar.sentence);
    keepRoom();
    state_->setAccessibleName(bar.toLookAt);
    state_->setAccessibleDescription(bar.sentence);
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
    for (const auto &[button, gesture] :
         std::initializer_list<std::pair<QPushButton *, Gesture>>{{returns_, Gesture::Return},
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
    keepRoom();
    arrange();
}

// The sentence is whole, however long. What it once took it keeps while the item lies open: what is read above does not
// move because less is left to do. A page of little height or width has no line to give away: there it stands beside
// the buttons, and is whole where it is pointed at and for a screen reader.
void DecisionBar::keepRoom()
{
    const int needed = sentence_->heightForWidth(width());
    const std::pair place{title_, width()};
    roomForWords_ = place == roomFor_ ? std::max(roomForWords_, needed) : needed;
    roomFor_ = place;
    sentence_->setMinimumHeight(roomForWords_);
    sentence_->setVisible(!isShort_);
    beside_->setVisible(isShort_ && !beside_->text().isEmpty());
}

void DecisionBar::arrange()
{
    int level = 0;
    while (level < levelMax && widthAt(level) > width())
        ++level;
    give(level);
}

// What is asked for least goes into the menu first; signing never does.
std::array<DecisionBar::Place, 5> DecisionBar::places() const
{
    return {Place{returns_, shown_.returns.isShown, 2}, Place{reject_, shown_.reject.isShown, 3},
            Place{respond_, shown_.respond.isShown, 1}, Place{escalate_, shown_.escalate.isShown, 1},
            Place{edit_, true, 2}};
}

int DecisionBar::widthAt(int level) const
{
    const QMargins around = row_->contentsMargins();
    int used = around.left() + around.right() + style::themeOf(this).px(stateLeast[level]);
    bool hasMenu = false;
    const auto add = [&](const QPushButton *button) { used += button->sizeHint().width() + row_->spacing(); };
    for (const Place &place : places()) {
        if (place.isShown && level < place.menuFrom)
            add(place.button);
        hasMenu = hasMenu || (place.isShown && level >= place.menuFrom);
    }
    if (hasMenu)
        add(more_);
    if (shown_.approve.isShown) {
        const QFontMetrics metrics(approve_->font());
        add(approve_);
        used += metrics.horizontalAdvance(shown_.approve.label) - metrics.horizontalAdvance(approve_->text());
        if (level == levelMax)
            return 0; // there is no more to give
    }
    return used;
}

void DecisionBar::give(int level)
{
    bool hasMenu = false;
    for (const Place &place : places()) {
        const bool isInMenu = place.isShown && level >= place.menuFrom;
        place.button->setVisible(place.isShown && !isInMenu);
        hasMenu = hasMenu || isInMenu;
        for (const auto &[each, action] : menu_)
            if (each == place.button)
                action->setVisible(isInMenu);
    }
    more_->setVisible(hasMenu);
    next_->setVisible(shown_.hasNext && level < 2);
    approve_->setVisible(shown_.approve.isShown);
    const QString words = level < levelMax ? shown_.approve.label : tr("Sign…");
    if (approve_->text() != words)
        approve_->setText(words);
    approve_->setAccessibleName(shown_.approve.label);
}

} // namespace countersign::widgets
