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
        const auto record = row.document.empty() ? audit::Record(audit::LogBegun{}) : audit::readRecord(row.document).value_or(audit::Record(audit::LogBegun{}));
        isReadable = isReadable && index == row.index && (row.document.empty() || audit::readRecord(row.document));
        replay(record);
    });
    const auto head = store.logHead();
    if (!read || !head)
        return failure(read ? head.error() : read.error());
    const bool isAsSigned =
        !*head || (static_cast<std::uint64_t>((*head)->recordsSize) <= tree_.size()
                   && audit::headOf(tree_, static_cast<std::uint64_t>((*head)->recordsSize)).root
                          == (*head)->recordsRoot);
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

Stored<Done> RecordBook::reconcile(GatewayStore &store, const audit::TreeHead &decisions, Instant now)
{
    const auto keys = store.keys();
    const auto users = store.users();
    const auto policies = store.policies();
    if (!keys || !users || !policies)
        return failure(StoreError::Io);
    std::vector<audit::Record> missing;
    if (tree_.size() == 0)
        missing.emplace_back(audit::LogBegun{decisions});
    for (const auto &row : *keys) {
        const auto publicKey = crypto::PublicKey::fromBytes(row.publicKey);
        if (!publicKey)
            return failure(StoreError::Corrupt);
        const auto known = keys_.find(row.kid);
        if (known == keys_.end())
            missing.emplace_back(audit::KeyEnrolled{
                {row.kid, *publicKey, row.isGateway ? audit::KeyRole::Gateway : audit::KeyRole::Reviewer, row.owner,
                 row.device, row.validFrom, {}}});
        if (row.revokedAt && (known == keys_.end() || !known->second))
            missing.emplace_back(audit::KeyRevoked{row.kid});
    }
    for (const auto &row : *users) {
        const auto known = accounts_.find(row.reviewer.id);
        if (known == accounts_.end() || known->second.role != row.reviewer.role)
            missing.emplace_back(audit::AccountAdded{row.reviewer.id, row.reviewer.role});
        if (row.isDisabled && (known == accounts_.end() || !known->second.isDisabled))
            missing.emplace_back(audit::AccountDisabled{row.reviewer.id});
    }
    if (!policies->empty() && policies->back().digest != policy_) {
        const auto policy = rulebook::readPolicy(policies->back().document);
        if (!policy)
            return failure(StoreError::Corrupt);
        missing.emplace_back(audit::PolicyApplied{{policy->id, policy->version, policies->back().digest}});
    }
    Stored<Done> added = Done{};
    for (std::size_t i = 0; added && i < missing.size(); ++i)
        added = add(store, missing[i], now);
    return added;
}

} // namespace countersign::gateway
