#include "core/engine/steps.hpp"

#include "core/audit/chain.hpp"
#include "core/base/encoding.hpp"

#include <algorithm>

namespace countersign::engine
{
namespace
{

using domain::ItemState;
using domain::Standing;

void sendDecision(Turn &turn, const domain::DecisionId &id)
{
    const auto *own = turn.world.own.find(id);
    if (own == nullptr)
        return;
    turn.effects.push_back(effect::Send{protocol::SubmitDecision{own->jws, own->rendered}});
    // A receipt that is on its way to the ledger must not be overtaken by the news that it was sent.
    if (own->view->standing == Standing::Stored && !own->isAwaitingLedger)
        turn.effects.push_back(effect::StoreStanding{id, Standing::Sent, {}});
}

bool isReleased(ItemState state)
{
    return state == ItemState::Released || state == ItemState::Completed || state == ItemState::Failed
           || state == ItemState::RolledBack;
}

// Of a held decision, or of one that waited for a second signature, which the row then names.
bool isReleaseOf(const OwnDecision &own, const domain::ItemSummary &row)
{
    const auto &view = *own.view;
    if (view.item != row.id || view.standing != Standing::Held || !row.decision || !view.receipt)
        return false;
    return row.decision->decisionId == view.id || view.receipt->outcome == domain::Outcome::AwaitingCosign;
}

bool isFinal(Standing standing)
{
    return standing != Standing::Stored && standing != Standing::Sent;
}

} // namespace

std::optional<crypto::PublicKey> gatewayKeyOf(const World &world)
{
    const auto bytes = world.card ? base64urlDecode(world.card->gatewayKey) : std::nullopt;
    return bytes ? crypto::PublicKey::fromBytes(*bytes) : std::nullopt;
}

Standing standingFor(domain::Outcome outcome)
{
    switch (outcome) {
    case domain::Outcome::Accepted:
        return Standing::Confirmed;
    case domain::Outcome::Held:
    case domain::Outcome::AwaitingCosign:
        return Standing::Held;
    case domain::Outcome::Superseded:
        return Standing::Superseded;
    case domain::Outcome::StaleItem:
    case domain::Outcome::Expired:
    case domain::Outcome::NotPermitted:
    case domain::Outcome::InvalidSignature:
    case domain::Outcome::NotLeaseHolder:
    case domain::Outcome::ClockRefused:
        break;
    }
    return Standing::Refused;
}

void outboxEvent(Turn &turn, const sync::OutboxEvent &event)
{
    auto [next, send] = sync::step(std::move(turn.world.outbox), event);
    turn.world.outbox = std::move(next);
    for (const auto &id : send)
        sendDecision(turn, id);
}

void receiptCame(Turn &turn, const protocol::DecisionReceipt &receipt)
{
    // While the ledger is being opened, what is known of a decision is about to be read anew: the receipt comes again.
    if (turn.world.ledger != LedgerState::Open)
        return;
    auto *own = turn.world.own.find(receipt.decisionId);
    if (own == nullptr || own->isAwaitingLedger || isFinal(own->view->standing))
        return;
    const auto key = gatewayKeyOf(turn.world);
    const auto checked =
        key ? audit::checkReceipt(receipt.receipt, *key, own->jws) : failure(audit::ChainError::KeysMalformed);
    if (!checked)
        return dropLink(turn, "receipt-invalid", true);
    own->isAwaitingLedger = true;
    own->receipt = receipt.receipt;
    own->verified = *checked;
    receiptHolds(turn, receipt.decisionId);
}

void standingStored(Turn &turn, const ports::StandingStored &stored)
{
    auto *own = turn.world.own.find(stored.id);
    if (own == nullptr)
        return;
    auto view = *own->view;
    view.standing = stored.standing;
    if (isFinal(stored.standing) && own->verified) {
        view.releaseAt = own->verified->releaseAt;
        view.receipt = std::exchange(own->verified, std::nullopt);
    }
    view.isRetractable = isRetractable(view, turn.moment.now);
    own->view = std::make_shared<const desk::DecisionView>(std::move(view));
    turn.changed.any = turn.changed.history = turn.changed.open = true;
    if (!isFinal(stored.standing))
        return;
    own->isAwaitingLedger = false;
    outboxEvent(turn, sync::outbox::Settled{stored.id});
    if (const auto row = turn.world.rows.find(own->view->item))
        confirmReleased(turn, *row);
}

void confirmReleased(Turn &turn, const domain::ItemSummary &row)
{
    if (!isReleased(row.state))
        return;
    for (const auto *held : turn.world.own.on(row.id))
        if (isReleaseOf(*held, row) && !held->isAwaitingLedger) {
            turn.world.own.find(held->view->id)->isAwaitingLedger = true;
            turn.effects.push_back(effect::StoreStanding{held->view->id, Standing::Confirmed, held->receipt});
        }
}

void expireHolds(Turn &turn)
{
    for (const auto &held : turn.world.own.all()) {
        if (!held.view->isRetractable || isRetractable(*held.view, turn.moment.now))
            continue;
        auto view = *held.view;
        view.isRetractable = false;
        auto *own = turn.world.own.find(view.id);
        own->view = std::make_shared<const desk::DecisionView>(std::move(view));
        turn.changed.any = turn.changed.history = true;
    }
}

} // namespace countersign::engine
