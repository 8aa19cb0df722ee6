#include "core/engine/steps.hpp"

#include "core/access/password_rule.hpp"
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

// Twelve characters and more, and none that everybody tries first (reliability.md 6.1).
bool isStrong(BytesView password)
{
    return access::faultOf(password) == access::PasswordFault::None;
}

bool isSame(BytesView a, BytesView b)
{
    return std::ranges::equal(a, b);
}

} // namespace

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
        world.attempts = access::afterFailure(world.attempts, turn.moment.monotonicMs);
    const auto command = std::exchange(world.keyChange, std::nullopt)->command;
    if (command != noCommand)
        refuse(turn, command, refusalFor(error));
}

} // namespace countersign::engine
