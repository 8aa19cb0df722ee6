// The registrar towards agents: proposals, states, outcomes, blobs.
#include "app/gateway/registrar.hpp"

#include "core/protocol/decision_codec.hpp"
#include "core/protocol/finding_codec.hpp"

namespace countersign::gateway
{
namespace
{

using store::StoreError;

bool isFinal(domain::ItemState state)
{
    using domain::ItemState;
    return state == ItemState::Decided || state == ItemState::Released || state == ItemState::Completed
           || state == ItemState::Failed || state == ItemState::RolledBack;
}

} // namespace

Result<ProposalTaken, Registrar::ProposalError> Registrar::submit(const authority::AgentGrant &agent,
                                                                  const authority::Submission &submission,
                                                                  std::vector<domain::Finding> findings, Instant now)
{
    const auto refuse = [](auto error) { return failure(ProposalError(error)); };
    const auto same = findItem(submission.itemId);
    const auto superseded =
        submission.supersedes.isEmpty() ? Stored<std::optional<ItemReport>>() : findItem(submission.supersedes);
    const auto wasRejected = store_.isRejected(submission.draftDigest);
    if (!same || !superseded || !wasRejected)
        return refuse(StoreError::Io);
    authority::IntakeFacts facts{.policy = *policyOf(rules_->ref.digest),
                                 .agent = agent,
                                 .same = *same ? &(*same)->item : nullptr,
                                 .superseded = *superseded ? &(*superseded)->item : nullptr,
                                 .wasRejected = *wasRejected,
                                 .blobs = {},
                                 .now = now,
                                 .findings = std::move(findings)};
    for (const domain::Digest &blob : submission.blobs) {
        if (const auto size = store_.blobSize(blob); size && *size)
            facts.blobs.insert(blob);
    }
    const auto judged = authority::judgeProposal(submission, facts);
    if (!judged)
        return refuse(judged.error());
    const auto *accepted = std::get_if<authority::AcceptedItem>(&*judged);
    if (!accepted)
        return ProposalTaken{(*same)->item, true, false};
    if (const auto inserted = insertProposal(*accepted, facts.findings, now); !inserted)
        return refuse(inserted.error());
    return ProposalTaken{accepted->item, false, accepted->isRaised};
}

Stored<Done> Registrar::insertProposal(const authority::AcceptedItem &accepted,
                                       const std::vector<domain::Finding> &findings, Instant now)
{
    const domain::ItemSummary &row = accepted.item.row;
    const store::gateway::ItemRow item{.id = row.id,
                                       .agent = row.agent,
                                       .summary = protocol::summaryBytes(row),
                                       .contentDigest = accepted.item.contentDigest,
                                       .draftDigest = accepted.item.draftDigest,
                                       .policyDigest = accepted.item.policy.digest,
                                       .signatures = {},
                                       .effective = {},
                                       .releaseAt = {},
                                       .expiresAt = row.expiresAt,
                                       .isListed = true,
                                       .releaseToken = {},
                                       .isReported = false};
    const auto committed = store_.begin().and_then([&](store::Transaction transaction) {
        return store_.insertItem(item, accepted.canonical)
            .and_then([&](std::int64_t) { return store_.addFindings(row.id, protocol::findingsBytes(findings)); })
            .and_then([&](Done) -> Stored<Done> {
                return accepted.superseded ? applyChange(*accepted.superseded, now) : Done{};
            })
            .and_then([&](Done) { return transaction.commit(); });
    });
    if (!committed) {
        static_cast<void>(store_.recount()); // the failure itself is what is told
        return committed;
    }
    tell(row.id);
    if (accepted.superseded)
        tell(accepted.superseded->item.row.id);
    return committed;
}

Stored<std::optional<ItemReport>> Registrar::item(const domain::AgentId &agent, const domain::ItemId &id)
{
    auto report = findItem(id);
    if (report && *report && (*report)->item.row.agent != agent)
        return std::nullopt;
    return report;
}

Stored<std::optional<FinalDecision>> Registrar::finalDecision(const ItemReport &report)
{
    const authority::ItemRecord &item = report.item;
    if (!item.effective || item.releaseAt || !isFinal(item.row.state))
        return std::nullopt;
    const auto decision = store_.findDecision(item.effective->decisionId);
    if (!decision)
        return failure(decision.error());
    const auto parts = *decision ? audit::parseJws(audit::JwsType::Decision, (*decision)->jws)
                                 : failure(audit::ChainError::NotThreeParts);
    if (!parts)
        return failure(StoreError::Corrupt);
    auto statement = protocol::readDecision(parts->payload);
    if (!statement)
        return failure(StoreError::Corrupt);
    return FinalDecision{report, *std::move(statement), (*decision)->jws, (*decision)->receipt};
}

Result<ItemReport, Registrar::AgentError> Registrar::withdraw(const domain::AgentId &agent, const ItemReport &report,
                                                              Instant now)
{
    const auto change = authority::withdraw(report.item, agent);
    if (!change)
        return failure(AgentError(change.error()));
    if (const auto committed = commitChange(*change, now); !committed)
        return failure(AgentError(committed.error()));
    return ItemReport{change->item, report.releaseToken, report.isReported};
}

Result<ItemReport, Registrar::AgentError> Registrar::recordOutcome(const domain::AgentId &agent,
                                                                   const ItemReport &report,
                                                                   const authority::OutcomeReport &outcome, Instant now)
{
    const auto change = authority::recordOutcome(report.item, agent, outcome, {report.releaseToken, report.isReported});
    if (!change)
        return failure(AgentError(change.error()));
    const domain::ItemId &id = report.item.row.id;
    const auto committed = store_.begin().and_then([&](store::Transaction transaction) {
        return applyChange(*change, now).and_then([&](Done) { return store_.setReported(id); }).and_then([&](Done) {
            return transaction.commit();
        });
    });
    if (!committed) {
        static_cast<void>(store_.recount()); // the failure itself is what is told
        return failure(AgentError(committed.error()));
    }
    tell(id);
    return ItemReport{change->item, report.releaseToken, true};
}

Stored<Registrar::BlobTaken> Registrar::putBlob(const domain::Digest &digest, BytesView content)
{
    const auto known = store_.blobSize(digest);
    if (!known)
        return failure(known.error());
    if (*known)
        return BlobTaken::Known;
    return store_.begin()
        .and_then([&](store::Transaction transaction) {
            return store_.addBlob(digest, content).and_then([&](Done) { return transaction.commit(); });
        })
        .transform([](Done) { return BlobTaken::Added; });
}

Stored<std::optional<std::int64_t>> Registrar::blobSize(const domain::Digest &digest)
{
    return store_.blobSize(digest);
}

Stored<Bytes> Registrar::readBlob(const domain::Digest &digest, std::int64_t offset, std::int64_t size)
{
    return store_.readBlob(digest, offset, size);
}

} // namespace countersign::gateway
