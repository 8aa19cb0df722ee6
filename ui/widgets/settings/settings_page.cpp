#include "ui/widgets/settings/settings_page.hpp"

#include "ui/style/dress.hpp"
#include "ui/widgets/settings/key_field.hpp"
#include "ui/widgets/settings/trust_section.hpp"
#include "ui/widgets/shell/flow_layout.hpp"

#include <QApplication>
#include <QButtonGroup>
#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace countersign::widgets
{

using presenters::Appearance;
using presenters::Gesture;
using presenters::KeyPlace;
using style::Tone;
using style::Type;
using style::Weight;

namespace
{

constexpr double pageWidthMax = 760;
constexpr double nameWidth = 160;
constexpr double pageSide = 24;

QLabel *wrapped(const QString &text, Tone tone)
{
    auto *const label = style::label(text, Type::Small, tone);
    label->setWordWrap(true);
    return label;
}

} // namespace

SettingsPage::SettingsPage(std::shared_ptr<presenters::KeyBook> keys, presenters::Preferences preferences,
                           QWidget *parent)
    : QWidget(parent), keys_(std::move(keys)), preferences_(std::move(preferences)),
      appearance_(presenters::recallAppearance(preferences_)), percentAtStart_(appearance_.percent)
{
    const style::Theme &theme = style::themeOf(this);
    style::setGround(*this, Tone::Surface0);
    auto *const inner = new QWidget;
    inner->setMaximumWidth(theme.px(pageWidthMax));
    auto *const column = new QVBoxLayout(inner);
    column->setContentsMargins(theme.px(pageSide), theme.px(16), theme.px(pageSide), theme.px(32));
    column->setSpacing(theme.px(12));
    column->addWidget(style::label(tr("Settings"), Type::Display, Tone::Ink1, Weight::Strong));
    column->addWidget(
        wrapped(tr("For you, on this device. The policy of your organization is not set here."), Tone::Ink2));
    column->addWidget(makeAppearance());
    column->addSpacing(theme.px(12));
    trust_ = new TrustSection;
    column->addWidget(trust_);
    column->addSpacing(theme.px(12));
    column->addWidget(makeKeys());
    column->addStretch();
    auto *const scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(inner);
    // Who has the keyboard is in sight, however it came there (WCAG 2.4.11).
    connect(qApp, &QApplication::focusChanged, scroll, [scroll, inner](QWidget *, QWidget *now) {
        if (now != nullptr && inner->isAncestorOf(now))
            scroll->ensureWidgetVisible(now);
    });
    auto *const whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
    connect(keys_.get(), &presenters::KeyBook::changed, this, &SettingsPage::showKeys);
    showKeys();
}

template <class Value, class Choose>
QWidget *SettingsPage::makeChoices(const QString &name, const std::vector<std::pair<Value, QString>> &choices,
                                   Value now, Choose choose)
{
    const style::Theme &theme = style::themeOf(this);
    auto *const row = new QWidget;
    auto *const line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    auto *const label = style::label(name, Type::Small, Tone::Ink1);
    label->setFixedWidth(theme.px(nameWidth));
    line->addWidget(label, 0, Qt::AlignTop);
    auto *const box = new QWidget;
    auto *const flow = new FlowLayout(theme.px(8), theme.px(8), box);
    auto *const group = new QButtonGroup(row);
    for (const auto &[value, words] : choices) {
        auto *const button = style::button(words);
        button->setCheckable(true);
        button->setChecked(value == now);
        button->setAccessibleName(tr("%1: %2").arg(name, words));
        group->addButton(button);
        connect(button, &QPushButton::clicked, this, [choose, value = value] { choose(value); });
        flow->addWidget(button);
        if (first_ == nullptr)
            first_ = button;
    }
    label->setMinimumHeight(group->buttons().front()->sizeHint().height());
    line->addWidget(box, 1);
    return row;
}

QWidget *SettingsPage::makeAppearance()
{
    const style::Theme &theme = style::themeOf(this);
    auto *const section = new QWidget;
    auto *const column = new QVBoxLayout(section);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(10));
    column->addWidget(style::label(tr("Appearance"), Type::Title, Tone::Ink1, Weight::Strong));
    using Look = Appearance::Look;
    column->addWidget(makeChoices<Look>(tr("Colors"),
                                        {{Look::System, tr("As the system")},
                                         {Look::Light, tr("Light")},
                                         {Look::Dark, tr("Dark")},
                                         {Look::HighContrast, tr("High contrast")}},
                                        appearance_.look, [this](Look look) {
                                            Appearance next = appearance_;
                                            next.look = look;
                                            setAppearance(next);
                                        }));
    std::vector<std::pair<int, QString>> sizes;
    for (const int percent : presenters::textSizes)
        sizes.emplace_back(percent, tr("%1 %").arg(percent));
    column->addWidget(makeChoices<int>(tr("Text size"), sizes, appearance_.percent, [this](int percent) {
        Appearance next = appearance_;
        next.percent = percent;
        setAppearance(next);
    }));
    later_ = wrapped(tr("The new size comes with the next start of Countersign."), Tone::Ink2);
    later_->setContentsMargins(theme.px(nameWidth), 0, 0, 0);
    later_->hide();
    column->addWidget(later_);
    auto *const still = new QCheckBox(tr("Nothing moves: sheets appear without sliding"));
    still->setChecked(appearance_.isStill);
    connect(still, &QCheckBox::toggled, this, [this](bool isStill) {
        Appearance next = appearance_;
        next.isStill = isStill;
        setAppearance(next);
    });
    column->addWidget(still);
    return section;
}

