// Ed25519 (RFC 8032) and the thumbprints that name keys. Pure, any thread.
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "core/base/secret.hpp"
#include "core/crypto/crypto_error.hpp"

#include <array>
#include <optional>
#include <string>

namespace countersign::crypto
{

using Signature = std::array<std::uint8_t, 64>;
using PublicKeyBytes = std::array<std::uint8_t, 32>;

struct PublicKey {
    PublicKeyBytes bytes{};

    [[nodiscard]] static std::optional<PublicKey> fromBytes(BytesView bytes);
    bool operator==(const PublicKey &) const = default;
};

// A private key. Moves, never copies; its memory is wiped when it dies.
class SigningKey
{
public:
    static constexpr std::size_t seedSize = 32;

    // The seed as RFC 8032 names it: 32 random bytes. WrongSize otherwise.
    [[nodiscard]] static Result<SigningKey, CryptoError> fromSeed(BytesView seed);

    [[nodiscard]] const PublicKey &publicKey() const { return publicKey_; }
    // For the one who seals the seed.
    [[nodiscard]] BytesView seed() const { return secret_.view().first(seedSize); }

private:
    friend Signature sign(const SigningKey &key, BytesView message);

    SigningKey() = default;

    SecretBytes secret_; // libsodium's form: seed and public key
    PublicKey publicKey_;
};

[[nodiscard]] Signature sign(const SigningKey &key, BytesView message);

// Refuses small-order and non-canonical keys and R, and S not below the group's order, so that a signature has one
// encoding.
[[nodiscard]] bool verify(const PublicKey &key, BytesView message, const Signature &signature);
// The same for bytes from outside; any size but 64 is no signature.
[[nodiscard]] bool verify(const PublicKey &key, BytesView message, BytesView signature);

// RFC 7638 SHA-256 thumbprint of the key as an OKP JWK (RFC 8037), base64url: the `kid` of everything signed.
[[nodiscard]] std::string thumbprint(const PublicKey &key);

} // namespace countersign::crypto
