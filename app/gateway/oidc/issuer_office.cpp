#include "app/gateway/oidc/issuer_office.hpp"

namespace countersign::gateway::oidc
{
namespace
{

std::string_view codeOf(TokenFault fault)
{
    switch (fault) {
    case TokenFault::Malformed:
        return "malformed";
    case TokenFault::Algorithm:
        return "algorithm";
    case TokenFault::UnknownKey:
        return "unknown-key";
    case TokenFault::Signature:
        return "signature";
    case TokenFault::Issuer:
        return "issuer";
    case TokenFault::Audience:
        return "audience";
    case TokenFault::Expired:
        return "expired";
    case TokenFault::NotYet:
        return "not-yet";
    case TokenFault::Nonce:
        return "nonce";
    case TokenFault::AuthTime:
        return "auth-time";
    case TokenFault::Acr:
        return "acr";
    case TokenFault::SecondFactor:
        break;
    }
    return "second-factor";
}

} // namespace

protocol::Issuer IssuerOffice::told() const
{
    return {.issuer = settings_.issuer,
            .clientId = settings_.clientId,
            .authorizationEndpoint = settings_.authorizationEndpoint,
            .tokenEndpoint = settings_.tokenEndpoint,
            .scope = settings_.scope,
            .ports = settings_.ports,
            .acr = settings_.acr,
            .stepUp = nameOf(settings_.stepUp)};
}

Result<TokenWord, std::string_view> IssuerOffice::judge(std::string_view token, const TokenDemand &demand,
                                                        std::int64_t nowMs)
{
    const auto claims = judgeToken(token, keys_.forKid(kidOf(token), nowMs), demand);
    if (!claims)
        return failure(codeOf(claims.error()));
    const auto person = settings_.people.find(claims->subject);
    if (person == settings_.people.end())
        return failure(std::string_view("unknown-subject"));
    return TokenWord{person->second, claims->authTime, claims->acr};
}

Result<TokenWord, std::string_view> IssuerOffice::atDoor(std::string_view token, const std::string &nonce, Instant now,
                                                         std::int64_t nowMs)
{
    return judge(token,
                 {.issuer = settings_.issuer,
                  .clientId = settings_.clientId,
                  .nonce = nonce,
                  .now = now,
                  .authenticatedSince = {},
                  .acr = {},
                  .needsSecondFactor = settings_.needsSecondFactor},
                 nowMs);
}

Result<TokenWord, std::string_view> IssuerOffice::atSigning(std::string_view token, const std::string &nonce,
                                                            Instant now, std::int64_t nowMs)
{
    return judge(token,
                 {.issuer = settings_.issuer,
                  .clientId = settings_.clientId,
                  .nonce = nonce,
                  .now = now,
                  .authenticatedSince = now - stepUpPatience,
                  .acr = settings_.acr,
                  .needsSecondFactor = settings_.needsSecondFactor},
                 nowMs);
}

} // namespace countersign::gateway::oidc
