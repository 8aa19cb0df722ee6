// What can be read on a widget: the words of every label that is shown.
#pragma once

#include <QLabel>
#include <QStringList>

namespace countersign::tests
{

[[nodiscard]] inline QStringList wordsOn(const QWidget &page)
{
    QStringList said;
    for (const QLabel *label : page.findChildren<QLabel *>())
        if (label->isVisible())
            said << label->text();
    return said;
}

} // namespace countersign::tests
