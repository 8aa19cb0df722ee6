// What an organisation rules about agents' actions, as a value. The gateway reads it from policy.json
// (core/authority); both ends judge by it. Pure; any thread.
#pragma once

#include "core/domain/decision.hpp"
#include "core/domain/finding.hpp"
#include "core/domain/proposal.hpp"
#include "core/domain/reviewer.hpp"
#include "core/domain/tier.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::policy
{

// The action type that stands for every type its workflow does not list.
inline constexpr std::string_view anyAction = "*";

struct ActionRule {
    domain::ActionType type;
    domain::Tier tier = domain::Tier::High; // the least; see tiers.hpp
    std::int64_t requiredSignatures = 1;    // of different people
    std::vector<domain::Role> approvers;    // who may approve, edit and approve, or co-sign
    std::chrono::seconds hold{0};           // between the last signature and the release
    std::chrono::seconds dueAfter{0};       // where the proposal names no deadline
    std::chrono::seconds expireAfter{0};    // undecided, counted from its acceptance
    bool signsPrescription = false;         // then controlled substances are refused
    bool operator==(const ActionRule &) const = default;
};

struct Workflow {
    domain::WorkflowId id;
    domain::Risk::Samd functionClass = domain::Risk::Samd::NonDeviceCds; // the most that its agents may declare
    std::vector<ActionRule> actions;
    bool operator==(const Workflow &) const = default;
};

// A role that has no rule sees nothing and may do nothing.
struct RoleRule {
    domain::Role role = domain::Role::Auditor;
    std::vector<domain::Verdict> verdicts;
    domain::Tier approvesUpTo = domain::Tier::Low;
    std::vector<domain::WorkflowId> workflows; // which it sees
    bool operator==(const RoleRule &) const = default;
};

// What an organisation rules about the findings of the automatic checks.
struct SeverityRule {
    std::string code;
    domain::Severity severity = domain::Severity::Warning; // in place of the check's own
    bool operator==(const SeverityRule &) const = default;
};
// An item with such a finding is of that tier at least: by its code, or by its severity or a worse one.
struct RaisingRule {
    std::string code; // empty: any
    domain::Severity severity = domain::Severity::Info;
    domain::Tier tier = domain::Tier::High;
    bool operator==(const RaisingRule &) const = default;
};
struct FindingRules {
    std::vector<SeverityRule> severities;
    std::vector<std::string> silenced; // codes
    std::vector<RaisingRule> raising;
    bool operator==(const FindingRules &) const = default;
};

struct PolicyDocument {
    std::string id;
    std::string version;
    std::vector<Workflow> workflows;
    std::vector<RoleRule> roles;
    // How far ahead of the gateway a statement's unverified clock may be.
    std::chrono::seconds clockSkewMax{0};
    FindingRules findings = {};
    bool tokenRequired = false; // a password signs nothing: every signature takes the token that its signer carries
    bool operator==(const PolicyDocument &) const = default;
};

// Null where the policy has none.
[[nodiscard]] const Workflow *findWorkflow(const PolicyDocument &policy, const domain::WorkflowId &id);
[[nodiscard]] const ActionRule *findAction(const PolicyDocument &policy, const domain::WorkflowId &workflow,
                                           const domain::ActionType &type);
[[nodiscard]] const RoleRule *findRole(const PolicyDocument &policy, domain::Role role);

// Whether that role sees the items of that workflow.
[[nodiscard]] bool maySee(const PolicyDocument &policy, domain::Role role, const domain::WorkflowId &workflow);

// Whether that role may ask to see more in an emergency: one that decides something. Who works with no patient sees
// none.
[[nodiscard]] bool mayBreakGlass(const PolicyDocument &policy, domain::Role role);

// What `init` writes for an organisation to change: three workflows, seven roles.
[[nodiscard]] PolicyDocument startingPolicy();

} // namespace countersign::policy
