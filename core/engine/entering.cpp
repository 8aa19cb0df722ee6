#include "core/engine/steps.hpp"

#include "core/base/result.hpp"

#include <algorithm>

namespace countersign::engine
{
namespace
{

using domain::RefusalCode;
using Stage = Entering::Stage;

RefusalCode refusalFor(access::AccessError error)
{
    switch (error) {
    case access::AccessError::NotSignedIn:
    case access::AccessError::NotLocked:
        return RefusalCode::NotSignedIn;
    case access::AccessError::Locked:
        return RefusalCode::Locked;
    case access::AccessError::AlreadySignedIn:
    case access::AccessError::Busy:
        break;
    }
    return RefusalCode::Busy;
}

bool moveSession(Turn &turn, std::uint64_t command, const access::SessionEvent &event)
{
    const auto next = access::step(turn.world.session, event);
    if (!next) {
        refuse(turn, command, refusalFor(next.error()));
        return false;
    }
    turn.world.session = *next;
    turn.changed.any = true;
    return true;
}

bool isAtGateway(const std::optional<Entering> &entering)
{
    return entering && entering->stage != Stage::OpeningVault && entering->stage != Stage::OpeningLedger;
}

bool isAtVault(const std::optional<Entering> &entering)
{
    return entering && (entering->stage == Stage::OpeningVault || entering->stage == Stage::MakingProfile);
}

void beginEntering(Turn &turn, std::uint64_t command, const domain::ReviewerId &user, const desk::Password &password)
{
    turn.world.entering = Entering{command, user, password, Stage::OpeningVault};
    turn.effects.push_back(effect::OpenVault{user, password});
}

// Keys wiped, store closed, link down, memory empty of whatever belongs to a person.
void leave(Turn &turn)
{
    rememberLeft(turn);
    keepNow(turn);
    endEmergency(turn, "left");
    abandonIssuer(turn);
    abandonToken(turn);
    unwantLink(turn);
    if (const auto change = std::exchange(turn.world.keyChange, std::nullopt); change && change->command != 0)
        refuse(turn, change->command, RefusalCode::Locked);
    turn.effects.push_back(effect::LockVault{});
    turn.effects.push_back(effect::AbandonBlobs{});
    turn.effects.push_back(effect::CloseLedger{});
    forget(turn.world);
    turn.changed = {true, true, true, true};
}

void failEntering(Turn &turn, RefusalCode code, std::string subject = {})
{
    const auto command = turn.world.entering->command;
    noteRefusedEntry(turn, *turn.world.entering, code);
    turn.world.entering.reset();
    if (auto next = access::step(turn.world.session, access::session::Refuse{}))
        turn.world.session = *next;
    leave(turn);
    refuse(turn, command, code, std::move(subject));
}

void askGateway(Turn &turn)
{
    auto &world = turn.world;
    if (world.isOfflineByChoice)
        return failEntering(turn, RefusalCode::Offline);
    world.entering->stage = Stage::AskingGateway;
    wantLink(turn);
}

void openLedger(Turn &turn)
{
    turn.world.entering->stage = Stage::OpeningLedger;
    turn.world.ledger = LedgerState::Opening;
    turn.effects.push_back(effect::OpenLedger{});
}

Card cardOf(const protocol::SignedIn &answer, const protocol::ServerHello &hello)
{
    return {answer.reviewer,
            answer.policy,
            answer.policyDocument,
            hello.gatewayId,
            hello.organisation,
            hello.gatewayKey,
            hello.issuer ? hello.issuer->stepUp : std::string(),
            answer.tokenKey,
            answer.covers};
}

// Who gave up signing in while the vault was at work has its answer still to come.
bool isStale(World &world)
{
    if (world.staleVaultAnswers == 0)
        return false;
    --world.staleVaultAnswers;
    return true;
}

} // namespace

RefusalCode refusalFor(ports::VaultError error)
{
    switch (error) {
    case ports::VaultError::WrongPassword:
        return RefusalCode::WrongPassword;
    case ports::VaultError::WrongCode:
        return RefusalCode::WrongRecoveryCode;
    case ports::VaultError::OfAnotherUser:
        return RefusalCode::ProfileOfAnotherUser;
    case ports::VaultError::Absent:
        return RefusalCode::ProfileAbsent;
    case ports::VaultError::WriteFailed:
        return RefusalCode::DiskFull;
    case ports::VaultError::Locked:
        return RefusalCode::Locked;
    case ports::VaultError::KeychainAbsent:
        return RefusalCode::KeychainAbsent;
    case ports::VaultError::KeychainLocked:
        return RefusalCode::KeychainLocked;
    case ports::VaultError::KeychainUnreadable:
        return RefusalCode::KeychainUnreadable;
    case ports::VaultError::Unreadable:
        break;
    }
    return RefusalCode::ProfileUnreadable;
}

bool mayTryPassword(Turn &turn, std::uint64_t command)
{
    const auto waitMs = access::waitMs(turn.world.attempts, turn.moment.monotonicMs);
    if (waitMs == 0)
        return true;
    refuse(turn, command, RefusalCode::TooManyAttempts, std::to_string((waitMs + 999) / 1000));
    return false;
}

void signIn(Turn &turn, std::uint64_t command, const desk::SignIn &request)
{
    if (!mayTryPassword(turn, command) || !moveSession(turn, command, access::session::SignIn{request.user}))
        return;
    if (request.byIssuer && !isStrong(request.password->view())) {
        // It will be the only thing that guards this machine's store.
        static_cast<void>(moveSession(turn, command, access::session::SignOut{}));
        return refuse(turn, command, RefusalCode::PasswordTooWeak);
    }
    beginEntering(turn, command, request.user, request.password);
    turn.world.entering->byIssuer = request.byIssuer;
}

// The gateway first: only whom it knows by the password gets a new key, and a code that was typed for the wrong person
// is not spent.
void recover(Turn &turn, std::uint64_t command, const desk::Recover &request)
{
    if (!mayTryPassword(turn, command) || !moveSession(turn, command, access::session::SignIn{request.user}))
        return;
    turn.world.entering = Entering{command, request.user, request.password, Stage::AskingGateway, request.code};
    askGateway(turn);
}

void unlock(Turn &turn, std::uint64_t command, const desk::Unlock &request)
{
    if (!mayTryPassword(turn, command) || !moveSession(turn, command, access::session::Unlock{}))
        return;
    const auto &user = std::get<access::session::SigningIn>(turn.world.session).user;
    beginEntering(turn, command, user, request.password);
}

void lock(Turn &turn, std::uint64_t command, desk::LockCause cause)
{
    if (!moveSession(turn, command, access::session::Lock{}))
        return;
    note(turn, {.kind = domain::AuditKind::Locked, .detail = std::string(desk::name(cause))});
    endSigning(turn, signingEndFor(cause));
    leave(turn);
    turn.world.lockedBy = cause;
    reply(turn, command);
}

void signOut(Turn &turn, std::uint64_t command)
{
    auto &world = turn.world;
    if (!moveSession(turn, command, access::session::SignOut{}))
        return;
    if (const auto entering = std::exchange(world.entering, std::nullopt)) {
        if (entering->stage == Stage::OpeningVault || entering->stage == Stage::MakingProfile)
            ++world.staleVaultAnswers;
        refuse(turn, entering->command, RefusalCode::NotSignedIn);
    }
    if (world.ledger == LedgerState::Open)
        note(turn, {.kind = domain::AuditKind::SignedOut});
    endSigning(turn, access::SigningEnd::SignedOut);
    leave(turn);
    world.lockedBy.reset();
    reply(turn, command);
}

void vaultOpened(Turn &turn, const ports::VaultOpened &opened)
{
    auto &world = turn.world;
    if (isStale(world) || !isAtVault(world.entering))
        return;
    if (opened.user != world.entering->user || opened.device != world.setup.device)
        return failEntering(turn, RefusalCode::ProfileOfAnotherUser);
    world.identity = Identity{opened.user, opened.device, opened.kid, opened.publicKey};
    world.keys = {.hasRecoveryCode = opened.hasRecoveryCode, .needsKeychain = opened.needsKeychain, .offeredCode = {}};
    if (world.entering->stage == Stage::MakingProfile) {
        world.entering->isNewProfile = true;
        return deviceKnown(turn, false);
    }
    world.attempts = {};
    world.card = readCard(opened.card);
    if (!world.card)
        return askGateway(turn);
    world.rules = rulesOf(*world.card);
    openLedger(turn);
}

void vaultRefused(Turn &turn, ports::VaultError error)
{
    auto &world = turn.world;
    if (isStale(world) || !isAtVault(world.entering))
        return;
    if (error == ports::VaultError::Absent && world.entering->stage == Stage::OpeningVault)
        return askGateway(turn);
    if (error == ports::VaultError::WrongPassword || error == ports::VaultError::WrongCode)
        countFailure(turn, domain::AuditKind::UnlockRefused, world.entering->user);
    failEntering(turn, refusalFor(error));
}

void gatewayAccepted(Turn &turn, const protocol::SignedIn &answer)
{
    auto &world = turn.world;
    const bool isNew = isAtGateway(world.entering);
    if (isNew && world.entering->stage != Stage::AskingGateway)
        return dropLink(turn, "protocol", true); // said twice
    const auto user = isNew ? world.entering->user : world.identity ? world.identity->user : domain::ReviewerId{};
    if (answer.reviewer.id != user)
        return dropLink(turn, "protocol", true);
    if (world.card && world.card->reviewer != answer.reviewer) // printed name, role or units: another signer
        endSigning(turn, access::SigningEnd::RightsChanged);
    world.card = cardOf(answer, *world.hello);
    world.rules = rulesOf(*world.card);
    world.httpSession = answer.session;
    turn.changed.any = turn.changed.open = true;
    if (!isNew) {
        if (answer.kid != world.identity->kid)
            return dropLink(turn, "unknown-key", true);
        turn.effects.push_back(effect::KeepCard{cardBytes(*world.card)});
        return deviceKnown(turn, true);
    }
    if (world.identity)
        return deviceKnown(turn, answer.kid == world.identity->kid);
    world.entering->stage = Stage::MakingProfile;
    const auto &entering = *world.entering;
    if (entering.recoveryCode)
        turn.effects.push_back(effect::RecoverVault{entering.user, entering.recoveryCode, entering.password});
    else
        turn.effects.push_back(effect::EnrolVault{entering.user, entering.password});
}

void deviceEnrolled(Turn &turn)
{
    auto &world = turn.world;
    turn.effects.push_back(effect::KeepCard{cardBytes(*world.card)});
    world.attempts = {};
    if (isAtGateway(world.entering))
        openLedger(turn);
}

void gatewayLost(Turn &turn, RefusalCode code, std::string subject)
{
    if (!isAtGateway(turn.world.entering))
        return;
    if (turn.world.entering->stage == Stage::MakingProfile)
        ++turn.world.staleVaultAnswers;
    if (code == RefusalCode::WrongPassword)
        turn.world.attempts = access::afterFailure(turn.world.attempts, turn.moment.monotonicMs);
    failEntering(turn, code, std::move(subject));
}

void ledgerReady(Turn &turn)
{
    auto &world = turn.world;
    const auto entering = std::exchange(world.entering, std::nullopt);
    if (!entering)
        return;
    const auto *wasAt = std::get_if<access::session::SigningIn>(&world.session);
    const bool isUnlocking = wasAt != nullptr && wasAt->isUnlocking;
    if (auto next = access::step(world.session, access::session::Admit{}))
        world.session = *next;
    note(turn, {.kind = isUnlocking ? domain::AuditKind::Unlocked : domain::AuditKind::SignedIn});
    world.lockedBy.reset();
    turn.changed.any = true;
    reply(turn, entering->command);
    openLeft(turn);
    if (entering->isNewProfile)
        offerRecoveryCode(turn);
}

// The disk may be full or gone for a while: nothing is signed until the ledger is open again, and nothing is lost.
void ledgerUnusable(Turn &turn, ports::LedgerError error)
{
    auto &world = turn.world;
    if (world.entering)
        return failEntering(turn, refusalFor(error));
    if (world.ledger == LedgerState::Open) // what failed was a write
        turn.effects.push_back(effect::CloseLedger{});
    world.ledger = LedgerState::Closed;
    world.reopenLedgerAtMs = turn.moment.monotonicMs + (std::int64_t{1000} << std::min(world.ledgerFailures++, 6));
    suspendLink(turn);
    recovered(turn);
}

void reopenLedger(Turn &turn)
{
    auto &world = turn.world;
    if (!world.reopenLedgerAtMs || turn.moment.monotonicMs < *world.reopenLedgerAtMs)
        return;
    world.reopenLedgerAtMs.reset();
    world.ledger = LedgerState::Opening;
    turn.effects.push_back(effect::OpenLedger{});
}

RefusalCode refusalFor(ports::LedgerError error)
{
    switch (error) {
    case ports::LedgerError::DiskFull:
        return RefusalCode::DiskFull;
    case ports::LedgerError::Quarantined:
        return RefusalCode::LedgerQuarantined;
    case ports::LedgerError::WrongKey:
    case ports::LedgerError::Corrupt:
    case ports::LedgerError::VersionTooNew:
        return RefusalCode::ProfileUnreadable;
    case ports::LedgerError::Busy:
        return RefusalCode::Busy;
    case ports::LedgerError::Io:
    case ports::LedgerError::NotOpen:
        break;
    }
    return RefusalCode::LedgerFailed;
}

} // namespace countersign::engine
