// The word of a token that the person carries (smart card, security key): its key signs the digest of the whole
// statement but for that word, and the statement carries it under the device's signature. So it cannot be taken to
// another record, verdict, person, device or time, and it can be verified for as long as the statement
// can. Pure, any thread.
#pragma once

#include "core/audit/key_registry.hpp"
#include "core/domain/decision.hpp"

#include <string>
#include <string_view>

namespace countersign::audit
{

// What the token is given to sign for the statement of that payload, with its word or without it.
[[nodiscard]] std::string carriedProofBytes(std::string_view payload);

// Whether the statement says that the token took part.
[[nodiscard]] bool claimsCarried(const domain::DecisionStatement &statement);

// Whether what it says of that is so: no claim and no word; or both, and the word is this statement's, by a carried key
// of the signer that counted at that time. `key` is the one that the word names; null where there is none.
[[nodiscard]] bool isCarriedProofTrue(const domain::DecisionStatement &statement, std::string_view payload,
                                      const RegisteredKey *key, Instant at);

} // namespace countersign::audit
