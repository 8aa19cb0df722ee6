#include "core/engine/steps.hpp"

#include "core/audit/trail_receipt.hpp"
#include "core/base/encoding.hpp"
#include "core/crypto/digest.hpp"
#include "core/protocol/audit_codec.hpp"
#include "core/protocol/limits.hpp"

#include <algorithm>
#include <array>

namespace countersign::engine
{
namespace
{

using domain::AuditEvent;
using domain::AuditKind;
using domain::RefusalCode;

// Signing in can be tried without a store; more than this is one attack and told as such.
constexpr std::size_t waitingMax = 500;

domain::ReviewerId whoIsHere(const World &world)
{
    if (const auto *in = std::get_if<access::session::SignedIn>(&world.session))
        return in->user;
    if (const auto *locked = std::get_if<access::session::Locked>(&world.session))
        return locked->user;
    return world.identity ? world.identity->user : domain::ReviewerId{};
}

void record(Turn &turn, AuditEvent event)
{
    auto &world = turn.world;
    auto &end = world.trail.end;
    const domain::AuditEntry entry{end.trail, world.setup.device, end.nextSeq, end.head, event};
    ports::TrailEntry kept{.seq = end.nextSeq, .digest = {}, .bytes = protocol::auditBytes(entry)};
    kept.digest = domain::Digest(crypto::digestText(asBytes(kept.bytes)));
    world.trail.unrecorded.push_back({end.trail, end.nextSeq, std::move(event)});
    end.nextSeq = kept.seq + 1;
    end.head = kept.digest;
    turn.effects.push_back(effect::RecordEvents{end.trail, {std::move(kept)}});
}

void recordInTrail(Turn &turn, AuditEvent event)
{
    auto &end = turn.world.trail.end;
    if (end.trail.isEmpty()) {
        end.trail = domain::TrailId(uuid7(turn.moment.now, turn.moment.dice));
        record(turn, {.kind = AuditKind::TrailBegun, .who = event.who, .at = turn.moment.now});
    }
    record(turn, std::move(event));
}

std::string detailOf(RefusalCode code)
{
    switch (code) {
    case RefusalCode::WrongPassword:
        return "wrong-password";
    case RefusalCode::TooManyAttempts:
        return "too-many-attempts";
    case RefusalCode::Offline:
        return "offline";
    case RefusalCode::KeyNotEnrolled:
        return "key-not-enrolled";
    case RefusalCode::ProfileUnreadable:
    case RefusalCode::ProfileAbsent:
    case RefusalCode::ProfileOfAnotherUser:
        return "profile";
    default:
        return "other";
    }
}

// What a screen may say by itself; the rest is raised where it happens.
bool isOfScreen(AuditKind kind)
{
    constexpr std::array kinds{AuditKind::HistoryViewed,  AuditKind::Searched, AuditKind::Printed,
                               AuditKind::Exported,       AuditKind::Copied,   AuditKind::AccessRefused,
                               AuditKind::EmergencyBegun, AuditKind::EmergencyEnded};
    return std::ranges::find(kinds, kind) != kinds.end();
}

} // namespace

void note(Turn &turn, AuditEvent event)
{
    auto &world = turn.world;
    if (event.who.isEmpty())
        event.who = whoIsHere(world);
    if (event.at == Instant{})
        event.at = turn.moment.now;
    if (!domain::isAuditDetail(event.detail))
        event.detail.clear();
    if (world.ledger == LedgerState::Open)
        return recordInTrail(turn, std::move(event));
    if (world.trail.waiting.size() >= waitingMax)
        world.trail.waiting.pop_back();
    world.trail.waiting.push_back(std::move(event));
}

void noteFromScreen(Turn &turn, std::uint64_t command, const desk::Note &asked)
{
    if (!std::holds_alternative<access::session::SignedIn>(turn.world.session))
        return refuse(turn, command, RefusalCode::NotSignedIn);
    if (isOfScreen(asked.kind)) {
        const auto row = asked.item.isEmpty() ? nullptr : turn.world.rows.find(asked.item);
        note(turn, {.kind = asked.kind,
                    .item = asked.item,
                    .patient = row ? row->patient : domain::PatientId{},
                    .detail = asked.detail});
    }
    reply(turn, command);
}

void noteRefusedEntry(Turn &turn, const Entering &entering, RefusalCode code)
{
    const auto *signingIn = std::get_if<access::session::SigningIn>(&turn.world.session);
    const bool isUnlocking = signingIn != nullptr && signingIn->isUnlocking;
    note(turn, {.kind = isUnlocking ? AuditKind::UnlockRefused : AuditKind::SignInRefused,
                .isDone = false,
                .who = entering.user,
                .detail = detailOf(code)});
}

void noteView(Turn &turn, AuditKind kind, const domain::SourceId &source)
{
    const auto &open = turn.world.open;
    if (open && open->item)
        note(turn,
             {.kind = kind, .item = open->id, .patient = open->item->proposal.patient.id, .source = source});
}

// What was asked of the ledger and never answered is either in it or made anew, in its place.
void resumeTrail(Turn &turn, const ports::TrailEnd &end)
{
    auto &trail = turn.world.trail;
    std::deque<AuditEvent> again;
    for (auto &asked : trail.unrecorded)
        if (asked.event.kind != AuditKind::TrailBegun && (asked.trail != end.trail || asked.seq >= end.nextSeq))
            again.push_back(std::move(asked.event));
    trail.unrecorded.clear();
    trail.waiting.insert(trail.waiting.begin(), again.begin(), again.end());
    trail.end = end;
    trail.sync.recorded = end.nextSeq;
    trail.sync.acknowledged = end.acknowledged;
    for (auto &event : std::exchange(trail.waiting, {}))
        recordInTrail(turn, std::move(event));
}

void trailEvent(Turn &turn, const sync::TrailEvent &event)
{
    const auto stepped = sync::step(turn.world.trail.sync, event);
    turn.world.trail.sync = stepped.next;
    if (stepped.wanted == sync::TrailStep::Wanted::Load)
        turn.effects.push_back(
            effect::LoadEvents{stepped.seq, std::int64_t{protocol::limits::auditEventsPerMessageMax}});
}

void eventsRecorded(Turn &turn, const ports::EventsRecorded &recorded)
{
    auto &trail = turn.world.trail;
    while (!trail.unrecorded.empty() && trail.unrecorded.front().seq < recorded.nextSeq)
        trail.unrecorded.pop_front();
    if (turn.world.ledger == LedgerState::Open)
        trailEvent(turn, sync::trail::Recorded{recorded.nextSeq});
}

void eventsLoaded(Turn &turn, ports::EventsLoaded loaded)
{
    auto &trail = turn.world.trail;
    const auto stepped = sync::step(trail.sync, sync::trail::Loaded{std::ssize(loaded.entries)});
    trail.sync = stepped.next;
    if (stepped.wanted != sync::TrailStep::Wanted::Send)
        return;
    trail.inFlight.clear();
    protocol::SubmitEvents batch{trail.end.trail, {}};
    for (auto &entry : loaded.entries) {
        trail.inFlight.emplace_back(entry.seq, std::move(entry.digest));
        batch.events.push_back(std::move(entry.bytes));
    }
    turn.effects.push_back(effect::Send{std::move(batch)});
}

void eventsReceived(Turn &turn, const protocol::EventsReceived &answer)
{
    auto &trail = turn.world.trail;
    if (answer.trail != trail.end.trail || turn.world.ledger != LedgerState::Open)
        return;
    const auto stepped = sync::step(trail.sync, sync::trail::Received{answer.nextSeq});
    if (stepped.wanted != sync::TrailStep::Wanted::Acknowledge)
        return trailEvent(turn, sync::trail::Received{answer.nextSeq});
    const auto key = gatewayKeyOf(turn.world);
    const auto receipt = key ? audit::checkTrailReceipt(answer.receipt, *key) : failure(audit::ChainError::KeysMalformed);
    const auto last = std::ranges::find(trail.inFlight, answer.nextSeq - 1, [](const auto &sent) { return sent.first; });
    if (!receipt || last == trail.inFlight.end() || receipt->trail != answer.trail
        || receipt->nextSeq != answer.nextSeq || receipt->head != last->second)
        return dropLink(turn, "receipt-invalid", true);
    trail.sync = stepped.next;
    turn.effects.push_back(effect::AcknowledgeEvents{stepped.seq, answer.receipt});
}

} // namespace countersign::engine
