// The automatic checks as a policy wants them: for the gateway on receipt, for the console, for countersign-check.
// Pure; any thread.
#pragma once

#include "core/base/instant.hpp"
#include "core/checks/policy.hpp"
#include "core/checks/readings.hpp"
#include "core/domain/finding.hpp"
#include "core/domain/proposal.hpp"
#include "core/policy/policy_document.hpp"

#include <map>
#include <string>
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

// For whoever checks many drafts by one policy: the policy is read once, and a source that comes again is not read anew
// (at most `keptBytesMax` of readings are kept). The findings are those of findingsOf. Any thread, several at once.
class ManyChecks
{
public:
    ManyChecks(const policy::PolicyDocument &policy, std::size_t keptBytesMax);
    [[nodiscard]] std::vector<domain::Finding> findingsOf(const domain::Proposal &proposal, Instant now) const;

private:
    checks::CheckPolicy otherwise_; // of workflows that the policy does not know
    std::map<std::string, checks::CheckPolicy, std::less<>> byWorkflow_;
    mutable checks::Readings known_; // changes the time and nothing else
};

// What a reader must know of each check that is run (clinical.md 9.3).
struct CheckNote {
    std::string_view name, version, cannotKnow;
};
[[nodiscard]] std::vector<CheckNote> checkNotes();

} // namespace countersign::rulebook
