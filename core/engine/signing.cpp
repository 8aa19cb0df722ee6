#include "core/engine/steps.hpp"

#include "core/audit/carried_proof.hpp"
#include "core/audit/jws.hpp"
#include "core/protocol/decision_codec.hpp"
#include "core/protocol/limits.hpp"

#include <algorithm>

namespace countersign::engine
{
namespace
{

using domain::RefusalCode;
using domain::Standing;
using Stage = Signing::Stage;

// Base64url takes four bytes for three, and the message carries the display model beside the statement.
bool isDeliverable(const std::string &signingInput, const std::string &rendered)
{
    using namespace protocol::limits;
    constexpr std::size_t spare = 4096; // signature, member names, escapes of a few control characters
    return signingInput.size() + spare <= jwsBytesMax
           && signingInput.size() + rendered.size() + spare <= messageBytesMax;
}

std::string nameOf(const domain::ItemSummary &row)
{
    return row.family.reveal() + ", " + row.given.reveal();
}

ports::SealedDecision sealedOf(const Signing &signing)
{
    const auto &statement = *signing.statement;
    return {.id = statement.decisionId,
            .item = statement.itemId,
            .seq = statement.chain.seq,
            .prev = statement.chain.prev,
            .jws = signing.jws,
            .rendered = signing.rendered,
            .summary = signing.row ? protocol::summaryBytes(*signing.row) : std::string()};
}

Signing finish(Turn &turn)
{
    auto signing = *std::exchange(turn.world.signing, std::nullopt);
    reply(turn, signing.command, std::nullopt, signing.statement->decisionId);
    return signing;
}

} // namespace

void failSigning(Turn &turn, RefusalCode code, std::string subject)
{
    const auto command = turn.world.signing->command;
    turn.world.signing.reset();
    refuse(turn, command, code, std::move(subject));
}

desk::DecisionView viewOf(const ports::SealedDecision &sealed, const desk::QueueRow &row,
                          std::shared_ptr<const domain::DecisionStatement> statement)
{
    desk::DecisionView view;
    view.id = sealed.id;
    view.item = sealed.item;
    if (row) {
        view.itemTitle = row->title;
        view.patientName = domain::Phi<std::string>(nameOf(*row));
        view.workflow = row->workflow;
        view.tier = row->tier;
    }
    view.statement = std::move(statement);
    view.digest = audit::jwsDigest(sealed.jws).text();
    return view;
}

void sign(Turn &turn, SigningAsked asked, domain::DecisionStatement statement, std::string rendered, desk::QueueRow row)
{
    auto &world = turn.world;
    auto proven = provenSigning(turn, asked);
    if (!proven)
        return;
    Signing signing;
    signing.command = asked.command;
    signing.session = std::move(*proven);
    signing.rendered = std::move(rendered);
    signing.row = std::move(row);
    signing.password = std::move(asked.password);
    if (asked.isPin)
        statement.auth.components = {domain::AuthComponent::SmartCard, domain::AuthComponent::Pin,
                                     domain::AuthComponent::DeviceKey};
    signing.statement = std::make_shared<domain::DecisionStatement>(std::move(statement));
    world.signing = std::move(signing);
    if (needsIssuer(world, world.signingSession))
        askIssuerForSigning(turn);
    else
        askSignature(turn);
}

void askSignature(Turn &turn)
{
    auto &world = turn.world;
    auto &signing = *world.signing;
    if (audit::claimsCarried(*signing.statement) && !signing.statement->auth.proof)
        return askToken(turn);
    signing.signingInput =
        audit::signingInput(audit::JwsType::Decision, world.identity->kid, protocol::decisionBytes(*signing.statement));
    if (!isDeliverable(signing.signingInput, signing.rendered))
        return failSigning(turn, RefusalCode::StatementTooLarge);
    signing.request = ++world.lastRequest;
    signing.stage = Stage::AwaitingSignature;
    if (signing.word)
        return turn.effects.push_back(
            effect::SignCarried{signing.request, *std::exchange(signing.word, std::nullopt), signing.signingInput});
    turn.effects.push_back(
        effect::SignDecision{signing.request, std::exchange(signing.password, nullptr), signing.signingInput});
}

void signatureMade(Turn &turn, const ports::SignatureMade &made)
{
    auto &world = turn.world;
    if (!world.signing || world.signing->request != made.request || world.signing->stage != Stage::AwaitingSignature) {
        const bool isVouching = isEnrollingToken(world) && world.keyChange->request == made.request;
        return isVouching ? tokenVouched(turn, made) : linkProved(turn, made);
    }
    world.attempts = {};
    if (world.ledger != LedgerState::Open || !world.identity)
        return failSigning(turn, RefusalCode::Locked);
    auto &signing = *world.signing;
    world.signingSession = signing.session;
    turn.changed.any = true;
    signing.jws = audit::assembleJws(signing.signingInput, made.signature);
    // A fault of the machine is found here, not by an auditor.
    if (!audit::verifyJws(audit::JwsType::Decision, signing.jws, {world.identity->publicKey}))
        return failSigning(turn, RefusalCode::SignatureFailed);
    signing.signingInput.clear();
    signing.stage = Stage::Appending;
    turn.effects.push_back(effect::Append{sealedOf(signing)});
}

void signatureRefused(Turn &turn, ports::VaultError error)
{
    auto &world = turn.world;
    if (error == ports::VaultError::WrongPassword)
        countFailure(turn, domain::AuditKind::SignatureRefused);
    const bool isLocked = error == ports::VaultError::Locked;
    note(turn, {.kind = domain::AuditKind::SignatureRefused,
                .isDone = false,
                .item = world.signing->statement->itemId,
                .detail = error == ports::VaultError::WrongPassword ? "wrong-password" : "no-signature"});
    failSigning(turn, error == ports::VaultError::WrongPassword ? RefusalCode::WrongPassword
                      : isLocked                                ? RefusalCode::Locked
                                                                : RefusalCode::SignatureFailed);
}

void appended(Turn &turn, const domain::DecisionId &id)
{
    auto &world = turn.world;
    if (!world.signing || world.signing->statement->decisionId != id)
        return;
    const auto signing = finish(turn);
    if (world.ledger != LedgerState::Open)
        return; // locked meanwhile: the ledger has it, and tells when it is opened again
    const auto sealed = sealedOf(signing);
    world.nextSeq = sealed.seq + 1;
    world.head = audit::jwsDigest(sealed.jws);
    auto view = viewOf(sealed, signing.row, signing.statement);
    world.own.add({.view = std::make_shared<const desk::DecisionView>(std::move(view)),
                   .jws = sealed.jws,
                   .rendered = sealed.rendered,
                   .receipt = {},
                   .verified = std::nullopt,
                   .isOfThisSession = true});
    // The ledger forgot what was unsigned of it in the same transaction.
    if (world.drafts.erase(sealed.item) > 0)
        turn.changed.queue = true;
    if (world.open && world.open->id == sealed.item)
        world.open->keeping.isOver = true;
    turn.changed.any = turn.changed.open = turn.changed.history = true;
    outboxEvent(turn, sync::outbox::Durable{id, sealed.seq});
}

// Whether the decision is durable after all is for the reopened ledger to say; until then nothing is.
void appendFailed(Turn &turn, const ports::AppendFailed &failed)
{
    auto &world = turn.world;
    if (!world.signing || world.signing->statement->decisionId != failed.id)
        return;
    world.signing->failure = refusalFor(failed.error);
    if (world.ledger != LedgerState::Open)
        return failSigning(turn, world.signing->failure);
    world.signing->stage = Stage::Recovering;
    world.ledger = LedgerState::Opening;
    suspendLink(turn);
    turn.effects.push_back(effect::CloseLedger{});
    turn.effects.push_back(effect::OpenLedger{});
}

void recovered(Turn &turn)
{
    auto &world = turn.world;
    if (!world.signing || world.signing->stage != Stage::Recovering)
        return;
    const auto &id = world.signing->statement->decisionId;
    if (auto *own = world.own.find(id)) {
        own->isOfThisSession = true;
        static_cast<void>(finish(turn));
        return;
    }
    failSigning(turn, world.signing->failure);
}

} // namespace countersign::engine
