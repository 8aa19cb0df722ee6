// Why FHIR material was not taken. Closed; carries no content.
#pragma once

namespace countersign::fhir
{

enum class FhirError {
    NotJson,        // strict JSON (floats allowed) is asked for
    NotABundle,     // no Bundle, or entries without resources
    NotARequest,    // a Bundle, but no PAS request: its first resource is no preauthorization Claim
    PatientMissing, // the Claim's patient, or any Patient of a chart, is not in the Bundle
    TooLarge        // over a limit of the contract
};

} // namespace countersign::fhir
