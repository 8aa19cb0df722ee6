// JSON as readable blocks: FHIR resources as cards (what it is and how sure, its members in reading order, rows where
// parts read as a table), anything else as a tidy tree.
// Every member is shown, known or not.
#pragma once

#include "ui/presenters/json_outline.hpp"
#include "ui/presenters/text_page.hpp"
#include "ui/presenters/trend.hpp"

#include <string_view>

namespace countersign::presenters
{

enum class JsonStyle {
    Fhir, // cards
    Plain // names as written
};

struct JsonPage {
    TextBlocks blocks;
    std::vector<std::size_t> lines; // of each block: the line of the outline that it shows, or noLine
};
inline constexpr std::size_t noLine = static_cast<std::size_t>(-1);

[[nodiscard]] JsonPage describeJson(const JsonOutline &outline, JsonStyle style);

// In front of the page: each kind of measurement over time, as a chart and as the table behind it.
void addTrends(JsonPage &page, const std::vector<Measurement> &measurements);

// The blocks that show that line or lie within it.
[[nodiscard]] std::vector<int> blocksOf(const JsonPage &page, const JsonOutline &outline, std::size_t line);

} // namespace countersign::presenters
