#include "ui/widgets/evidence/page_canvas.hpp"

#include "ui/style/focus_ring.hpp"
#include "ui/style/paint.hpp"
#include "ui/style/theme.hpp"

#include <QImage>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace countersign::widgets
{
namespace
{

using style::Tone;

constexpr double letterTallness = 11 / 8.5;
constexpr double margin = 12;
constexpr double widthMin = 120, widthMax = 4000;
constexpr double zoomStep = 1.25;

// Without a copy: the bytes live as long as the picture.
QImage imageOf(const presenters::PagePicture &picture)
{
    const int stride = picture.width * (picture.isGray ? 1 : 4);
    return {reinterpret_cast<const uchar *>(picture.rows.constData()), picture.width, picture.height, stride,
            picture.isGray ? QImage::Format_Grayscale8 : QImage::Format_RGB32};
}

} // namespace

PageCanvas::PageCanvas(QWidget *parent) : QAbstractScrollArea(parent), tallness_(letterTallness)
{
    setFocusPolicy(Qt::StrongFocus);
    style::drawsOwnFocus(*this);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setMinimumSize(style::themeOf(this).px(160), style::themeOf(this).px(120));
}

void PageCanvas::showPicture(const presenters::PagePicture *picture, const QString &sentence)
{
    sentence_ = sentence;
    picture_.reset();
    if (picture != nullptr && picture->width > 0 && picture->height > 0) {
        picture_ = *picture;
        tallness_ = static_cast<double>(picture->height) / picture->width;
    }
    arrange();
    viewport()->update();
}

void PageCanvas::setPlaces(std::vector<Place> places)
{
    places_ = std::move(places);
    viewport()->update();
}

void PageCanvas::setFit(Fit fit)
{
    fit_ = fit;
    arrange();
}

void PageCanvas::zoomBy(double factor)
{
    fit_ = Fit::Free;
    const double middle = verticalScrollBar()->value() + viewport()->height() / 2.0;
    const double share = turnedSize().height() > 0 ? middle / turnedSize().height() : 0;
    setWidth(width_ * factor);
    arrange();
    verticalScrollBar()->setValue(static_cast<int>(share * turnedSize().height() - viewport()->height() / 2.0));
}

void PageCanvas::turn()
{
    turns_ = (turns_ + 1) % 4;
    arrange();
}

QSizeF PageCanvas::pageSize() const
{
    return {width_, width_ * tallness_};
}

QSizeF PageCanvas::turnedSize() const
{
    return turns_ % 2 == 0 ? pageSize() : pageSize().transposed();
}

int PageCanvas::wantedWidth() const
{
    return static_cast<int>(std::lround(width_ * devicePixelRatioF()));
}

void PageCanvas::setWidth(double width)
{
    const double wanted = std::clamp(width, widthMin, widthMax);
    if (std::abs(wanted - width_) < 0.5)
        return;
    width_ = wanted;
    Q_EMIT wantedWidthChanged();
}

void PageCanvas::arrange()
{
    const double room = 2 * style::themeOf(this).px(margin);
    const double across = std::max(widthMin, viewport()->width() - room);
    const double down = std::max(widthMin, viewport()->height() - room);
    const double acrossFit = turns_ % 2 == 0 ? across : across / tallness_;
    const double downFit = turns_ % 2 == 0 ? down / tallness_ : down;
    if (fit_ == Fit::Width)
        setWidth(acrossFit);
    else if (fit_ == Fit::Page)
        setWidth(std::min(acrossFit, downFit));
    const QSizeF table = turnedSize() + QSizeF(room, room);
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(style::themeOf(this).px(40));
    verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(table.height()) - viewport()->height()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setRange(0, std::max(0, static_cast<int>(table.width()) - viewport()->width()));
    viewport()->update();
}

QTransform PageCanvas::onTable() const
{
    const QSizeF turned = turnedSize();
    const double left = std::max((viewport()->width() - turned.width()) / 2,
                                 double(style::themeOf(this).px(margin) - horizontalScrollBar()->value()));
    const double top = std::max((viewport()->height() - turned.height()) / 2, double(style::themeOf(this).px(margin)));
    QTransform transform;
    transform.translate(left, verticalScrollBar()->maximum() == 0
                                  ? std::min(top, double(style::themeOf(this).px(margin)))
                                  : style::themeOf(this).px(margin) - verticalScrollBar()->value());
    transform.translate(turned.width() / 2, turned.height() / 2);
    transform.rotate(90 * turns_);
    transform.translate(-pageSize().width() / 2, -pageSize().height() / 2);
    transform.scale(pageSize().width(), pageSize().height());
    return transform;
}

QRect PageCanvas::rectOf(const QRectF &box) const
{
    return onTable().mapRect(box).toAlignedRect();
}

void PageCanvas::bringIntoView(const QRectF &box)
{
    const QRect place = rectOf(box);
    const QRect seen = viewport()->rect();
    const int room = style::themeOf(this).px(48);
    if (place.top() < seen.top() + room || place.bottom() > seen.bottom() - room)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + place.center().y() - seen.height() / 3);
    if (place.left() < seen.left() || place.right() > seen.right())
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + place.center().x() - seen.width() / 2);
}

