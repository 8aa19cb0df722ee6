#include "ui/widgets/shell/keyboard_map.hpp"

#include "ui/style/dress.hpp"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <vector>

namespace countersign::widgets
{
namespace
{

using presenters::KeyPlace;
using style::Tone;
using style::Type;
using style::Weight;

constexpr double columnsFrom = 720; // three columns of words and their keys

struct Hint {
    QString keys, what;
};

QLabel *keyCap(const QString &keys)
{
    auto *cap = style::label(keys, Type::Hint, Tone::Ink1, Weight::Strong);
    cap->setProperty("keycap", true);
    cap->setAlignment(Qt::AlignCenter);
    return cap;
}

bool isOfDeciding(const presenters::GestureRow &row)
{
    return row.isVerdict || row.gesture == presenters::Gesture::SkipItem
           || row.gesture == presenters::Gesture::RaiseTier;
}

QLayout *column(const QString &title, const std::vector<Hint> &hints, const style::Theme &theme)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(theme.px(12));
    grid->setVerticalSpacing(theme.px(5));
    grid->addWidget(style::label(title, Type::Small, Tone::Ink3, Weight::Strong), 0, 0, 1, 2);
    int row = 1;
    for (const Hint &hint : hints) {
        grid->addWidget(keyCap(hint.keys), row, 0, Qt::AlignLeft | Qt::AlignTop);
        auto *const what = style::label(hint.what, Type::Small, Tone::Ink1);
        what->setWordWrap(true);
        grid->addWidget(what, row++, 1);
    }
    grid->setColumnStretch(1, 1);
    return grid;
}

} // namespace

KeyboardMap::KeyboardMap(std::shared_ptr<presenters::KeyBook> keys, QWidget *parent)
    : QWidget(parent), keys_(std::move(keys)), groups_(new QHBoxLayout)
{
    const style::Theme &theme = style::themeOf(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(32), theme.px(24), theme.px(32), theme.px(24));
    column->setSpacing(theme.px(12));
    auto *head = new QHBoxLayout;
    head->addWidget(style::label(tr("Keys"), Type::Title, Tone::Ink1, Weight::Strong));
    head->addSpacing(theme.px(16));
    auto *const how =
        style::label(tr("Change them in Settings. Esc leaves a sheet or a search."), Type::Small, Tone::Ink2);
    how->setWordWrap(true);
    head->addWidget(how, 1);
    column->addLayout(head);
    column->addLayout(groups_);
    connect(keys_.get(), &presenters::KeyBook::changed, this, &KeyboardMap::fill);
    fill();
}

// The review has the most: it has two columns, and what belongs to deciding stands there.
void KeyboardMap::fill()
{
    delete shown_;
    shown_ = new QWidget;
    const style::Theme &theme = style::themeOf(this);
    auto *row = columns_ = new QBoxLayout(QBoxLayout::LeftToRight, shown_);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.px(32));
    std::vector<Hint> everywhere, lists, reading, changing, deciding;
    for (const presenters::GestureRow &gesture : presenters::gestureRows()) {
        const Hint hint{keys_->capOf(gesture.gesture), presenters::titleOf(gesture.gesture)};
        if (gesture.place == KeyPlace::Everywhere)
            everywhere.push_back(hint);
        else if (gesture.place == KeyPlace::List)
            lists.push_back(hint);
        else
            (isOfDeciding(gesture)                         ? deciding
             : gesture.gesture < presenters::Gesture::Edit ? reading
                                                           : changing)
                .push_back(hint);
    }
    deciding.push_back({tr("1 to 9"), tr("A reason, or the answer to a finding")});
    deciding.push_back({tr("Z L M S C"), tr("Its harm: none, low, moderate, serious, critical")});
    auto *left = new QVBoxLayout;
    left->setSpacing(theme.px(16));
    left->addLayout(column(presenters::titleOf(KeyPlace::Everywhere), everywhere, theme));
    left->addLayout(column(presenters::titleOf(KeyPlace::List), lists, theme));
    left->addStretch();
    row->addLayout(left, 1);
    auto *middle = new QVBoxLayout;
    middle->addLayout(column(presenters::titleOf(KeyPlace::Review), reading, theme));
    middle->addStretch();
    row->addLayout(middle, 1);
    auto *right = new QVBoxLayout;
    right->setSpacing(theme.px(16));
    right->addLayout(column(tr("Deciding"), deciding, theme));
    right->addLayout(column(tr("Editing and room"), changing, theme));
    right->addStretch();
    row->addLayout(right, 1);
    groups_->addWidget(shown_);
    arrange();
}

void KeyboardMap::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void KeyboardMap::arrange()
{
    const bool isNarrow = width() < style::themeOf(this).px(columnsFrom);
    columns_->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace countersign::widgets
