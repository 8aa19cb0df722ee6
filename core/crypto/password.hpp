// Argon2id 1.3 (RFC 9106, one lane): keys from passwords, and the gateway's password hashes. Pure but for the salt of
// a new hash, any thread; takes a good part of a second and the memory that its cost names.
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "core/base/secret.hpp"
#include "core/crypto/crypto_error.hpp"

#include <array>
#include <string>

namespace countersign::crypto
{

struct Argon2Cost {
    std::uint32_t memoryKiB = 64 * 1024;
    std::uint32_t passes = 3;

    bool operator==(const Argon2Cost &) const = default;
};

// The floor is RFC 9106's second choice; the ceiling keeps a forged header from stalling the machine.
inline constexpr Argon2Cost argon2Floor{.memoryKiB = 64 * 1024, .passes = 3};
inline constexpr Argon2Cost argon2Ceiling{.memoryKiB = 4 * 1024 * 1024, .passes = 64};

struct Argon2Params {
    Argon2Cost cost;
    std::array<std::uint8_t, 16> salt{};

    bool operator==(const Argon2Params &) const = default;
};

// ParametersRefused outside floor and ceiling, OutOfMemory, WrongSize below 16 bytes.
[[nodiscard]] Result<SecretBytes, CryptoError> deriveKey(BytesView password, const Argon2Params &params,
                                                         std::size_t size = 32);

// The PHC text "$argon2id$v=19$…", salted at random.
[[nodiscard]] Result<std::string, CryptoError> hashPassword(BytesView password, const Argon2Cost &cost = argon2Floor);
[[nodiscard]] bool matchesPassword(const std::string &hash, BytesView password);

} // namespace countersign::crypto
