// A line to search in. Its sign is a drawing, not a second button: no name of its own, no target, no stop for Tab.
#pragma once

#include "ui/style/icons.hpp"

#include <QLineEdit>
#include <QToolButton>

namespace countersign::widgets
{

inline void dressAsSearch(QLineEdit &field, const QString &name)
{
    field.setAccessibleName(name);
    field.setProperty("search", true);
    field.addAction(style::icon(style::Icon::Search, style::Tone::Ink3), QLineEdit::LeadingPosition);
    for (auto *sign : field.findChildren<QToolButton *>()) {
        sign->setAttribute(Qt::WA_TransparentForMouseEvents);
        sign->setFocusPolicy(Qt::NoFocus);
        sign->setAccessibleName(name);
    }
}

} // namespace countersign::widgets
