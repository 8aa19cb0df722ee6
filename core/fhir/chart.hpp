// A patient-centred Bundle (such as Synthea's) as a proposal to update the intake summary: active problems,
// medicines, allergies and the newest results, each citing its resource; the rest is listed as known and not read.
#pragma once

#include "core/domain/proposal.hpp"
#include "core/fhir/draft_builder.hpp"

namespace countersign::fhir
{

[[nodiscard]] Result<domain::Proposal, FhirError> proposalFromChart(std::string_view bundle,
                                                                    const ImportContext &context);

} // namespace countersign::fhir
