// The product's own drawings: one stroke width on a grid of 20. Coloured when painted, by a tone of the theme in use,
// so that an icon made once follows every change of theme and scale.
#pragma once

#include "ui/style/tokens.hpp"

#include <QIcon>
#include <QPixmap>

class QPainter;
class QRectF;

namespace countersign::style
{

class Theme;

enum class Icon {
    Agent,
    Building,
    Check,
    ChevronDown,
    ChevronLeft,
    ChevronRight,
    ChevronUp,
    Clock,
    Close,
    Document,
    Edit,
    Escalate,
    Fhir,
    Filter,
    FitPage,
    FitWidth,
    Guideline,
    History,
    Image,
    Info,
    Key,
    Keyboard,
    Lock,
    Monitor,
    Note,
    Offline,
    Online,
    Outbox,
    Panel,
    Patient,
    Plus,
    Queue,
    Quote,
    Refresh,
    Reject,
    Return,
    Review,
    Rotate,
    Search,
    Settings,
    Sign,
    Sort,
    Stop,
    Text,
    Transcript,
    Trash,
    Undo,
    Unread,
    Warning,
    ZoomIn,
    ZoomOut,
    Count
};

[[nodiscard]] QString iconFile(Icon icon); // ":/icons/chevron-down.svg"
// Follows the theme by itself.
[[nodiscard]] QIcon icon(Icon icon, Tone tone = Tone::Ink2);
[[nodiscard]] QPixmap pixmap(Icon icon, Tone tone, const Theme &theme, int size, double pixelRatio);
void drawIcon(QPainter &painter, const QRectF &place, Icon icon, Tone tone, const Theme &theme);

} // namespace countersign::style
