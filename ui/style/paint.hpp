// What several widgets paint alike: the tier's glyph, the focus ring, a quiet pill. Shapes only, no clinical meaning.
#pragma once

#include "ui/style/tokens.hpp"

#include <QString>

class QFont;
class QPainter;
class QRectF;

namespace countersign::style
{

class Theme;

// A circle filled by quarters: 0 ○, 1 ◔, 2 ◑, 4 ●. Drawn, so that no font can lack it.
void drawQuarters(QPainter &painter, const QRectF &place, int quarters, Tone tone, const Theme &theme);
// A box to tick; the tick is a drawing and not a colour alone.
void drawTickBox(QPainter &painter, const QRectF &place, bool isTicked, bool isEnabled, const Theme &theme);
void drawFocusRing(QPainter &painter, const QRectF &around, const Theme &theme);
// How wide a pill with this text is, where there is room.
[[nodiscard]] double pillWidth(const QFont &font, const QString &text, const Theme &theme);
// A rounded ground with one line of text; returns its width. The painter's font is used.
double drawPill(QPainter &painter, const QRectF &place, const QString &text, Tone ink, Tone ground, const Theme &theme);

} // namespace countersign::style
