#include "ui/widgets/shell/chip.hpp"

#include "ui/style/icons.hpp"
#include "ui/style/theme.hpp"

#include <QMenu>
#include <QPainter>
#include <QStyle>

namespace countersign::widgets
{

using style::Tone;

Chip::Chip(const QString &name, QWidget *parent) : QAbstractButton(parent), name_(name)
{
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this, &Chip::openMenu);
}

void Chip::setNarrowing(bool isNarrowing)
{
    isNarrowing_ = isNarrowing;
    setAccessibleName(QStringLiteral("%1: %2").arg(name_, text()));
    updateGeometry();
    update();
}

void Chip::openMenu()
{
    if (!choices_)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setProperty("checks", true);
    for (Choice &choice : choices_()) {
        if (choice.startsGroup)
            menu->addSeparator();
        QAction *action = menu->addAction(choice.text);
        action->setCheckable(true);
        action->setChecked(choice.isChosen);
        if (choice.isChosen)
            menu->setActiveAction(action);
        connect(action, &QAction::triggered, this, [choose = std::move(choice.choose)] { choose(); });
    }
    menu->popup(mapToGlobal(QPoint(0, height() + style::themeOf(this).px(4))));
}

QSize Chip::sizeHint() const
{
    const style::Theme &theme = style::themeOf(this);
    const QFontMetrics metrics(theme.font(style::Type::Small));
    return {metrics.horizontalAdvance(text()) + theme.px(12 + 4 + 16 + 8), theme.px(28)};
}

void Chip::paintEvent(QPaintEvent *)
{
    const style::Theme &theme = style::themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF pill = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(theme.color(isNarrowing_ ? Tone::Accent : isOver_ ? Tone::Outline : Tone::Line));
    painter.setBrush(theme.color(isNarrowing_ ? Tone::AccentQuiet : isOver_ ? Tone::Surface1 : Tone::Surface0));
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    const Tone ink = isNarrowing_ ? Tone::Accent : Tone::Ink2;
    painter.setFont(theme.font(style::Type::Small));
    painter.setPen(theme.color(ink));
    const auto mirrored = [this](const QRect &place) { return QStyle::visualRect(layoutDirection(), rect(), place); };
    painter.drawText(mirrored(rect().adjusted(theme.px(12), 0, -theme.px(24), 0)), Qt::AlignVCenter | Qt::AlignHCenter,
                     text());
    const QRect arrow(width() - theme.px(24), (height() - theme.px(16)) / 2, theme.px(16), theme.px(16));
    style::drawIcon(painter, mirrored(arrow), style::Icon::ChevronDown, ink, theme);
}

void Chip::enterEvent(QEnterEvent *event)
{
    isOver_ = true;
    update();
    QAbstractButton::enterEvent(event);
}

void Chip::leaveEvent(QEvent *event)
{
    isOver_ = false;
    update();
    QAbstractButton::leaveEvent(event);
}

} // namespace countersign::widgets
