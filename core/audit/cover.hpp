// Whether a statement's "on behalf of" is so. The gateway and the verifier ask the same function. Pure.
#pragma once

#include "core/domain/decision.hpp"
#include "core/domain/reviewer.hpp"

#include <span>

namespace countersign::audit
{

// Nobody is named; or one of these covers of the signer's, none of them ended before its time, names that person by
// both id and printed name, and counted when the statement was signed. A seal is nobody's.
[[nodiscard]] bool isCovered(const domain::DecisionStatement &statement, std::span<const domain::Cover> covers);

} // namespace countersign::audit
