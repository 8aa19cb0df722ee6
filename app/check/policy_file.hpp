// What countersign-check takes from a policy file: its name, version and digest, the function that each workflow
// allows, and, under "findings", severities and silenced codes.
#pragma once

#include "core/base/result.hpp"
#include "core/checks/policy.hpp"
#include "core/domain/decision.hpp"
#include "core/domain/proposal.hpp"

#include <map>
#include <string>
#include <string_view>

namespace countersign::check
{

struct Policy {
    domain::PolicyRef reference;
    std::map<std::string, int, std::less<>> functionClasses; // by workflow
    checks::CheckPolicy findings;

    [[nodiscard]] checks::CheckPolicy forWorkflow(const domain::WorkflowId &workflow) const;
};

enum class PolicyFileError { NotJson, NoSuchSeverity };

// The rules of a new organisation.
[[nodiscard]] Policy startingRules();
[[nodiscard]] Result<Policy, PolicyFileError> readPolicyFile(std::string_view bytes);

} // namespace countersign::check
