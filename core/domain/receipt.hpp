// What the gateway did with a decision: receipt.schema.json as values.
#pragma once

#include "core/base/instant.hpp"
#include "core/domain/ids.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace countersign::domain
{

enum class Outcome {
    Accepted,
    Held,
    AwaitingCosign,
    Superseded,
    StaleItem,
    Expired,
    NotPermitted,
    InvalidSignature,
    NotLeaseHolder,
    ClockRefused
};

struct Winner {
    DecisionId decisionId;
    ReviewerId signer;
    std::string at;
    bool operator==(const Winner &) const = default;
};

// Place of a decision's digest in the gateway's log (RFC 9162 §2.1). Hashes are "sha256:…".
struct LogPlace {
    std::int64_t index = 0;
    std::int64_t size = 0;
    Digest root;
    std::vector<Digest> proof;
    bool operator==(const LogPlace &) const = default;
};

struct Receipt {
    DecisionId decisionId;
    Digest decisionDigest; // of the decision's compact JWS
    ItemId itemId;
    Outcome outcome = Outcome::Accepted;
    std::optional<Winner> winner;
    std::optional<Instant> releaseAt;
    Instant receivedAt;
    LogPlace log;
    bool operator==(const Receipt &) const = default;
};

} // namespace countersign::domain
