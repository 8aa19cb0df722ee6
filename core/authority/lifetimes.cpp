#include "core/authority/lifetimes.hpp"

#include "core/base/bytes.hpp"
#include "core/crypto/mac.hpp"

#include <algorithm>
#include <array>

namespace countersign::authority
{
namespace
{

using domain::ItemEvent;
using Status = OutcomeReport::Status;

std::optional<ItemChange> advanced(const ItemRecord &item, ItemEvent event, Happening happening)
{
    const auto next = domain::step(item.row.state, event);
    if (!next)
        return std::nullopt;
    ItemChange change{item, {std::move(happening)}};
    change.item.row.state = *next;
    change.item.releaseAt.reset();
    return change;
}

struct Ending {
    Status status;
    ItemEvent event;
    std::string_view word;
};
constexpr std::array endings{
    Ending{Status::Completed, ItemEvent::Complete, "completed"},
    Ending{Status::Failed, ItemEvent::Fail, "failed"},
    Ending{Status::RolledBack, ItemEvent::RollBack, "rolled-back"},
};

const Ending &endingOf(Status status)
{
    return *std::find_if(endings.begin(), endings.end(), [&](const Ending &e) { return e.status == status; });
}

struct RuleRow {
    AgentRule rule;
    int status;
    std::string_view text;
};
constexpr std::array ruleRows{
    RuleRow{AgentRule::OtherAgent, 403, "other-agent"},
    RuleRow{AgentRule::DecidedAlready, 409, "decided-already"},
    RuleRow{AgentRule::NotReleased, 403, "not-released"},
    RuleRow{AgentRule::WrongToken, 403, "wrong-release-token"},
    RuleRow{AgentRule::ReportedAlready, 409, "reported-already"},
};

const RuleRow &rowOf(AgentRule rule)
{
    return *std::find_if(ruleRows.begin(), ruleRows.end(), [&](const RuleRow &row) { return row.rule == rule; });
}

} // namespace

std::optional<ItemChange> release(const ItemRecord &item, const policy::ActionRule &rule, Instant now)
{
    if (!item.releaseAt || *item.releaseAt > now)
        return std::nullopt;
    audit::Release released{item.row.digest, item.policy, rule.requiredSignatures, {}};
    for (const domain::Winner &signature : item.signatures)
        released.decisions.push_back(signature.decisionId);
    return advanced(item, ItemEvent::Release, std::move(released));
}

std::optional<ItemChange> expire(const ItemRecord &item, Instant now)
{
    if (!item.row.expiresAt || *item.row.expiresAt > now)
        return std::nullopt;
    return advanced(item, ItemEvent::Expire, audit::Expired{});
}

std::string_view ruleText(AgentRule rule)
{
    return rowOf(rule).text;
}

int httpStatus(AgentRule rule)
{
    return rowOf(rule).status;
}

std::string_view name(Status status)
{
    return endingOf(status).word;
}

Result<ItemChange, AgentRule> withdraw(const ItemRecord &item, const domain::AgentId &agent)
{
    if (item.row.agent != agent)
        return failure(AgentRule::OtherAgent);
    auto change = advanced(item, ItemEvent::Withdraw, audit::Withdrawn{});
    if (!change)
        return failure(AgentRule::DecidedAlready);
    return *std::move(change);
}

Result<ItemChange, AgentRule> recordOutcome(const ItemRecord &item, const domain::AgentId &agent,
                                            const OutcomeReport &report, const ReleaseFacts &facts)
{
    if (item.row.agent != agent)
        return failure(AgentRule::OtherAgent);
    if (facts.releaseToken.empty())
        return failure(AgentRule::NotReleased);
    if (!crypto::isEqualInConstantTime(asBytes(facts.releaseToken), asBytes(report.releaseToken)))
        return failure(AgentRule::WrongToken);
    if (facts.isReported)
        return failure(AgentRule::ReportedAlready);
    const Ending &ending = endingOf(report.status);
    const audit::Reported reported{std::string(ending.word), report.effectDigest};
    if (auto change = advanced(item, ending.event, reported))
        return *std::move(change);
    // A person ordered the roll-back before the agent reported: the report is kept, the state stays.
    return ItemChange{item, {reported}};
}

} // namespace countersign::authority
