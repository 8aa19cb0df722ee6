// The public keys by which an issuer of identities signs its tokens (RFC 7517, RFC 7518, RFC 8037): RS256, ES256 and
// EdDSA, and nothing else. OpenSSL's, because libsodium knows neither RSA nor P-256. Pure; any thread.
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct evp_pkey_st;

namespace countersign::gateway::oidc
{

enum class TokenAlgorithm { Rs256, Es256, EdDsa };
// Nothing for every other name; "none" and the symmetric ones are no names here.
[[nodiscard]] std::optional<TokenAlgorithm> algorithmNamed(std::string_view name);

struct IssuerKey {
    std::string kid;
    TokenAlgorithm algorithm = TokenAlgorithm::Rs256; // what it may be used for
    std::shared_ptr<evp_pkey_st> key;
};

inline constexpr std::size_t issuerKeysMax = 32;
inline constexpr int rsaBitsMin = 2048;

// A JWK set. Keys that are not for signing, of other kinds, too weak or without a kid are left out; nothing where this is
// no set or holds two keys of one kid.
[[nodiscard]] std::optional<std::vector<IssuerKey>> readKeySet(std::string_view json);

// `signature` as JWS writes it: ES256 is r and s of 32 bytes each.
[[nodiscard]] bool verifies(const IssuerKey &key, BytesView signedBytes, BytesView signature);

} // namespace countersign::gateway::oidc
