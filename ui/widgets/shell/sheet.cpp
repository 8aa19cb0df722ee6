#include "ui/widgets/shell/sheet.hpp"

#include "ui/style/dress.hpp"
#include "ui/style/theme.hpp"
#include "ui/widgets/shell/focus_within.hpp"

#include <QApplication>
#include <QKeyEvent>
#include <QLayout>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyle>
#include <QVariantAnimation>

#include <algorithm>

namespace countersign::widgets
{

using style::Tone;

Sheet::Sheet(QWidget &host) : QWidget(&host), frame_(new QScrollArea(this)), rise_(new QVariantAnimation(this))
{
    hide();
    frame_->setFrameShape(QFrame::NoFrame);
    frame_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    frame_->setFocusPolicy(Qt::NoFocus);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { follow(now); });
    setFocusPolicy(Qt::NoFocus);
    host.installEventFilter(this);
    rise_->setStartValue(0.0);
    rise_->setEndValue(1.0);
    rise_->setEasingCurve(QEasingCurve::OutCubic);
    connect(rise_, &QVariantAnimation::valueChanged, this, [this] { place(); });
}

void Sheet::setContent(QWidget *content, Shrinks shrinks)
{
    shrinks_ = shrinks;
    content_ = content;
    frame_->setWidget(content);
    style::setGround(*content_, Tone::Surface0);
    content_->show();
}

void Sheet::setClearTop(int pixels, int beside)
{
    clearTop_ = pixels;
    clearBeside_ = pixels > 0 ? beside : 0;
    place();
}

void Sheet::cover(const QRect &host)
{
    if (clearBeside_ == 0) {
        clearMask();
        return setGeometry(0, clearTop_, host.width(), std::max(0, host.height() - clearTop_));
    }
    setGeometry(host);
    const QRect clear(clearBeside_, 0, host.width() - clearBeside_, clearTop_);
    setMask(QRegion(rect()) - QRegion(QStyle::visualRect(layoutDirection(), rect(), clear)));
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

// One that is closed takes its place when it opens.
void Sheet::place()
{
    if (!isOpen_)
        return;
    cover(parentWidget()->rect());
    if (content_ == nullptr)
        return;
    const QLayout *const layout = content_->layout();
    const bool isFlowing = layout != nullptr && layout->hasHeightForWidth();
    const auto wantedAt = [&](int width) {
        const int own = isFlowing ? layout->totalHeightForWidth(width) : content_->sizeHint().height();
        return std::max(own, wanted_);
    };
    const auto leastAt = [&](int width) {
        if (shrinks_ == Shrinks::No)
            return wantedAt(width);
        return isFlowing ? layout->totalMinimumHeightForWidth(width) : content_->minimumSizeHint().height();
    };
    const int room = std::max(0, height() - (clearBeside_ > 0 ? clearTop_ : 0));
    const int tall = std::min(wantedAt(width()), room);
    const double risen = rise_->state() == QVariantAnimation::Running ? rise_->currentValue().toDouble() : 1.0;
    frame_->setGeometry(0, height() - static_cast<int>(tall * risen), width(), tall);
    const bool isCut = leastAt(width()) > tall;
    frame_->setVerticalScrollBarPolicy(isCut ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    const int across = width() - (isCut ? frame_->verticalScrollBar()->sizeHint().width() : 0);
    content_->resize(across, std::max(tall, leastAt(across)));
    follow(QApplication::focusWidget());
}

void Sheet::follow(QWidget *focus)
{
    if (isOpen_ && content_ != nullptr && focus != nullptr && content_->isAncestorOf(focus))
        frame_->ensureWidgetVisible(focus, 0, style::themeOf(this).px(8));
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
        painter.fillRect(QRect(0, frame_->y() - 1, width(), 1), theme.color(Tone::Outline));
}

bool Sheet::focusNextPrevChild(bool next)
{
    moveFocusWithin(*this, next);
    return true;
}

} // namespace countersign::widgets
