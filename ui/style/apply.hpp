// Puts a theme on the application: style, palette, font and style sheet, in the one order that works.
#pragma once

#include "ui/style/theme.hpp"

class QApplication;

namespace countersign::style
{

// gui thread; widgets that exist are repainted in the new colours.
void apply(QApplication &application, const Theme &theme);
// What the platform asks for, as far as Qt 6.4 tells: by the lightness of its palette.
[[nodiscard]] Look platformLook(const QApplication &application);

} // namespace countersign::style
