// Whether a draft names a controlled substance (21 CFR 1308, schedules II to V). A short table of generic and common
// brand names: it exists to refuse, so that a prescription goes to a certified system, not to classify drugs.
// Pure; any thread.
#pragma once

#include "core/domain/proposal.hpp"

#include <string_view>

namespace countersign::policy
{

[[nodiscard]] bool namesControlledSubstance(std::string_view text);
[[nodiscard]] bool namesControlledSubstance(const domain::Draft &draft);

} // namespace countersign::policy
