// A secret in three shares, of which any two give it back and one says nothing of it: Shamir's scheme over the field of
// 256 elements, byte by byte. A share is its number, the bytes, and four bytes of a digest that tell a slip of the pen
// from a share. Pure over the random bytes that it is given; any thread.
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "core/base/secret.hpp"
#include "core/crypto/crypto_error.hpp"

#include <array>

namespace countersign::crypto
{

inline constexpr std::size_t shareOverhead = 5;

// `random` is as long as the secret. WrongSize otherwise.
[[nodiscard]] Result<std::array<SecretBytes, 3>, CryptoError> splitInThree(BytesView secret, BytesView random);
// NotAuthentic for what is no share, or the same share twice; WrongSize for shares of different secrets' sizes. Shares
// of different secrets of one size give a wrong one: whoever joins them knows the right one's public half.
[[nodiscard]] Result<SecretBytes, CryptoError> joinTwo(BytesView one, BytesView other);

} // namespace countersign::crypto
