#include "ui/style/figures.hpp"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace countersign::style
{
namespace
{

double digitWidth(const QFontMetricsF &metrics)
{
    double widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        widest = std::max(widest, metrics.horizontalAdvance(QChar(digit)));
    return widest;
}

// Calls use(run, x, cell): each digit alone in its cell, everything between digits as one run.
template <class Use>
double layOut(const QFontMetricsF &metrics, const QString &text, Use use)
{
    const double digit = digitWidth(metrics);
    double x = 0;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = at + 1;
        const bool isDigit = text[at] >= u'0' && text[at] <= u'9';
        while (!isDigit && end < text.size() && !(text[end] >= u'0' && text[end] <= u'9'))
            ++end;
        const QString run = text.sliced(at, end - at);
        const double width = metrics.horizontalAdvance(run);
        const double cell = isDigit ? digit : width;
        use(run, x + (cell - width) / 2);
        x += cell;
        at = end;
    }
    return x;
}

} // namespace

double figuresWidth(const QFont &font, const QString &text)
{
    return layOut(QFontMetricsF(font), text, [](const QString &, double) {});
}

void drawFigures(QPainter &painter, const QRectF &place, Qt::Alignment alignment, const QString &text)
{
    const QFontMetricsF metrics(painter.font(), painter.device());
    const double width = layOut(metrics, text, [](const QString &, double) {});
    double x = place.left();
    if (alignment.testFlag(Qt::AlignRight))
        x = place.right() - width;
    else if (alignment.testFlag(Qt::AlignHCenter))
        x = place.center().x() - width / 2;
    double y = place.top() + metrics.ascent();
    if (alignment.testFlag(Qt::AlignVCenter))
        y = place.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    layOut(metrics, text, [&](const QString &run, double at) { painter.drawText(QPointF(x + at, y), run); });
}

} // namespace countersign::style
