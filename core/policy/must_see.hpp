// Which statements of a draft ask for a person's eye: those that must have been in view with their source, or marked as
// checked, before an item of a high tier is approved, and the few that are marked as the riskiest.
// Lexical, by words and places; it cannot judge relevance (clinical.md 9.3). Pure; any thread.
#pragma once

#include "core/domain/finding.hpp"
#include "core/domain/proposal.hpp"
#include "core/domain/tier.hpp"

#include <span>
#include <vector>

namespace countersign::policy
{

inline constexpr std::size_t riskiestMax = 5;

// Doses, allergies, sides, diagnoses, plans, dates of follow-up, claims without a source; in the order of the draft.
// Below the high tier there is no gate: empty.
[[nodiscard]] std::vector<domain::StatementId> mustSee(domain::Tier tier, const domain::Draft &draft);

// The riskiest first; at most riskiestMax.
[[nodiscard]] std::vector<domain::StatementId> riskiest(const domain::Draft &draft,
                                                        std::span<const domain::Finding> findings);

} // namespace countersign::policy
