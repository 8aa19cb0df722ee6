// All checks, in one place. `runChecks` is the only way in: the gateway, the console and countersign-check call it with
// the same arguments and get the same findings. Pure; any thread.
#pragma once

#include "core/checks/check.hpp"

#include <span>

namespace countersign::checks
{

[[nodiscard]] std::span<const Check *const> allChecks();

// Ordered by severity, the worst first, then by place in the draft. Two equal findings are one. Ids are stable: the
// same fault has the same id in every run. Readings that are kept from draft to draft change the time and nothing else.
[[nodiscard]] std::vector<domain::Finding> runChecks(const domain::Proposal &proposal, const CheckPolicy &policy,
                                                     Instant now, Readings *known = nullptr);

// Findings that were made elsewhere, with severity by policy, ids and ways out as all have them; in the same order.
[[nodiscard]] std::vector<domain::Finding> settled(std::vector<domain::Finding> findings, const CheckPolicy &policy);
inline constexpr std::string_view queueCheckName = "queue"; // of the findings of queue_print

// How much each statement deserves a look, in the order of the draft, from 0: its findings, the worst first, and the
// share of its words that the sources do not bear out where they stand together. Nothing in it is fitted to data.
struct Attention {
    domain::StatementId statement;
    double score = 0;
};
[[nodiscard]] std::vector<Attention> attentionOf(const domain::Proposal &proposal, const CheckPolicy &policy,
                                                 Instant now);

} // namespace countersign::checks
