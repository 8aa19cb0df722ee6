// One look: colours, type and measures at a scale. A value; the application's style carries the one in use, and every
// widget asks its own style for it, so that a new theme needs no list of listeners.
#pragma once

#include "ui/style/tokens.hpp"

#include <QColor>
#include <QFont>
#include <QString>

class QPalette;
class QWidget;

namespace countersign::style
{

enum class Look { Light, Dark, HighContrast };
enum class Weight { Regular, Strong };

inline constexpr double scaleMin = 1;
inline constexpr double scaleMax = 3;

class Theme
{
public:
    // `scale` is held within scaleMin and scaleMax. It is fixed while a window lives: a new scale is a new window.
    explicit Theme(Look look = Look::Light, double scale = 1, bool isStill = false);

    [[nodiscard]] Look look() const { return look_; }
    [[nodiscard]] double scale() const { return scale_; }
    [[nodiscard]] QColor color(Tone tone) const;
    // A measure given at 100 %, in device-independent pixels.
    [[nodiscard]] int px(double measure) const;
    [[nodiscard]] QFont font(Type type, Weight weight = Weight::Regular) const;
    // How long a movement takes: nothing when the person asked for none.
    [[nodiscard]] int motion() const { return isStill_ ? 0 : motionMs; }
    [[nodiscard]] QPalette palette() const;

    bool operator==(const Theme &) const = default;

private:
    Look look_;
    double scale_;
    bool isStill_;
};

// The theme of the widget's style; the light one where the style is not ours. nullptr asks the application's style.
[[nodiscard]] const Theme &themeOf(const QWidget *widget);

} // namespace countersign::style
