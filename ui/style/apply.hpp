// Puts a theme on the application: style, palette, font and style sheet, in the one order that works.
#pragma once

#include "ui/style/theme.hpp"

class QApplication;
class QPalette;

namespace countersign::style
{

// gui thread; widgets that exist are repainted in the new colours.
void apply(QApplication &application, const Theme &theme);
// What the platform asks for, as far as Qt 6.4 tells: by its palette, before a theme is applied.
[[nodiscard]] Look platformLook(const QApplication &application);
[[nodiscard]] Look lookOf(const QPalette &palette);

} // namespace countersign::style
