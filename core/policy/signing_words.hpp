// What a signature means and the sentence that stands above it (21 CFR 11.50: a closed list of meanings, R-105).
// The sentence is signed, so it has a stable id and one wording; a new wording gets a new id. Pure; any thread.
#pragma once

#include "core/domain/decision.hpp"
#include "core/domain/reviewer.hpp"

namespace countersign::policy
{

[[nodiscard]] domain::Meaning meaningOf(domain::Verdict verdict, domain::Role role);
[[nodiscard]] domain::LegalStatement legalFor(domain::Verdict verdict);

} // namespace countersign::policy
