#include "ui/style/theme.hpp"

#include <QFontDatabase>
#include <QPalette>

#include <algorithm>
#include <cmath>

namespace countersign::style
{
namespace
{

// The platform's interface font where it has one worth the name; on Linux one of the two that the package asks for.
QStringList families()
{
#if defined(Q_OS_LINUX)
    return {QStringLiteral("Inter"), QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans")};
#else
    return QFontDatabase::systemFont(QFontDatabase::GeneralFont).families();
#endif
}

const TonePalette &tonesOf(Look look)
{
    switch (look) {
    case Look::Light:
        return lightTones();
    case Look::Dark:
        return darkTones();
    case Look::HighContrast:
        return contrastTones();
    }
    return lightTones();
}

} // namespace

Theme::Theme(Look look, double scale, bool isStill)
    : look_(look), scale_(std::clamp(scale, scaleMin, scaleMax)), isStill_(isStill)
{
}

QColor Theme::color(Tone tone) const
{
    QColor color(static_cast<QRgb>(tonesOf(look_).at(static_cast<std::size_t>(tone))));
    if (tone == Tone::Scrim)
        color.setAlphaF(look_ == Look::Light ? 0.32F : look_ == Look::Dark ? 0.5F : 0.75F);
    return color;
}

int Theme::px(double measure) const
{
    return static_cast<int>(std::lround(measure * scale_));
}

QFont Theme::font(Type type, Weight weight) const
{
    QFont font;
    font.setFamilies(families());
    font.setPixelSize(px(static_cast<double>(type)));
    font.setWeight(weight == Weight::Strong ? QFont::DemiBold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QPalette Theme::palette() const
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, Tone tone) { palette.setColor(role, color(tone)); };
    set(QPalette::Window, Tone::Surface0);
    set(QPalette::WindowText, Tone::Ink1);
    set(QPalette::Base, Tone::Surface0);
    set(QPalette::AlternateBase, Tone::Surface1);
    set(QPalette::Text, Tone::Ink1);
    set(QPalette::PlaceholderText, Tone::Ink3);
    set(QPalette::Button, Tone::Surface1);
    set(QPalette::ButtonText, Tone::Ink1);
    set(QPalette::BrightText, Tone::Stop);
    set(QPalette::Highlight, Tone::Accent);
    set(QPalette::HighlightedText, Tone::OnAccent);
    set(QPalette::Link, Tone::Accent);
    set(QPalette::LinkVisited, Tone::Accent);
    set(QPalette::ToolTipBase, Tone::Ink1);
    set(QPalette::ToolTipText, Tone::Surface0);
    set(QPalette::Light, Tone::Surface0);
    set(QPalette::Midlight, Tone::Surface1);
    set(QPalette::Mid, Tone::Line);
    set(QPalette::Dark, Tone::Outline);
    set(QPalette::Shadow, Tone::Ink3);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, color(Tone::Ink3));
    return palette;
}

} // namespace countersign::style
