#include "core/policy/tiers.hpp"

#include <algorithm>

namespace countersign::policy
{

using domain::Tier;

TierJudgement tierFor(const PolicyDocument &policy, const domain::Proposal &proposal)
{
    const ActionRule *rule = findAction(policy, proposal.workflow, proposal.action.type);
    std::vector<std::pair<TierRule, Tier>> asked{{TierRule::Policy, rule ? rule->tier : Tier::Critical}};
    if (proposal.risk.tier)
        asked.emplace_back(TierRule::AgentView, *proposal.risk.tier);
    if (proposal.action.reversible == false)
        asked.emplace_back(TierRule::Irreversible, Tier::High);

    const auto byTier = [](const auto &a, const auto &b) { return a.second < b.second; };
    TierJudgement judgement{.tier = std::max_element(asked.begin(), asked.end(), byTier)->second, .rules = {}};
    for (const auto &[name, tier] : asked) {
        if (tier == judgement.tier)
            judgement.rules.push_back(name);
    }
    return judgement;
}

std::vector<std::string> tierRules(const PolicyDocument &policy, const domain::Item &item)
{
    const TierJudgement judgement = tierFor(policy, item.proposal);
    if (judgement.tier != item.tier)
        return {"gateway"};
    std::vector<std::string> names;
    for (const TierRule rule : judgement.rules)
        names.emplace_back(rule == TierRule::Policy      ? "policy"
                           : rule == TierRule::AgentView ? "agent-view"
                                                         : "irreversible");
    return names;
}

} // namespace countersign::policy
