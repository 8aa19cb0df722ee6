// A box that anybody can close and one key opens: X25519 and XSalsa20-Poly1305 (libsodium's crypto_box_seal). Any
// thread; closing draws a key pair of its own from the system's randomness.
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "core/base/secret.hpp"
#include "core/crypto/crypto_error.hpp"

#include <array>

namespace countersign::crypto
{

using BoxPublicKey = std::array<std::uint8_t, 32>;

struct BoxKeyPair {
    static constexpr std::size_t privateKeySize = 32;

    BoxPublicKey publicKey{};
    SecretBytes privateKey;
};

[[nodiscard]] BoxKeyPair makeBoxKeyPair();
// WrongSize.
[[nodiscard]] Result<BoxPublicKey, CryptoError> boxPublicKeyOf(BytesView privateKey);

[[nodiscard]] Bytes closeBox(const BoxPublicKey &key, BytesView plain);
// WrongSize, or NotAuthentic.
[[nodiscard]] Result<SecretBytes, CryptoError> openBox(BytesView privateKey, BytesView box);

} // namespace countersign::crypto
