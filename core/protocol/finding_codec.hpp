// Findings of the automatic checks as JSON (finding.schema.json). Pure; any thread.
#pragma once

#include "core/base/result.hpp"
#include "core/domain/finding.hpp"
#include "core/protocol/json.hpp"
#include "core/protocol/wire_error.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace countersign::protocol
{

[[nodiscard]] Json encodeFindings(const std::vector<domain::Finding> &findings);

// One array, for the stores of both ends.
[[nodiscard]] std::string findingsBytes(const std::vector<domain::Finding> &findings);
[[nodiscard]] Result<std::vector<domain::Finding>, WireError> readFindings(std::string_view bytes);

} // namespace countersign::protocol
