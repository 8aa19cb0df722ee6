// The machine is tested before it is trusted: published vectors, run by every program before anything else. Also
// readies the library for use from several threads. A few milliseconds.
#pragma once

#include "core/base/result.hpp"

namespace countersign::crypto
{

enum class SelfTestFailure {
    LibraryNotReady,
    Sha256,
    HmacSha256,
    HkdfSha256,
    Ed25519,
    Thumbprint,
    XChaCha20Poly1305,
    Argon2id,
};

[[nodiscard]] Result<Done, SelfTestFailure> selfTest();

} // namespace countersign::crypto
