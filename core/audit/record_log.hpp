// The gateway's log of records: one leaf for everything that trust rests on, in the order in which it took effect. A
// leaf holds no content: it commits to SHA-256(salt ‖ record), so that a record can be erased lawfully, with its salt,
// and every proof over the log still holds (core/decisions/0018). The log of decisions, whose places receipts name,
// stays beside it. Pure, any thread.
#pragma once

#include "core/audit/chain_error.hpp"
#include "core/audit/checkpoint.hpp"
#include "core/audit/key_registry.hpp"
#include "core/base/bytes.hpp"
#include "core/domain/audit_event.hpp"
#include "core/domain/decision.hpp"
#include "core/domain/reviewer.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>

namespace countersign::audit
{

using Salt = std::array<std::uint8_t, 32>;

// What a leaf is about. Records are canonical JSON; a decision's record is its compact JWS, as decisions.ndjson has it.
struct LogBegun { // the log of decisions as it was when this one began
    TreeHead decisions;
    bool operator==(const LogBegun &) const = default;
};
struct KeyEnrolled {
    RegisteredKey key;
    bool operator==(const KeyEnrolled &) const = default;
};
struct KeyRevoked {
    domain::KeyId kid;
    bool operator==(const KeyRevoked &) const = default;
};
struct AccountAdded {
    domain::ReviewerId id;
    domain::Role role = domain::Role::Auditor;
    bool operator==(const AccountAdded &) const = default;
};
struct AccountDisabled {
    domain::ReviewerId id;
    bool operator==(const AccountDisabled &) const = default;
};
struct PolicyApplied {
    domain::PolicyRef policy;
    bool operator==(const PolicyApplied &) const = default;
};
struct EventsTaken { // a trail, up to there
    domain::TrailId trail;
    std::int64_t nextSeq = 0;
    domain::Digest head;
    bool operator==(const EventsTaken &) const = default;
};
struct PackageExported {
    std::string by;
    bool holdsPhi = false;
    bool operator==(const PackageExported &) const = default;
};
struct DecisionErased {        // its tombstone
    std::int64_t decision = 0; // place in the log of decisions
    domain::Digest digest;     // that the receipt names
    std::string by, reason;    // an id and a code
    bool operator==(const DecisionErased &) const = default;
};
// Who signs for whom, from there on and until its time is over or it is ended.
struct CoverGiven {
    std::int64_t number = 0; // of the gateway
    domain::ReviewerId signer;
    domain::Cover cover;
    bool operator==(const CoverGiven &) const = default;
};
struct CoverEnded { // before its time
    std::int64_t number = 0;
    bool operator==(const CoverEnded &) const = default;
};
using Record = std::variant<LogBegun, KeyEnrolled, KeyRevoked, AccountAdded, AccountDisabled, PolicyApplied,
                            EventsTaken, PackageExported, DecisionErased, CoverGiven, CoverEnded>;

[[nodiscard]] std::string recordBytes(const Record &record);
// RecordMalformed for what is not such a record in its canonical form.
[[nodiscard]] Result<Record, ChainError> readRecord(std::string_view bytes);

// Where a decision's leaf says that the decision stands. What of it an auditor needs when it is erased.
struct DecisionPlace {
    std::int64_t decision = 0; // in the log of decisions
    domain::DeviceId device;
    domain::ReviewerId signer;
    std::int64_t seq = 0; // of the device's chain
    bool operator==(const DecisionPlace &) const = default;
};

struct RecordLeaf {
    Instant at;
    domain::Digest commitment;
    std::optional<DecisionPlace> decision; // nothing: another record
    bool operator==(const RecordLeaf &) const = default;
};

[[nodiscard]] domain::Digest commitmentOf(const Salt &salt, std::string_view record);
[[nodiscard]] std::string leafBytes(const RecordLeaf &leaf); // what is hashed into the tree
[[nodiscard]] Result<RecordLeaf, ChainError> readLeaf(std::string_view bytes);

// A line of records.ndjson, without its line feed. On paper it also carries "digest", over index, leaf, salt and record
// with a line feed between each: so that a changed byte is found in its own line.
struct RecordLine {
    std::int64_t index = 0;
    std::string leaf;
    std::string salt;   // base64url; empty: erased
    std::string record; // empty: a decision's, or erased
    bool operator==(const RecordLine &) const = default;
};
[[nodiscard]] std::string encodeLine(const RecordLine &line);
[[nodiscard]] Result<RecordLine, ChainError> decodeRecordLine(std::string_view bytes);

} // namespace countersign::audit
