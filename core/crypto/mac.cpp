#include "core/crypto/mac.hpp"

#include <sodium.h>

namespace countersign::crypto
{

Digest hmacSha256(BytesView key, BytesView message)
{
    Digest code{};
    // libsodium declares that the key is never null, not even one of no bytes.
    constexpr std::uint8_t none = 0;
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, key.empty() ? &none : key.data(), key.size());
    crypto_auth_hmacsha256_update(&state, message.data(), message.size());
    crypto_auth_hmacsha256_final(&state, code.data());
    sodium_memzero(&state, sizeof state);
    return code;
}

bool isEqualInConstantTime(BytesView a, BytesView b)
{
    return a.size() == b.size() && (a.empty() || sodium_memcmp(a.data(), b.data(), a.size()) == 0);
}

} // namespace countersign::crypto
