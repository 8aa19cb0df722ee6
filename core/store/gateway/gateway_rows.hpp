// The rows of the gateway's tables as values. Summaries, policies and outcome lines are texts that the gateway writes
// and reads itself: the store keeps what it is given.
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/instant.hpp"
#include "core/domain/audit_event.hpp"
#include "core/domain/ids.hpp"
#include "core/domain/notice.hpp"
#include "core/domain/receipt.hpp"
#include "core/domain/reviewer.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace countersign::store::gateway
{

struct AgentRow {
    domain::AgentId id;
    Bytes tokenHash; // sha256 of the token
    std::vector<domain::WorkflowId> workflows;
    bool operator==(const AgentRow &) const = default;
};

struct UserRow {
    domain::Reviewer reviewer;
    std::string passwordHash; // PHC text
    bool isDisabled = false;
    bool operator==(const UserRow &) const = default;
};

struct KeyRow {
    domain::KeyId kid;
    Bytes publicKey;
    bool isGateway = false;
    std::string owner;
    domain::DeviceId device;
    std::string deviceName;
    Instant validFrom;
    std::optional<Instant> revokedAt;
    bool operator==(const KeyRow &) const = default;
};

struct CoverRow {
    std::int64_t number = 0;
    domain::ReviewerId signer;
    domain::Cover cover;
    std::optional<Instant> endedAt; // before its time
    bool operator==(const CoverRow &) const = default;
};

// What the issuer said of a person for one signature.
struct SigningProofRow {
    Instant authTime;
    std::string acr;
    bool operator==(const SigningProofRow &) const = default;
};

struct PolicyRow {
    domain::Digest digest;
    std::string document;
    bool operator==(const PolicyRow &) const = default;
};

struct ItemRow {
    domain::ItemId id;
    domain::AgentId agent;
    std::string summary;
    domain::Digest contentDigest, draftDigest, policyDigest;
    std::vector<domain::Winner> signatures;
    std::optional<domain::Winner> effective;
    std::optional<Instant> releaseAt;
    std::optional<Instant> expiresAt; // while it can expire
    bool isListed = true;
    // Read only: set by their own statements.
    std::string releaseToken;
    bool isReported = false;
    bool operator==(const ItemRow &) const = default;
};

struct ChangeRow {
    std::int64_t position = 0;
    std::string summary;
    bool operator==(const ChangeRow &) const = default;
};

struct DecisionRow {
    std::int64_t index = 0; // in the log
    domain::Digest digest;  // of the JWS
    domain::DecisionId id;
    domain::ItemId item;
    Instant receivedAt;
    std::string jws, rendered, receipt;
    bool operator==(const DecisionRow &) const = default;
};

struct ChainRow {
    std::int64_t nextSeq = 0;
    domain::Digest newest;
    bool operator==(const ChainRow &) const = default;
};

struct OutcomeRow {
    Instant at;
    std::string line;
    bool operator==(const OutcomeRow &) const = default;
};

// A leaf of the log of records, with what it commits to while that is there.
struct RecordRow {
    std::int64_t index = 0;
    std::string leaf;
    std::optional<std::int64_t> decision; // its place in the log of decisions
    std::string salt, document;
    bool operator==(const RecordRow &) const = default;
};

// How far both logs go.
struct LogHeadRow {
    Instant at;
    std::int64_t decisionsSize = 0;
    domain::Digest decisionsRoot;
    std::int64_t recordsSize = 0;
    domain::Digest recordsRoot;
    bool operator==(const LogHeadRow &) const = default;
};

struct TrailRow {
    domain::TrailId id;
    domain::DeviceId device;
    domain::ReviewerId owner;
    std::int64_t nextSeq = 0;
    domain::Digest newest;
    Instant receivedAt; // of the newest entry
    bool operator==(const TrailRow &) const = default;
};

struct TrailEntryRow {
    domain::TrailId trail;
    std::int64_t seq = 0;
    domain::Digest digest;
    Instant receivedAt;
    std::string bytes; // canonical
    bool operator==(const TrailEntryRow &) const = default;
};

} // namespace countersign::store::gateway
