// The application's style: Fusion with our measures, and the carrier of the theme in use.
#pragma once

#include "ui/style/theme.hpp"

#include <QProxyStyle>
#include <QStyleOption>

namespace countersign::style
{

// How a widget reads the theme through whatever styles lie between it and ours.
struct ThemeHint : QStyleHintReturn {
    static constexpr auto request = static_cast<QStyle::StyleHint>(QStyle::SH_CustomBase + 1);
    ThemeHint() : QStyleHintReturn(1, 0xc0de) {}
    const Theme *theme = nullptr;
};

class ConsoleStyle : public QProxyStyle
{
    Q_OBJECT

public:
    explicit ConsoleStyle(Theme theme);

    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *answer) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;

private:
    Theme theme_;
};

} // namespace countersign::style