void PageCanvas::scrollToStart()
{
    verticalScrollBar()->setValue(0);
}

void PageCanvas::paintPage(QPainter &painter, const QRectF &page) const
{
    const style::Theme &theme = style::themeOf(this);
    if (picture_) {
        painter.save();
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.setTransform(onTable(), true);
        painter.drawImage(QRectF(0, 0, 1, 1), imageOf(*picture_));
        painter.restore();
    } else {
        painter.fillRect(page, theme.color(Tone::Surface2));
        painter.setFont(theme.font(style::Type::Body));
        painter.setPen(theme.color(Tone::Ink1));
        const double room = theme.px(24);
        const QRectF words = page.intersected(viewport()->rect()).adjusted(room, room, -room, -room);
        painter.drawText(words, Qt::AlignCenter | Qt::TextWordWrap, sentence_);
    }
    painter.setPen(theme.color(Tone::Line));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(page.adjusted(-0.5, -0.5, 0.5, 0.5));
}

// A marker's colour over the ink, so that the words under it can be read; a frame, so that it is seen on a grey scan.
void PageCanvas::paintPlaces(QPainter &painter) const
{
    const style::Theme &theme = style::themeOf(this);
    for (const Place &place : places_) {
        const double room = theme.px(3);
        const QRectF box = onTable().mapRect(place.box).adjusted(-room, -room, room, room);
        const bool isQuiet = place.kind == Place::Kind::Hit;
        const bool isCited = place.kind == Place::Kind::Cited;
        QColor ground(isCited ? 0xFFF1B8 : 0xBFE9F2); // of a marker on paper, whatever the theme
        painter.setCompositionMode(QPainter::CompositionMode_Multiply);
        painter.fillRect(box, ground);
        painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
        painter.setPen(QPen(theme.color(isCited ? Tone::EvidenceLine : Tone::Accent), isQuiet ? 1 : theme.px(2)));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(box);
    }
}

void PageCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), style::themeOf(this).color(Tone::Surface1));
    paintPage(painter, onTable().mapRect(QRectF(0, 0, 1, 1)));
    paintPlaces(painter);
    if (hasFocus())
        style::drawFocusRing(painter, viewport()->rect(), style::themeOf(this));
}

void PageCanvas::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    arrange();
}

bool PageCanvas::scrollPage(int by)
{
    QScrollBar &bar = *verticalScrollBar();
    const int end = by > 0 ? bar.maximum() : bar.minimum();
    if (bar.value() == end) {
        Q_EMIT pageAsked(by);
        return true;
    }
    bar.setValue(bar.value() + by * bar.pageStep() * 9 / 10);
    return true;
}

void PageCanvas::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_PageDown:
        scrollPage(1);
        return;
    case Qt::Key_PageUp:
        scrollPage(-1);
        return;
    case Qt::Key_Up:
    case Qt::Key_Down:
        verticalScrollBar()->triggerAction(event->key() == Qt::Key_Up ? QScrollBar::SliderSingleStepSub
                                                                      : QScrollBar::SliderSingleStepAdd);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void PageCanvas::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        zoomBy(std::pow(zoomStep, event->angleDelta().y() / 120.0));
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

} // namespace countersign::widgets
