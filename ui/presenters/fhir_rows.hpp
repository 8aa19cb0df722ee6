// Parts of a resource that read as one row of a table: a component of an observation, a line of a claim, an answer.
// Only where the row says every member that there is; anything else stays a tree. Pure.
#pragma once

#include "ui/presenters/json_outline.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::presenters
{

struct FhirRow {
    struct Part {
        std::string key;   // said before the value where that would not speak for itself; else empty
        std::string value; // as written
    };
    std::string label;      // empty: what the list is called
    bool isCounted = false; // the label is a number of the list: "Item 3" (R-404: never renumbered)
    std::vector<Part> parts;
    std::string origin; // of an answer (DTR information-origin): auto, auto-client, auto-server, override, manual
    bool isAnswer = false;
};

// `key`: of the list that the line stands in, or of the line itself.
[[nodiscard]] std::optional<FhirRow> fhirRow(const JsonOutline &outline, std::size_t line, std::string_view key);

// Of a concept the words, without its codes; of a name, a reference or a leaf what a heading can say. May be empty.
[[nodiscard]] std::string briefly(const JsonOutline &outline, std::size_t line);

} // namespace countersign::presenters
