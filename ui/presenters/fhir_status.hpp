// What changes the meaning of a resource, in words: never left out, never only a colour. A resource that was
// entered in error, refuted or not to be done says so in its heading. Pure; gui thread only because of tr.
#pragma once

#include "ui/presenters/json_outline.hpp"
#include "ui/presenters/text_page.hpp"

#include <vector>

namespace countersign::presenters
{

struct FhirStatus {
    std::vector<Chip> chips;
    bool isVoid = false; // entered in error, refuted, or not to be done: shown struck out
};

// Of the resource that stands at that line.
[[nodiscard]] FhirStatus statusOf(const JsonOutline &outline, std::size_t resource);

} // namespace countersign::presenters
