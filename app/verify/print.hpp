// The report for people and for machines.
#pragma once

#include "app/verify/verify.hpp"

#include <string>

namespace countersign::verify
{

// What was checked, with counts, then VALID or each fault: one a line, "FILE:LINE: SENTENCE".
[[nodiscard]] std::string plainText(const Report &report);
// {"valid":…,"pinned":…,"checked":{…},"faults":[{"file":…,"line":…,"rule":…,"sentence":…}],"notes":[…]} and a line
// feed.
[[nodiscard]] std::string jsonText(const Report &report);

// A file's or person's name as it may be shown: what could confuse a terminal is written \xNN, and long names are cut.
[[nodiscard]] std::string printable(std::string_view path);

} // namespace countersign::verify
