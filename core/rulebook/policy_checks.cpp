#include "core/rulebook/policy_checks.hpp"

#include "core/checks/registry.hpp"

namespace countersign::rulebook
{

checks::CheckPolicy checkPolicyFor(const policy::PolicyDocument &policy, const domain::WorkflowId &workflow)
{
    checks::CheckPolicy rules;
    for (const policy::SeverityRule &rule : policy.findings.severities)
        rules.severities.insert_or_assign(rule.code, rule.severity);
    rules.silenced.insert(policy.findings.silenced.begin(), policy.findings.silenced.end());
    if (const policy::Workflow *known = policy::findWorkflow(policy, workflow))
        rules.functionClass = static_cast<int>(known->functionClass);
    return rules;
}

std::vector<domain::Finding> findingsOf(const domain::Proposal &proposal, const policy::PolicyDocument &policy)
{
    return findingsOf(proposal, policy, proposal.proposedAt);
}

std::vector<domain::Finding> findingsOf(const domain::Proposal &proposal, const policy::PolicyDocument &policy,
                                        Instant now)
{
    return checks::runChecks(proposal, checkPolicyFor(policy, proposal.workflow), now);
}

ManyChecks::ManyChecks(const policy::PolicyDocument &policy, std::size_t keptBytesMax)
    : otherwise_(checkPolicyFor(policy, domain::WorkflowId())), known_(keptBytesMax)
{
    for (const policy::Workflow &workflow : policy.workflows)
        byWorkflow_.insert_or_assign(workflow.id.text(), checkPolicyFor(policy, workflow.id));
}

std::vector<domain::Finding> ManyChecks::findingsOf(const domain::Proposal &proposal, Instant now) const
{
    const auto ruled = byWorkflow_.find(proposal.workflow.text());
    return checks::runChecks(proposal, ruled == byWorkflow_.end() ? otherwise_ : ruled->second, now, &known_);
}

std::vector<CheckNote> checkNotes()
{
    std::vector<CheckNote> notes;
    for (const checks::Check *check : checks::allChecks())
        notes.push_back({check->name, check->version, check->cannotKnow});
    return notes;
}

} // namespace countersign::rulebook
