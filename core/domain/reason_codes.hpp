// The coded reasons (clinical.md section 8). Codes are stable; their words live in ui/text.
#pragma once

#include "core/domain/decision.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace countersign::domain
{

struct ReasonCode {
    std::string_view code;
    std::string_view chip; // the English chip text, source of its translation
    Harm usualHarm = Harm::Unstated;
    bool needsComment = false;
};

// For drafts of that kind, in the order of the table; the first nine are the first-level chips.
[[nodiscard]] std::span<const ReasonCode> noteReasons();
[[nodiscard]] std::span<const ReasonCode> priorAuthReasons();
[[nodiscard]] std::span<const ReasonCode> escalationReasons();
[[nodiscard]] std::span<const ReasonCode> reasonsFor(const Draft &draft, Verdict verdict);
[[nodiscard]] bool isReasonCode(std::string_view code);

// Whose an item is that was handed on for that reason (clinical.md 8.5); nothing: the code is none of handing on.
enum class Pool { Specialist, Pharmacist, Privacy, Supervisor, Identity, Security, OutsideTheConsole, Safety, Colleague };
[[nodiscard]] std::optional<Pool> poolFor(std::string_view code);

// "At least one with reject, return, escalate, roll-back" (decision.schema.json); at most three (clinical.md 8).
[[nodiscard]] bool requiresReason(Verdict verdict);
inline constexpr std::size_t reasonCountMax = 3;
inline constexpr std::size_t commentLengthMax = 4000; // code points

} // namespace countersign::domain
