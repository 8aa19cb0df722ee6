// Compact JWS (RFC 7515, Ed25519 per RFC 8037) as decision.schema.json narrows it: the protected header has exactly
// the members alg, kid and typ, in any order; the payload is its own RFC 8785 form; every part has one spelling.
// Pure, any thread.
#pragma once

#include "core/audit/chain_error.hpp"
#include "core/base/result.hpp"
#include "core/crypto/signing.hpp"
#include "core/domain/ids.hpp"

#include <string>
#include <string_view>

namespace countersign::audit
{

enum class JwsType { Decision, Receipt, Manifest, EventsReceipt, Checkpoint };

// "countersign-decision+jws", …
[[nodiscard]] std::string_view typText(JwsType type);

// What is signed: header and payload in base64url with a dot between. `payload` is canonical already.
[[nodiscard]] std::string signingInput(JwsType type, const domain::KeyId &kid, std::string_view payload);
[[nodiscard]] std::string assembleJws(std::string_view signingInput, const crypto::Signature &signature);
// Both at once, for those who hold the key themselves.
[[nodiscard]] std::string signJws(JwsType type, const crypto::SigningKey &key, std::string_view payload);

struct JwsParts {
    domain::KeyId kid;
    std::string payload;
    crypto::Signature signature{};
    std::size_t signedBytes = 0; // length of the signing input, which begins the compact form
};

// Everything but the signature itself: with `kid` the caller finds the key in a registry that it trusts.
[[nodiscard]] Result<JwsParts, ChainError> parseJws(JwsType type, std::string_view compact);
[[nodiscard]] bool isSignedBy(const crypto::PublicKey &key, std::string_view compact, const JwsParts &parts);
// Both, by a key that is known before.
[[nodiscard]] Result<JwsParts, ChainError> verifyJws(JwsType type, std::string_view compact,
                                                     const crypto::PublicKey &key);

// sha256 of the compact form: what receipts name, chains link and the log holds.
[[nodiscard]] domain::Digest jwsDigest(std::string_view compact);

} // namespace countersign::audit
