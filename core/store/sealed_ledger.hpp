// The console's durable memory: decisions as a chained log with an outbox, the queue's rows, items, the stream's
// position. Behind core/ports/ledger.hpp through the console's bridge. Blocking and plain; one thread, the store's.
//
// A decision is kept three times, and append returns only when the disk has all three: the database, the sealed spool,
// the head mark (R-113; reliability.md 3, G1 to G5).
#pragma once

#include "core/audit/chain.hpp"
#include "core/store/ledger_recovery.hpp"

#include <memory>
#include <optional>

namespace countersign::store
{

class SealedLedger
{
public:
    // Makes the profile where there is none. Busy: another process has it. WrongKey, Corrupt and VersionTooNew leave
    // every file as it was.
    [[nodiscard]] static Result<SealedLedger, StoreError> open(const ProfilePaths &paths, LedgerKeys keys,
                                                               LedgerWorld world);
    SealedLedger(SealedLedger &&) noexcept;
    SealedLedger &operator=(SealedLedger &&) noexcept;
    ~SealedLedger();

    // What was found at opening; taken once.
    [[nodiscard]] LedgerState takeState();

    // Done: the decision is durable, three times. Constraint: it does not follow the chain's head, or is there already.
    // DiskFull may leave the ledger usable; after most other failures it is distrusted: whether the decision is there
    // is then known only after reopening, where it is whole or absent.
    [[nodiscard]] Result<Done, StoreError> append(const SealedDecision &decision);

    // Sent needs no receipt; Confirmed, Held, Superseded and Refused without one are answered Constraint.
    [[nodiscard]] Result<Done, StoreError> storeStanding(const domain::DecisionId &id, domain::Standing standing,
                                                         const std::string &receipt);
    // In one transaction with the position that they bring.
    [[nodiscard]] Result<Done, StoreError> storeChanges(const QueueRows &rows, std::int64_t position);
    [[nodiscard]] Result<Done, StoreError> replaceQueue(const QueueRows &rows, std::int64_t position);
    [[nodiscard]] Result<Done, StoreError> storeItem(const domain::ItemId &id, const std::string &canonical);
    [[nodiscard]] Result<std::optional<std::string>, StoreError> loadItem(const domain::ItemId &id);

    // One for each item and digest. Durable when it returns; there is one copy only, in the database.
    [[nodiscard]] Result<Done, StoreError> storeDraft(const UnsignedDraft &draft);
    // Without a digest: all of the item. A decision takes them along by itself, a new queue those of items it lacks.
    [[nodiscard]] Result<Done, StoreError> forgetDraft(const domain::ItemId &item, const domain::Digest &digest);
    // In the order in which they were kept.
    [[nodiscard]] Result<std::vector<UnsignedDraft>, StoreError> draftsOf(const domain::ItemId &item);
    [[nodiscard]] Result<Done, StoreError> storePersonal(const std::string &name, const std::string &value);
    // The audit trail. Done: the entries are durable. Constraint: they do not follow the trail's end.
    [[nodiscard]] Result<Done, StoreError> recordEvents(const domain::TrailId &trail, const TrailEntries &entries);
    [[nodiscard]] Result<TrailEntries, StoreError> loadEvents(std::int64_t from, std::int64_t count);
    // The gateway's receipt covers everything before `upTo`.
    [[nodiscard]] Result<Done, StoreError> acknowledgeEvents(std::int64_t upTo, const std::string &receipt);
    // Constraint where something before that seq has no receipt.
    [[nodiscard]] Result<Done, StoreError> purgeEvents(std::int64_t before);
    [[nodiscard]] Result<Done, StoreError> keepCheckpoint(const std::string &checkpoint);
    // Writes `ProfilePaths::evidence`, synced, and says where that is. An older one is moved aside.
    [[nodiscard]] Result<std::string, StoreError> keepEvidence(const std::string &content);

    // For idle moments: empties the write-ahead log, trims the spool to what has no receipt.
    [[nodiscard]] Result<Done, StoreError> tidy();
    // Tidies and closes. Whatever is asked afterwards is answered NotOpen. A ledger that dies without it loses nothing.
    [[nodiscard]] Result<Done, StoreError> close();

private:
    struct Open;
    explicit SealedLedger(std::unique_ptr<Open> open);

    // Runs the work in a transaction of its own, if the ledger is open and trusted, and remembers what failed.
    template <class Work>
    [[nodiscard]] Result<Done, StoreError> change(const Work &work);
    [[nodiscard]] Result<Done, StoreError> writeTwice(const SealedDecision &decision, const audit::ChainHead &head);
    [[nodiscard]] std::optional<StoreError> refusal() const;
    StoreError noted(StoreError error);

    std::unique_ptr<Open> open_;
};

} // namespace countersign::store
