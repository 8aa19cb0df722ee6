// What the contract demands of a proposal beyond its schema ("Rules that a schema cannot say" and the limits that
// count across lists). Digests are compared in core/authority, which can compute them. Pure; any thread.
#pragma once

#include "core/domain/proposal.hpp"
#include "core/protocol/wire_error.hpp"

#include <optional>

namespace countersign::protocol
{

[[nodiscard]] std::optional<WireError> brokenRule(const domain::Proposal &proposal);

} // namespace countersign::protocol
