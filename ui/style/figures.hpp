// Text whose digits all have the same width, so that columns of numbers can be compared by eye. Qt 6.4 cannot ask a
// font for its tabular figures, so digits are set one by one where the font's own differ.
#pragma once

#include <QString>
#include <Qt>

class QFont;
class QPainter;
class QRectF;

namespace countersign::style
{

[[nodiscard]] double figuresWidth(const QFont &font, const QString &text);
// On one line, with the painter's font and pen.
void drawFigures(QPainter &painter, const QRectF &place, Qt::Alignment alignment, const QString &text);

} // namespace countersign::style
