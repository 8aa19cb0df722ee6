#include "core/engine/steps.hpp"

#include "core/access/password_rule.hpp"
#include "core/base/encoding.hpp"
#include "core/base/result.hpp"

#include <algorithm>

namespace countersign::engine
{
namespace
{

using domain::RefusalCode;

constexpr std::uint64_t noCommand = 0;

// A person who is in, and nothing of their keys under way.
bool mayAsk(Turn &turn, std::uint64_t command)
{
    const auto &world = turn.world;
    if (!std::holds_alternative<access::session::SignedIn>(world.session) || !world.identity) {
        refuse(turn, command, RefusalCode::NotSignedIn);
        return false;
    }
    if (world.keyChange) {
        refuse(turn, command, RefusalCode::Busy);
        return false;
    }
    return true;
}

std::uint64_t ask(Turn &turn, std::uint64_t command, KeyChange::Kind kind)
{
    turn.world.keyChange = KeyChange{command, ++turn.world.lastRequest, kind};
    return turn.world.lastRequest;
}

bool isSame(BytesView a, BytesView b)
{
    return std::ranges::equal(a, b);
}

bool isRenewing(const World &world)
{
    return world.keyChange && world.keyChange->kind == KeyChange::Kind::RenewingKey;
}

void failRenewing(Turn &turn, RefusalCode code)
{
    refuse(turn, std::exchange(turn.world.keyChange, std::nullopt)->command, code);
}

} // namespace

// What is signed by the key that goes has to have arrived: the gateway takes nothing more of it once the new one
// speaks.
void renewSigningKey(Turn &turn, std::uint64_t command, const desk::RenewSigningKey &request)
{
    auto &world = turn.world;
    if (!mayAsk(turn, command) || !mayTryPassword(turn, command))
        return;
    if (!sync::isFollowing(world.link))
        return refuse(turn, command, RefusalCode::Offline);
    const bool isUnderWay =
        world.signing || std::ranges::any_of(world.own.all(), [](const OwnDecision &own) {
            return own.view->standing == domain::Standing::Stored || own.view->standing == domain::Standing::Sent;
        });
    if (isUnderWay)
        return refuse(turn, command, RefusalCode::DecisionsUnderWay);
    turn.effects.push_back(effect::BeginKeyChange{ask(turn, command, KeyChange::Kind::RenewingKey), request.password});
}

void newKeyOffered(Turn &turn, const ports::NewKeyOffered &offered)
{
    auto &world = turn.world;
    if (!isRenewing(world) || world.keyChange->request != offered.request)
        return;
    world.attempts = {};
    if (!sync::isFollowing(world.link))
        return failRenewing(turn, RefusalCode::Offline);
    world.keyChange->newKid = domain::KeyId{crypto::thumbprint({offered.publicKey})};
    turn.effects.push_back(
        effect::Send{protocol::ReplaceKey{base64urlEncode(offered.publicKey), base64urlEncode(offered.vouching)}});
}

void keyReplaced(Turn &turn, const protocol::KeyReplaced &answer)
{
    auto &world = turn.world;
    if (!isRenewing(world) || world.keyChange->newKid.isEmpty())
        return;
    if (!answer.rule.empty() || answer.kid != world.keyChange->newKid)
        return failRenewing(turn, RefusalCode::KeyNotEnrolled);
    turn.effects.push_back(effect::FinishKeyChange{world.keyChange->request});
}

// The link goes on with the new key: at its proof the gateway revokes the one before.
void keyChanged(Turn &turn, const ports::KeyChanged &changed)
{
    auto &world = turn.world;
    if (!world.identity)
        return;
    world.identity->kid = changed.kid; // also where nobody waits for it any more
    world.identity->publicKey = changed.publicKey;
    if (!isRenewing(world) || world.keyChange->request != changed.request)
        return;
    const auto command = std::exchange(world.keyChange, std::nullopt)->command;
    endSigning(turn, access::SigningEnd::RightsChanged);
    reply(turn, command);
    dropLink(turn, "new-key", false);
}

// Whether the gateway heard of it is not known; asked again, the same key is offered.
void keyChangeCut(Turn &turn)
{
    if (isRenewing(turn.world) && !turn.world.keyChange->newKid.isEmpty())
        failRenewing(turn, RefusalCode::Offline);
    if (isEnrollingToken(turn.world)) {
        abandonToken(turn);
        failRenewing(turn, RefusalCode::Offline);
    }
}

bool isStrong(BytesView password)
{
    return access::faultOf(password) == access::PasswordFault::None;
}

void makeRecoveryCode(Turn &turn, std::uint64_t command)
{
    if (mayAsk(turn, command))
        turn.effects.push_back(effect::MakeRecoveryCode{ask(turn, command, KeyChange::Kind::MakingCode)});
}

void offerRecoveryCode(Turn &turn)
{
    turn.effects.push_back(effect::MakeRecoveryCode{ask(turn, noCommand, KeyChange::Kind::MakingCode)});
}

void keepRecoveryCode(Turn &turn, std::uint64_t command, const desk::KeepRecoveryCode &request)
{
    if (mayAsk(turn, command))
        turn.effects.push_back(
            effect::KeepRecoveryCode{ask(turn, command, KeyChange::Kind::KeepingCode), request.lastGroup});
}

void changePassword(Turn &turn, std::uint64_t command, const desk::ChangePassword &request)
{
    if (!mayAsk(turn, command) || !mayTryPassword(turn, command))
        return;
    if (!isStrong(request.newPassword->view()) || isSame(request.oldPassword->view(), request.newPassword->view()))
        return refuse(turn, command, RefusalCode::PasswordTooWeak);
    turn.effects.push_back(effect::ChangePassword{ask(turn, command, KeyChange::Kind::ChangingPassword),
                                                  request.oldPassword, request.newPassword});
}

void recoveryCodeMade(Turn &turn, const ports::RecoveryCodeMade &made)
{
    auto &world = turn.world;
    if (!world.keyChange || world.keyChange->request != made.request)
        return; // locked meanwhile
    const auto command = std::exchange(world.keyChange, std::nullopt)->command;
    world.keys.offeredCode = made.text;
    turn.changed.any = true;
    if (command != noCommand)
        reply(turn, command);
}

void keysChanged(Turn &turn, const ports::VaultChanged &changed)
{
    auto &world = turn.world;
    if (!world.keyChange || world.keyChange->request != changed.request)
        return;
    const auto done = *std::exchange(world.keyChange, std::nullopt);
    if (done.kind == KeyChange::Kind::KeepingCode) {
        world.keys.offeredCode.reset();
        world.keys.hasRecoveryCode = true;
    }
    if (done.kind == KeyChange::Kind::ChangingPassword)
        world.attempts = {};
    reply(turn, done.command);
}

void keysRefused(Turn &turn, ports::VaultError error)
{
    auto &world = turn.world;
    if (error == ports::VaultError::WrongPassword)
        countFailure(turn, domain::AuditKind::SignatureRefused);
    const auto command = std::exchange(world.keyChange, std::nullopt)->command;
    if (command != noCommand)
        refuse(turn, command, refusalFor(error));
}

} // namespace countersign::engine
