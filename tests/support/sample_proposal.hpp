// Invented proposals: small, whole, and different from each other by their number.
#pragma once

#include "core/domain/proposal.hpp"

namespace countersign::support
{

[[nodiscard]] domain::Proposal sampleProposal(int number);
// With a faxed referral beside its sources, whose content has that digest.
[[nodiscard]] domain::Proposal withFax(domain::Proposal proposal, const domain::Digest &content);

} // namespace countersign::support
