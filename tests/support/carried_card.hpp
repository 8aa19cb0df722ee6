// Tokens that invented people carry: a key for each name, and its word for a statement, as a desk asks it.
#pragma once

#include "core/audit/carried_proof.hpp"
#include "core/base/encoding.hpp"
#include "core/crypto/digest.hpp"
#include "core/crypto/signing.hpp"
#include "core/protocol/decision_codec.hpp"

#include <string>

namespace countersign::support
{

[[nodiscard]] inline crypto::SigningKey cardKey(const std::string &card)
{
    return *crypto::SigningKey::fromSeed(crypto::sha256(asBytes("card " + card)));
}

// As a gateway has registered the card of that person, which bears their name.
[[nodiscard]] inline audit::RegisteredKey registeredCard(const std::string &owner, Instant validFrom)
{
    const auto key = cardKey(owner).publicKey();
    return {.kid = domain::KeyId(crypto::thumbprint(key)),
            .publicKey = key,
            .role = audit::KeyRole::Reviewer,
            .owner = owner,
            .device = {},
            .validFrom = validFrom,
            .revokedAt = {}};
}

// The claim, and then the card's word for the whole of it.
inline void speak(domain::DecisionStatement &statement, const std::string &card)
{
    using domain::AuthComponent;
    statement.auth.components = {AuthComponent::SmartCard, AuthComponent::Pin, AuthComponent::DeviceKey};
    const auto key = cardKey(card);
    const std::string bytes = audit::carriedProofBytes(protocol::decisionBytes(statement));
    statement.auth.proof = {domain::KeyId(crypto::thumbprint(key.publicKey())),
                            base64urlEncode(crypto::sign(key, asBytes(bytes)))};
}

} // namespace countersign::support
