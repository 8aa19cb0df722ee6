// The application's one style sheet, made of resources/style/countersign.qss: @token becomes a colour, and every
// pixel measure is multiplied by the theme's scale.
#pragma once

#include <QString>

namespace countersign::style
{

class Theme;

[[nodiscard]] QString styleSheet(const Theme &theme);
// The same for a given text; an unknown token is left as it stands, so that a test can find it.
[[nodiscard]] QString fillTokens(const QString &sheet, const Theme &theme);

} // namespace countersign::style
