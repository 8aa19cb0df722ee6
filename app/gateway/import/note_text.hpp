// A note as people and models write it, taken apart into sections and statements. No word is changed or lost but for
// the headings' own marks. Pure; any thread.
#pragma once

#include "core/domain/proposal.hpp"

#include <string_view>
#include <vector>

namespace countersign::gateway
{

// Headings are words in capitals, alone on a line or before a colon; what stands before the first is "Note".
[[nodiscard]] std::vector<domain::Section> sectionsOfNote(std::string_view note);

// Sentences of one line; an abbreviation, a decimal or an initial does not end one.
[[nodiscard]] std::vector<std::string_view> sentencesOf(std::string_view line);

} // namespace countersign::gateway
