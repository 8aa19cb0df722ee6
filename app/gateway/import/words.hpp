// Words of clinical English brought to a form in which speech and writing can be compared. Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace countersign::gateway
{

// The words that carry content, lower-case, without their endings, spoken numbers below a hundred as digits:
// "She takes seventy five milligrams" gives take, 75, milligram.
[[nodiscard]] std::vector<std::string> contentWords(std::string_view text);

} // namespace countersign::gateway
