#include "core/policy/policy_document.hpp"

#include <algorithm>

namespace countersign::policy
{
namespace
{

template <class Range, class Holds>
auto findIn(const Range &range, Holds holds) -> decltype(&*range.begin())
{
    const auto found = std::find_if(range.begin(), range.end(), holds);
    return found == range.end() ? nullptr : &*found;
}

} // namespace

const Workflow *findWorkflow(const PolicyDocument &policy, const domain::WorkflowId &id)
{
    return findIn(policy.workflows, [&](const Workflow &workflow) { return workflow.id == id; });
}

const ActionRule *findAction(const PolicyDocument &policy, const domain::WorkflowId &workflow,
                             const domain::ActionType &type)
{
    const Workflow *found = findWorkflow(policy, workflow);
    if (!found)
        return nullptr;
    const ActionRule *rule = findIn(found->actions, [&](const ActionRule &r) { return r.type == type; });
    return rule ? rule : findIn(found->actions, [](const ActionRule &r) { return r.type.text() == anyAction; });
}

const RoleRule *findRole(const PolicyDocument &policy, domain::Role role)
{
    return findIn(policy.roles, [&](const RoleRule &rule) { return rule.role == role; });
}

bool mayBreakGlass(const PolicyDocument &policy, domain::Role role)
{
    const RoleRule *rule = findRole(policy, role);
    return rule && !rule->verdicts.empty() && !rule->workflows.empty();
}

bool maySee(const PolicyDocument &policy, domain::Role role, const domain::WorkflowId &workflow)
{
    const RoleRule *rule = findRole(policy, role);
    return rule && std::find(rule->workflows.begin(), rule->workflows.end(), workflow) != rule->workflows.end();
}

} // namespace countersign::policy
