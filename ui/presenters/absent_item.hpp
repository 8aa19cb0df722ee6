// The item that is not on this machine while there is no link: what is so, and what the reader can do about it.
#pragma once

#include "core/desk/snapshot.hpp"

#include <QString>

namespace countersign::presenters
{

struct AbsentItem {
    QString sentence;
    QString wayOn; // on the button that asks for the link; empty: there is nothing to press
};

[[nodiscard]] AbsentItem describeAbsentItem(const desk::LinkView &link, Instant now);

} // namespace countersign::presenters
