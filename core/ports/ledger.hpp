// The console's durable memory: decisions as a chained log with an outbox, the queue's rows, items, the stream's
// position. Asked on the engine thread, worked on the store thread, answered by LedgerEvents on the engine thread,
// in the order of asking.
#pragma once

#include "core/base/instant.hpp"
#include "core/domain/audit_event.hpp"
#include "core/domain/decision.hpp"
#include "core/domain/item.hpp"
#include "core/domain/receipt.hpp"
#include "core/domain/standing.hpp"
#include "core/ports/thread_role.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace countersign::ports
{

enum class LedgerError { Io, DiskFull, Corrupt, Busy, WrongKey, VersionTooNew, Quarantined, NotOpen };

// A signed decision on its way into the ledger.
struct SealedDecision {
    domain::DecisionId id;
    domain::ItemId item;
    std::int64_t seq = 0; // of the device chain
    domain::Digest prev;  // of the entry before it
    std::string jws;      // compact
    std::string rendered; // display model bytes
    std::string summary;  // core/protocol summaryBytes of the item when it was decided, for the history
};

struct StoredDecision {
    SealedDecision sealed;
    domain::Standing standing = domain::Standing::Stored;
    std::string receipt; // compact JWS, empty while there is none
};

// What was typed into an item and is not signed, as bytes.
struct UnsignedDraft {
    domain::ItemId item;
    domain::Digest digest; // of the item as it was edited
    std::string edited;    // editedBytes; empty: nothing was changed
    std::string place;     // where the reviewer was
};

// An entry of the audit trail as it is kept: canonical bytes (core/protocol/audit_codec) and their digest.
struct TrailEntry {
    std::int64_t seq = 0;
    domain::Digest digest;
    std::string bytes;
};
// Where this store's trail ends. As made: it has not begun.
struct TrailEnd {
    domain::TrailId trail;
    std::int64_t nextSeq = 0, acknowledged = 0; // the gateway has everything before `acknowledged`
    domain::Digest head;
};

struct LedgerOpened {
    std::int64_t position = 0;             // of the stream; 0: nothing stored yet
    bool hasQueue = false;                 // a whole snapshot was stored once
    std::vector<std::string> rows;         // summaryBytes
    std::vector<StoredDecision> decisions; // by seq
    std::int64_t nextSeq = 0;
    domain::Digest head;                           // digest of the newest entry's JWS; empty when there is none
    bool isQuarantined = false;                    // head mark is ahead of both copies: sign nothing, ask the gateway
    std::map<domain::ItemId, bool> drafts{};       // items with something unsigned; true: edits, false: a place alone
    std::map<std::string, std::string> personal{}; // what this person has set for themselves
    TrailEnd trail{};
    std::string checkpoint{}; // of the gateway's log, the newest that was believed; empty: none yet
};
struct LedgerFailed {
    LedgerError error = LedgerError::Io;
};
// All three copies are durable: this and nothing else makes a decision Stored.
struct Appended {
    domain::DecisionId id;
};
struct AppendFailed {
    domain::DecisionId id;
    LedgerError error = LedgerError::Io;
};
struct StandingStored {
    domain::DecisionId id;
    domain::Standing standing = domain::Standing::Stored;
};
struct QueueStored {
    std::int64_t position = 0;
};
struct ItemLoaded {
    domain::ItemId id;
    std::optional<std::string> canonical; // nothing: it is not here
    std::vector<UnsignedDraft> drafts{};  // unsigned, in the order in which they were kept
};
struct ItemStored {
    domain::ItemId id;
};
// Durable; the ticket is the one that it was stored under.
struct DraftStored {
    domain::ItemId item;
    std::uint64_t ticket = 0;
};
struct DraftForgotten {
    domain::ItemId item;
};
struct PersonalStored {
    std::string name;
};
struct EventsRecorded {
    std::int64_t nextSeq = 0;
};
struct EventsLoaded {
    std::vector<TrailEntry> entries;
};
struct EventsAcknowledged {
    std::int64_t upTo = 0;
};
struct CheckpointKept {
    std::string checkpoint;
};
struct EvidenceKept {
    std::string file; // where it lies
};
using LedgerEvent = std::variant<LedgerOpened, LedgerFailed, Appended, AppendFailed, StandingStored, QueueStored,
                                 ItemLoaded, ItemStored, DraftStored, DraftForgotten, PersonalStored,
                                 EventsRecorded, EventsLoaded, EventsAcknowledged, CheckpointKept, EvidenceKept>;

class Ledger
{
public:
    virtual ~Ledger() = default;
    // With the key that the vault holds since VaultOpened. Answered by LedgerOpened or LedgerFailed.
    virtual void open() ENGINE_ONLY = 0;
    virtual void append(SealedDecision decision) ENGINE_ONLY = 0;
    // Sent needs no receipt; the others come with the receipt that says so.
    virtual void storeStanding(const domain::DecisionId &id, domain::Standing standing,
                               std::string receipt) ENGINE_ONLY = 0;
    // Rows by item id, in one transaction with the position that they bring.
    virtual void storeChanges(std::vector<std::pair<domain::ItemId, std::string>> rows,
                              std::int64_t position) ENGINE_ONLY = 0;
    // Swaps the whole queue for these rows, in one transaction.
    virtual void replaceQueue(std::vector<std::pair<domain::ItemId, std::string>> rows,
                              std::int64_t position) ENGINE_ONLY = 0;
    virtual void storeItem(const domain::ItemId &id, std::string canonical) ENGINE_ONLY = 0;
    virtual void loadItem(const domain::ItemId &id) ENGINE_ONLY = 0;
    // Replaces what was kept of that item and digest. An appended decision forgets what is unsigned of its item.
    virtual void storeDraft(UnsignedDraft draft, std::uint64_t ticket) ENGINE_ONLY = 0;
    // Without a digest: all of the item.
    virtual void forgetDraft(const domain::ItemId &item, const domain::Digest &digest) ENGINE_ONLY = 0;
    virtual void storePersonal(std::string name, std::string value) ENGINE_ONLY = 0;
    // --- the audit trail ---
    // The next entries, durable together. Answered by EventsRecorded.
    virtual void recordEvents(const domain::TrailId &trail, std::vector<TrailEntry> entries) ENGINE_ONLY = 0;
    // At most `count` from that seq on. Answered by EventsLoaded.
    virtual void loadEvents(std::int64_t from, std::int64_t count) ENGINE_ONLY = 0;
    // The gateway's receipt says that it has everything before `upTo`. Until then nothing of it can be removed.
    virtual void acknowledgeEvents(std::int64_t upTo, std::string receipt) ENGINE_ONLY = 0;
    // --- what was seen of the gateway's log ---
    virtual void keepCheckpoint(std::string checkpoint) ENGINE_ONLY = 0;
    // A file beside the store, for people: two checkpoints that contradict each other. No clinical text.
    virtual void keepEvidence(std::string content) ENGINE_ONLY = 0;
    // Checkpoints and closes; what is asked afterwards is answered NotOpen.
    virtual void close() ENGINE_ONLY = 0;
};

} // namespace countersign::ports
