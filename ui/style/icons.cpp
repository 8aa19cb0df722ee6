#include "ui/style/icons.hpp"

#include "ui/style/resources.hpp"
#include "ui/style/theme.hpp"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>
#include <cmath>

namespace countersign::style
{
namespace
{

constexpr auto files = std::to_array<const char *>(
    {"agent",     "building", "check",   "chevron-down", "chevron-left", "chevron-right", "chevron-up", "clock",
     "close",     "document", "edit",    "escalate",     "fhir",         "filter",        "fit-page",   "fit-width",
     "guideline", "history",  "image",   "info",         "key",          "keyboard",      "lock",       "monitor",
     "note",      "offline",  "online",  "outbox",       "panel",        "patient",       "plus",       "queue",
     "quote",     "refresh",  "reject",  "return",       "review",       "rotate",        "search",     "settings",
     "sign",      "sort",     "stop",    "text",         "transcript",   "trash",         "undo",       "unread",
     "warning",   "zoom-in",  "zoom-out"});
static_assert(files.size() == static_cast<std::size_t>(Icon::Count));

QPixmap render(Icon icon, const QColor &color, int pixels)
{
    loadResources();
    QFile file(iconFile(icon));
    QPixmap picture(pixels, pixels);
    picture.fill(Qt::transparent);
    if (!file.open(QIODevice::ReadOnly))
        return picture;
    QSvgRenderer renderer(file.readAll().replace("currentColor", color.name().toLatin1()));
    QPainter painter(&picture);
    renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    return picture;
}

class ThemedIcon : public QIconEngine
{
public:
    ThemedIcon(Icon icon, Tone tone) : icon_(icon), tone_(tone) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        drawIcon(*painter, rect, icon_, toneIn(mode), themeOf(nullptr));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return style::pixmap(icon_, toneIn(mode), themeOf(nullptr), std::min(size.width(), size.height()), 1);
    }
    QIconEngine *clone() const override { return new ThemedIcon(*this); }

private:
    Tone toneIn(QIcon::Mode mode) const { return mode == QIcon::Disabled ? Tone::Ink3 : tone_; }

    Icon icon_;
    Tone tone_;
};

} // namespace

QString iconFile(Icon icon)
{
    return QStringLiteral(":/icons/%1.svg").arg(QLatin1String(files.at(static_cast<std::size_t>(icon))));
}

QPixmap pixmap(Icon icon, Tone tone, const Theme &theme, int size, double pixelRatio)
{
    const int pixels = std::max(1, static_cast<int>(std::lround(size * pixelRatio)));
    const QColor color = theme.color(tone);
    const QString key = QStringLiteral("icon/%1/%2/%3").arg(static_cast<int>(icon)).arg(color.rgba()).arg(pixels);
    QPixmap picture;
    if (!QPixmapCache::find(key, &picture)) {
        picture = render(icon, color, pixels);
        QPixmapCache::insert(key, picture);
    }
    picture.setDevicePixelRatio(pixelRatio);
    return picture;
}

QIcon icon(Icon icon, Tone tone)
{
    return QIcon(new ThemedIcon(icon, tone));
}

void drawIcon(QPainter &painter, const QRectF &place, Icon icon, Tone tone, const Theme &theme)
{
    const double side = std::min(place.width(), place.height());
    const double ratio = painter.device() != nullptr ? painter.device()->devicePixelRatioF() : 1;
    const QPixmap picture = pixmap(icon, tone, theme, static_cast<int>(side), ratio);
    const QPointF corner = place.center() - QPointF(side / 2, side / 2);
    painter.drawPixmap(QPointF(std::round(corner.x()), std::round(corner.y())), picture);
}

} // namespace countersign::style
