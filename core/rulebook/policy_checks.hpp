// The automatic checks as a policy wants them: for the gateway on receipt, for the console, for countersign-check.
// Pure; any thread.
#pragma once

#include "core/base/instant.hpp"
#include "core/checks/policy.hpp"
#include "core/domain/finding.hpp"
#include "core/domain/proposal.hpp"
#include "core/policy/policy_document.hpp"

#include <string_view>
#include <vector>

namespace countersign::rulebook
{

// The severities, the silenced codes and the function that the workflow declares.
[[nodiscard]] checks::CheckPolicy checkPolicyFor(const policy::PolicyDocument &policy,
                                                 const domain::WorkflowId &workflow);

// As of the moment when the draft was proposed, so that the same bytes have the same findings wherever and whenever
// they are checked; `now` is another moment to look from.
[[nodiscard]] std::vector<domain::Finding> findingsOf(const domain::Proposal &proposal,
                                                      const policy::PolicyDocument &policy);
[[nodiscard]] std::vector<domain::Finding> findingsOf(const domain::Proposal &proposal,
                                                      const policy::PolicyDocument &policy, Instant now);

// What a reader must know of each check that is run (clinical.md 9.3).
struct CheckNote {
    std::string_view name, version, cannotKnow;
};
[[nodiscard]] std::vector<CheckNote> checkNotes();

} // namespace countersign::rulebook
