// What members of FHIR resources are called; one that is not known by the words of its name. gui thread because of tr.
#pragma once

#include <QString>

#include <string_view>

namespace countersign::presenters
{

// "birthDate" → "Born", "effectiveDateTime" → "When", "somethingOdd" → "Something odd".
[[nodiscard]] QString fhirLabel(std::string_view key);

// "AllergyIntolerance" → "Allergy".
[[nodiscard]] QString fhirTypeName(std::string_view resourceType);

// A date or a time as a reader writes it (05 Mar 2026); anything else, and any partial date, as it is written.
[[nodiscard]] QString fhirText(std::string_view key, std::string_view value);

} // namespace countersign::presenters
