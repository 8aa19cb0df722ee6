// Reading elements out of FHIR R4 JSON. Pure; any thread. Text is UTF-8; numbers come as they were written.
#pragma once

#include "core/protocol/json.hpp"

#include <string>
#include <string_view>

namespace countersign::fhir
{

// The element at a simple path: names with indexes, the resource's type in front or not
// ("Observation.valueQuantity.value", "name[0].family"). Null where there is none.
[[nodiscard]] const protocol::Json *elementAt(const protocol::Json &resource, std::string_view path);
// Its text: strings, numbers and booleans; empty for anything else.
[[nodiscard]] std::string textAt(const protocol::Json &resource, std::string_view path);

[[nodiscard]] std::string typeOf(const protocol::Json &resource);

// Where a CodeableConcept at that path says what it means (text, else the first coding's display, else its code), as
// the path below the resource; empty when it says nothing.
[[nodiscard]] std::string conceptPath(const protocol::Json &resource, const std::string &path);

} // namespace countersign::fhir
