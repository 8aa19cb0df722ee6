#include "core/access/signing_session.hpp"

#include "core/domain/auth_component.hpp"

#include <algorithm>

namespace countersign::access
{
namespace
{

// Of what the person gives; the same thing twice is one.
std::size_t distinctOf(const SigningProof &proof)
{
    std::vector<domain::AuthComponent> given;
    for (const auto component : proof.components)
        if (domain::isPersonal(component) && std::ranges::find(given, component) == given.end())
            given.push_back(component);
    return given.size() + (proof.identified.isEmpty() ? 0 : 1);
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

Result<SigningSession, SigningNeed> afterProof(const SigningSession &session, const Signer &signer,
                                               const SigningProof &proof, std::int64_t nowMs)
{
    const SigningNeed need = needFor(session, signer, nowMs);
    const bool isSomebodyElse = !proof.identified.isEmpty() && proof.identified != signer.user;
    if (isSomebodyElse || std::ranges::none_of(proof.components, domain::isPersonal))
        return failure(need);
    if (need == SigningNeed::OnePersonalComponent)
        return session;
    if (distinctOf(proof) < 2)
        return failure(need);
    return SigningSession{SigningSession::Period{signer, nowMs}};
}

SigningSession afterEnd(SigningEnd)
{
    return {};
}

} // namespace countersign::access
