// policy.json: the rule book as an organisation writes it, read as strictly as anything from outside.
// Pure; any thread.
#pragma once

#include "core/base/result.hpp"
#include "core/domain/decision.hpp"
#include "core/policy/policy_document.hpp"
#include "core/protocol/wire_error.hpp"

#include <string>
#include <string_view>
#include <variant>

namespace countersign::rulebook
{

// What is wrong with a policy that is well written.
enum class PolicyFault {
    NoWorkflow,
    RepeatedWorkflow,
    RepeatedAction,
    RepeatedRole,
    NoApprover,       // an action that nobody could ever approve
    UnknownWorkflow,  // a role sees a workflow that is not there
    ExpiresBeforeDue, // it would always expire before it is due
};
[[nodiscard]] std::string_view faultText(PolicyFault fault);

using PolicyError = std::variant<protocol::WireError, PolicyFault>;
// "rule at /place" or the fault's own words; never content.
[[nodiscard]] std::string describe(const PolicyError &error);

[[nodiscard]] Result<policy::PolicyDocument, PolicyError> readPolicy(std::string_view json);

// In canonical form; its digest is what items and decisions name.
[[nodiscard]] std::string policyBytes(const policy::PolicyDocument &policy);
// The same for people to read and change, a line for each member.
[[nodiscard]] std::string policyText(const policy::PolicyDocument &policy);
[[nodiscard]] domain::PolicyRef policyRef(const policy::PolicyDocument &policy);

} // namespace countersign::rulebook
