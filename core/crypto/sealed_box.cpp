#include "core/crypto/sealed_box.hpp"

#include <sodium.h>

namespace countersign::crypto
{

static_assert(std::tuple_size_v<BoxPublicKey> == crypto_box_PUBLICKEYBYTES);
static_assert(BoxKeyPair::privateKeySize == crypto_box_SECRETKEYBYTES);

BoxKeyPair makeBoxKeyPair()
{
    BoxKeyPair pair{{}, SecretBytes(BoxKeyPair::privateKeySize)};
    crypto_box_keypair(pair.publicKey.data(), pair.privateKey.writable().data());
    return pair;
}

Result<BoxPublicKey, CryptoError> boxPublicKeyOf(BytesView privateKey)
{
    BoxPublicKey key{};
    if (privateKey.size() != BoxKeyPair::privateKeySize)
        return failure(CryptoError::WrongSize);
    crypto_scalarmult_base(key.data(), privateKey.data());
    return key;
}

Bytes closeBox(const BoxPublicKey &key, BytesView plain)
{
    Bytes box(plain.size() + crypto_box_SEALBYTES);
    static_cast<void>(crypto_box_seal(box.data(), plain.data(), plain.size(), key.data()));
    return box;
}

Result<SecretBytes, CryptoError> openBox(BytesView privateKey, BytesView box)
{
    const auto publicKey = boxPublicKeyOf(privateKey);
    if (!publicKey || box.size() < crypto_box_SEALBYTES)
        return failure(CryptoError::WrongSize);
    SecretBytes plain(box.size() - crypto_box_SEALBYTES);
    if (crypto_box_seal_open(plain.writable().data(), box.data(), box.size(), publicKey->data(), privateKey.data())
        != 0)
        return failure(CryptoError::NotAuthentic);
    return plain;
}

} // namespace countersign::crypto
