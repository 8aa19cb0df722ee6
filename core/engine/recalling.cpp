#include "core/engine/steps.hpp"

#include "core/audit/jws.hpp"
#include "core/protocol/decision_codec.hpp"

namespace countersign::engine
{
namespace
{

using domain::Standing;

// The store authenticated these bytes; here they are only read.
std::shared_ptr<const domain::DecisionStatement> statementOf(const std::string &jws)
{
    const auto parts = audit::parseJws(audit::JwsType::Decision, jws);
    if (!parts)
        return nullptr;
    auto statement = protocol::readDecision(parts->payload);
    return statement ? std::make_shared<const domain::DecisionStatement>(std::move(*statement)) : nullptr;
}

std::optional<domain::Receipt> receiptOf(const std::string &jws)
{
    const auto parts = audit::parseJws(audit::JwsType::Receipt, jws);
    if (!parts)
        return std::nullopt;
    auto receipt = protocol::readReceipt(parts->payload);
    return receipt ? std::optional(std::move(*receipt)) : std::nullopt;
}

desk::QueueRow rowOf(const std::string &bytes)
{
    auto row = protocol::readSummary(bytes);
    return row ? std::make_shared<const domain::ItemSummary>(std::move(*row)) : nullptr;
}

void recallDecision(Turn &turn, ports::StoredDecision &stored)
{
    auto &world = turn.world;
    const auto statement = statementOf(stored.sealed.jws);
    if (!statement)
        return;
    auto view = viewOf(stored.sealed, rowOf(stored.sealed.summary), statement);
    view.standing = stored.standing;
    view.receipt = receiptOf(stored.receipt);
    if (view.receipt)
        view.releaseAt = view.receipt->releaseAt;
    view.isRetractable = isRetractable(view, turn.moment.now);
    world.own.add({.view = std::make_shared<const desk::DecisionView>(std::move(view)),
                   .jws = std::move(stored.sealed.jws),
                   .rendered = std::move(stored.sealed.rendered),
                   .receipt = std::move(stored.receipt),
                   .verified = std::nullopt});
    if (stored.standing == Standing::Stored || stored.standing == Standing::Sent)
        outboxEvent(turn, sync::outbox::Durable{stored.sealed.id, stored.sealed.seq});
}

void recallRow(Turn &turn, const std::string &bytes)
{
    const auto row = rowOf(bytes);
    if (!row)
        return;
    if (domain::isOpen(row->state))
        turn.world.rows.put(row);
    else
        rowChanged(turn, *row);
}

} // namespace

void recall(Turn &turn, ports::LedgerOpened opened)
{
    auto &world = turn.world;
    world.ledger = LedgerState::Open;
    world.reopenLedgerAtMs.reset();
    world.isQuarantined = opened.isQuarantined;
    world.nextSeq = opened.nextSeq;
    world.head = opened.head;
    world.isQueueComplete = opened.hasQueue;
    world.follow = {.state = sync::follow::Unlinked{}, .stored = opened.position, .applied = opened.position};
    world.rows = {};
    world.own = {};
    world.others.clear();
    world.outbox = {};
    world.drafts = std::move(opened.drafts);
    world.personal = std::make_shared<const desk::Personal>(std::move(opened.personal));
    for (auto &decision : opened.decisions)
        recallDecision(turn, decision);
    for (const auto &row : opened.rows)
        recallRow(turn, row);
    turn.changed = {true, true, true, true};
}

void forget(World &world)
{
    world.identity.reset();
    world.signingSession = {};
    world.emergency.reset();
    world.notices.clear();
    world.issuerRequest = 0;
    world.keys = {};
    world.card.reset();
    world.rules.reset();
    world.hello.reset();
    world.httpSession.clear();
    world.skewMs.reset();
    world.ledger = LedgerState::Closed;
    world.reopenLedgerAtMs.reset();
    world.ledgerFailures = 0;
    world.isQuarantined = false;
    world.rows = {};
    world.isQueueComplete = false;
    world.follow = {};
    world.others.clear();
    world.fetches = {};
    world.prints.clear();
    world.prefetching.clear();
    world.open.reset();
    world.drafts.clear();
    world.personal.reset();
    world.own = {};
    world.outbox = {};
    world.trail.end = {};
    world.trail.sync = {};
    world.trail.inFlight.clear();
    world.trail.seenSources.clear();
    world.witness = {};
}

} // namespace countersign::engine
