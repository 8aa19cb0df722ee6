#include "ui/widgets/shell/toast.hpp"

#include "ui/style/dress.hpp"
#include "ui/widgets/shell/brief_label.hpp"

#include <QAccessible>
#include <QHBoxLayout>
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
    : QWidget(parent), text_(new BriefLabel(Type::Hint, Tone::Ink1, style::Weight::Strong)),
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
    setMinimumHeight(theme.px(24));
    text_->setLinesMax(3);
    text_->setAlignment(Qt::AlignVCenter);
    row->addWidget(text_, 1);
    row->addWidget(action_);
    timer_->setSingleShot(true);
    connect(timer_, &QTimer::timeout, this, &Toast::endSaid);
    connect(action_, &QPushButton::clicked, this, &Toast::actionAsked);
    hide();
}

void Toast::hold(const QString &text, const QString &action)
{
    held_ = text;
    heldAction_ = action;
    if (said_.isEmpty())
        render();
}

void Toast::say(const QString &text)
{
    said_ = text;
    timer_->start(readingTimeMs);
    render();
}

void Toast::endHold()
{
    held_.clear();
    render();
}

void Toast::endSaid()
{
    timer_->stop();
    said_.clear();
    render();
}

void Toast::end()
{
    held_.clear();
    endSaid();
}

// A countdown is told once, not every second.
void Toast::render()
{
    const bool isHeld = said_.isEmpty();
    const QString &words = isHeld ? held_ : said_;
    const QString action = isHeld ? heldAction_ : QString();
    const bool isNew = isHidden() || action != action_->text() || (!isHeld && words != text_->text());
    text_->setText(words);
    action_->setText(action);
    action_->setVisible(!action.isEmpty());
    const style::Theme &theme = style::themeOf(this); // the button has room of its own around its words
    layout()->setContentsMargins(theme.px(12), 0, theme.px(action.isEmpty() ? 12 : 4), 0);
    setAccessibleName(words);
    setVisible(!words.isEmpty());
    if (!isNew || words.isEmpty())
        return;
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
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
