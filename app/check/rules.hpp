// The policy to check by, with the reference that item digests name.
#pragma once

#include "core/domain/decision.hpp"
#include "core/policy/policy_document.hpp"

namespace countersign::check
{

struct Rules {
    policy::PolicyDocument policy;
    domain::PolicyRef reference;
};

} // namespace countersign::check
