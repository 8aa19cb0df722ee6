// What the agent's door says of items and decisions, as JSON.
#pragma once

#include "app/gateway/http_values.hpp"
#include "app/gateway/registrar.hpp"

#include <string_view>

namespace countersign::gateway
{

[[nodiscard]] HttpAnswer answerOf(const ProposalTaken &taken);
[[nodiscard]] HttpAnswer answerOf(const ItemReport &report);
[[nodiscard]] HttpAnswer answerOf(const FinalDecision &decision);

// The verdicts that an agent knows: a declined co-signature sends the draft back.
[[nodiscard]] std::string_view verdictForAgents(domain::Verdict verdict);

// {releaseToken, status, at, effectDigest?, detail?}
[[nodiscard]] Result<authority::OutcomeReport, protocol::WireError> readOutcomeReport(std::string_view body);
// {reason}: why the agent takes its item back.
[[nodiscard]] Result<std::string, protocol::WireError> readWithdrawal(std::string_view body);

} // namespace countersign::gateway
