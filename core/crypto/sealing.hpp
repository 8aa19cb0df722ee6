// XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha): encrypts and authenticates, and binds associated data that stays in
// the clear. Nonces are random, 24 bytes, never used twice with a key. Pure, any thread.
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "core/crypto/crypto_error.hpp"

#include <array>

namespace countersign::crypto
{

using Nonce = std::array<std::uint8_t, 24>;
inline constexpr std::size_t sealingKeySize = 32;
inline constexpr std::size_t sealingTagSize = 16;

// Ciphertext and tag. WrongSize when the key is not sealingKeySize bytes.
[[nodiscard]] Result<Bytes, CryptoError> seal(BytesView key, const Nonce &nonce, BytesView associated, BytesView plain);

// WrongSize, or NotAuthentic, which never tells key from data. Wrap the result in SecretBytes::taking when the
// plain bytes are a key.
[[nodiscard]] Result<Bytes, CryptoError> open(BytesView key, const Nonce &nonce, BytesView associated,
                                              BytesView sealed);

} // namespace countersign::crypto
