// What holds a decision in place: the device's chain before it and the gateway's receipt after it. Pure, any thread.
#pragma once

#include "core/audit/chain_error.hpp"
#include "core/audit/merkle.hpp"
#include "core/base/result.hpp"
#include "core/crypto/signing.hpp"
#include "core/domain/decision.hpp"
#include "core/domain/receipt.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>

namespace countersign::audit
{

// --- the device's chain: one for each person at each device (decision.schema.json, `chain`) ---

struct ChainKey {
    domain::DeviceId device;
    domain::ReviewerId signer;
    bool operator==(const ChainKey &) const = default;
    bool operator<(const ChainKey &other) const
    {
        return std::tie(device, signer) < std::tie(other.device, other.signer);
    }
};
[[nodiscard]] ChainKey chainKeyOf(const domain::DecisionStatement &statement);

// Where a chain ends; as made, it has not begun.
struct ChainHead {
    std::int64_t nextSeq = 0;
    domain::Digest newest; // of the last entry's compact JWS; empty when there is none
    bool operator==(const ChainHead &) const = default;
};

// The link that the next statement carries.
[[nodiscard]] domain::ChainLink nextLink(const ChainHead &head);
// The head after an entry with that link; ChainGap or ChainBroken where it does not follow.
[[nodiscard]] Result<ChainHead, ChainError> follow(const ChainHead &head, const domain::ChainLink &link,
                                                   const domain::Digest &decisionDigest);

// The first entry of a chain, by which a person seals a device's key. `frame` says who, where, when and how (audience,
// decision id, signer, device, app, policy, legal, authentication, clock, signedAt); the rest is set here. A chain may
// also begin without one.
[[nodiscard]] domain::DecisionStatement sealStatement(domain::DecisionStatement frame, const domain::KeyId &kid);
// What its itemDigest names: {"device":…,"kid":…,"signer":…}.
[[nodiscard]] std::string sealBytes(const ChainKey &chain, const domain::KeyId &kid);

// --- the gateway's receipt (receipt.schema.json) ---

// Place and proof of the decision with that index in the log of that size; both are the log's.
[[nodiscard]] domain::LogPlace placeInLog(const MerkleLog &log, std::uint64_t index, std::uint64_t size);

// Whether the place's proof leads from the decision's digest to the place's root.
[[nodiscard]] bool isProven(const domain::LogPlace &place, const domain::Digest &decisionDigest);

// The receipt that a verified payload holds, when it is about the decision with that digest and its proof holds.
[[nodiscard]] Result<domain::Receipt, ChainError> receiptFor(const domain::Digest &decisionDigest,
                                                             std::string_view payload);

// The receipt, when the gateway signed it, it is about this very decision and its inclusion proof holds.
[[nodiscard]] Result<domain::Receipt, ChainError>
checkReceipt(std::string_view receiptJws, const crypto::PublicKey &gatewayKey, std::string_view decisionJws);

} // namespace countersign::audit
