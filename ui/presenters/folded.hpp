// Text as it is compared with what a person types or confuses: without case and without accents. Pure.
#pragma once

#include <QString>

#include <string_view>

namespace countersign::presenters
{

void appendFolded(QString &out, std::string_view utf8);
// On one line.
[[nodiscard]] QString folded(const QString &text);

} // namespace countersign::presenters
