// What goes into the console's ledger and comes out of it. The members are those of core/ports/ledger.hpp, which this
// room may not see.
#pragma once

#include "core/base/secret.hpp"
#include "core/domain/audit_event.hpp"
#include "core/domain/ids.hpp"
#include "core/domain/standing.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace countersign::store
{

class Files;

struct SealedDecision {
    domain::DecisionId id;
    domain::ItemId item;
    std::int64_t seq = 0; // of the device's chain, from 0
    domain::Digest prev;  // of the entry before it; empty at 0
    std::string jws;      // compact
    std::string rendered; // display model bytes
    std::string summary;  // of the item when it was decided
    bool operator==(const SealedDecision &) const = default;
};

struct StoredDecision {
    SealedDecision sealed;
    domain::Standing standing = domain::Standing::Stored;
    std::string receipt; // compact JWS, empty while there is none
    bool operator==(const StoredDecision &) const = default;
};

// An entry of the audit trail: canonical bytes and their digest.
struct TrailEntry {
    std::int64_t seq = 0;
    domain::Digest digest;
    std::string bytes;
    bool operator==(const TrailEntry &) const = default;
};
using TrailEntries = std::vector<TrailEntry>;

struct TrailEnd {
    domain::TrailId trail; // empty: not begun
    std::int64_t nextSeq = 0, acknowledged = 0;
    domain::Digest head;
    bool operator==(const TrailEnd &) const = default;
};

// Rows of the queue by item, as summary bytes.
using QueueRows = std::vector<std::pair<domain::ItemId, std::string>>;

// What was typed into an item and is not signed.
struct UnsignedDraft {
    domain::ItemId item;
    domain::Digest digest; // of the item as it was edited
    std::string edited;    // empty: only the place is kept
    std::string place;     // where the reviewer was; the asker's own words
    bool operator==(const UnsignedDraft &) const = default;
};

// What opening had to mend. Nothing here loses a decision; the first three deserve a line in a log.
struct Repairs {
    bool databaseMovedAside = false; // it could not be read, or was older than the spool: kept, read-only, beside
    bool spoolMovedAside = false;
    bool headMarkUnreadable = false;
    std::int64_t replayed = 0;  // decisions that the spool had and the database had not
    std::int64_t respooled = 0; // and the other way round
    bool operator==(const Repairs &) const = default;
};

struct LedgerState {
    std::int64_t position = 0; // of the stream
    bool hasQueue = false;     // a whole queue was stored once
    std::vector<std::string> rows;
    std::vector<StoredDecision> decisions; // by seq, without a gap: all that wait, and the newest of those before
    std::int64_t nextSeq = 0;
    domain::Digest head; // digest of the newest entry's JWS; empty when there is none
    bool isQuarantined = false;
    std::map<domain::ItemId, bool> drafts;       // items with something unsigned; true: edits, false: a place alone
    std::map<std::string, std::string> personal; // what this person has set for themselves
    TrailEnd trail;
    std::string checkpoint; // of the gateway's log, the newest that was believed
    Repairs repairs;
};

struct LedgerKeys {
    SecretBytes databaseKey;  // 32 bytes
    SecretBytes databaseSalt; // 16
    SecretBytes spoolKey;     // 32
    SecretBytes headMarkKey;  // 32
};

// Where a profile lies and whose chain it holds: one folder for each person at each device.
struct ProfilePaths {
    std::filesystem::path folder;
    domain::DeviceId device;

    [[nodiscard]] std::filesystem::path database() const { return folder / "ledger.db"; }
    [[nodiscard]] std::filesystem::path spool() const { return folder / "spool"; }
    [[nodiscard]] std::filesystem::path headMark() const { return folder / "head-mark"; }
    [[nodiscard]] std::filesystem::path lock() const { return folder / "lock"; }
    // Two checkpoints of the gateway that contradict each other, for people to look into.
    [[nodiscard]] std::filesystem::path evidence() const { return folder / "log-fork.json"; }
    // There after damage was met at work: the next opening reads the whole database before it trusts it.
    [[nodiscard]] std::filesystem::path suspicion() const { return folder / "suspect"; }
};

// What the ledger asks of the world beside SQLite.
struct LedgerWorld {
    Files *files = nullptr; // outlives the ledger
    std::function<void(std::span<std::uint8_t>)> fillRandom;
    std::string vfs; // an SQLite VFS other than the system's; only tests have one
};

} // namespace countersign::store
