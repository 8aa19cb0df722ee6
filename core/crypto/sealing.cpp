#include "core/crypto/sealing.hpp"

#include <sodium.h>

namespace countersign::crypto
{

Result<Bytes, CryptoError> seal(BytesView key, const Nonce &nonce, BytesView associated, BytesView plain)
{
    if (key.size() != sealingKeySize)
        return failure(CryptoError::WrongSize);
    Bytes sealed(plain.size() + sealingTagSize);
    crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data(), nullptr, plain.data(), plain.size(), associated.data(),
                                               associated.size(), nullptr, nonce.data(), key.data());
    return sealed;
}

Result<Bytes, CryptoError> open(BytesView key, const Nonce &nonce, BytesView associated, BytesView sealed)
{
    if (key.size() != sealingKeySize)
        return failure(CryptoError::WrongSize);
    if (sealed.size() < sealingTagSize)
        return failure(CryptoError::NotAuthentic);
    Bytes plain(sealed.size() - sealingTagSize);
    const int opened =
        crypto_aead_xchacha20poly1305_ietf_decrypt(plain.data(), nullptr, nullptr, sealed.data(), sealed.size(),
                                                   associated.data(), associated.size(), nonce.data(), key.data());
    if (opened != 0)
        return failure(CryptoError::NotAuthentic);
    return plain;
}

} // namespace countersign::crypto
