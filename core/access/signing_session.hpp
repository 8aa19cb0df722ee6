// The continuous period of signing (21 CFR 11.200(a)(1); ): its first signature takes two distinct
// components of which one is the person's own, each later one at least one that only the person can give. Whatever
// might put somebody else before the desk ends it. Pure; any thread; milliseconds that run in suspend and never go
// back.
#pragma once

#include "core/base/result.hpp"
#include "core/domain/decision.hpp"
#include "core/domain/ids.hpp"
#include "core/domain/reviewer.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace countersign::access
{

// What a person signs as; another one of these is another signer.
struct Signer {
    domain::ReviewerId user;
    domain::DeviceId device;
    domain::Role role = domain::Role::Auditor;
    bool operator==(const Signer &) const = default;
};

struct SigningSession {
    struct Period {
        Signer signer;
        std::int64_t beganMs = 0;
        bool operator==(const Period &) const = default;
    };
    std::optional<Period> period; // none: the next signature is a first one
    bool operator==(const SigningSession &) const = default;
};

inline constexpr std::int64_t signingPeriodMaxMs = 30 * 60 * 1000; // R-108's default

// R-108, each by itself.
enum class SigningEnd {
    EndedByPerson,
    EndedByTime,
    Locked,
    SignedOut,
    IdleTimeout,
    SystemLocked,
    SystemSessionSwitched,
    RemoteSessionEnded, // VDI or RDP
    SmartCardRemoved,
    TokenNotRefreshed,
    Suspended,
    RightsChanged
};

enum class SigningNeed { TwoComponents, OnePersonalComponent };

// What a person gives for one signature. The device's key is no part of it: it lies in the machine, and every signature
// of this desk is made by it.
struct SigningProof {
    std::vector<domain::AuthComponent> components;
    domain::ReviewerId identified{}; // the id that was typed; empty: none
};
[[nodiscard]] SigningNeed needFor(const SigningSession &session, const Signer &signer, std::int64_t nowMs);

// The session after a signature by these components; or the need that they do not meet, and nothing may be signed. The
// signer's own id counts as one of two (an identification code, 11.200(a)(1)); another one's id is never good.
[[nodiscard]] Result<SigningSession, SigningNeed> afterProof(const SigningSession &session, const Signer &signer,
                                                             const SigningProof &proof, std::int64_t nowMs);

// Every end is the same end: the next signature needs all components.
[[nodiscard]] SigningSession afterEnd(SigningEnd end);

// How long the period still lasts; 0: there is none.
[[nodiscard]] std::int64_t remainingMs(const SigningSession &session, const Signer &signer, std::int64_t nowMs);

} // namespace countersign::access
