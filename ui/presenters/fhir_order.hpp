// The order in which a clinician reads a resource: what it says first, how sure it is, then the rest as it was
// written, and what is only for machines last. Every line of the outline comes up exactly once. Pure.
#pragma once

#include "ui/presenters/json_outline.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace countersign::presenters
{

// Lines of the outline, parents before their children.
[[nodiscard]] std::vector<std::size_t> readingOrder(const JsonOutline &outline);

// "value*" names every type that an element may have: valueQuantity, valueString.
[[nodiscard]] bool isNamed(std::string_view key, std::string_view name);

// The line that says what the resource is about (a code, a drug, a patient's name); nothing where none does.
[[nodiscard]] const JsonLine *subjectOf(const JsonOutline &outline, std::size_t resource);

} // namespace countersign::presenters
