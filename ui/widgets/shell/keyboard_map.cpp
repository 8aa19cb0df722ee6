#include "ui/widgets/shell/keyboard_map.hpp"

#include "ui/style/dress.hpp"

#include <QCoreApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace countersign::widgets
{
namespace
{

struct Keys {
    Q_DECLARE_TR_FUNCTIONS(Keys)
};

using style::Tone;
using style::Type;
using style::Weight;

QLabel *keyCap(const QString &keys)
{
    auto *cap = style::label(keys, Type::Hint, Tone::Ink1, Weight::Strong);
    cap->setProperty("keycap", true);
    cap->setAlignment(Qt::AlignCenter);
    return cap;
}

} // namespace

std::vector<KeyGroup> keyboardMap()
{
    return {
        {Keys::tr("Everywhere"),
         {{QStringLiteral("Ctrl 1"), Keys::tr("Queue")},
          {QStringLiteral("Ctrl 2"), Keys::tr("Review")},
          {QStringLiteral("Ctrl 3"), Keys::tr("History")},
          {QStringLiteral("Ctrl B"), Keys::tr("Fold the queue away or back")},
          {QStringLiteral("Ctrl O"), Keys::tr("Outbox")},
          {QStringLiteral("Ctrl Z"), Keys::tr("Undo the last decision while it is held")},
          {QStringLiteral("Ctrl L"), Keys::tr("Lock")},
          {QStringLiteral("?"), Keys::tr("This map")},
          {QStringLiteral("Esc"), Keys::tr("Leave a sheet or a search")}}},
        {Keys::tr("Queue and history"),
         {{QStringLiteral("J  K"), Keys::tr("Down, up")},
          {QStringLiteral("Enter"), Keys::tr("Open the item")},
          {QStringLiteral("/"), Keys::tr("Search")},
          {QStringLiteral("."), Keys::tr("Show new items")}}},
        {Keys::tr("Review"),
         {{QStringLiteral("J  K"), Keys::tr("Next, previous statement")},
          {QStringLiteral("N"), Keys::tr("Next one to look at")},
          {QStringLiteral("E"), Keys::tr("To the evidence and back")},
          {QStringLiteral("[  ]"), Keys::tr("Previous, next citation")},
          {QStringLiteral("Space"), Keys::tr("Acknowledge the statement")},
          {QStringLiteral("B"), Keys::tr("What the draft rests on, and back")},
          {QStringLiteral("A"), Keys::tr("Answer the finding")},
          {QStringLiteral("C"), Keys::tr("Cite the marked words")},
          {QStringLiteral("I"), Keys::tr("Edit the statement")},
          {QStringLiteral("Ctrl Z  Ctrl Y"), Keys::tr("Take an edit back, or back again")},
          {QStringLiteral("Ctrl R"), Keys::tr("Reject…")},
          {QStringLiteral("Ctrl U"), Keys::tr("Return…")},
          {QStringLiteral("Ctrl Enter"), Keys::tr("Sign…")}}},
    };
}

QWidget *makeKeyboardMap()
{
    auto *content = new QWidget;
    const style::Theme &theme = style::themeOf(content);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(theme.px(32), theme.px(24), theme.px(32), theme.px(32));
    column->setSpacing(theme.px(16));
    column->addWidget(style::label(Keys::tr("Keys"), Type::Title, Tone::Ink1, Weight::Strong));
    auto *groups = new QHBoxLayout;
    groups->setSpacing(theme.px(32));
    for (const KeyGroup &group : keyboardMap()) {
        auto *grid = new QGridLayout;
        grid->setHorizontalSpacing(theme.px(12));
        grid->setVerticalSpacing(theme.px(6));
        grid->addWidget(style::label(group.title, Type::Small, Tone::Ink3, Weight::Strong), 0, 0, 1, 2);
        int row = 1;
        for (const KeyHint &hint : group.hints) {
            grid->addWidget(keyCap(hint.keys), row, 0, Qt::AlignLeft);
            grid->addWidget(style::label(hint.what, Type::Small, Tone::Ink1), row++, 1);
        }
        grid->setColumnStretch(1, 1);
        grid->setRowStretch(row, 1);
        groups->addLayout(grid, 1);
    }
    column->addLayout(groups);
    return content;
}

} // namespace countersign::widgets
