// JSON as readable blocks: FHIR resources as labelled fields under headings, anything else as a tidy tree.
// Every member is shown, known or not.
#pragma once

#include "ui/presenters/json_outline.hpp"
#include "ui/presenters/text_page.hpp"

#include <string_view>

namespace countersign::presenters
{

enum class JsonStyle {
    Fhir, // labels as words, the usual types on one line
    Plain // names as written
};

struct JsonPage {
    TextBlocks blocks;
    std::vector<std::size_t> lines; // of each block: the line of the outline that it shows
};

[[nodiscard]] JsonPage describeJson(const JsonOutline &outline, JsonStyle style);

// The blocks that show that line or lie within it.
[[nodiscard]] std::vector<int> blocksOf(const JsonPage &page, const JsonOutline &outline, std::size_t line);

} // namespace countersign::presenters
