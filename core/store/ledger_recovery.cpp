#include "core/store/ledger_recovery.hpp"

#include "core/store/aside.hpp"
#include "core/store/drafts.hpp"
#include "core/store/ledger_chain.hpp"
#include "core/store/trail_tables.hpp"

#include <algorithm>
#include <utility>

namespace countersign::store
{
namespace
{

// Decisions that an opening brings along though they wait for nothing: what a person looks back on.
constexpr std::int64_t recalledAtLeast = 2000;

class Recovery
{
public:
    Recovery(const ProfilePaths &paths, const DatabaseKey &key, const SpoolRecords &records, HeadMark mark,
             const LedgerWorld &world)
        : paths_(paths), key_(key), records_(records), mark_(std::move(mark)), world_(world), files_(*world.files)
    {
    }

    Result<RecoveredLedger, StoreError> run()
    {
        auto recovered =
            readWitnesses().and_then([&](Done) { return openDatabase(); }).and_then([&](Done) { return finish(); });
        if (!recovered && mayRebuild(recovered.error()))
            recovered = rebuildDatabase().and_then([&](Done) { return finish(); });
        if (!recovered)
            return failure(recovered.error());
        state_.nextSeq = head_.nextSeq;
        state_.head = head_.newest;
        return RecoveredLedger{.database = std::move(*database_),
                               .mark = std::move(mark_),
                               .spool = std::move(spool_),
                               .head = head_,
                               .state = std::move(state_)};
    }

private:
    Result<Done, StoreError> readWitnesses();
    Result<Done, StoreError> openDatabase();
    Result<Done, StoreError> readDatabase();
    Result<Done, StoreError> readLog();
    Result<std::int64_t, StoreError> firstToRecall(const audit::ChainHead &head);
    void readAllThatIsLeft();
    Result<Done, StoreError> checkSuspicion();
    Result<Done, StoreError> createDatabase();
    Result<Done, StoreError> rebuildDatabase();
    Result<Done, StoreError> writeLog(std::vector<StoredDecision> decisions);
    Result<Done, StoreError> finish()
    {
        return agree().and_then([&](Done) { return readTrail(); });
    }
    Result<Done, StoreError> agree();
    Result<Done, StoreError> readTrail();
    Result<Done, StoreError> adoptSpool();
    Result<Done, StoreError> replay();
    Result<Done, StoreError> settle();
    [[nodiscard]] bool hasWitness() const { return mark_.head() || contents_.isReadable(); }
    [[nodiscard]] bool mayRebuild(StoreError error) const;
    [[nodiscard]] bool isContradicted() const;
    [[nodiscard]] const StoredDecision *logged(std::int64_t seq) const;

