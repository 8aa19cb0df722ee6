// Every public key that may sign, as the JWK Set (RFC 7517, RFC 8037) of keys.json and of the agent's door: who owns
// it, on which device, from when and until when. Rights come from here, never from a payload. Pure, any thread.
#pragma once

#include "core/audit/chain_error.hpp"
#include "core/base/instant.hpp"
#include "core/base/result.hpp"
#include "core/crypto/signing.hpp"
#include "core/domain/ids.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::audit
{

enum class KeyRole { Reviewer, Gateway };

struct RegisteredKey {
    domain::KeyId kid; // the thumbprint of publicKey
    crypto::PublicKey publicKey;
    KeyRole role = KeyRole::Reviewer;
    std::string owner;       // a reviewer's id, or the gateway's
    domain::DeviceId device; // empty: a gateway's, or of a token that a person carries
    Instant validFrom;
    std::optional<Instant> revokedAt;
    bool operator==(const RegisteredKey &) const = default;
};

// From validFrom on and before revokedAt.
[[nodiscard]] bool isValidAt(const RegisteredKey &key, Instant at);

// A person's key that is of no device: it proves that the person was there, and signs no decision by itself, because
// every decision names a device.
[[nodiscard]] inline bool isCarried(const RegisteredKey &key)
{
    return key.role == KeyRole::Reviewer && key.device.isEmpty();
}

class KeyRegistry
{
public:
    // Replaces the key of the same id.
    void put(RegisteredKey key);
    // Null where there is none; the pointer lives until the next put.
    [[nodiscard]] const RegisteredKey *find(const domain::KeyId &kid) const;
    [[nodiscard]] std::size_t size() const { return keys_.size(); }
    // By kid.
    [[nodiscard]] std::vector<RegisteredKey> keys() const;

private:
    std::map<domain::KeyId, RegisteredKey> keys_;
};

// {"keys":[…]} in canonical form, by kid.
[[nodiscard]] std::string encodeKeys(const KeyRegistry &registry);
// Refuses (KeysMalformed) other kinds of key, a kid that is not the key's thumbprint, a kid given twice, a private
// member `d` and an owner without a role. Members that it does not know are ignored.
[[nodiscard]] Result<KeyRegistry, ChainError> decodeKeys(std::string_view json);

// A key by itself, as an auditor was handed it: {"crv":"Ed25519","kty":"OKP","x":…}, and `kid` if it is right.
[[nodiscard]] std::string encodeJwk(const crypto::PublicKey &key);
[[nodiscard]] Result<crypto::PublicKey, ChainError> decodeJwk(std::string_view json);

} // namespace countersign::audit
