#include "core/access/signing_session.hpp"

#include "core/domain/auth_component.hpp"

#include <algorithm>

namespace countersign::access
{
namespace
{

using domain::AuthComponent;

bool hasTwoDistinct(std::span<const AuthComponent> components)
{
    return std::ranges::any_of(components, [&](AuthComponent other) { return other != components.front(); });
}

} // namespace

std::int64_t remainingMs(const SigningSession &session, const Signer &signer, std::int64_t nowMs)
{
    // A clock that went back proves nothing about how much time has passed.
    if (!session.period || session.period->signer != signer || nowMs < session.period->beganMs)
        return 0;
    return std::max<std::int64_t>(0, session.period->beganMs + signingPeriodMaxMs - nowMs);
}

SigningNeed needFor(const SigningSession &session, const Signer &signer, std::int64_t nowMs)
{
    return remainingMs(session, signer, nowMs) > 0 ? SigningNeed::OnePersonalComponent : SigningNeed::TwoComponents;
}

Result<SigningSession, SigningNeed> afterComponents(const SigningSession &session, const Signer &signer,
                                                    std::span<const AuthComponent> components, std::int64_t nowMs)
{
    const SigningNeed need = needFor(session, signer, nowMs);
    if (std::ranges::none_of(components, domain::isPersonal))
        return failure(need);
    if (need == SigningNeed::OnePersonalComponent)
        return session;
    if (!hasTwoDistinct(components))
        return failure(need);
    return SigningSession{SigningSession::Period{signer, nowMs}};
}

SigningSession afterEnd(SigningEnd)
{
    return {};
}

} // namespace countersign::access
