#include "app/gateway/oidc/id_token.hpp"

#include "core/base/encoding.hpp"
#include "core/protocol/strict_json.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace countersign::gateway::oidc
{
namespace
{

using protocol::Json;
using std::chrono::seconds;

constexpr protocol::JsonLimits tokenLimits{tokenBytesMax, 8, 128, 256, tokenBytesMax, 4096};
// RFC 8176: what is no mere knowledge of a password.
constexpr std::array secondFactors{"mfa", "otp", "hwk", "swk", "sc", "fpt", "face", "iris", "pop", "sms", "tel"};

struct Parts {
    Json header, claims;
    std::string_view signedText;
    Bytes signature;
};

std::optional<Json> readPart(std::string_view encoded)
{
    const auto bytes = base64urlDecode(encoded);
    auto json = bytes ? protocol::decodeStrict(asText(*bytes), tokenLimits, protocol::Numbers::Any)
                      : failure(protocol::WireError{});
    if (!json || !json->asObject())
        return std::nullopt;
    return *std::move(json);
}

std::optional<Parts> split(std::string_view token)
{
    const auto first = token.find('.');
    const auto second = first == std::string_view::npos ? first : token.find('.', first + 1);
    if (token.size() > tokenBytesMax || second == std::string_view::npos
        || token.find('.', second + 1) != std::string_view::npos)
        return std::nullopt;
    auto header = readPart(token.substr(0, first));
    auto claims = readPart(token.substr(first + 1, second - first - 1));
    auto signature = base64urlDecode(token.substr(second + 1));
    if (!header || !claims || !signature)
        return std::nullopt;
    return Parts{*std::move(header), *std::move(claims), token.substr(0, second), *std::move(signature)};
}

std::string textOf(const Json &object, std::string_view name)
{
    const Json *member = object.find(name);
    const std::string *text = member ? member->asString() : nullptr;
    return text ? *text : std::string();
}

// A NumericDate; fractions of a second are cut off.
std::optional<Instant> instantOf(const Json &claims, std::string_view name)
{
    const Json *member = claims.find(name);
    if (!member)
        return std::nullopt;
    std::int64_t whole = 0;
    if (const auto *integer = member->asInteger()) {
        whole = *integer;
    } else if (const auto *number = member->asNumber()) {
        const std::string text = number->text.substr(0, number->text.find('.'));
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), whole);
        if (error != std::errc() || end != text.data() + text.size())
            return std::nullopt;
    } else {
        return std::nullopt;
    }
    constexpr std::int64_t farthest = 253'402'300'799; // 9999-12-31
    return whole >= 0 && whole <= farthest ? std::optional(Instant(seconds(whole))) : std::nullopt;
}

std::vector<std::string> textsOf(const Json &claims, std::string_view name)
{
    const Json *member = claims.find(name);
    std::vector<std::string> texts;
    if (const auto *one = member ? member->asString() : nullptr)
        texts.push_back(*one);
    if (const auto *list = member ? member->asArray() : nullptr)
        for (const Json &item : *list)
            if (const auto *text = item.asString())
                texts.push_back(*text);
    return texts;
}

// Keys that a token brings along, and extensions that it calls critical, are no business of ours (RFC 8725, 3.10).
bool isPlainHeader(const Json &header)
{
    constexpr std::array allowed{"alg", "kid", "typ"};
    return std::ranges::all_of(*header.asObject(), [&](const Json::Member &member) {
        return std::ranges::any_of(allowed, [&](const char *name) { return member.name == name; })
               && member.value.asString();
    });
}

bool isFor(const Json &claims, const std::string &clientId)
{
    const auto audience = textsOf(claims, "aud");
    const std::string authorized = textOf(claims, "azp");
    const bool isNamed = std::ranges::find(audience, clientId) != audience.end();
    return isNamed && (audience.size() == 1 || !authorized.empty()) && (authorized.empty() || authorized == clientId);
}

bool hasSecondFactor(const std::vector<std::string> &amr)
{
    return std::ranges::any_of(amr, [](const std::string &method) {
        return std::ranges::any_of(secondFactors, [&](const char *name) { return method == name; });
    });
}

std::optional<TokenFault> objection(const Json &claims, const TokenDemand &demand)
{
    const auto expires = instantOf(claims, "exp"), issued = instantOf(claims, "iat");
    const auto authenticated = instantOf(claims, "auth_time");
    if (textOf(claims, "iss") != demand.issuer)
        return TokenFault::Issuer;
    if (!isFor(claims, demand.clientId))
        return TokenFault::Audience;
    if (!expires || *expires + tokenLeeway <= demand.now)
        return TokenFault::Expired;
    if (!issued || *issued > demand.now + tokenLeeway)
        return TokenFault::NotYet;
    if (demand.nonce.empty() || textOf(claims, "nonce") != demand.nonce)
        return TokenFault::Nonce;
    if (demand.authenticatedSince && (!authenticated || *authenticated + authLeeway < *demand.authenticatedSince))
        return TokenFault::AuthTime;
    if (authenticated && *authenticated > demand.now + tokenLeeway)
        return TokenFault::AuthTime;
    if (!demand.acr.empty() && std::ranges::find(demand.acr, textOf(claims, "acr")) == demand.acr.end())
        return TokenFault::Acr;
    if (demand.needsSecondFactor && !hasSecondFactor(textsOf(claims, "amr")))
        return TokenFault::SecondFactor;
    return std::nullopt;
}

} // namespace

std::string kidOf(std::string_view token)
{
    const auto parts = split(token);
    return parts ? textOf(parts->header, "kid") : std::string();
}

Result<TokenClaims, TokenFault> judgeToken(std::string_view token, const std::vector<IssuerKey> &keys,
                                           const TokenDemand &demand)
{
    const auto parts = split(token);
    if (!parts || !isPlainHeader(parts->header))
        return failure(TokenFault::Malformed);
    const auto algorithm = algorithmNamed(textOf(parts->header, "alg"));
    if (!algorithm)
        return failure(TokenFault::Algorithm);
    const std::string kid = textOf(parts->header, "kid");
    const auto key = std::ranges::find_if(keys, [&](const IssuerKey &known) { return known.kid == kid; });
    if (kid.empty() || key == keys.end())
        return failure(TokenFault::UnknownKey);
    if (key->algorithm != *algorithm)
        return failure(TokenFault::Algorithm);
    if (!verifies(*key, asBytes(parts->signedText), parts->signature))
        return failure(TokenFault::Signature);
    if (const auto fault = objection(parts->claims, demand))
        return failure(*fault);
    TokenClaims claims{textOf(parts->claims, "sub"), instantOf(parts->claims, "auth_time"),
                       textOf(parts->claims, "acr"), textsOf(parts->claims, "amr")};
    if (claims.subject.empty())
        return failure(TokenFault::Malformed);
    return claims;
}

} // namespace countersign::gateway::oidc
