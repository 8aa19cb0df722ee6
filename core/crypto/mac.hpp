// HMAC-SHA256 (RFC 2104) and comparison that takes the same time whatever differs. Pure, any thread, cannot fail.
#pragma once

#include "core/base/bytes.hpp"
#include "core/crypto/digest.hpp"

namespace countersign::crypto
{

[[nodiscard]] Digest hmacSha256(BytesView key, BytesView message);

// Different sizes are different; the size itself is no secret.
[[nodiscard]] bool isEqualInConstantTime(BytesView a, BytesView b);

} // namespace countersign::crypto
