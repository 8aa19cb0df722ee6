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
    return QApplication::palette().color(QPalette::Window).lightness() < 128 ? Look::Dark : Look::Light;
}

} // namespace countersign::style
