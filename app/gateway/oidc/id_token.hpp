// Judges an id_token (OpenID Connect Core 1.0, 2 and 3.1.3.7; RFC 7515; RFC 8725): who signed it, for whom, when and for
// which question. Nothing of a token is believed before its signature. Pure; any thread.
#pragma once

#include "app/gateway/oidc/issuer_key.hpp"
#include "core/base/instant.hpp"

#include <chrono>

namespace countersign::gateway::oidc
{

enum class TokenFault {
    Malformed, // no compact JWS of strict JSON, or a header that asks for more than alg, kid and typ
    Algorithm, // "none", a symmetric one, or not the key's
    UnknownKey,
    Signature,
    Issuer,
    Audience,
    Expired,
    NotYet, // issued in the future
    Nonce,  // of another question: a replay
    AuthTime,
    Acr,
    SecondFactor
};

// What the one who asked demands of the answer.
struct TokenDemand {
    std::string issuer, clientId, nonce;
    Instant now;
    // the person authenticated no earlier than this; nothing: whenever.
    std::optional<Instant> authenticatedSince{};
    std::vector<std::string> acr{}; // one of these; empty: any
    bool needsSecondFactor = false; // of amr
};

struct TokenClaims {
    std::string subject;
    std::optional<Instant> authTime;
    std::string acr;
    std::vector<std::string> amr;
    bool operator==(const TokenClaims &) const = default;
};

inline constexpr std::chrono::seconds tokenLeeway{60}; // between the clocks of issuer and gateway
inline constexpr std::chrono::seconds authLeeway{5};   // of auth_time: whole seconds, and little more
inline constexpr std::size_t tokenBytesMax = 16 * 1024;

// The kid that the token names; empty where it can be none. Not believed: only to look for a key.
[[nodiscard]] std::string kidOf(std::string_view token);
[[nodiscard]] Result<TokenClaims, TokenFault> judgeToken(std::string_view token, const std::vector<IssuerKey> &keys,
                                                         const TokenDemand &demand);

} // namespace countersign::gateway::oidc
