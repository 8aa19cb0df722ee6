#include "core/engine/engine.hpp"

#include "core/base/result.hpp"
#include "core/base/secret.hpp"
#include "core/engine/project.hpp"
#include "core/engine/steps.hpp"

#include <algorithm>

namespace countersign::engine
{
namespace
{

constexpr std::size_t repliesMax = 64;

void commandCame(Turn &turn, const desk::Command &command)
{
    const auto id = command.id;
    std::visit(Overload{
                   [&](const desk::SignIn &request) { signIn(turn, id, request); },
                   [&](const desk::SignOut &) { signOut(turn, id); },
                   [&](const desk::Lock &request) { lock(turn, id, request.cause); },
                   [&](const desk::EndSigning &) { endSigningAsked(turn, id); },
                   [&](const desk::Unlock &request) { unlock(turn, id, request); },
                   [&](const desk::Recover &request) { recover(turn, id, request); },
                   [&](const desk::MakeRecoveryCode &) { makeRecoveryCode(turn, id); },
                   [&](const desk::KeepRecoveryCode &request) { keepRecoveryCode(turn, id, request); },
                   [&](const desk::ChangePassword &request) { changePassword(turn, id, request); },
                   [&](const desk::RenewSigningKey &request) { renewSigningKey(turn, id, request); },
                   [&](const desk::EnrolToken &request) { enrolToken(turn, id, request); },
                   [&](const desk::SeeNotice &request) { seeNotice(turn, id, request); },
                   [&](const desk::BeginEmergency &request) { beginEmergency(turn, id, request); },
                   [&](const desk::EndEmergency &) { endEmergencyAsked(turn, id); },
                   [&](const desk::GoOffline &) { goOffline(turn, id); },
                   [&](const desk::GoOnline &) { goOnline(turn, id); },
                   [&](const desk::OpenItem &request) { openItem(turn, id, request.item); },
                   [&](const desk::CloseItem &) { closeItem(turn, id); },
                   [&](const desk::Prefetch &request) { prefetch(turn, id, request.item); },
                   [&](const desk::FetchBlob &request) { fetchBlob(turn, id, request); },
                   [&](const desk::ShowEvidence &request) { showEvidence(turn, id, request); },
                   [&](const desk::EditDraft &request) { editDraft(turn, id, request); },
                   [&](const desk::SeeStatement &request) { seeStatement(turn, id, request); },
                   [&](const desk::KeepPlace &request) { keepPlace(turn, id, request); },
                   [&](const desk::DropFormerEdits &request) { dropFormerEdits(turn, id, request); },
                   [&](const desk::KeepPersonal &request) { keepPersonal(turn, id, request); },
                   [&](const desk::ResolveFinding &request) { resolveFinding(turn, id, request); },
                   [&](const desk::Decide &request) { decide(turn, id, request); },
                   [&](const desk::Retract &request) { retract(turn, id, request); },
                   [&](const desk::Note &asked) { noteFromScreen(turn, id, asked); },
               },
               command.request);
}

// What a ledger that was closed still had to say is of no interest; a pending decision's answer always is.
void ledgerAnswered(Turn &turn, ports::LedgerEvent event)
{
    const auto state = turn.world.ledger;
    std::visit(Overload{
                   [&](ports::LedgerOpened &opened) {
                       if (state != LedgerState::Opening)
                           return;
                       const auto trail = opened.trail;
                       const auto checkpoint = opened.checkpoint;
                       recall(turn, std::move(opened));
                       recallWitness(turn.world, checkpoint);
                       resumeTrail(turn, trail);
                       recovered(turn);
                       ledgerReady(turn);
                       keepAnew(turn);
                       resumeLink(turn);
                   },
                   [&](const ports::LedgerFailed &failed) {
                       if (state != LedgerState::Closed)
                           ledgerUnusable(turn, failed.error);
                   },
                   [&](const ports::Appended &done) { appended(turn, done.id); },
                   [&](const ports::AppendFailed &failed) { appendFailed(turn, failed); },
                   [&](const ports::StandingStored &stored) { standingStored(turn, stored); },
                   [&](const ports::QueueStored &stored) {
                       if (state != LedgerState::Open)
                           return;
                       turn.world.ledgerFailures = 0;
                       // Whether or not there is still a link to acknowledge it on.
                       turn.world.isQueueComplete = true;
                       turn.changed.any = turn.changed.queue = true;
                       followEvent(turn, sync::follow::RowsStored{stored.position});
                   },
                   [&](ports::ItemLoaded &loaded) { itemLoaded(turn, std::move(loaded)); },
                   [](const ports::ItemStored &) {},
                   [&](const ports::DraftStored &stored) { draftStored(turn, stored); },
                   [](const ports::DraftForgotten &) {},
                   [](const ports::PersonalStored &) {},
                   [&](const ports::EventsRecorded &recorded) { eventsRecorded(turn, recorded); },
                   [&](ports::EventsLoaded &loaded) { eventsLoaded(turn, std::move(loaded)); },
                   [&](const ports::EventsAcknowledged &done) {
                       if (state == LedgerState::Open)
                           trailEvent(turn, sync::trail::Acknowledged{done.upTo});
                   },
                   [](const ports::CheckpointKept &) {},
                   [&](const ports::EvidenceKept &kept) { evidenceKept(turn, kept); },
               },
               event);
}

void vaultAnswered(Turn &turn, const ports::VaultEvent &event)
{
    auto &world = turn.world;
    std::visit(Overload{
                   [&](const ports::VaultOpened &opened) { vaultOpened(turn, opened); },
                   [&](const ports::SignatureMade &made) { signatureMade(turn, made); },
                   [&](const ports::RecoveryCodeMade &made) { recoveryCodeMade(turn, made); },
                   [&](const ports::VaultChanged &changed) { keysChanged(turn, changed); },
                   [&](const ports::NewKeyOffered &offered) { newKeyOffered(turn, offered); },
                   [&](const ports::KeyChanged &changed) { keyChanged(turn, changed); },
                   [&](const ports::VaultRefused &refused) {
                       if (refused.request == 0)
                           vaultRefused(turn, refused.error);
                       else if (world.signing && refused.request == world.signing->request)
                           signatureRefused(turn, refused.error);
                       else if (world.keyChange && refused.request == world.keyChange->request)
                           keysRefused(turn, refused.error);
                       else if (refused.request == world.proofRequest)
                           dropLink(turn, "closed", false);
                   },
               },
               event);
}

void woken(Turn &turn)
{
    tick(turn);
    reopenLedger(turn);
    expireHolds(turn);
    examineIfDue(turn);
    keepIfDue(turn);
    expireSigning(turn);
    expireEmergency(turn);
    expireToken(turn);
    if (turn.world.open)
        turn.changed.any = turn.changed.open = true; // its offers may have run out
}

// The only place where the engine touches its ports.
struct Performer {
    Ports &ports;
    bool isCongested = false;

