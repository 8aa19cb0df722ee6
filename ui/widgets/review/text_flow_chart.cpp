// A trend as a line: dots where it was measured, a band where the reference range lies, the first and the last value in
// figures. Outside of the range a dot is a diamond: shape before colour.
#include "ui/presenters/trend.hpp"
#include "ui/widgets/review/text_flow.hpp"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>

namespace countersign::widgets
{
namespace
{

using presenters::Trend;
using presenters::TrendPoint;
using style::Tone;

// From what was measured to where it is drawn.
struct Axes {
    QRectF area;
    double low = 0, high = 1;
    double from = 0, to = 1;

    Axes(const Trend &trend, const QRectF &where) : area(where)
    {
        const auto [least, most] =
            std::minmax_element(trend.points.begin(), trend.points.end(),
                                [](const TrendPoint &a, const TrendPoint &b) { return a.number < b.number; });
        low = std::min(least->number, trend.low.value_or(least->number));
        high = std::max(most->number, trend.high.value_or(most->number));
        const double room = high > low ? (high - low) * 0.08 : 1;
        low -= room;
        high += room;
        from = static_cast<double>(trend.points.front().at);
        to = std::max(from + 1, static_cast<double>(trend.points.back().at));
    }
    [[nodiscard]] double y(double number) const
    {
        return area.bottom() - (number - low) / (high - low) * area.height();
    }
    [[nodiscard]] QPointF at(const TrendPoint &point) const
    {
        const double x = (static_cast<double>(point.at) - from) / (to - from);
        return {area.left() + x * area.width(), y(point.number)};
    }
};

void paintRange(QPainter &painter, const Trend &trend, const Axes &axes, const style::Theme &theme)
{
    if (!trend.low && !trend.high)
        return;
    const double top = trend.high ? axes.y(*trend.high) : axes.area.top();
    const double bottom = trend.low ? axes.y(*trend.low) : axes.area.bottom();
    painter.fillRect(QRectF(axes.area.left(), top, axes.area.width(), bottom - top), theme.color(Tone::Surface2));
    painter.setPen(QPen(theme.color(Tone::Outline), theme.px(1), Qt::DashLine));
    if (trend.high)
        painter.drawLine(QPointF(axes.area.left(), top), QPointF(axes.area.right(), top));
    if (trend.low)
        painter.drawLine(QPointF(axes.area.left(), bottom), QPointF(axes.area.right(), bottom));
}

void paintPoints(QPainter &painter, const Trend &trend, const Axes &axes, const style::Theme &theme)
{
    QPolygonF line;
    for (const TrendPoint &point : trend.points)
        line << axes.at(point);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.color(Tone::Accent), theme.px(2), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(line);
    const double radius = theme.px(4);
    for (const TrendPoint &point : trend.points) {
        const QPointF at = axes.at(point);
        painter.setPen(QPen(theme.color(Tone::Surface1), theme.px(1)));
        painter.setBrush(theme.color(point.isOutside ? Tone::Warn : Tone::Accent));
        if (point.isOutside)
            painter.drawPolygon(QPolygonF({{at.x(), at.y() - radius * 1.4},
                                           {at.x() + radius * 1.4, at.y()},
                                           {at.x(), at.y() + radius * 1.4},
                                           {at.x() - radius * 1.4, at.y()}}));
        else
            painter.drawEllipse(at, radius, radius);
    }
}

} // namespace

// First and last in figures: what lies between is in the table below.
void TextFlow::paintChart(QPainter &painter, const presenters::TextBlock &block, const QRect &where) const
{
    const Trend &trend = *block.trend;
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont figures = theme_.font(style::Type::Hint, style::Weight::Strong);
    const QFont days = theme_.font(style::Type::Hint);
    const QFontMetrics metrics(figures);
    const int line = metrics.height() + theme_.px(2);
    const Axes axes(trend, QRectF(where).adjusted(theme_.px(8), line, -theme_.px(8), -line));
    paintRange(painter, trend, axes, theme_);
    paintPoints(painter, trend, axes, theme_);
    const TrendPoint &first = trend.points.front();
    const TrendPoint &last = trend.points.back();
    const QRect above(where.left(), where.top(), where.width(), line);
    const QRect below(where.left(), where.bottom() - line, where.width(), line);
    painter.setPen(theme_.color(Tone::Ink1));
    painter.setFont(figures);
    painter.drawText(above, Qt::AlignLeft | Qt::AlignTop | Qt::AlignAbsolute, first.value);
    painter.drawText(above, Qt::AlignRight | Qt::AlignTop | Qt::AlignAbsolute, last.value);
    painter.setPen(theme_.color(Tone::Ink2));
    painter.setFont(days);
    painter.drawText(below, Qt::AlignLeft | Qt::AlignBottom | Qt::AlignAbsolute, first.when);
    painter.drawText(below, Qt::AlignRight | Qt::AlignBottom | Qt::AlignAbsolute, last.when);
}

} // namespace countersign::widgets
