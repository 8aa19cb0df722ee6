#include "core/crypto/signing.hpp"

#include "core/base/encoding.hpp"
#include "core/crypto/digest.hpp"

#include <sodium.h>

#include <algorithm>

namespace countersign::crypto
{

std::optional<PublicKey> PublicKey::fromBytes(BytesView bytes)
{
    PublicKey key;
    if (bytes.size() != key.bytes.size())
        return std::nullopt;
    std::ranges::copy(bytes, key.bytes.begin());
    return key;
}

Result<SigningKey, CryptoError> SigningKey::fromSeed(BytesView seed)
{
    if (seed.size() != seedSize)
        return failure(CryptoError::WrongSize);
    SigningKey key;
    key.secret_ = SecretBytes(crypto_sign_SECRETKEYBYTES);
    crypto_sign_seed_keypair(key.publicKey_.bytes.data(), key.secret_.writable().data(), seed.data());
    return key;
}

Signature sign(const SigningKey &key, BytesView message)
{
    Signature signature{};
    crypto_sign_detached(signature.data(), nullptr, message.data(), message.size(), key.secret_.view().data());
    return signature;
}

bool verify(const PublicKey &key, BytesView message, const Signature &signature)
{
    return crypto_sign_verify_detached(signature.data(), message.data(), message.size(), key.bytes.data()) == 0;
}

bool verify(const PublicKey &key, BytesView message, BytesView signature)
{
    Signature exact{};
    if (signature.size() != exact.size())
        return false;
    std::ranges::copy(signature, exact.begin());
    return verify(key, message, exact);
}

std::string thumbprint(const PublicKey &key)
{
    const std::string jwk = R"({"crv":"Ed25519","kty":"OKP","x":")" + base64urlEncode(key.bytes) + R"("})";
    return base64urlEncode(sha256(asBytes(jwk)));
}

} // namespace countersign::crypto
