// Where a reviewer is in a draft, as it is kept with what was typed and found again after a lock or a kill.
// Pure; any thread.
#pragma once

#include "core/domain/ids.hpp"

#include <string>

namespace countersign::presenters
{

struct EditPlace {
    domain::StatementId statement; // empty: at the beginning
    int caret = 0;                 // characters into the editor's text; only while editing
    int scroll = 0;                // in thousandths of the way down
    bool isEditing = false;
    bool isWhole = false; // in the whole text instead of the one statement
    bool operator==(const EditPlace &) const = default;
};

[[nodiscard]] std::string placeText(const EditPlace &place);
// What cannot be read is the beginning.
[[nodiscard]] EditPlace readPlace(const std::string &text);

} // namespace countersign::presenters