    void operator()(effect::Connect &) ENGINE_ONLY { ports.wire.connect(); }
    void operator()(effect::Send &send) ENGINE_ONLY
    {
        auto text = protocol::encodeMessage(send.message);
        if (auto *signIn = std::get_if<protocol::SignIn>(&send.message))
            wipeMemory(signIn->password.data(), signIn->password.size());
        isCongested |= !ports.wire.send(std::move(text));
    }
    void operator()(effect::Disconnect &) ENGINE_ONLY { ports.wire.close(); }
    void operator()(effect::OpenLedger &) ENGINE_ONLY { ports.ledger.open(); }
    void operator()(effect::Append &append) ENGINE_ONLY { ports.ledger.append(std::move(append.decision)); }
    void operator()(effect::StoreStanding &store) ENGINE_ONLY
    {
        ports.ledger.storeStanding(store.id, store.standing, std::move(store.receipt));
    }
    void operator()(effect::StoreChanges &store) ENGINE_ONLY
    {
        ports.ledger.storeChanges(std::move(store.rows), store.position);
    }
    void operator()(effect::ReplaceQueue &replace) ENGINE_ONLY
    {
        ports.ledger.replaceQueue(std::move(replace.rows), replace.position);
    }
    void operator()(effect::StoreItem &store) ENGINE_ONLY
    {
        ports.ledger.storeItem(store.id, std::move(store.canonical));
    }
    void operator()(effect::LoadItem &load) ENGINE_ONLY { ports.ledger.loadItem(load.id); }
    void operator()(effect::StoreDraft &store) ENGINE_ONLY
    {
        ports.ledger.storeDraft(std::move(store.draft), store.ticket);
    }
    void operator()(effect::ForgetDraft &forget) ENGINE_ONLY { ports.ledger.forgetDraft(forget.item, forget.digest); }
    void operator()(effect::StorePersonal &store) ENGINE_ONLY
    {
        ports.ledger.storePersonal(std::move(store.name), std::move(store.value));
    }
    void operator()(effect::RecordEvents &record) ENGINE_ONLY
    {
        ports.ledger.recordEvents(record.trail, std::move(record.entries));
    }
    void operator()(effect::LoadEvents &load) ENGINE_ONLY { ports.ledger.loadEvents(load.from, load.count); }
    void operator()(effect::AcknowledgeEvents &done) ENGINE_ONLY
    {
        ports.ledger.acknowledgeEvents(done.upTo, std::move(done.receipt));
    }
    void operator()(effect::KeepCheckpoint &keep) ENGINE_ONLY
    {
        ports.ledger.keepCheckpoint(std::move(keep.checkpoint));
    }
    void operator()(effect::KeepEvidence &keep) ENGINE_ONLY { ports.ledger.keepEvidence(std::move(keep.content)); }
    void operator()(effect::CloseLedger &) ENGINE_ONLY { ports.ledger.close(); }
    void operator()(effect::LoadBlob &load) ENGINE_ONLY
    {
        ports.blobs.load(load.digest, load.item, std::move(load.session));
    }
    void operator()(effect::AbandonBlobs &) ENGINE_ONLY { ports.blobs.abandon(); }
    void operator()(effect::OpenVault &open) ENGINE_ONLY { ports.vault.open(open.user, open.password); }
    void operator()(effect::EnrolVault &enrol) ENGINE_ONLY { ports.vault.enrol(enrol.user, enrol.password); }
    void operator()(effect::RecoverVault &lost) ENGINE_ONLY
    {
        ports.vault.recover(lost.user, lost.code, lost.password);
    }
    void operator()(effect::MakeRecoveryCode &make) ENGINE_ONLY { ports.vault.makeRecoveryCode(make.request); }
    void operator()(effect::KeepRecoveryCode &keep) ENGINE_ONLY
    {
        ports.vault.keepRecoveryCode(keep.request, keep.lastGroup);
    }
    void operator()(effect::ChangePassword &change) ENGINE_ONLY
    {
        ports.vault.changePassword(change.request, change.oldPassword, change.newPassword);
    }
    void operator()(effect::SignDecision &sign) ENGINE_ONLY
    {
        ports.vault.signWithPassword(sign.request, sign.password, std::move(sign.signingInput));
    }
    void operator()(effect::SignCarried &sign) ENGINE_ONLY
    {
        ports.vault.signCarried(sign.request, std::move(sign.word), std::move(sign.signingInput));
    }
    void operator()(effect::AskToken &ask) ENGINE_ONLY
    {
        ports.tokens->sign(ask.request, std::move(ask.pin), std::move(ask.bytes));
    }
    void operator()(effect::AbandonToken &) ENGINE_ONLY { ports.tokens->abandon(); }
    void operator()(effect::ProveLink &prove) ENGINE_ONLY
    {
        ports.vault.signLinkProof(prove.request, std::move(prove.proof));
    }
    void operator()(effect::BeginKeyChange &begin) ENGINE_ONLY
    {
        ports.vault.beginKeyChange(begin.request, begin.password);
    }
    void operator()(effect::FinishKeyChange &finish) ENGINE_ONLY { ports.vault.finishKeyChange(finish.request); }
    void operator()(effect::AskIssuer &ask) ENGINE_ONLY { ports.signOn.ask(std::move(ask.question)); }
    void operator()(effect::AbandonIssuer &) ENGINE_ONLY { ports.signOn.abandon(); }
    void operator()(effect::KeepCard &keep) ENGINE_ONLY { ports.vault.keep(std::move(keep.card)); }
    void operator()(effect::LockVault &) ENGINE_ONLY { ports.vault.lock(); }
};

} // namespace

void reply(Turn &turn, std::uint64_t command, std::optional<domain::Refusal> refusal,
           const domain::DecisionId &decision)
{
    auto &replies = turn.world.replies;
    replies.push_back({command, std::move(refusal), decision});
    if (replies.size() > repliesMax)
        replies.pop_front();
    turn.changed.any = true;
}

void refuse(Turn &turn, std::uint64_t command, domain::RefusalCode code, std::string subject)
{
    reply(turn, command, domain::Refusal{code, std::move(subject)});
}

Engine::Engine(Setup setup, Ports ports, Publish publish)
    : ports_(ports), publish_(std::move(publish)), shown_(std::make_shared<const desk::DeskSnapshot>())
{
    world_.setup = std::move(setup);
    changed_.any = true;
}

Moment Engine::moment()
{
    Moment moment;
    moment.now = ports_.clock.now();
    moment.offset = ports_.clock.offset(moment.now);
    moment.monotonicMs = ports_.clock.monotonicMs();
    ports_.randomness.fill(moment.dice);
    return moment;
}

void Engine::handle(Event event)
{
    const auto now = moment();
    Effects effects;
    Turn turn{world_, effects, changed_, now};
    std::visit(Overload{
                   [&](const desk::Command &command) { commandCame(turn, command); },
                   [&](ports::WireEvent &wire) { wireAnswered(turn, std::move(wire)); },
                   [&](ports::LedgerEvent &ledger) { ledgerAnswered(turn, std::move(ledger)); },
                   [&](const ports::VaultEvent &vault) { vaultAnswered(turn, vault); },
                   [&](const ports::BlobEvent &blob) { blobAnswered(turn, blob); },
                   [&](const ports::SignOnEvent &answer) { issuerAnswered(turn, answer); },
                   [&](const ports::TokenEvent &token) { tokenAnswered(turn, token); },
                   [&](const Woken &) { woken(turn); },
               },
               event);
    perform(std::move(effects));
}

void Engine::perform(Effects effects)
{
    Performer performer{ports_};
    for (auto &effect : effects)
        std::visit(performer, effect);
    if (!performer.isCongested)
        return;
    // Nothing is lost: what the wire did not take is sent again on the next link.
    const auto now = moment();
    Effects closing;
    Turn turn{world_, closing, changed_, now};
    dropLink(turn, "slow-reader", false);
    for (auto &effect : closing)
        std::visit(performer, effect);
}

void Engine::publish()
{
    if (!changed_.any && !changed_.queue && !changed_.open && !changed_.history)
        return;
    shown_ = project(world_, changed_, *shown_, moment());
    changed_ = {};
    publish_(shown_);
}

std::optional<std::int64_t> Engine::wakeAtMs() const
{
    auto earliest = sync::wakeAtMs(world_.link);
    const auto consider = [&](std::optional<std::int64_t> at) {
        if (at && (!earliest || *at < *earliest))
            earliest = at;
    };
    consider(world_.reopenLedgerAtMs);
    consider(signingEndsAtMs(world_));
    consider(tokenDueAtMs(world_));
    if (world_.open)
        consider(world_.open->examination.dueAtMs);
    if (world_.open && world_.ledger == LedgerState::Open)
        consider(world_.open->keeping.dueAtMs);
    const auto nowMs = ports_.clock.monotonicMs();
    const auto now = ports_.clock.now();
    if (world_.emergency && world_.emergency->until)
        consider(nowMs + (*world_.emergency->until - now).count());
    for (const auto &own : world_.own.all())
        if (own.view->isRetractable)
            consider(nowMs + (*own.view->releaseAt - now).count());
    return earliest;
}

} // namespace countersign::engine
