// What the measurements share. Data come from $COUNTERSIGN_DATA.
#pragma once

#include "core/checks/registry.hpp"
#include "core/protocol/proposal_codec.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace countersign::bench
{

[[nodiscard]] std::string contentOf(const std::filesystem::path &file);
[[nodiscard]] std::vector<std::string> linesOf(const std::filesystem::path &file);
[[nodiscard]] std::vector<domain::Proposal> proposalsOf(const std::filesystem::path &file);
[[nodiscard]] std::vector<domain::Finding> findingsOf(const domain::Proposal &proposal);

// The conversation of a mock consultation, its two speakers merged.
[[nodiscard]] std::string transcriptOf(const std::filesystem::path &folder);

// Recall per fault class; missed faults are listed.
void measureSeededFaults(const std::filesystem::path &data, bool isVerbose);
// How well findings part the AI lines that clinicians called wrong from those that they called right.
void measureLabelledLines(const std::filesystem::path &data);
// Recall on faults that this program puts in, by class and by half of the notes.
void measureMutatedNotes(const std::filesystem::path &data, bool isVerbose);
// Opposite orders between drafts about one visit.
void measureOpposites(const std::filesystem::path &data);
// Time against length, for texts of one hostile shape.
void measureHostileShapes();

} // namespace countersign::bench
