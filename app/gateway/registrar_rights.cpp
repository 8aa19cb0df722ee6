// Who may come and by what rules, as the registrar knows it: read at the start, and anew after each change.
#include "app/gateway/registrar.hpp"
#include "core/base/encoding.hpp"
#include "core/rulebook/policy_codec.hpp"

#include <mutex>

namespace countersign::gateway
{

using store::StoreError;

Stored<Roll> Registrar::readRoll()
{
    const auto agents = store_.agents();
    const auto users = store_.users();
    const auto keys = store_.keys();
    const auto covers = store_.covers();
    if (!covers || !agents || !users || !keys)
        return failure(StoreError::Corrupt);
    Roll roll;
    for (const auto &agent : *agents)
        roll.agents.emplace(hexEncode(agent.tokenHash), authority::AgentGrant{agent.id, agent.workflows});
    for (const auto &user : *users)
        roll.accounts.emplace(user.reviewer.id, Account{user.reviewer, user.passwordHash, user.isDisabled});
    for (const auto &key : *keys) {
        const auto publicKey = crypto::PublicKey::fromBytes(key.publicKey);
        if (!publicKey)
            return failure(StoreError::Corrupt);
        roll.keys.put({key.kid, *publicKey, key.isGateway ? audit::KeyRole::Gateway : audit::KeyRole::Reviewer,
                       key.owner, key.device, key.validFrom, key.revokedAt});
    }
    for (const auto &row : *covers)
        if (!row.endedAt)
            roll.covers[row.signer].push_back(row.cover);
    return roll;
}

// Those of before stay: an item is judged by the policy under which it came.
Stored<std::shared_ptr<const Registrar::Rules>> Registrar::readPolicies()
{
    const auto policies = store_.policies();
    std::shared_ptr<const Rules> newest;
    if (!policies || policies->empty())
        return failure(StoreError::Corrupt);
    for (const auto &row : *policies) {
        auto policy = rulebook::readPolicy(row.document);
        if (!policy)
            return failure(StoreError::Corrupt);
        newest =
            std::make_shared<const Rules>(Rules{rulebook::policyRef(*policy), *policy, rulebook::policyBytes(*policy)});
        policies_.emplace(row.digest, *std::move(policy));
    }
    return newest;
}

Stored<Done> Registrar::loadRights()
{
    auto roll = readRoll();
    auto rules = roll ? readPolicies() : failure(roll.error());
    if (!rules)
        return failure(rules.error());
    const std::unique_lock lock(*lock_);
    roll_ = *std::move(roll);
    rules_ = *std::move(rules);
    return Done{};
}

std::shared_ptr<const Registrar::Rules> Registrar::rules() const
{
    const std::shared_lock lock(*lock_);
    return rules_;
}

std::optional<authority::AgentGrant> Registrar::agentOf(std::string_view token) const
{
    const std::shared_lock lock(*lock_);
    const authority::AgentGrant *grant = roll_.agentOf(token);
    return grant ? std::optional(*grant) : std::nullopt;
}

Stored<bool> Registrar::changeRights(const RightsChange &change, Instant now)
{
    bool isMade = false;
    return inTransaction(
               [&] {
                   return makeChange(store_, change, now).and_then([&](bool made) {
                       isMade = made;
                       return book_.reconcile(store_, audit::headOf(log_, log_.size()), now);
                   });
               },
               now)
        .and_then([&](Done) { return loadRights(); })
        .transform([&](Done) { return isMade; });
}

} // namespace countersign::gateway
