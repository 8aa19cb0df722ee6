// The contract's words for the enums that cross a boundary: "approve-edited", "awaiting-cosign", "high".
// One table per enum; parse accepts exactly what name returns.
#pragma once

#include "core/domain/decision.hpp"
#include "core/domain/finding.hpp"
#include "core/domain/item_lifecycle.hpp"
#include "core/domain/receipt.hpp"
#include "core/domain/reviewer.hpp"
#include "core/domain/standing.hpp"
#include "core/domain/tier.hpp"

#include <optional>
#include <string_view>

namespace countersign::domain
{

[[nodiscard]] std::string_view name(Tier value);
[[nodiscard]] std::string_view name(ItemState value);
[[nodiscard]] std::string_view name(Verdict value);
[[nodiscard]] std::string_view name(Meaning value);
[[nodiscard]] std::string_view name(Harm value); // Unstated has no word: ""
[[nodiscard]] std::string_view name(AuthComponent value);
[[nodiscard]] std::string_view name(Change::Op value);
[[nodiscard]] std::string_view name(Change::Class value);
[[nodiscard]] std::string_view name(FindingView::Resolution value);
[[nodiscard]] std::string_view name(Outcome value);
[[nodiscard]] std::string_view name(Role value);
[[nodiscard]] std::string_view name(Standing value); // "Stored", …
[[nodiscard]] std::string_view name(Severity value);
[[nodiscard]] std::string_view name(ResolvableBy value);
[[nodiscard]] std::string_view name(Patient::Sex value);
[[nodiscard]] std::string_view name(Patient::AllergyStatus value);
[[nodiscard]] std::string_view name(Allergy::Criticality value);
[[nodiscard]] std::string_view name(Allergy::Status value);
[[nodiscard]] std::string_view name(Statement::Style value);
[[nodiscard]] std::string_view name(Statement::Basis value);
[[nodiscard]] std::string_view name(Answer::Origin value);
[[nodiscard]] std::string_view name(Criterion::Status value);
[[nodiscard]] std::string_view name(Source::Kind value);
[[nodiscard]] std::string_view name(Source::MediaType value);
[[nodiscard]] std::string_view name(TraceStep::Kind value);
[[nodiscard]] std::string_view name(TraceStep::PhiShare value);
[[nodiscard]] std::string_view name(TraceStep::Status value);
[[nodiscard]] std::string_view name(Risk::Samd value);
[[nodiscard]] std::string_view name(PeerFinding::Severity value);

// parse<Verdict>("approve"); nothing for a word that is not in the table (and never for the empty word).
template <class Enum>
[[nodiscard]] std::optional<Enum> parse(std::string_view word);

} // namespace countersign::domain