    const ProfilePaths &paths_;
    const DatabaseKey &key_;
    const SpoolRecords &records_;
    HeadMark mark_;
    const LedgerWorld &world_;
    Files &files_;
    SpoolContents contents_;
    std::optional<Database> database_;
    std::optional<Spool> spool_;
    audit::ChainHead head_;
    LedgerState state_;
};

// A new profile gets its witnesses before its database, so that a database without any is never an accident.
Result<Done, StoreError> Recovery::readWitnesses()
{
    auto contents = readSpool(files_, paths_.spool(), records_);
    if (!contents)
        return failure(contents.error());
    contents_ = std::move(*contents);
    state_.repairs.headMarkUnreadable = mark_.isUnreadable();
    if (hasWitness() || files_.exists(paths_.database()))
        return Done{};
    if (contents_.state == SpoolContents::State::Unreadable || mark_.isUnreadable())
        return failure(StoreError::WrongKey);
    return Spool::rewrite(files_, paths_.spool(), records_, {}, {}).and_then([&](const Spool &) {
        return mark_.write({});
    });
}

Result<Done, StoreError> Recovery::openDatabase()
{
    return files_.exists(paths_.database()) ? readDatabase() : createDatabase();
}

// Once; and only where a copy that is authentic under these keys says that the profile is theirs. A database that
// refuses what follows its own head holds rows that its head does not know: damage, too.
bool Recovery::mayRebuild(StoreError error) const
{
    const bool isDamage =
        error == StoreError::Corrupt || error == StoreError::WrongKey || error == StoreError::Constraint;
    return isDamage && hasWitness() && !state_.repairs.databaseMovedAside;
}

// The log first: what of it could be read outlives damage elsewhere.
Result<Done, StoreError> Recovery::readDatabase()
{
    auto opened = openLedgerDatabase(paths_.database(), key_, OpenMode::MustExist, world_.vfs);
    if (!opened)
        return failure(opened.error());
    database_.emplace(std::move(*opened));
    return readLog()
        .and_then([&](Done) { return loadQueue(*database_, state_); })
        .and_then([&](Done) { return loadUnsigned(*database_, state_); })
        .and_then([&](Done) { return checkSuspicion(); });
}

Result<Done, StoreError> Recovery::readLog()
{
    const auto head = chainHead(*database_);
    if (!head)
        return failure(head.error());
    const auto extent = logExtent(*database_);
    const auto from = extent ? firstToRecall(*head) : failure(extent.error());
    auto decisions = from ? decisionsFrom(*database_, *from) : failure(from.error());
    if (!decisions)
        return failure(decisions.error());
    const bool isGapless =
        extent->count == 0
        || (!decisions->empty() && extent->first + extent->count == head->nextSeq
            && decisions->back().sealed.seq + 1 == head->nextSeq && digestOf(decisions->back().sealed) == head->newest
            && decisions->back().sealed.seq - decisions->front().sealed.seq + 1
                   == static_cast<std::int64_t>(decisions->size()));
    if (!isGapless)
        return failure(StoreError::Corrupt);
    head_ = *head;
    state_.decisions = std::move(*decisions);
    return Done{};
}

// Everything that waits or that a witness speaks of, and enough of what was before it for people to look at: a day's
// opening does not read the work of years.
Result<std::int64_t, StoreError> Recovery::firstToRecall(const audit::ChainHead &head)
{
    return firstOfOutbox(*database_).map([&](std::optional<std::int64_t> waiting) {
        std::int64_t first = std::min(waiting.value_or(head.nextSeq), head.nextSeq - recalledAtLeast);
        if (contents_.isReadable())
            first = std::min(first, contents_.base.nextSeq);
        if (mark_.head())
            first = std::min(first, mark_.head()->nextSeq - 1);
        return std::max<std::int64_t>(first, 0);
    });
}

// All that can be read of a database that is about to be moved aside: opened anew, because the connection that met the
// damage is not trusted. What was recalled before is the least.
void Recovery::readAllThatIsLeft()
{
    database_.reset();
    auto damaged = openLedgerDatabase(paths_.database(), key_, OpenMode::MustExist, world_.vfs);
    if (!damaged)
        return;
    const auto head = chainHead(*damaged);
    auto decisions = decisionsFrom(*damaged, 0);
    if (!head || !decisions || decisions->empty() || *head != head_)
        return;
    const bool isWhole = headAfter(decisions->back().sealed) == *head
                         && decisions->back().sealed.seq - decisions->front().sealed.seq + 1
                                == static_cast<std::int64_t>(decisions->size());
    if (isWhole && !state_.decisions.empty())
        state_.decisions = std::move(*decisions);
}

Result<Done, StoreError> Recovery::checkSuspicion()
{
    if (!files_.exists(paths_.suspicion()))
        return Done{};
    return database_->checkIntegrity().and_then([&](Done) { return files_.remove(paths_.suspicion()); });
}

Result<Done, StoreError> Recovery::createDatabase()
{
    auto created = openLedgerDatabase(paths_.database(), key_, OpenMode::MayCreate, world_.vfs);
    if (!created)
        return failure(created.error());
    database_.emplace(std::move(*created));
    return files_.syncFolder(paths_.folder);
}

Result<Done, StoreError> Recovery::rebuildDatabase()
{
    readAllThatIsLeft();
    head_ = {};
    state_.position = 0;
    state_.hasQueue = false;
    state_.rows.clear();
    state_.repairs.databaseMovedAside = true;
    return moveAside(files_, paths_.database())
        .and_then([&](Done) { return createDatabase(); })
        .and_then([&](Done) { return writeLog(std::exchange(state_.decisions, {})); })
        .and_then([&](Done) -> Result<Done, StoreError> {
            return files_.exists(paths_.suspicion()) ? files_.remove(paths_.suspicion()) : Done{};
        });
}

// Decisions that follow the head, in one transaction, with the standing that they bring.
Result<Done, StoreError> Recovery::writeLog(std::vector<StoredDecision> decisions)
{
    if (decisions.empty())
        return Done{};
    auto transaction = Transaction::begin(*database_);
    if (!transaction)
        return failure(transaction.error());
    audit::ChainHead head = head_;
    if (state_.decisions.empty() && head.nextSeq == 0)
        head = headBefore(decisions.front().sealed);
    for (const StoredDecision &decision : decisions) {
        head = headAfter(decision.sealed);
        const auto written = insertDecision(*database_, decision.sealed, head).and_then([&](Done) {
            return updateStanding(*database_, decision.sealed.seq, decision.standing, decision.receipt);
        });
        if (!written)
            return written;
    }
    return transaction->commit().map([&](Done) {
        head_ = head;
        std::ranges::move(decisions, std::back_inserter(state_.decisions));
        return Done{};
    });
}

// Of the database alone: where that was built anew, another trail begins.
Result<Done, StoreError> Recovery::readTrail()
{
    auto end = trailEnd(*database_);
    auto checkpoint = believedCheckpoint(*database_);
    if (!end || !checkpoint)
        return failure(end ? checkpoint.error() : end.error());
    state_.trail = std::move(*end);
    state_.checkpoint = std::move(*checkpoint);
    return Done{};
}

const StoredDecision *Recovery::logged(std::int64_t seq) const
{
    if (state_.decisions.empty() || seq < state_.decisions.front().sealed.seq || seq >= head_.nextSeq)
        return nullptr;
    return &state_.decisions[static_cast<std::size_t>(seq - state_.decisions.front().sealed.seq)];
}

Result<Done, StoreError> Recovery::agree()
{
    return adoptSpool().and_then([&](Done) { return settle(); });
}

Result<Done, StoreError> Recovery::adoptSpool()
{
    if (!contents_.isReadable())
        return Done{};
    const bool isStale = head_.nextSeq > 0 && head_.nextSeq < contents_.base.nextSeq;
    if (isStale) {
        state_.decisions.clear();
        if (auto rebuilt = rebuildDatabase(); !rebuilt)
            return rebuilt;
    }
    if (head_.nextSeq > 0 || contents_.base.nextSeq == 0)
        return replay();
    head_ = contents_.base;
    return setChainHead(*database_, head_).and_then([&](Done) { return replay(); });
}

Result<Done, StoreError> Recovery::replay()
{
    std::vector<StoredDecision> missing;
    audit::ChainHead end = head_;
    for (const SealedDecision &decision : contents_.decisions) {
        if (decision.seq < head_.nextSeq) {
            const StoredDecision *twin = logged(decision.seq);
            state_.isQuarantined = state_.isQuarantined || (twin != nullptr && twin->sealed.jws != decision.jws);
        } else if (headBefore(decision) == end) {
            end = headAfter(decision);
            missing.push_back({.sealed = decision, .standing = domain::Standing::Stored, .receipt = {}});
        } else {
            state_.isQuarantined = true;
        }
    }
    if (state_.isQuarantined)
        return Done{};
    state_.repairs.replayed = static_cast<std::int64_t>(missing.size());
    return writeLog(std::move(missing));
}

// The mark is ahead, or names another entry than the log has there.
bool Recovery::isContradicted() const
{
    if (!mark_.head())
        return false;
    if (mark_.head()->nextSeq > head_.nextSeq)
        return true;
    const StoredDecision *marked = logged(mark_.head()->nextSeq - 1);
    return marked != nullptr && digestOf(marked->sealed) != mark_.head()->newest;
}

Result<Done, StoreError> Recovery::settle()
{
    state_.isQuarantined = state_.isQuarantined || isContradicted();
    if (state_.isQuarantined)
        return Done{};
    using State = SpoolContents::State;
    if (contents_.state == State::Damaged || contents_.state == State::Unreadable) {
        state_.repairs.spoolMovedAside = true;
        if (auto moved = moveAside(files_, paths_.spool()); !moved)
            return moved;
    }
    auto spool = trimSpool(*database_, paths_, records_, head_, world_);
    if (!spool)
        return failure(spool.error());
    spool_.emplace(std::move(*spool));
    const auto spoolEnd = contents_.base.nextSeq + static_cast<std::int64_t>(contents_.decisions.size());
    state_.repairs.respooled =
        std::clamp<std::int64_t>(head_.nextSeq - spoolEnd, 0, static_cast<std::int64_t>(spool_->count()));
    return mark_.write(head_);
}

} // namespace

Result<RecoveredLedger, StoreError> recoverLedger(const ProfilePaths &paths, const DatabaseKey &key,
                                                  const SpoolRecords &records, HeadMark mark, const LedgerWorld &world)
{
    return Recovery(paths, key, records, std::move(mark), world).run();
}

Result<Spool, StoreError> trimSpool(Database &database, const ProfilePaths &paths, const SpoolRecords &records,
                                    const audit::ChainHead &head, const LedgerWorld &world)
{
    const auto first = database.checkpoint().and_then([&](Done) { return firstOfOutbox(database); });
    if (!first)
        return failure(first.error());
    const auto decisions = decisionsFrom(database, first->value_or(head.nextSeq));
    if (!decisions)
        return failure(decisions.error());
    const audit::ChainHead base = decisions->empty() ? head : headBefore(decisions->front().sealed);
    return Spool::rewrite(*world.files, paths.spool(), records, base, *decisions);
}

} // namespace countersign::store
