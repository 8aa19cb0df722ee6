// The registrar as the keeper of both logs: heads that are persisted before they are signed, proofs that each carries
// on, audit trails, and erasure.
#include "app/gateway/registrar.hpp"

#include "app/gateway/speech.hpp"
#include "core/audit/trail_receipt.hpp"
#include "core/protocol/audit_codec.hpp"
#include "core/protocol/limits.hpp"

#include <algorithm>
#include <limits>

namespace countersign::gateway
{
namespace
{

using store::StoreError;
using store::gateway::LogHeadRow;
using store::gateway::TrailRow;

constexpr std::size_t soonMax = 4096; // events in a second: more are a flood, and are told by its beginning
constexpr std::chrono::hours noticesLast{30 * 24};
constexpr std::int64_t checkpointEvery = 256; // leaves of the log of decisions, for exports

domain::Digest digestOf(std::string_view bytes)
{
    return domain::Digest(crypto::digestText(asBytes(bytes)));
}

// a desk says so once, when wrong credentials begin to cost time.
bool isBlocking(const domain::AuditEvent &event)
{
    return (event.kind == domain::AuditKind::SignatureRefused || event.kind == domain::AuditKind::UnlockRefused)
           && event.detail == domain::tooManyAttempts;
}

domain::Notice noticeOf(const domain::AuditEvent &event)
{
    return {.kind = domain::Notice::Kind::SignaturesRefused,
            .who = event.who,
            .name = {},
            .at = event.at,
            .detail = event.detail};
}

bool isHeadOf(const audit::MerkleLog &log, std::int64_t size, const domain::Digest &root)
{
    return size >= 0 && static_cast<std::uint64_t>(size) <= log.size()
           && audit::headOf(log, static_cast<std::uint64_t>(size)).root == root;
}

// What the lists show of an item whose words are gone.
domain::ItemSummary withoutWords(domain::ItemSummary row)
{
    row.title = "erased";
    row.patient = domain::PatientId("erased");
    row.family = row.given = row.mrn = row.birthDate = {};
    row.sex = {};
    return row;
}

} // namespace

audit::Checkpoint Registrar::checkpointOf(const LogHeadRow &head) const
{
    return {
        identity_.gatewayId, head.at, {head.decisionsSize, head.decisionsRoot}, {head.recordsSize, head.recordsRoot}};
}

// Within the transaction that made the logs grow. Signed only when it is asked for, which is after the commit.
Stored<Done> Registrar::writeHead(Instant now)
{
    const audit::TreeHead decisions = audit::headOf(log_, log_.size());
    const audit::TreeHead records = book_.head();
    const LogHeadRow head{now, decisions.size, decisions.root, records.size, records.root};
    return store_.setLogHead(head).and_then([&](Done) -> Stored<Done> {
        const bool isKept = head_.decisionsSize / checkpointEvery != head.decisionsSize / checkpointEvery;
        nextHead_ = head;
        return isKept ? store_.addCheckpoint(audit::signCheckpoint(checkpointOf(head), identity_.key)) : Done{};
    });
}

Stored<Done> Registrar::openLogs(Instant now)
{
    return reloadLog().and_then([&](Done) { return book_.load(store_); }).and_then([&](Done) -> Stored<Done> {
        const auto head = store_.logHead();
        if (!head)
            return failure(head.error());
        // What was signed once is what it is: a store whose leaves say otherwise was changed from outside.
        if (*head && !isHeadOf(log_, (*head)->decisionsSize, (*head)->decisionsRoot))
            return failure(StoreError::Corrupt);
        if (*head)
            head_ = **head;
        return inTransaction([&] { return book_.reconcile(store_, audit::headOf(log_, log_.size()), now); }, now);
    });
}

Stored<protocol::LogProved> Registrar::proveLog(const protocol::ProveLog &asked, Instant now)
{
    if (head_.recordsSize != static_cast<std::int64_t>(book_.tree().size())
        || head_.decisionsSize != static_cast<std::int64_t>(log_.size())) {
        const auto written = inTransaction([] { return Stored<Done>(Done{}); }, now);
        if (!written)
            return failure(written.error());
    }
    protocol::LogProved answer{audit::signCheckpoint(checkpointOf(head_), identity_.key), {}, {}};
    for (const std::int64_t size : asked.sizes)
        answer.proofs.push_back(audit::consistencyProof(log_, size, head_.decisionsSize));
    answer.recordProof = audit::consistencyProof(book_.tree(), asked.recordSize, head_.recordsSize);
    return answer;
}

Stored<protocol::EventsReceived> Registrar::takeEvents(const domain::DeviceId &device, const domain::ReviewerId &owner,
                                                       const protocol::SubmitEvents &batch, Instant now)
{
    const auto known = store_.findTrail(batch.trail);
    if (!known)
        return failure(known.error());
    TrailRow trail = known->value_or(TrailRow{batch.trail, device, owner, 0, {}, now});
    if (trail.device != device || trail.owner != owner)
        return protocol::EventsReceived{batch.trail, 0, {}};
    std::vector<store::gateway::TrailEntryRow> fresh;
    std::vector<domain::Notice> blocked;
    for (const std::string &bytes : batch.events) {
        const auto entry = protocol::readAuditEntry(bytes);
        if (!entry || entry->trail != batch.trail || entry->device != device)
            break;
        if (entry->seq < trail.nextSeq)
            continue; // a repeat; what is kept stays as it is
        if (entry->seq != trail.nextSeq || entry->prev != trail.newest)
            break;
        trail.newest = digestOf(bytes);
        trail.receivedAt = now;
        ++trail.nextSeq;
        if (isBlocking(entry->event))
            blocked.push_back(noticeOf(entry->event));
        fresh.push_back({batch.trail, entry->seq, trail.newest, now, bytes});
    }
    if (!fresh.empty()) {
        const auto written = inTransaction(
            [&]() -> Stored<Done> {
                Stored<Done> kept = store_.putTrail(trail);
                for (std::size_t i = 0; kept && i < fresh.size(); ++i)
                    kept = store_.addTrailEntry(fresh[i]);
                for (std::size_t i = 0; kept && i < blocked.size(); ++i)
                    kept = store_.addNotice(blocked[i]);
                return kept.and_then([&](Done) {
                    return book_.add(store_, audit::EventsTaken{trail.id, trail.nextSeq, trail.newest}, now);
                });
            },
            now);
        if (!written)
            return failure(written.error());
        if (!blocked.empty() && noticed_)
            noticed_();
    }
    if (trail.nextSeq == 0)
        return protocol::EventsReceived{batch.trail, 0, {}};
    return protocol::EventsReceived{
        batch.trail, trail.nextSeq,
        audit::signTrailReceipt({trail.id, trail.nextSeq, trail.newest, trail.receivedAt}, identity_.key)};
}

Stored<Done> Registrar::notify(domain::Notice::Kind kind, const domain::ReviewerId &who, const std::string &detail,
                               Instant now)
{
    const domain::Notice notice{.kind = kind, .who = who, .name = {}, .at = now, .detail = detail};
    const auto written = store_.begin().and_then([&](store::Transaction transaction) {
        return store_.addNotice(notice).and_then([&](Done) { return transaction.commit(); });
    });
    if (written && noticed_)
        noticed_();
    return written;
}

Stored<std::vector<domain::Notice>> Registrar::unseenNotices(const domain::ReviewerId &user, Instant now)
{
    return store_.unseenNotices(user, now - noticesLast, static_cast<std::int64_t>(protocol::limits::noticesMax));
}

Stored<Done> Registrar::seeNotice(std::int64_t number, const domain::ReviewerId &user, Instant now)
{
    const auto written = store_.begin().and_then([&](store::Transaction transaction) {
        return store_.seeNotice(number, user, now).and_then([&](Done) { return transaction.commit(); });
    });
    if (written && noticed_) // the person's other desks need not show it any longer
        noticed_();
    return written;
}

Stored<Done> Registrar::note(std::vector<domain::AuditEvent> events, Instant now)
{
    if (events.empty())
        return Done{};
    const domain::TrailId own(identity_.gatewayId);
    const auto known = store_.findTrail(own);
    if (!known)
        return failure(known.error());
    const domain::DeviceId device(identity_.gatewayId);
    TrailRow trail = known->value_or(TrailRow{own, device, domain::ReviewerId(identity_.gatewayId), 0, {}, now});
    protocol::SubmitEvents batch{own, {}};
    for (domain::AuditEvent &event : events) {
        batch.events.push_back(protocol::auditBytes({own, device, trail.nextSeq++, trail.newest, std::move(event)}));
        trail.newest = digestOf(batch.events.back());
    }
    return takeEvents(device, trail.owner, batch, now).transform([](const auto &) { return Done{}; });
}

void Registrar::noteSoon(domain::AuditEvent event)
{
    if (soon_.size() < soonMax)
        soon_.push_back(std::move(event));
}

Stored<Done> Registrar::noteNow(Instant now)
{
    return note(std::exchange(soon_, {}), now);
}

Stored<Done> Registrar::noteExport(const std::string &by, bool holdsPhi, Instant now)
{
    return note({{.kind = domain::AuditKind::Exported, .who = domain::ReviewerId(isId(by) ? by : ""), .at = now}}, now)
        .and_then([&](Done) {
            return inTransaction(
                [&]() -> Stored<Done> {
                    return book_.add(store_, audit::PackageExported{by, holdsPhi}, now).and_then([&](Done) {
                        return store_.addCheckpoint(audit::signCheckpoint(checkpointOf(head_), identity_.key));
                    });
                },
                now);
        });
}

Stored<std::int64_t> Registrar::erase(const domain::ItemId &id, const std::string &by, const std::string &reason,
                                      Instant now)
{
    const auto report = findItem(id);
    if (!report)
        return failure(report.error());
    if (!*report)
        return failure(StoreError::Absent);
    std::vector<audit::DecisionErased> erased;
    const auto seen = store_.eachDecision(0, std::numeric_limits<std::int64_t>::max(), [&](const auto &row) {
        if (row.item == id && !row.jws.empty())
            erased.push_back({row.index, row.digest, by, reason});
    });
    if (!seen)
        return failure(seen.error());
    authority::ItemRecord item = (*report)->item;
    item.row = withoutWords(item.row);
    const auto done = inTransaction(
        [&]() -> Stored<Done> {
            Stored<Done> gone = store_.eraseItem(id, protocol::summaryBytes(item.row));
            for (std::size_t i = 0; gone && i < erased.size(); ++i)
                gone = store_.eraseDecision(erased[i].decision).and_then([&](Done) {
                    return book_.add(store_, erased[i], now);
                });
            return gone;
        },
        now);
    if (!done)
        return failure(done.error());
    return note({{.kind = domain::AuditKind::RecordErased, .who = domain::ReviewerId(by), .at = now, .item = id}}, now)
        .transform([&](Done) { return static_cast<std::int64_t>(erased.size()); });
}

} // namespace countersign::gateway
