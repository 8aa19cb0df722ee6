// What happens to an item without a person: time passes, the agent takes it back or reports. Pure; any thread.
#pragma once

#include "core/authority/item_record.hpp"
#include "core/base/result.hpp"
#include "core/policy/policy_document.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace countersign::authority
{

// When the hold window is over, under the rule by which it was signed. Nothing: not now.
[[nodiscard]] std::optional<ItemChange> release(const ItemRecord &item, const policy::ActionRule &rule, Instant now);
// When nobody decided in time, or nobody co-signed: never an approval (law 1). Nothing: not now.
[[nodiscard]] std::optional<ItemChange> expire(const ItemRecord &item, Instant now);

enum class AgentRule {
    OtherAgent,      // 403: not its item
    DecidedAlready,  // 409: too late to withdraw
    NotReleased,     // 403: there is nothing to report on
    WrongToken,      // 403
    ReportedAlready, // 409
};
[[nodiscard]] std::string_view ruleText(AgentRule rule);
[[nodiscard]] int httpStatus(AgentRule rule);

// The agent takes its own undecided item back.
[[nodiscard]] Result<ItemChange, AgentRule> withdraw(const ItemRecord &item, const domain::AgentId &agent);

// {releaseToken, status, at, effectDigest?, detail?} of agent-api.md.
struct OutcomeReport {
    enum class Status { Completed, Failed, RolledBack };
    std::string releaseToken;
    Status status = Status::Completed;
    std::string at; // an instant as it was written
    domain::Digest effectDigest;
    std::string detail;
    bool operator==(const OutcomeReport &) const = default;
};
[[nodiscard]] std::string_view name(OutcomeReport::Status status);

// `releaseToken` is the item's own; empty before its release and after its one use.
struct ReleaseFacts {
    std::string_view releaseToken;
    bool isReported = false;
};
[[nodiscard]] Result<ItemChange, AgentRule> recordOutcome(const ItemRecord &item, const domain::AgentId &agent,
                                                          const OutcomeReport &report, const ReleaseFacts &facts);

} // namespace countersign::authority
