#include "core/policy/deadlines.hpp"

#include <algorithm>
#include <tuple>

namespace countersign::policy
{

Instant dueAt(const ActionRule &rule, const domain::Deadline &deadline, Instant acceptedAt)
{
    const auto &[clinicalAt, payerAt] = std::tie(deadline.clinicalAt, deadline.payerAt);
    if (clinicalAt && payerAt)
        return std::min(*clinicalAt, *payerAt);
    return clinicalAt.value_or(payerAt.value_or(acceptedAt + rule.dueAfter));
}

Instant expiresAt(const ActionRule &rule, const domain::Deadline &deadline, Instant acceptedAt)
{
    const Instant latest = acceptedAt + rule.expireAfter;
    return std::min(latest, deadline.expiresAt.value_or(latest));
}

} // namespace countersign::policy
