#include "core/engine/steps.hpp"

#include "core/domain/auth_component.hpp"

#include <array>

namespace countersign::engine
{
namespace
{

using domain::RefusalCode;

std::optional<access::Signer> signerOf(const World &world)
{
    if (!world.identity || !world.card)
        return std::nullopt;
    return access::Signer{world.identity->user, world.identity->device, world.card->reviewer.role};
}

std::string detailOf(RefusalCode code)
{
    return code == RefusalCode::SigningIdWrong ? "wrong-id" : "component-missing";
}

// Smart card and PIN are two components by themselves.
std::vector<domain::AuthComponent> componentsOf(const SigningAsked &asked)
{
    if (!asked.password || asked.password->isEmpty())
        return {};
    if (asked.isPin)
        return {domain::AuthComponent::SmartCard, domain::AuthComponent::Pin};
    return {domain::AuthComponent::Password};
}

} // namespace

std::optional<access::SigningSession> provenSigning(Turn &turn, const SigningAsked &asked)
{
    auto &world = turn.world;
    const auto signer = signerOf(world);
    const access::SigningProof proof{.components = componentsOf(asked), .identified = asked.signingAs};
    const auto tokenCode = tokenObjection(world, asked.isPin);
    const auto after = signer && !tokenCode
                           ? access::afterProof(world.signingSession, *signer, proof, turn.moment.monotonicMs)
                           : failure(access::SigningNeed::TwoComponents);
    if (after)
        return *after;
    const bool isSomebodyElse = signer && !asked.signingAs.isEmpty() && asked.signingAs != signer->user;
    const auto code = isSomebodyElse             ? RefusalCode::SigningIdWrong
                      : tokenCode                ? *tokenCode
                      : proof.components.empty() ? asked.isPin ? RefusalCode::TokenPinWrong : RefusalCode::WrongPassword
                                                 : RefusalCode::SigningIdMissing;
    if (isSomebodyElse) // guessing at who may sign is guessing
        countFailure(turn, domain::AuditKind::SignatureRefused);
    note(turn,
         {.kind = domain::AuditKind::SignatureRefused, .isDone = false, .item = asked.item, .detail = detailOf(code)});
    refuse(turn, asked.command, code);
    return std::nullopt;
}

void endSigning(Turn &turn, access::SigningEnd end)
{
    turn.changed.any |= turn.world.signingSession.period.has_value();
    turn.world.signingSession = access::afterEnd(end);
}

void endSigningAsked(Turn &turn, std::uint64_t command)
{
    if (!std::holds_alternative<access::session::SignedIn>(turn.world.session))
        return refuse(turn, command, RefusalCode::NotSignedIn);
    endSigning(turn, access::SigningEnd::EndedByPerson);
    reply(turn, command);
}

void expireSigning(Turn &turn)
{
    const auto signer = signerOf(turn.world);
    if (signer && access::remainingMs(turn.world.signingSession, *signer, turn.moment.monotonicMs) == 0)
        endSigning(turn, access::SigningEnd::EndedByTime);
}

std::optional<std::int64_t> signingEndsAtMs(const World &world)
{
    if (!world.signingSession.period)
        return std::nullopt;
    return world.signingSession.period->beganMs + access::signingPeriodMaxMs;
}

desk::SigningView viewSigning(const World &world, const Moment &moment)
{
    const auto signer = signerOf(world);
    if (!signer)
        return {};
    const auto leftMs = access::remainingMs(world.signingSession, *signer, moment.monotonicMs);
    const auto token = viewToken(world);
    if (leftMs == 0)
        return {.asksId = token.state != desk::TokenView::State::Ready, .until = std::nullopt, .token = token};
    return {.asksId = false, .until = moment.now + milliseconds(leftMs), .token = token};
}

access::SigningEnd signingEndFor(desk::LockCause cause)
{
    using enum desk::LockCause;
    using access::SigningEnd;
    switch (cause) {
    case Idle:
        return SigningEnd::IdleTimeout;
    case Suspended:
    case LidClosed:
        return SigningEnd::Suspended;
    case SystemLocked:
        return SigningEnd::SystemLocked;
    case UserSwitched:
        return SigningEnd::SystemSessionSwitched;
    case RemoteSessionEnded:
        return SigningEnd::RemoteSessionEnded;
    case SmartCardRemoved:
        return SigningEnd::SmartCardRemoved;
    case Asked:
    case TooManyAttempts:
    case ByGateway:
        break;
    }
    return SigningEnd::Locked;
}

} // namespace countersign::engine
