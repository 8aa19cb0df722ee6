// Da Vinci PAS (2.2) request Bundles as proposals: the Bundle travels untouched as the draft, its facts become
// statements that cite the resource and the path they came from. Pure; any thread.
#pragma once

#include "core/domain/proposal.hpp"
#include "core/fhir/draft_builder.hpp"

namespace countersign::fhir
{

[[nodiscard]] Result<domain::Proposal, FhirError> proposalFromPasRequest(std::string_view bundle,
                                                                         const ImportContext &context);

} // namespace countersign::fhir
