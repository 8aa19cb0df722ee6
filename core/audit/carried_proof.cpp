#include "core/audit/carried_proof.hpp"

#include "core/base/encoding.hpp"
#include "core/crypto/digest.hpp"
#include "core/protocol/decision_codec.hpp"

#include <algorithm>

namespace countersign::audit
{

std::string carriedProofBytes(std::string_view payload)
{
    return "countersign-carried/1\n" + crypto::digestText(asBytes(protocol::unprovenBytes(payload)));
}

bool claimsCarried(const domain::DecisionStatement &statement)
{
    const auto &components = statement.auth.components;
    return std::ranges::find(components, domain::AuthComponent::SmartCard) != components.end();
}

bool isCarriedProofTrue(const domain::DecisionStatement &statement, std::string_view payload, const RegisteredKey *key,
                        Instant at)
{
    const auto &proof = statement.auth.proof;
    if (claimsCarried(statement) != proof.has_value())
        return false;
    if (!proof)
        return true;
    const bool isOwn = key != nullptr && isCarried(*key) && key->kid == proof->kid
                       && key->owner == statement.signer.id.text() && isValidAt(*key, at);
    const auto signature = isOwn ? base64urlDecode(proof->signature) : std::nullopt;
    return signature && crypto::verify(key->publicKey, asBytes(carriedProofBytes(payload)), *signature);
}

} // namespace countersign::audit
