#include "core/store/sealed_ledger.hpp"

#include "core/store/aside.hpp"
#include "core/store/drafts.hpp"
#include "core/store/ledger_chain.hpp"
#include "core/store/trail_tables.hpp"

#include <utility>

namespace countersign::store
{
namespace
{

// So many confirmed decisions may lie in the spool before it is written anew.
constexpr std::size_t trimAfter = 256;

} // namespace

// A ledger that is open. Destroyed from the bottom up: the lock goes last.
struct SealedLedger::Open {
    std::unique_ptr<File> lock;
    ProfilePaths paths;
    LedgerWorld world;
    SpoolRecords records;
    RecoveredLedger copies;
    bool isDistrusted = false;
};

SealedLedger::SealedLedger(std::unique_ptr<Open> open) : open_(std::move(open)) {}
SealedLedger::SealedLedger(SealedLedger &&) noexcept = default;
SealedLedger &SealedLedger::operator=(SealedLedger &&) noexcept = default;
SealedLedger::~SealedLedger() = default;

Result<SealedLedger, StoreError> SealedLedger::open(const ProfilePaths &paths, LedgerKeys keys, LedgerWorld world)
{
    Files &files = *world.files;
    auto lock = files.makeFolder(paths.folder).and_then([&](Done) { return files.lock(paths.lock()); });
    if (!lock)
        return failure(lock.error());
    auto mark = HeadMark::open(files, paths.headMark(), std::move(keys.headMarkKey), paths.device);
    if (!mark)
        return failure(mark.error());
    SpoolRecords records(std::move(keys.spoolKey), paths.device, world.fillRandom);
    const DatabaseKey key{.key = std::move(keys.databaseKey), .salt = std::move(keys.databaseSalt)};
    auto copies = recoverLedger(paths, key, records, std::move(*mark), world);
    if (!copies)
        return failure(copies.error());
    return SealedLedger(std::make_unique<Open>(Open{.lock = std::move(*lock),
                                                    .paths = paths,
                                                    .world = std::move(world),
                                                    .records = std::move(records),
                                                    .copies = std::move(*copies),
                                                    .isDistrusted = false}));
}

LedgerState SealedLedger::takeState()
{
    return open_ == nullptr ? LedgerState{} : std::exchange(open_->copies.state, {});
}

std::optional<StoreError> SealedLedger::refusal() const
{
    if (open_ == nullptr)
        return StoreError::NotOpen;
    if (open_->isDistrusted || open_->copies.database.isDistrusted())
        return StoreError::Distrusted;
    return std::nullopt;
}

// Damage that was met is written down, so that the next opening looks for all of it. If even that fails, the damage
// will be met again.
StoreError SealedLedger::noted(StoreError error)
{
    if (error == StoreError::Corrupt)
        static_cast<void>(open_->world.files->open(open_->paths.suspicion()));
    return error;
}

template <class Work>
Result<Done, StoreError> SealedLedger::change(const Work &work)
{
    if (const auto refused = refusal())
        return failure(*refused);
    auto transaction = Transaction::begin(open_->copies.database);
    if (!transaction)
        return failure(noted(transaction.error()));
    return work(open_->copies.database)
        .and_then([&](Done) { return transaction->commit(); })
        .map_error([&](StoreError error) { return noted(error); });
}

Result<Done, StoreError> SealedLedger::append(const SealedDecision &decision)
{
    if (const auto refused = refusal())
        return failure(*refused);
    RecoveredLedger &copies = open_->copies;
    if (!copies.spool)
        return failure(StoreError::Quarantined);
    const auto head = audit::follow(copies.head, {.seq = decision.seq, .prev = decision.prev}, digestOf(decision));
    if (!head)
        return failure(StoreError::Constraint);
    if (const auto logged = writeTwice(decision, *head); !logged)
        return logged;
    const auto marked = copies.mark.write(*head);
    open_->isDistrusted = !marked.has_value();
    if (marked)
        copies.head = *head;
    return marked;
}

// The spool's sync goes on while the database commits: neither waits for the other, and the head mark waits for both.
// What the database refuses before that never reaches the spool; what it refuses then is taken back from there, so
// that another decision may have its place.
Result<Done, StoreError> SealedLedger::writeTwice(const SealedDecision &decision, const audit::ChainHead &head)
{
    RecoveredLedger &copies = open_->copies;
    auto transaction = Transaction::begin(copies.database);
    if (!transaction)
        return failure(noted(transaction.error()));
    if (const auto inserted = insertDecision(copies.database, decision, head); !inserted)
        return failure(noted(inserted.error()));
    auto syncing = copies.spool->begin(open_->records, decision);
    const auto committed = syncing ? transaction->commit() : failure(syncing.error());
    const auto spooled = syncing ? syncing->get() : Result<Done, StoreError>(Done{});
    if (committed && spooled) {
        copies.spool->accept();
        return committed;
    }
    const bool isKnownAbsent = !committed && spooled && !copies.database.isDistrusted();
    open_->isDistrusted = !isKnownAbsent || !copies.spool->takeBack();
    return committed ? spooled : failure(noted(committed.error()));
}

Result<Done, StoreError> SealedLedger::storeStanding(const domain::DecisionId &id, domain::Standing standing,
                                                     const std::string &receipt)
{
    std::int64_t waiting = 0;
    auto stored = change([&](Database &database) {
        return seqOf(database, id)
            .and_then([&](std::int64_t seq) { return updateStanding(database, seq, standing, receipt); })
            .and_then([&](Done) { return outboxCount(database); })
            .map([&](std::int64_t count) {
                waiting = count;
                return Done{};
            });
    });
    if (!stored)
        return stored;
    const auto &spool = open_->copies.spool;
    return spool && spool->count() >= static_cast<std::size_t>(waiting) + trimAfter ? tidy() : stored;
}

Result<Done, StoreError> SealedLedger::storeChanges(const QueueRows &rows, std::int64_t position)
{
    return change([&](Database &database) { return putQueueRows(database, rows, position); });
}

Result<Done, StoreError> SealedLedger::replaceQueue(const QueueRows &rows, std::int64_t position)
{
    return change([&](Database &database) { return replaceQueueRows(database, rows, position); });
}

Result<Done, StoreError> SealedLedger::storeItem(const domain::ItemId &id, const std::string &canonical)
{
    return change([&](Database &database) { return putItem(database, id, canonical); });
}

Result<std::optional<std::string>, StoreError> SealedLedger::loadItem(const domain::ItemId &id)
{
    if (const auto refused = refusal())
        return failure(*refused);
    return findItem(open_->copies.database, id).map_error([&](StoreError error) { return noted(error); });
}

Result<Done, StoreError> SealedLedger::storeDraft(const UnsignedDraft &draft)
{
    return change([&](Database &database) { return putDraft(database, draft); });
}

Result<Done, StoreError> SealedLedger::forgetDraft(const domain::ItemId &item, const domain::Digest &digest)
{
    return change([&](Database &database) { return deleteDraft(database, item, digest); });
}

Result<std::vector<UnsignedDraft>, StoreError> SealedLedger::draftsOf(const domain::ItemId &item)
{
    if (const auto refused = refusal())
        return failure(*refused);
    return findDrafts(open_->copies.database, item).map_error([&](StoreError error) { return noted(error); });
}

Result<Done, StoreError> SealedLedger::storePersonal(const std::string &name, const std::string &value)
{
    return change([&](Database &database) { return putPersonal(database, name, value); });
}

Result<Done, StoreError> SealedLedger::recordEvents(const domain::TrailId &trail, const TrailEntries &entries)
{
    return change([&](Database &database) { return insertTrailEntries(database, trail, entries); });
}

Result<TrailEntries, StoreError> SealedLedger::loadEvents(std::int64_t from, std::int64_t count)
{
    if (const auto refused = refusal())
        return failure(*refused);
    return trailFrom(open_->copies.database, from, count).map_error([&](StoreError error) { return noted(error); });
}

Result<Done, StoreError> SealedLedger::acknowledgeEvents(std::int64_t upTo, const std::string &receipt)
{
    return change([&](Database &database) { return acknowledgeTrail(database, upTo, receipt); });
}

Result<Done, StoreError> SealedLedger::purgeEvents(std::int64_t before)
{
    return change([&](Database &database) { return purgeTrail(database, before); });
}

Result<Done, StoreError> SealedLedger::keepCheckpoint(const std::string &checkpoint)
{
    return change([&](Database &database) { return setBelievedCheckpoint(database, checkpoint); });
}

Result<std::string, StoreError> SealedLedger::keepEvidence(const std::string &content)
{
    if (open_ == nullptr)
        return failure(StoreError::NotOpen);
    Files &files = *open_->world.files;
    const auto place = open_->paths.evidence();
    return moveAside(files, place)
        .and_then([&](Done) { return files.open(place); })
        .and_then([&](std::unique_ptr<File> file) {
            return file->write(0, asBytes(content)).and_then([&](Done) { return file->sync(); });
        })
        .and_then([&](Done) { return files.syncFolder(open_->paths.folder); })
        .map([&](Done) { return place.string(); });
}

Result<Done, StoreError> SealedLedger::tidy()
{
    if (const auto refused = refusal())
        return failure(*refused);
    RecoveredLedger &copies = open_->copies;
    if (!copies.spool)
        return copies.database.checkpoint();
    copies.spool.reset(); // some systems do not replace a file that is open
    auto trimmed = trimSpool(copies.database, open_->paths, open_->records, copies.head, open_->world);
    open_->isDistrusted = !trimmed.has_value();
    if (!trimmed)
        return failure(noted(trimmed.error()));
    copies.spool.emplace(std::move(*trimmed));
    return Done{};
}

Result<Done, StoreError> SealedLedger::close()
{
    auto tidied = tidy();
    open_.reset();
    return tidied;
}

} // namespace countersign::store
