#include "app/gateway/registrar.hpp"

#include "core/base/encoding.hpp"
#include "core/protocol/decision_codec.hpp"

namespace countersign::gateway
{
namespace
{

using store::StoreError;
using store::gateway::ItemRow;

constexpr std::int64_t dueBatch = 256;

ItemRow toRow(const authority::ItemRecord &item)
{
    const domain::ItemState state = item.row.state;
    const bool canExpire = domain::step(state, domain::ItemEvent::Expire).has_value();
    return {.id = item.row.id,
            .agent = item.row.agent,
            .summary = protocol::summaryBytes(item.row),
            .contentDigest = item.contentDigest,
            .draftDigest = item.draftDigest,
            .policyDigest = item.policy.digest,
            .signatures = item.signatures,
            .effective = item.effective,
            .releaseAt = item.releaseAt,
            .expiresAt = canExpire ? item.row.expiresAt : std::nullopt,
            .isListed = domain::isOpen(state) || item.releaseAt.has_value(),
            .releaseToken = {},
            .isReported = false};
}

} // namespace

Registrar::Registrar(store::gateway::GatewayStore store, Identity identity, ports::Randomness &dice)
    : store_(std::move(store)), identity_(std::move(identity)), dice_(&dice)
{
}

Stored<Registrar> Registrar::open(store::gateway::GatewayStore store, Identity identity, ports::Randomness &dice,
                                  Instant now)
{
    Registrar registrar(std::move(store), std::move(identity), dice);
    return registrar.loadRights().and_then([&](Done) { return registrar.openLogs(now); }).transform([&](Done) {
        return std::move(registrar);
    });
}

Stored<Done> Registrar::reloadLog()
{
    log_ = {};
    const auto leaves = store_.leaves();
    if (!leaves)
        return failure(leaves.error());
    for (const domain::Digest &leaf : *leaves) {
        const auto digest = crypto::parseDigest(leaf.text());
        if (!digest)
            return failure(StoreError::Corrupt);
        log_.append(*digest);
    }
    return Done{};
}

void Registrar::reload()
{
    static_cast<void>(store_.recount().and_then([&](Done) { return reloadLog(); }).and_then([&](Done) {
        return book_.load(store_);
    }));
}

const policy::PolicyDocument *Registrar::policyOf(const domain::Digest &digest) const
{
    const auto found = policies_.find(digest);
    return found == policies_.end() ? nullptr : &found->second;
}

void Registrar::tell(const domain::ItemId &id) const
{
    if (itemChanged_)
        itemChanged_(id);
}

Stored<authority::ItemRecord> Registrar::toRecord(const ItemRow &row) const
{
    const auto summary = protocol::readSummary(row.summary);
    const policy::PolicyDocument *policy = policyOf(row.policyDigest);
    if (!summary || !policy)
        return failure(StoreError::Corrupt);
    return authority::ItemRecord{.row = *summary,
                                 .contentDigest = row.contentDigest,
                                 .draftDigest = row.draftDigest,
                                 .policy = {policy->id, policy->version, row.policyDigest},
                                 .signatures = row.signatures,
                                 .effective = row.effective,
                                 .releaseAt = row.releaseAt};
}

Stored<std::optional<ItemReport>> Registrar::findItem(const domain::ItemId &id)
{
    const auto row = store_.findItem(id);
    if (!row)
        return failure(row.error());
    if (!*row)
        return std::nullopt;
    auto record = toRecord(**row);
    if (!record)
        return failure(record.error());
    return ItemReport{*std::move(record), (*row)->releaseToken, (*row)->isReported};
}

Stored<Done> Registrar::applyChange(const authority::ItemChange &change, Instant now)
{
    const domain::ItemSummary &row = change.item.row;
    if (const auto updated = store_.updateItem(toRow(change.item)); !updated)
        return failure(updated.error());
    for (const authority::Happening &happening : change.happened) {
        const std::string line = audit::encodeLine(audit::OutcomeLine{row.id, row.revision, now, happening, {}});
        if (const auto added = store_.addOutcome({now, line}); !added)
            return added;
        if (std::holds_alternative<audit::Release>(happening)) {
            std::array<std::uint8_t, 32> token{};
            dice_->fill(token);
            if (const auto set = store_.setReleaseToken(row.id, base64urlEncode(token)); !set)
                return set;
        }
    }
    return Done{};
}

Stored<Done> Registrar::commitChange(const authority::ItemChange &change, Instant now)
{
    const auto committed = store_.begin().and_then([&](store::Transaction transaction) {
        return applyChange(change, now).and_then([&](Done) { return transaction.commit(); });
    });
    if (!committed) {
        static_cast<void>(store_.recount()); // the failure itself is what is told
        return committed;
    }
    tell(change.item.row.id);
    return committed;
}

Stored<Done> Registrar::passTime(Instant now)
{
    const auto releases = store_.dueReleases(now, dueBatch);
    const auto expiries = store_.dueExpiries(now, dueBatch);
    if (!releases || !expiries)
        return failure(StoreError::Io);
    const auto change = [&](const domain::ItemId &id, auto judge) -> Stored<Done> {
        const auto report = findItem(id);
        if (!report)
            return failure(report.error());
        const std::optional<authority::ItemChange> due = *report ? judge((*report)->item) : std::nullopt;
        return due ? commitChange(*due, now) : Done{};
    };
    for (const domain::ItemId &id : *releases) {
        const auto done = change(id, [&](const authority::ItemRecord &item) -> std::optional<authority::ItemChange> {
            const policy::PolicyDocument *policy = policyOf(item.policy.digest);
            const auto *rule = policy ? policy::findAction(*policy, item.row.workflow, item.row.actionType) : nullptr;
            return rule ? authority::release(item, *rule, now) : std::nullopt;
        });
        if (!done)
            return done;
    }
    for (const domain::ItemId &id : *expiries) {
        const auto done = change(id, [&](const authority::ItemRecord &item) { return authority::expire(item, now); });
        if (!done)
            return done;
    }
    return noteNow(now);
}

} // namespace countersign::gateway
