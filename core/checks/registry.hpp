// All checks, in one place. `runChecks` is the only way in: the gateway, the console and countersign-check call it with
// the same arguments and get the same findings. Pure; any thread.
#pragma once

#include "core/checks/check.hpp"

#include <span>

namespace countersign::checks
{

[[nodiscard]] std::span<const Check *const> allChecks();

// Ordered by severity, the worst first, then by place in the draft. Two equal findings are one. Ids are stable: the
// same fault has the same id in every run.
[[nodiscard]] std::vector<domain::Finding> runChecks(const domain::Proposal &proposal, const CheckPolicy &policy,
                                                     Instant now);

} // namespace countersign::checks
