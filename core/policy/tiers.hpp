// How much harm an action could do (R-305: a tier names the rules that set it). Pure; any thread.
#pragma once

#include "core/domain/item.hpp"
#include "core/domain/proposal.hpp"
#include "core/policy/policy_document.hpp"

#include <string>
#include <vector>

namespace countersign::policy
{

enum class TierRule {
    Policy,       // the action's own tier
    AgentView,    // the agent thinks that it is more; it can never make it less
    Irreversible, // the agent says that it cannot be undone: at least high
    Finding,      // what the automatic checks found, as far as the policy lets it raise the tier
    BasisMissing, // no source read, no step, no prompt: never low
};

struct TierJudgement {
    domain::Tier tier = domain::Tier::Critical;
    std::vector<TierRule> rules; // those that ask for this very tier
    bool operator==(const TierJudgement &) const = default;
};

// An action that no rule names is critical.
[[nodiscard]] TierJudgement tierFor(const PolicyDocument &policy, const domain::Proposal &proposal,
                                    const std::vector<domain::Finding> &findings = {});
// The rules that set an accepted item's tier, by stable names; "gateway" where it raised the tier beyond them.
[[nodiscard]] std::vector<std::string> tierRules(const PolicyDocument &policy, const domain::Item &item);

} // namespace countersign::policy
