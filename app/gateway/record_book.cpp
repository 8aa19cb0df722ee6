#include "app/gateway/record_book.hpp"

#include "core/base/encoding.hpp"
#include "core/rulebook/policy_codec.hpp"

namespace countersign::gateway
{
namespace
{

using store::StoreError;
using store::gateway::GatewayStore;

// The registry's records hold nothing of a patient and are never erased: their salt hides nothing.
constexpr audit::Salt openSalt{};

} // namespace

void RecordBook::replay(const audit::Record &record)
{
    std::visit(Overload{
                   [&](const audit::KeyEnrolled &enrolled) { keys_[enrolled.key.kid] = false; },
                   [&](const audit::KeyRevoked &revoked) { keys_[revoked.kid] = true; },
                   [&](const audit::AccountAdded &added) { accounts_[added.id] = {added.role, false}; },
                   [&](const audit::AccountDisabled &disabled) { accounts_[disabled.id].isDisabled = true; },
                   [&](const audit::CoverGiven &given) { covers_[given.number] = false; },
                   [&](const audit::CoverEnded &ended) { covers_[ended.number] = true; },
                   [&](const audit::PolicyApplied &applied) { policy_ = applied.policy.digest; },
                   [](const auto &) {},
               },
               record);
}

Stored<Done> RecordBook::load(GatewayStore &store)
{
    *this = {};
    bool isReadable = true;
    const auto read = store.eachRecord([&](const store::gateway::RecordRow &row) {
        const auto index = static_cast<std::int64_t>(tree_.append(asBytes(row.leaf)));
        const auto record = row.document.empty()
                                ? audit::Record(audit::LogBegun{})
                                : audit::readRecord(row.document).value_or(audit::Record(audit::LogBegun{}));
        isReadable = isReadable && index == row.index && (row.document.empty() || audit::readRecord(row.document));
        replay(record);
    });
    const auto head = store.logHead();
    if (!read || !head)
        return failure(read ? head.error() : read.error());
    const bool isAsSigned =
        !*head
        || (static_cast<std::uint64_t>((*head)->recordsSize) <= tree_.size()
            && audit::headOf(tree_, static_cast<std::uint64_t>((*head)->recordsSize)).root == (*head)->recordsRoot);
    return isReadable && isAsSigned ? Stored<Done>(Done{}) : failure(StoreError::Corrupt);
}

Stored<Done> RecordBook::write(GatewayStore &store, const audit::RecordLeaf &leaf, const audit::Salt &salt,
                               std::string document)
{
    const std::string bytes = audit::leafBytes(leaf);
    return store
        .addRecord({.index = static_cast<std::int64_t>(tree_.size()),
                    .leaf = bytes,
                    .decision = leaf.decision ? std::optional(leaf.decision->decision) : std::nullopt,
                    .salt = base64urlEncode(salt),
                    .document = std::move(document)})
        .transform([&](Done) {
            tree_.append(asBytes(bytes));
            return Done{};
        });
}

Stored<Done> RecordBook::add(GatewayStore &store, const audit::Record &record, Instant now)
{
    std::string document = audit::recordBytes(record);
    const audit::RecordLeaf leaf{now, audit::commitmentOf(openSalt, document), {}};
    return write(store, leaf, openSalt, std::move(document)).transform([&](Done) {
        replay(record);
        return Done{};
    });
}

Stored<Done> RecordBook::addDecision(GatewayStore &store, const audit::DecisionPlace &place, std::string_view jws,
                                     ports::Randomness &dice, Instant now)
{
    audit::Salt salt{};
    dice.fill(salt);
    return write(store, {now, audit::commitmentOf(salt, jws), place}, salt, {});
}

Stored<Done> RecordBook::missKeys(GatewayStore &store, Missing &missing) const
{
    const auto keys = store.keys();
    if (!keys)
        return failure(StoreError::Io);
    for (const auto &row : *keys) {
        const auto publicKey = crypto::PublicKey::fromBytes(row.publicKey);
        if (!publicKey)
            return failure(StoreError::Corrupt);
        const auto known = keys_.find(row.kid);
        if (known == keys_.end())
            missing.emplace_back(audit::KeyEnrolled{{row.kid,
                                                     *publicKey,
                                                     row.isGateway ? audit::KeyRole::Gateway : audit::KeyRole::Reviewer,
                                                     row.owner,
                                                     row.device,
                                                     row.validFrom,
                                                     {}}});
        if (row.revokedAt && (known == keys_.end() || !known->second))
            missing.emplace_back(audit::KeyRevoked{row.kid});
    }
    return Done{};
}

Stored<Done> RecordBook::missAccounts(GatewayStore &store, Missing &missing) const
{
    const auto users = store.users();
    if (!users)
        return failure(StoreError::Io);
    for (const auto &row : *users) {
        const auto known = accounts_.find(row.reviewer.id);
        if (known == accounts_.end() || known->second.role != row.reviewer.role)
            missing.emplace_back(audit::AccountAdded{row.reviewer.id, row.reviewer.role});
        if (row.isDisabled && (known == accounts_.end() || !known->second.isDisabled))
            missing.emplace_back(audit::AccountDisabled{row.reviewer.id});
    }
    return Done{};
}

Stored<Done> RecordBook::missCovers(GatewayStore &store, Missing &missing) const
{
    const auto covers = store.covers();
    if (!covers)
        return failure(StoreError::Io);
    for (const auto &row : *covers) {
        const auto known = covers_.find(row.number);
        if (known == covers_.end())
            missing.emplace_back(audit::CoverGiven{row.number, row.signer, row.cover});
        if (row.endedAt && (known == covers_.end() || !known->second))
            missing.emplace_back(audit::CoverEnded{row.number});
    }
    return Done{};
}

Stored<Done> RecordBook::missPolicy(GatewayStore &store, Missing &missing) const
{
    const auto policies = store.policies();
    if (!policies)
        return failure(StoreError::Io);
    if (policies->empty() || policies->back().digest == policy_)
        return Done{};
    const auto policy = rulebook::readPolicy(policies->back().document);
    if (!policy)
        return failure(StoreError::Corrupt);
    missing.emplace_back(audit::PolicyApplied{{policy->id, policy->version, policies->back().digest}});
    return Done{};
}

Stored<Done> RecordBook::reconcile(GatewayStore &store, const audit::TreeHead &decisions, Instant now)
{
    Missing missing;
    if (tree_.size() == 0)
        missing.emplace_back(audit::LogBegun{decisions});
    Stored<Done> added = missKeys(store, missing)
                             .and_then([&](Done) { return missAccounts(store, missing); })
                             .and_then([&](Done) { return missCovers(store, missing); })
                             .and_then([&](Done) { return missPolicy(store, missing); });
    for (std::size_t i = 0; added && i < missing.size(); ++i)
        added = add(store, missing[i], now);
    return added;
}

} // namespace countersign::gateway
