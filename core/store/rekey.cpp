#include "core/store/rekey.hpp"

#include "core/store/ledger_recovery.hpp"
#include "core/store/ledger_tables.hpp"

#include <array>
#include <utility>

namespace countersign::store
{
namespace
{

std::array<std::filesystem::path, 8> filesOf(const ProfilePaths &paths)
{
    const auto beside = [](std::filesystem::path file, const char *ending) { return file += ending; };
    return {paths.database(),
            beside(paths.database(), "-wal"),
            beside(paths.database(), "-journal"),
            paths.spool(),
            beside(paths.spool(), ".new"),
            paths.headMark(),
            paths.suspicion(),
            paths.lock()};
}

struct Keys {
    DatabaseKey database;
    SpoolRecords records;
    SecretBytes headMark;
};

Keys split(LedgerKeys keys, const ProfilePaths &paths, const LedgerWorld &world)
{
    return {.database = {.key = std::move(keys.databaseKey), .salt = std::move(keys.databaseSalt)},
            .records = SpoolRecords(std::move(keys.spoolKey), paths.device, world.fillRandom),
            .headMark = std::move(keys.headMarkKey)};
}

// The copy, opened as a ledger is opened: migrated, whole to the last page, with the same end of the chain.
Result<Done, StoreError> prove(const ProfilePaths &to, const Keys &keys, const audit::ChainHead &head,
                               const LogExtent &extent, const LedgerWorld &world)
{
    auto copy = openLedgerDatabase(to.database(), keys.database, OpenMode::MustExist, world.vfs);
    if (!copy)
        return failure(copy.error());
    if (const auto whole = copy->checkIntegrity(); !whole)
        return whole;
    const auto end = chainHead(*copy);
    const auto log = logExtent(*copy);
    if (!end || !log)
        return failure(end ? log.error() : end.error());
    if (*end != head || log->first != extent.first || log->count != extent.count)
        return failure(StoreError::Corrupt);
    return trimSpool(*copy, to, keys.records, head, world).map([](const Spool &) { return Done{}; });
}

Result<Done, StoreError> markHead(const ProfilePaths &to, Keys &keys, const audit::ChainHead &head,
                                  const LedgerWorld &world)
{
    auto mark = HeadMark::open(*world.files, to.headMark(), std::move(keys.headMark), to.device);
    if (!mark)
        return failure(mark.error());
    return mark->write(head);
}

} // namespace

void removeLedger(Files &files, const ProfilePaths &paths)
{
    for (const auto &file : filesOf(paths))
        if (files.exists(file))
            static_cast<void>(files.remove(file));
    static_cast<void>(files.syncFolder(paths.folder));
}

Result<Done, StoreError> rekeyLedger(const ProfilePaths &from, LedgerKeys keysBefore, const ProfilePaths &to,
                                     LedgerKeys keysAfter, const LedgerWorld &world)
{
    Files &files = *world.files;
    if (!files.exists(from.database()) && !files.exists(from.spool()))
        return failure(StoreError::Absent);
    const auto lock = files.lock(from.lock());
    if (!lock)
        return failure(lock.error());
    Keys before = split(std::move(keysBefore), from, world);
    Keys after = split(std::move(keysAfter), to, world);
    auto mark = HeadMark::open(files, from.headMark(), std::move(before.headMark), from.device);
    if (!mark)
        return failure(mark.error());
    auto old = recoverLedger(from, before.database, before.records, std::move(*mark), world);
    if (!old)
        return failure(old.error());
    if (old->state.isQuarantined)
        return failure(StoreError::Quarantined);
    const auto extent = logExtent(old->database);
    if (!extent)
        return failure(extent.error());
    if (const auto made = files.makeFolder(to.folder); !made)
        return made;
    removeLedger(files, to);
    // SQLite makes no file for a connection that was told to make none; and so it is its owner's alone from the first.
    if (const auto empty = files.open(to.database()); !empty)
        return failure(empty.error());
    return old->database.exportTo(to.database(), after.database)
        .and_then([&](Done) { return prove(to, after, old->head, *extent, world); })
        .and_then([&](Done) { return markHead(to, after, old->head, world); })
        .and_then([&](Done) { return files.syncFolder(to.folder); })
        .and_then([&](Done) { return files.syncFolder(to.folder.parent_path()); });
}

} // namespace countersign::store
