// Invented proposals: small, whole, and different from each other by their number.
#pragma once

#include "core/domain/proposal.hpp"

namespace countersign::support
{

[[nodiscard]] domain::Proposal sampleProposal(int number);

} // namespace countersign::support
