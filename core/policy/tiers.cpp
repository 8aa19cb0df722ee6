#include "core/policy/tiers.hpp"

#include <algorithm>

namespace countersign::policy
{

using domain::Tier;

namespace
{

bool meets(const domain::Finding &finding, const RaisingRule &rule)
{
    return (rule.code.empty() || rule.code == finding.code) && finding.severity >= rule.severity;
}

bool isBasisMissing(const domain::Proposal &proposal)
{
    return proposal.trace.empty() && proposal.agent.promptDigest.isEmpty()
           && std::none_of(proposal.sources.begin(), proposal.sources.end(),
                           [](const domain::Source &source) { return source.read; });
}

} // namespace

TierJudgement tierFor(const PolicyDocument &policy, const domain::Proposal &proposal,
                      const std::vector<domain::Finding> &findings)
{
    const ActionRule *rule = findAction(policy, proposal.workflow, proposal.action.type);
    std::vector<std::pair<TierRule, Tier>> asked{{TierRule::Policy, rule ? rule->tier : Tier::Critical}};
    if (proposal.risk.tier)
        asked.emplace_back(TierRule::AgentView, *proposal.risk.tier);
    if (proposal.action.reversible == false)
        asked.emplace_back(TierRule::Irreversible, Tier::High);
    for (const RaisingRule &raising : policy.findings.raising) {
        if (std::any_of(findings.begin(), findings.end(), [&](const auto &finding) { return meets(finding, raising); }))
            asked.emplace_back(TierRule::Finding, raising.tier);
    }

    const bool isLow =
        std::all_of(asked.begin(), asked.end(), [](const auto &each) { return each.second < Tier::Moderate; });
    if (isLow && isBasisMissing(proposal))
        asked.emplace_back(TierRule::BasisMissing, Tier::Moderate);
    const auto byTier = [](const auto &a, const auto &b) { return a.second < b.second; };
    TierJudgement judgement{.tier = std::max_element(asked.begin(), asked.end(), byTier)->second, .rules = {}};
    for (const auto &[name, tier] : asked) {
        const bool isNamed = std::find(judgement.rules.begin(), judgement.rules.end(), name) != judgement.rules.end();
        if (tier == judgement.tier && !isNamed)
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
        names.emplace_back(rule == TierRule::Policy         ? "policy"
                           : rule == TierRule::AgentView    ? "agent-view"
                           : rule == TierRule::BasisMissing ? "basis-missing"
                                                            : "irreversible");
    return names;
}

} // namespace countersign::policy