QWidget *SettingsPage::makeKeys()
{
    const style::Theme &theme = style::themeOf(this);
    auto *const section = new QWidget;
    auto *const column = new QVBoxLayout(section);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(4));
    auto *const head = new QHBoxLayout;
    head->addWidget(style::label(tr("Keys"), Type::Title, Tone::Ink1, Weight::Strong), 1);
    auto *const reset = style::button(tr("All keys as shipped"));
    connect(reset, &QPushButton::clicked, this, [this] { keys_->resetAll(); });
    head->addWidget(reset);
    column->addLayout(head);
    singleKeys_ = new QCheckBox(tr("Single letters are keys. Without: Alt and the letter"));
    connect(singleKeys_, &QCheckBox::toggled, this, [this](bool isOn) { keys_->setSingleKeys(isOn); });
    column->addWidget(singleKeys_);
    for (const KeyPlace place : {KeyPlace::Review, KeyPlace::List, KeyPlace::Everywhere}) {
        column->addSpacing(theme.px(12));
        column->addWidget(style::label(presenters::titleOf(place), Type::Small, Tone::Ink3, Weight::Strong));
        for (const presenters::GestureRow &row : presenters::gestureRows())
            if (row.place == place)
                column->addWidget(makeKeyRow(row.gesture));
    }
    return section;
}

QWidget *SettingsPage::makeKeyRow(Gesture gesture)
{
    const style::Theme &theme = style::themeOf(this);
    auto *const widget = new QWidget;
    auto *const column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *const line = new QHBoxLayout;
    line->setSpacing(theme.px(8));
    const QString title = presenters::titleOf(gesture);
    KeyRow row{new KeyField(title), style::button(tr("Reset"), style::ButtonKind::Quiet), wrapped({}, Tone::Warn),
               style::label(title, Type::Small, Tone::Ink1)};
    line->addWidget(row.title, 1);
    row.field->setMinimumWidth(theme.px(140));
    row.reset->setAccessibleName(tr("Reset: %1").arg(title));
    QSizePolicy keepsItsPlace = row.reset->sizePolicy();
    keepsItsPlace.setRetainSizeWhenHidden(true);
    row.reset->setSizePolicy(keepsItsPlace);
    connect(row.field, &KeyField::keysPressed, this, [this, gesture](const QString &keys) {
        const auto objection = keys_->assign(gesture, keys);
        QLabel &said = *rows_.at(gesture).objection;
        said.setText(objection ? presenters::phrase(*objection) : QString());
        said.setVisible(objection.has_value());
    });
    connect(row.reset, &QPushButton::clicked, this, [this, gesture] {
        keys_->reset(gesture);
        rows_.at(gesture).field->setFocus(Qt::OtherFocusReason);
    });
    line->addWidget(row.reset);
    line->addWidget(row.field);
    column->addLayout(line);
    rowWidth_ = std::max(rowWidth_, line->sizeHint().width());
    row.objection->hide();
    column->addWidget(row.objection);
    rows_.emplace(gesture, row);
    return widget;
}

void SettingsPage::setAppearance(const Appearance &appearance)
{
    if (appearance == appearance_)
        return;
    appearance_ = appearance;
    later_->setVisible(appearance.percent != percentAtStart_);
    presenters::keepAppearance(preferences_, appearance_);
    Q_EMIT appearanceChanged(appearance_);
}

void SettingsPage::showKeys()
{
    singleKeys_->setChecked(keys_->hasSingleKeys());
    for (const auto &[gesture, row] : rows_) {
        row.field->showKeys(keys_->capOf(gesture));
        row.reset->setVisible(keys_->isChanged(gesture));
        row.objection->hide();
    }
}

// Titles are broken only where they must be: what may be broken is measured again and again, fifty times over, before
// the page is first shown.
void SettingsPage::resizeEvent(QResizeEvent *event)
{
    const bool isNarrow = width() < rowWidth_ + style::themeOf(this).px(2 * pageSide);
    for (const auto &[gesture, row] : rows_)
        row.title->setWordWrap(isNarrow);
    QWidget::resizeEvent(event);
}

void SettingsPage::takeFocus()
{
    first_->setFocus(Qt::OtherFocusReason);
}

} // namespace countersign::widgets
