// When an item is due and when it expires undecided. Pure; any thread.
#pragma once

#include "core/base/instant.hpp"
#include "core/domain/proposal.hpp"
#include "core/policy/policy_document.hpp"

namespace countersign::policy
{

// The earliest deadline that the proposal names, otherwise the rule's default counted from the acceptance.
[[nodiscard]] Instant dueAt(const ActionRule &rule, const domain::Deadline &deadline, Instant acceptedAt);
// The proposal may ask for less time than the rule allows, not for more.
[[nodiscard]] Instant expiresAt(const ActionRule &rule, const domain::Deadline &deadline, Instant acceptedAt);

} // namespace countersign::policy
