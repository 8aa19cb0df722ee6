#include "ui/style/paint.hpp"

#include "ui/style/figures.hpp"
#include "ui/style/icons.hpp"
#include "ui/style/theme.hpp"

#include <QPainter>
#include <QPainterPath>

namespace countersign::style
{

void drawQuarters(QPainter &painter, const QRectF &place, int quarters, Tone tone, const Theme &theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double stroke = 1.5 * theme.scale();
    const double side = std::min(place.width(), place.height()) - stroke;
    QRectF circle(0, 0, side, side);
    circle.moveCenter(place.center());
    painter.setPen(QPen(theme.color(tone), stroke));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(circle);
    if (quarters > 0) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(tone));
        const QRectF filled = circle.adjusted(-0.25, -0.25, 0.25, 0.25);
        painter.drawPie(filled, 90 * 16, -quarters * 90 * 16);
    }
    painter.restore();
}

void drawTickBox(QPainter &painter, const QRectF &place, bool isTicked, bool isEnabled, const Theme &theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double stroke = 1.5 * theme.scale();
    const QRectF box = place.adjusted(stroke, stroke, -stroke, -stroke);
    const Tone edge = !isEnabled ? Tone::Line : isTicked ? Tone::Accent : Tone::Outline;
    painter.setPen(QPen(theme.color(edge), stroke));
    painter.setBrush(theme.color(!isTicked ? Tone::Surface0 : isEnabled ? Tone::Accent : Tone::Surface2));
    painter.drawRoundedRect(box, theme.px(3), theme.px(3));
    if (isTicked)
        drawIcon(painter, box, Icon::Check, isEnabled ? Tone::OnAccent : Tone::Ink3, theme);
    painter.restore();
}

void drawFocusRing(QPainter &painter, const QRectF &around, const Theme &theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double stroke = 2 * theme.scale();
    painter.setPen(QPen(theme.color(Tone::Accent), stroke));
    painter.setBrush(Qt::NoBrush);
    const double inset = stroke / 2;
    painter.drawRoundedRect(around.adjusted(inset, inset, -inset, -inset), theme.px(radius), theme.px(radius));
    painter.restore();
}

double pillWidth(const QFont &font, const QString &text, const Theme &theme)
{
    return figuresWidth(font, text) + theme.px(16);
}

double drawPill(QPainter &painter, const QRectF &place, const QString &text, Tone ink, Tone ground, const Theme &theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double width = std::min(place.width(), pillWidth(painter.font(), text, theme));
    const QRectF pill(place.left(), place.top(), width, place.height());
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(ground));
    painter.drawRoundedRect(pill, place.height() / 2, place.height() / 2);
    painter.setPen(theme.color(ink));
    drawFigures(painter, pill, Qt::AlignCenter, text);
    painter.restore();
    return width;
}

} // namespace countersign::style
