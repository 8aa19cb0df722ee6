// HKDF-SHA256 (RFC 5869): one secret in, secrets for different uses out, told apart by `info`. Pure, any thread.
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "core/base/secret.hpp"
#include "core/crypto/crypto_error.hpp"

namespace countersign::crypto
{

inline constexpr std::size_t hkdfSizeMax = 255 * 32;

// WrongSize beyond hkdfSizeMax bytes.
[[nodiscard]] Result<SecretBytes, CryptoError> hkdfSha256(BytesView secret, BytesView salt, BytesView info,
                                                          std::size_t size);

} // namespace countersign::crypto
