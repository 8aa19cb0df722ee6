// The registrar towards consoles: decisions and their receipts, the queue, whole items, keys.
#include "app/gateway/registrar.hpp"

#include "core/base/encoding.hpp"
#include "core/policy/policy_document.hpp"
#include "core/protocol/decision_codec.hpp"
#include "core/protocol/finding_codec.hpp"
#include "core/protocol/limits.hpp"
#include "core/protocol/proposal_codec.hpp"

namespace countersign::gateway
{
namespace
{

using store::StoreError;

// A page must fit into one message whatever its rows hold.
constexpr std::int64_t pageRowsMax = 200;
constexpr std::size_t pageBytesMax = protocol::limits::messageBytesMax / 2;

domain::Receipt receiptFor(const authority::SubmittedDecision &decision, const authority::Judgement &judgement,
                           Instant now)
{
    return {.decisionId = decision.statement.decisionId,
            .decisionDigest = decision.digest,
            .itemId = decision.statement.itemId,
            .outcome = judgement.outcome,
            .winner = judgement.winner,
            .releaseAt = judgement.releaseAt,
            .receivedAt = now,
            .log = {}};
}

bool maySee(const policy::PolicyDocument &policy, const Sight &sight, const domain::WorkflowId &workflow)
{
    return sight.isEmergency || policy::maySee(policy, sight.role, workflow);
}

} // namespace

Stored<std::string> Registrar::submit(const authority::SubmittedDecision &decision, Instant now)
{
    auto known = store_.receipt(decision.digest);
    if (!known)
        return failure(known.error());
    if (*known)
        return **std::move(known);
    auto receipt = judgeAndWrite(decision, now);
    if (!receipt) {
        // The logs in memory may be ahead of the disk: read them again, so that the next receipt is true.
        reload();
    }
    return receipt;
}

Stored<std::string> Registrar::judgeAndWrite(const authority::SubmittedDecision &decision, Instant now)
{
    const domain::DecisionStatement &statement = decision.statement;
    const auto report = findItem(statement.itemId);
    const auto head = store_.chain(statement.device, statement.signer.id);
    const auto earlier = store_.findDecision(statement.decisionId);
    const auto proof = store_.signingProof(statement.signer.id, statement.auth.nonce);
    if (!report || !head || !earlier || !proof)
        return failure(StoreError::Io);
    const auto canonical = *report ? store_.canonical(statement.itemId) : Stored<std::optional<std::string>>();
    const bool isErased = canonical && *canonical && (*canonical)->empty();
    const auto whole = canonical && *canonical ? protocol::readItem(**canonical)
                                               : failure(protocol::WireError{.rule = protocol::Rule::NotJson});
    if (*report && !isErased && !whole)
        return failure(StoreError::Corrupt);
    const audit::RegisteredKey *key = roll_.keys.find(decision.parts.kid);
    const authority::DecisionFacts facts{
        .gatewayId = identity_.gatewayId,
        .key = key,
        .reviewer = key ? roll_.reviewer(domain::ReviewerId(key->owner)) : nullptr,
        .head = {head->nextSeq, head->newest},
        .isIdTaken = earlier->has_value(),
        .item = *report && !isErased ? &(*report)->item : nullptr,
        .proposal = whole ? &whole->proposal : nullptr,
        .policy = policyOf(*report ? (*report)->item.policy.digest : rules_->ref.digest),
        .now = now,
        .heard = *proof ? std::optional(authority::IssuerProof{(*proof)->authTime, (*proof)->acr}) : std::nullopt,
        .needsIssuer = needsIssuer_,
        .carried = statement.auth.proof ? roll_.keys.find(statement.auth.proof->kid) : nullptr,
        .covers = roll_.coversOf(statement.signer.id)};
    const authority::Judgement judgement = authority::judgeDecision(decision, facts);
    auto receipt = writeDecision(decision, judgement, now);
    if (receipt && judgement.change)
        tell(statement.itemId);
    return receipt;
}

Stored<std::string> Registrar::writeDecision(const authority::SubmittedDecision &decision,
                                             const authority::Judgement &judgement, Instant now)
{
    auto transaction = store_.begin();
    if (!transaction)
        return failure(transaction.error());
    domain::Receipt receipt = receiptFor(decision, judgement, now);
    const std::uint64_t index = log_.append(*crypto::parseDigest(decision.digest.text()));
    receipt.log = audit::placeInLog(log_, index, log_.size());
    std::string signedReceipt = audit::signJws(audit::JwsType::Receipt, identity_.key, protocol::receiptBytes(receipt));
    const domain::DecisionStatement &statement = decision.statement;
    auto written = store_.addDecision({.index = static_cast<std::int64_t>(index),
                                       .digest = decision.digest,
                                       .id = statement.decisionId,
                                       .item = statement.itemId,
                                       .receivedAt = now,
                                       .jws = decision.jws,
                                       .rendered = decision.rendered,
                                       .receipt = signedReceipt});
    if (written)
        written = book_.addDecision(
            store_, {static_cast<std::int64_t>(index), statement.device, statement.signer.id, statement.chain.seq},
            decision.jws, *dice_, now);
    if (written)
        written = writeHead(now);
    if (written && judgement.head)
        written =
            store_.setChain(statement.device, statement.signer.id, {judgement.head->nextSeq, judgement.head->newest});
    if (written && judgement.change)
        written = applyChange(*judgement.change, now);
    if (written && judgement.forbidsDraft)
        written = store_.rejectDraft(judgement.change->item.draftDigest);
    return written.and_then([&](Done) { return transaction->commit(); }).transform([&](Done) {
        head_ = nextHead_;
        return std::move(signedReceipt);
    });
}

Stored<ChangePage> Registrar::toPage(Sight sight, const std::vector<store::gateway::ChangeRow> &rows, std::int64_t upTo,
                                     std::int64_t limit) const
{
    const bool isWhole = static_cast<std::int64_t>(rows.size()) < limit;
    const policy::PolicyDocument &policy = *policyOf(rules_->ref.digest);
    ChangePage page{.to = isWhole ? upTo : rows.back().position, .entries = {}};
    std::size_t bytes = 0;
    for (const store::gateway::ChangeRow &row : rows) {
        auto summary = protocol::readSummary(row.summary);
        if (!summary)
            return failure(StoreError::Corrupt);
        if (!maySee(policy, sight, summary->workflow))
            continue;
        bytes += row.summary.size();
        if (bytes > pageBytesMax && !page.entries.empty()) {
            page.to = page.entries.back().seq;
            break;
        }
        page.entries.push_back({row.position, *std::move(summary)});
    }
    return page;
}

Stored<ChangePage> Registrar::changes(Sight sight, std::int64_t after)
{
    const std::int64_t upTo = store_.position();
    return store_.changes(after, upTo, pageRowsMax).and_then([&](const auto &rows) {
        return toPage(sight, rows, upTo, pageRowsMax);
    });
}

Stored<ChangePage> Registrar::listed(Sight sight, std::int64_t after, std::int64_t upTo)
{
    return store_.listed(after, upTo, pageRowsMax).and_then([&](const auto &rows) {
        return toPage(sight, rows, upTo, pageRowsMax);
    });
}

Stored<std::optional<Registrar::WholeItem>> Registrar::wholeItem(Sight sight, const domain::ItemId &id)
{
    const auto report = findItem(id);
    if (!report)
        return failure(report.error());
    const policy::PolicyDocument &policy = *policyOf(rules_->ref.digest);
    if (!*report || !maySee(policy, sight, (*report)->item.row.workflow))
        return std::nullopt;
    const auto found = store_.findings(id);
    const auto findings = found ? protocol::readFindings(found->value_or("[]"))
                                : failure(protocol::WireError{.rule = protocol::Rule::NotJson});
    if (!findings)
        return failure(found ? StoreError::Corrupt : found.error());
    return store_.canonical(id).transform([&](std::optional<std::string> canonical) -> std::optional<WholeItem> {
        if (!canonical || canonical->empty()) // not there, or erased
            return std::nullopt;
        return WholeItem{*std::move(canonical), (*report)->item.row.revision, *findings};
    });
}

Stored<Done> Registrar::readBlobsOf(const domain::ItemId &id)
{
    if (blobsOfItem_.first == id)
        return Done{};
    const auto canonical = store_.canonical(id);
    if (!canonical)
        return failure(canonical.error());
    const auto item = protocol::readItem(canonical->value_or(std::string()));
    if (!item)
        return failure(StoreError::Corrupt);
    blobsOfItem_ = {id, {}};
    for (const domain::Source &source : item->proposal.sources)
        blobsOfItem_.second.insert(source.blob);
    return Done{};
}

Stored<bool> Registrar::maySeeBlob(Sight sight, const domain::ItemId &id, const domain::Digest &blob)
{
    const auto report = findItem(id);
    if (!report)
        return failure(report.error());
    const policy::PolicyDocument &policy = *policyOf(rules_->ref.digest);
    if (!*report || !maySee(policy, sight, (*report)->item.row.workflow))
        return false;
    return readBlobsOf(id).transform([&](Done) { return blobsOfItem_.second.contains(blob); });
}

Stored<Done> Registrar::enrol(const audit::RegisteredKey &key, const std::string &deviceName)
{
    if (const audit::RegisteredKey *known = roll_.keys.find(key.kid)) {
        const bool isSame = known->owner == key.owner && known->device == key.device && !known->revokedAt;
        return isSame ? Stored<Done>(Done{}) : failure(StoreError::Constraint);
    }
    const auto &bytes = key.publicKey.bytes;
    // The key and its leaf, or neither.
    return inTransaction(
               [&]() -> Stored<Done> {
                   return store_
                       .addKey({.kid = key.kid,
                                .publicKey = Bytes(bytes.begin(), bytes.end()),
                                .isGateway = false,
                                .owner = key.owner,
                                .device = key.device,
                                .deviceName = deviceName,
                                .validFrom = key.validFrom,
                                .revokedAt = {}})
                       .and_then([&](Done) {
                           return book_.reconcile(store_, audit::headOf(log_, log_.size()), key.validFrom);
                       });
               },
               key.validFrom)
        .transform([&](Done) {
            roll_.keys.put(key);
            return Done{};
        });
}

Stored<std::string> Registrar::enrolToken(const audit::RegisteredKey &key, const std::string &label)
{
    if (const audit::RegisteredKey *known = roll_.keys.find(key.kid)) {
        if (!audit::isCarried(*known) || known->owner != key.owner)
            return std::string("of-another");
        if (known->revokedAt)
            return std::string("revoked");
    }
    return enrol(key, label)
        .and_then([&](Done) { return retireKeysBefore(*roll_.keys.find(key.kid), key.validFrom); })
        .transform([](Done) { return std::string(); });
}

Stored<bool> Registrar::keepSigningProof(const domain::ReviewerId &user, const domain::Digest &nonce,
                                         const authority::IssuerProof &proof, Instant now)
{
    return store_.putSigningProof(user, nonce, {proof.authTime, proof.acr}, now);
}

Stored<Done> Registrar::retireKeysBefore(const audit::RegisteredKey &key, Instant now)
{
    std::vector<audit::RegisteredKey> older;
    for (const audit::RegisteredKey &other : roll_.keys.keys())
        if (other.role == audit::KeyRole::Reviewer && other.owner == key.owner && other.device == key.device
            && other.kid != key.kid && !other.revokedAt && other.validFrom <= key.validFrom)
            older.push_back(other);
    if (older.empty())
        return Done{};
    return inTransaction(
               [&] {
                   return store_.revokeKeysBefore(key.owner, key.device, key.kid, now).and_then([&](Done) {
                       return book_.reconcile(store_, audit::headOf(log_, log_.size()), now);
                   });
               },
               now)
        .transform([&](Done) {
            for (audit::RegisteredKey &other : older) {
                other.revokedAt = now;
                roll_.keys.put(other);
            }
            return Done{};
        });
}

} // namespace countersign::gateway
