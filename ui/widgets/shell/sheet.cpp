#include "ui/widgets/shell/sheet.hpp"

#include "ui/style/dress.hpp"
#include "ui/style/theme.hpp"
#include "ui/widgets/shell/focus_within.hpp"

#include <QApplication>
#include <QKeyEvent>
#include <QLayout>
#include <QPainter>
#include <QVariantAnimation>

#include <algorithm>

namespace countersign::widgets
{

using style::Tone;

Sheet::Sheet(QWidget &host) : QWidget(&host), rise_(new QVariantAnimation(this))
{
    hide();
    setFocusPolicy(Qt::NoFocus);
    host.installEventFilter(this);
    rise_->setStartValue(0.0);
    rise_->setEndValue(1.0);
    rise_->setEasingCurve(QEasingCurve::OutCubic);
    connect(rise_, &QVariantAnimation::valueChanged, this, [this] { place(); });
}

void Sheet::setContent(QWidget *content)
{
    content_ = content;
    content_->setParent(this);
    style::setGround(*content_, Tone::Surface0);
    content_->show();
}

void Sheet::setClearTop(int pixels)
{
    clearTop_ = pixels;
    place();
}

void Sheet::open(QWidget *firstFocus)
{
    isOpen_ = true;
    before_ = QApplication::focusWidget();
    rise_->setDuration(style::themeOf(this).motion());
    show();
    raise();
    rise_->start();
    place();
    if (firstFocus != nullptr)
        firstFocus->setFocus(Qt::OtherFocusReason);
}

void Sheet::close()
{
    if (!isOpen_)
        return;
    isOpen_ = false;
    rise_->stop();
    hide();
    if (before_ != nullptr)
        before_->setFocus(Qt::OtherFocusReason);
    Q_EMIT closed();
}

void Sheet::place()
{
    const QRect host = parentWidget()->rect();
    setGeometry(0, clearTop_, host.width(), std::max(0, host.height() - clearTop_));
    if (content_ == nullptr)
        return;
    const int wanted = content_->layout() != nullptr && content_->layout()->hasHeightForWidth()
                           ? content_->layout()->totalHeightForWidth(width())
                           : content_->sizeHint().height();
    const int tall = std::min(wanted, height());
    const double risen = rise_->state() == QVariantAnimation::Running ? rise_->currentValue().toDouble() : 1.0;
    content_->setGeometry(0, height() - static_cast<int>(tall * risen), width(), tall);
}

bool Sheet::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isOpen_)
        place();
    return QWidget::eventFilter(watched, event);
}

void Sheet::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT leaveAsked();
    // The keys of the window below are not for the one who has a sheet open.
    event->accept();
}

void Sheet::paintEvent(QPaintEvent *)
{
    const style::Theme &theme = style::themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Tone::Scrim));
    if (content_ != nullptr)
        painter.fillRect(QRect(0, content_->y() - 1, width(), 1), theme.color(Tone::Outline));
}

bool Sheet::focusNextPrevChild(bool next)
{
    moveFocusWithin(*this, next);
    return true;
}

} // namespace countersign::widgets
