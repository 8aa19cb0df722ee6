#include "ui/style/apply.hpp"

#include "ui/style/console_style.hpp"
#include "ui/style/resources.hpp"
#include "ui/style/style_sheet.hpp"

#include <QApplication>
#include <QPalette>
#include <QPixmapCache>
#include <QToolTip>

// Q_INIT_RESOURCE declares at the place where it stands, so it may not stand in a namespace.
static void initialiseResources()
{
    Q_INIT_RESOURCE(icons);
    Q_INIT_RESOURCE(style);
}

namespace countersign::style
{

namespace
{

Rgb rgbOf(const QColor &color)
{
    return color.rgb() & 0xffffffU;
}

} // namespace

void loadResources()
{
    initialiseResources();
}

void apply(QApplication &application, const Theme &theme)
{
    application.setStyleSheet({});
    QApplication::setStyle(new ConsoleStyle(theme));
    QApplication::setPalette(theme.palette());
    QApplication::setFont(theme.font(Type::Small));
    application.setStyleSheet(styleSheet(theme));
    QToolTip::setFont(theme.font(Type::Small));
    QPixmapCache::clear();
}

Look platformLook(const QApplication &application)
{
    Q_UNUSED(application)
    return lookOf(QApplication::palette());
}

// A theme of high contrast has one ground for everything, and nothing between that and its ink. Any other has a ground
// for windows and one for fields, or softer colours.
Look lookOf(const QPalette &palette)
{
    constexpr double strongest = 19; // of 21; yellow on black has 19.6
    const QColor ground = palette.color(QPalette::Window);
    const double found = contrast(rgbOf(ground), rgbOf(palette.color(QPalette::WindowText)));
    if (palette.color(QPalette::Base) == ground && found >= strongest)
        return Look::HighContrast;
    return ground.lightness() < 128 ? Look::Dark : Look::Light;
}

} // namespace countersign::style
