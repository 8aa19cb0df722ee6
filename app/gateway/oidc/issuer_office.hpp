// The gateway's word on an issuer's tokens: whose they are, at the door and at a signature. Blocking where keys have to
// be fetched; the password worker's thread only.
#pragma once

#include "app/gateway/oidc/id_token.hpp"
#include "app/gateway/oidc/issuer_keys.hpp"
#include "app/gateway/oidc/settings.hpp"
#include "core/protocol/messages.hpp"

namespace countersign::gateway::oidc
{

struct TokenWord {
    domain::ReviewerId user;
    std::optional<Instant> authTime;
    std::string acr;
};

// When a token was asked for at a signature, the person has so long to prove it anew.
inline constexpr std::chrono::minutes stepUpPatience{6};

class IssuerOffice
{
public:
    IssuerOffice(Settings settings, IssuerKeys::Fetch fetch) : settings_(std::move(settings)), keys_(std::move(fetch))
    {
    }

    [[nodiscard]] const Settings &settings() const { return settings_; }
    // What a console is told of it.
    [[nodiscard]] protocol::Issuer told() const;

    // Why not, as a code; or whose it is.
    [[nodiscard]] Result<TokenWord, std::string_view> atDoor(std::string_view token, const std::string &nonce,
                                                             Instant now, std::int64_t nowMs);
    [[nodiscard]] Result<TokenWord, std::string_view> atSigning(std::string_view token, const std::string &nonce,
                                                                Instant now, std::int64_t nowMs);

private:
    [[nodiscard]] Result<TokenWord, std::string_view> judge(std::string_view token, const TokenDemand &demand,
                                                            std::int64_t nowMs);

    Settings settings_;
    IssuerKeys keys_;
};

} // namespace countersign::gateway::oidc
