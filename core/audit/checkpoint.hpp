// A checkpoint: the gateway's signed word on how far its two logs go and what their roots are, as a compact JWS (typ
// "countersign-checkpoint+jws"; core/decisions/0018). The log of decisions is the one whose places receipts name; the
// log of records holds everything that matters for trust: decisions by a salted commitment, keys, accounts, policies,
// trails, erasures (core/audit/record_log). Who remembers a checkpoint can demand that every later one carries it on.
// Pure, any thread.
#pragma once

#include "core/audit/chain_error.hpp"
#include "core/audit/merkle.hpp"
#include "core/base/instant.hpp"
#include "core/base/result.hpp"
#include "core/crypto/signing.hpp"
#include "core/domain/ids.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::audit
{

struct TreeHead {
    std::int64_t size = 0;
    domain::Digest root; // of the empty tree at 0
    bool operator==(const TreeHead &) const = default;
};

struct Checkpoint {
    std::string gateway; // whose log
    Instant at;
    TreeHead decisions, records;
    bool operator==(const Checkpoint &) const = default;
};

[[nodiscard]] TreeHead headOf(const MerkleLog &log, std::uint64_t size);
[[nodiscard]] std::string signCheckpoint(const Checkpoint &checkpoint, const crypto::SigningKey &gatewayKey);
// Of that very gateway, by that key.
[[nodiscard]] Result<Checkpoint, ChainError> checkCheckpoint(std::string_view jws, const crypto::PublicKey &gatewayKey,
                                                             std::string_view gateway);
// What its signer's payload says, whoever that was.
[[nodiscard]] Result<Checkpoint, ChainError> readCheckpoint(std::string_view payload);

// How a later head relates to one that was seen before.
enum class Consistency {
    Consistent,
    Older,       // it has fewer leaves: something that was there is gone
    SameSize,    // as many leaves, another root: something was rewritten
    NotContinued // more leaves, but no proof that the earlier ones are their beginning
};
// At most 63 hashes; more prove nothing.
[[nodiscard]] Consistency compare(const TreeHead &seen, const TreeHead &later,
                                  const std::vector<domain::Digest> &proof);
[[nodiscard]] std::string_view consistencyText(Consistency consistency); // "older", …

// The proof, as messages carry it; empty where there is none to give.
[[nodiscard]] std::vector<domain::Digest> consistencyProof(const MerkleLog &log, std::int64_t from, std::int64_t to);

} // namespace countersign::audit
