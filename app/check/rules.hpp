// The policy to check by, with the reference that item digests name.
#pragma once

#include "core/domain/decision.hpp"
#include "core/policy/policy_document.hpp"

namespace countersign::check
{

struct Rules {
    policy::PolicyDocument policy;
    domain::PolicyRef reference;
    std::size_t keptReadingsMax = std::size_t{64} << 20; // bytes, of all workers together; sources that come again
};

} // namespace countersign::check
