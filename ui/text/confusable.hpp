// Letters and digits that are taken for others: a Cyrillic "а" inside a Latin word, a full-width digit in a dose (E46).
// Text is shown as it came, and beside such a letter what it is. Pure.
#pragma once

#include <string_view>
#include <vector>

namespace countersign::text
{

// One flag a code point: it looks like another one here. A word of one script is never flagged, whatever the script;
// nor are the Greek letters of medicine ("µg", "β-blocker", "TNFα").
[[nodiscard]] std::vector<bool> confusablesIn(std::u32string_view text);

} // namespace countersign::text
