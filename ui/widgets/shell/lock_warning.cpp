#include "ui/widgets/shell/lock_warning.hpp"

#include "ui/style/dress.hpp"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace countersign::widgets
{

using style::Tone;
using style::Type;
using style::Weight;

LockWarning::LockWarning(QWidget &place)
    : QWidget(&place), title_(style::label({}, Type::Title, Tone::Ink1, Weight::Strong)),
      hint_(style::label(tr("Nobody has touched it for a while. Press any key to go on."), Type::Small, Tone::Ink2))
{
    const style::Theme &theme = style::themeOf(this);
    setProperty("card", true);
    setAttribute(Qt::WA_StyledBackground);
    setAttribute(Qt::WA_TransparentForMouseEvents); // what lies below is not in its way for long
    auto *mark = style::label({});
    mark->setPixmap(style::pixmap(style::Icon::Lock, Tone::Warn, theme, theme.px(24), devicePixelRatioF()));
    auto *words = new QVBoxLayout;
    words->setSpacing(theme.px(4));
    words->addWidget(title_);
    words->addWidget(hint_);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16));
    row->setSpacing(theme.px(16));
    row->addWidget(mark);
    row->addLayout(words);
    setObjectName(QStringLiteral("lockWarning"));
    hide();
}

void LockWarning::show(int seconds)
{
    const bool isNew = isHidden();
    title_->setText(tr("This desk locks in %n second(s)", nullptr, seconds));
    setAccessibleName(title_->text());
    setAccessibleDescription(hint_->text());
    adjustSize();
    const QWidget *place = parentWidget();
    move((place->width() - width()) / 2, (place->height() - height()) / 3);
    QWidget::show();
    raise();
    if (!isNew)
        return;
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace countersign::widgets
