#include "core/engine/steps.hpp"

#include "core/audit/jws.hpp"
#include "core/protocol/canonical.hpp"
#include "core/protocol/limits.hpp"

#include <utility>

namespace countersign::engine
{
namespace
{

using audit::Consistency;
using Kind = desk::ForkView::Kind;
using protocol::Json;

Kind kindOf(Consistency consistency)
{
    return consistency == Consistency::Older      ? Kind::Older
           : consistency == Consistency::SameSize ? Kind::Rewritten
                                                  : Kind::NotContinued;
}

std::string_view nameOf(Kind kind)
{
    switch (kind) {
    case Kind::Older:
        return "older";
    case Kind::Rewritten:
        return "rewritten";
    case Kind::Silent:
        return "silent";
    case Kind::NotContinued:
        break;
    }
    return "not-continued";
}

// Both signed words, so that anybody can see that one of them is false. Nothing of a patient is in either.
std::string evidenceOf(const World &world, Kind kind, Instant at, const std::string &answer)
{
    return protocol::compactText(Json::object({{"schema", "countersign.fork/1"},
                                               {"kind", nameOf(kind)},
                                               {"noticedAt", formatInstant(at)},
                                               {"device", world.setup.device.text()},
                                               {"gateway", world.card ? world.card->gatewayId : std::string()},
                                               {"gatewayKey", world.card ? world.card->gatewayKey : std::string()},
                                               {"seen", world.witness.believedText},
                                               {"told", answer}}))
           + '\n';
}

void alarm(Turn &turn, Kind kind, const std::string &answer)
{
    auto &world = turn.world;
    turn.effects.push_back(effect::KeepEvidence{evidenceOf(world, kind, turn.moment.now, answer)});
    note(turn, {.kind = domain::AuditKind::LogForked, .isDone = false, .detail = std::string(nameOf(kind))});
    world.witness.fork = desk::ForkView{kind, turn.moment.now, {}};
    world.witness.isHeld = true;
    turn.changed.any = true;
    dropLink(turn, "log-forked", true);
    unwantLink(turn);
}

audit::TreeHead headOf(const OwnDecision &own)
{
    return {own.verified->log.size, own.verified->log.root};
}

// Of what was believed first, then of each receipt: the first that does not fit.
std::optional<Kind> contradiction(const World &world, const audit::Checkpoint &told, const protocol::LogProved &answer)
{
    const auto &witness = world.witness;
    const auto seen = witness.believed ? witness.believed->decisions : audit::TreeHead{};
    const auto records = witness.believed ? witness.believed->records : audit::TreeHead{};
    if (witness.believed) {
        for (const auto consistency : {audit::compare(seen, told.decisions, answer.proofs[0]),
                                       audit::compare(records, told.records, answer.recordProof)})
            if (consistency != Consistency::Consistent)
                return kindOf(consistency);
    }
    for (std::size_t i = 0; i < witness.asked->receipts.size(); ++i) {
        const auto *own = world.own.find(witness.asked->receipts[i]);
        if (own == nullptr || !own->verified)
            continue;
        const auto consistency = audit::compare(headOf(*own), told.decisions, answer.proofs[i + 1]);
        if (consistency != Consistency::Consistent)
            return kindOf(consistency);
    }
    return std::nullopt;
}

void store(Turn &turn, const domain::DecisionId &id)
{
    const auto *own = turn.world.own.find(id);
    if (own != nullptr && own->verified)
        turn.effects.push_back(effect::StoreStanding{id, standingFor(own->verified->outcome), own->receipt});
}

void ask(Turn &turn)
{
    auto &witness = turn.world.witness;
    Witness::Asked asked{{witness.believed ? witness.believed->decisions.size : 0}, {}};
    while (!witness.waiting.empty() && asked.sizes.size() < protocol::limits::proofsPerMessageMax) {
        const auto *own = turn.world.own.find(witness.waiting.front());
        if (own != nullptr && own->verified) {
            asked.receipts.push_back(witness.waiting.front());
            asked.sizes.push_back(own->verified->log.size);
        }
        witness.waiting.erase(witness.waiting.begin());
    }
    turn.effects.push_back(
        effect::Send{protocol::ProveLog{asked.sizes, witness.believed ? witness.believed->records.size : 0}});
    witness.asked = std::move(asked);
}

} // namespace

void recallWitness(World &world, const std::string &checkpoint)
{
    world.witness.believed.reset();
    world.witness.believedText = checkpoint;
    // Ours, from our own sealed store: read, not checked anew.
    if (const auto parts = audit::parseJws(audit::JwsType::Checkpoint, checkpoint))
        if (auto read = audit::readCheckpoint(parts->payload))
            world.witness.believed = *read;
}

void demandProof(Turn &turn)
{
    auto &world = turn.world;
    if (!world.hello)
        return;
    if (world.hello->provesLog)
        return ask(turn);
    if (world.witness.believed)
        alarm(turn, Kind::Silent, {});
}

void receiptHolds(Turn &turn, const domain::DecisionId &id)
{
    auto &world = turn.world;
    if (!world.hello || !world.hello->provesLog)
        return store(turn, id); // a gateway of before: its receipt proves the place alone
    world.witness.waiting.push_back(id);
    if (!world.witness.asked)
        ask(turn);
}

void logProved(Turn &turn, const protocol::LogProved &answer)
{
    auto &world = turn.world;
    auto &witness = world.witness;
    if (!witness.asked || world.ledger != LedgerState::Open)
        return;
    const auto key = gatewayKeyOf(world);
    const auto told = key ? audit::checkCheckpoint(answer.checkpoint, *key, world.card->gatewayId)
                          : failure(audit::ChainError::KeysMalformed);
    if (!told || answer.proofs.size() != witness.asked->sizes.size())
        return dropLink(turn, "receipt-invalid", true);
    if (const auto kind = contradiction(world, *told, answer))
        return alarm(turn, *kind, answer.checkpoint);
    if (witness.fork) {
        witness.fork.reset();
        turn.changed.any = true;
    }
    // The ledger does one thing after the other: the memory is durable before anything rests on it.
    if (!witness.believed || witness.believed->decisions != told->decisions || witness.believed->records != told->records)
        turn.effects.push_back(effect::KeepCheckpoint{answer.checkpoint});
    witness.believed = *told;
    witness.believedText = answer.checkpoint;
    const auto asked = *std::exchange(witness.asked, std::nullopt);
    for (const auto &id : asked.receipts)
        store(turn, id);
    if (!witness.waiting.empty())
        ask(turn);
}

void forgetDemands(Turn &turn)
{
    auto &witness = turn.world.witness;
    auto open = std::exchange(witness.waiting, {});
    if (const auto asked = std::exchange(witness.asked, std::nullopt))
        open.insert(open.end(), asked->receipts.begin(), asked->receipts.end());
    // The decision is sent again on the next link, and answered with the very same receipt.
    for (const auto &id : open)
        if (auto *own = turn.world.own.find(id)) {
            own->isAwaitingLedger = false;
            own->verified.reset();
        }
}

void evidenceKept(Turn &turn, const ports::EvidenceKept &kept)
{
    if (auto &fork = turn.world.witness.fork) {
        fork->file = kept.file;
        turn.changed.any = true;
    }
}

} // namespace countersign::engine
