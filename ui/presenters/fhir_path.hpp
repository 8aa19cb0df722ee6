// The small part of FHIRPath that citations use: Type.field.field[0].value, and first(). Anything else is not judged.
#pragma once

#include "ui/presenters/json_outline.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::presenters
{

// The lines that the path selects, in order, possibly none; nothing where the path goes beyond the small part.
// In a Bundle, a path that starts with another type is asked of every entry of that type.
[[nodiscard]] std::optional<std::vector<std::size_t>> selectFhirPath(const JsonOutline &outline, std::string_view path);

// A line's value on one line of text: a leaf as written, the usual FHIR types as a reader writes them
// ("5 mg", "Asthma (195967001, SNOMED CT)"). Nothing for anything that one line would cut short.
[[nodiscard]] std::optional<std::string> fhirValue(const JsonOutline &outline, std::size_t line);

// Whether the value is what the citation quotes: the whole, or one of its leaves.
[[nodiscard]] bool holdsValue(const JsonOutline &outline, std::size_t line, std::string_view exact);

} // namespace countersign::presenters
