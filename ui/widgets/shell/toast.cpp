#include "ui/widgets/shell/toast.hpp"

#include "ui/style/dress.hpp"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTimer>

namespace countersign::widgets
{

using style::Tone;
using style::Type;

namespace
{
constexpr int readingTimeMs = 8000;
}

Toast::Toast(QWidget *parent)
    : QWidget(parent), text_(style::label({}, Type::Hint, Tone::Ink1, style::Weight::Strong)),
      action_(style::button({}, style::ButtonKind::Quiet)), timer_(new QTimer(this))
{
    const style::Theme &theme = style::themeOf(this);
    setProperty("inverse", true);
    text_->setProperty("inverse", true);
    action_->setProperty("inverse", true);
    action_->setProperty("slim", true);
    action_->setFont(theme.font(Type::Hint, style::Weight::Strong));
    action_->setFocusPolicy(Qt::NoFocus); // its key works from everywhere
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme.px(12), 0, theme.px(4), 0);
    row->setSpacing(theme.px(4));
    setFixedHeight(theme.px(24));
    row->addWidget(text_);
    row->addWidget(action_);
    timer_->setSingleShot(true);
    connect(timer_, &QTimer::timeout, this, &Toast::end);
    connect(action_, &QPushButton::clicked, this, &Toast::actionAsked);
    hide();
}

void Toast::hold(const QString &text, const QString &action)
{
    timer_->stop();
    const bool isNew = !isVisible() || action != action_->text();
    text_->setText(text);
    action_->setText(action);
    action_->setVisible(!action.isEmpty());
    setAccessibleName(text);
    show();
    if (isNew) {
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

void Toast::say(const QString &text)
{
    hold(text);
    timer_->start(readingTimeMs);
}

void Toast::end()
{
    hide();
}

void Toast::paintEvent(QPaintEvent *)
{
    const style::Theme &theme = style::themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Tone::Ink1));
    painter.drawRoundedRect(rect(), theme.px(style::radius), theme.px(style::radius));
}

} // namespace countersign::widgets
