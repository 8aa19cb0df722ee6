// Argon2id costs a fifth of a second by its floor, which a loop over thousands of states cannot pay. Such a loop links
// this in its place: one HMAC, with the same refusals. What Argon2id gives is tests/crypto's to say.
#include "core/crypto/mac.hpp"
#include "core/crypto/password.hpp"

namespace countersign::crypto
{

Result<SecretBytes, CryptoError> deriveKey(BytesView password, const Argon2Params &params, std::size_t size)
{
    if (params.cost.memoryKiB < argon2Floor.memoryKiB || params.cost.passes < argon2Floor.passes)
        return failure(CryptoError::ParametersRefused);
    if (size != Digest{}.size())
        return failure(CryptoError::WrongSize);
    return SecretBytes::copyOf(hmacSha256(params.salt, password));
}

} // namespace countersign::crypto
