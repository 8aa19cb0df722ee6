#include "core/crypto/password.hpp"

#include <sodium.h>

#include <algorithm>

namespace countersign::crypto
{
namespace
{

using PasswordHash = std::array<char, crypto_pwhash_STRBYTES>;

bool isAcceptable(const Argon2Cost &cost)
{
    return cost.memoryKiB >= argon2Floor.memoryKiB && cost.memoryKiB <= argon2Ceiling.memoryKiB
           && cost.passes >= argon2Floor.passes && cost.passes <= argon2Ceiling.passes;
}

std::size_t memoryBytes(const Argon2Cost &cost)
{
    return std::size_t{cost.memoryKiB} * 1024;
}

// libsodium declares that it is never given null, not even for a password of no bytes.
const char *asPassword(BytesView password)
{
    return password.empty() ? "" : asText(password).data();
}

} // namespace

Result<SecretBytes, CryptoError> deriveKey(BytesView password, const Argon2Params &params, std::size_t size)
{
    static_assert(sizeof params.salt == crypto_pwhash_SALTBYTES);
    if (!isAcceptable(params.cost))
        return failure(CryptoError::ParametersRefused);
    if (size < crypto_pwhash_BYTES_MIN)
        return failure(CryptoError::WrongSize);
    SecretBytes key(size);
    const int derived =
        crypto_pwhash(key.writable().data(), size, asPassword(password), password.size(), params.salt.data(),
                      params.cost.passes, memoryBytes(params.cost), crypto_pwhash_ALG_ARGON2ID13);
    if (derived != 0)
        return failure(CryptoError::OutOfMemory);
    return key;
}

Result<std::string, CryptoError> hashPassword(BytesView password, const Argon2Cost &cost)
{
    if (!isAcceptable(cost))
        return failure(CryptoError::ParametersRefused);
    PasswordHash hash{};
    if (crypto_pwhash_str_alg(hash.data(), asPassword(password), password.size(), cost.passes, memoryBytes(cost),
                              crypto_pwhash_ALG_ARGON2ID13)
        != 0)
        return failure(CryptoError::OutOfMemory);
    return std::string(hash.data());
}

bool matchesPassword(const std::string &hash, BytesView password)
{
    PasswordHash padded{};
    if (hash.size() >= padded.size())
        return false;
    std::ranges::copy(hash, padded.begin());
    return crypto_pwhash_str_verify(padded.data(), asPassword(password), password.size()) == 0;
}

} // namespace countersign::crypto
