#include "tests/support/crash_disk_parts.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <new>

namespace countersign::support
{
namespace
{

// SQLite gives the room for it.
struct MemoryFile {
    sqlite3_file base;
    CrashRecord *record;
    const char *name; // SQLite keeps it as long as the file
    int file;
    bool syncsFolder; // at its first sync, as SQLite's own VFS does for a log that it has made
};

MemoryFile &memory(sqlite3_file *file)
{
    return *reinterpret_cast<MemoryFile *>(file);
}
const Bytes &bytesOf(sqlite3_file *file)
{
    return memory(file).record->bytesOf(memory(file).file);
}

bool passes(sqlite3_file *file)
{
    return memory(file).record->plan.next() == FailingPlan::Verdict::Pass;
}

int close(sqlite3_file *)
{
    return SQLITE_OK;
}
int read(sqlite3_file *file, void *to, int size, sqlite3_int64 offset)
{
    if (!passes(file))
        return SQLITE_IOERR_READ;
    const Bytes &bytes = bytesOf(file);
    const auto wanted = static_cast<std::size_t>(size);
    const auto from = std::min(static_cast<std::size_t>(offset), bytes.size());
    const auto there = std::min(wanted, bytes.size() - from);
    std::memcpy(to, bytes.data() + from, there);
    std::memset(static_cast<char *>(to) + there, 0, wanted - there);
    return there == wanted ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}
int write(sqlite3_file *file, const void *from, int size, sqlite3_int64 offset)
{
    const auto verdict = memory(file).record->plan.next();
    const auto asked = static_cast<std::size_t>(size);
    memory(file).record->write(
        memory(file).file, static_cast<std::uint64_t>(offset),
        {static_cast<const std::uint8_t *>(from), verdict == FailingPlan::Verdict::Pass ? asked : asked / 2});
    if (verdict == FailingPlan::Verdict::Pass)
        return SQLITE_OK;
    return verdict == FailingPlan::Verdict::Full ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}
int truncate(sqlite3_file *file, sqlite3_int64 size)
{
    if (!passes(file))
        return SQLITE_IOERR_TRUNCATE;
    memory(file).record->truncate(memory(file).file, static_cast<std::uint64_t>(size));
    return SQLITE_OK;
}
int sync(sqlite3_file *file, int)
{
    if (!passes(file))
        return SQLITE_IOERR_FSYNC;
    MemoryFile &synced = memory(file);
    synced.record->sync(synced.file, synced.name);
    if (std::exchange(synced.syncsFolder, false))
        synced.record->syncFolder(std::filesystem::path(synced.name).parent_path().string());
    return SQLITE_OK;
}
int fileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    if (!passes(file))
        return SQLITE_IOERR_FSTAT;
    *size = static_cast<sqlite3_int64>(bytesOf(file).size());
    return SQLITE_OK;
}
// One connection at a time; who is second is tested on the system's files.
int lock(sqlite3_file *, int)
{
    return SQLITE_OK;
}
int checkLock(sqlite3_file *, int *isReserved)
{
    *isReserved = 0;
    return SQLITE_OK;
}
int control(sqlite3_file *, int, void *)
{
    return SQLITE_NOTFOUND;
}
// As the system's.
int sectorSize(sqlite3_file *)
{
    return 4096;
}
int characteristics(sqlite3_file *)
{
    return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

// Version 1: no shared memory, which a connection that locks exclusively does not need.
constexpr sqlite3_io_methods methods{
    1,          close,           read,    write,   truncate, sync,    fileSize, lock,   lock, checkLock, control,
    sectorSize, characteristics, nullptr, nullptr, nullptr,  nullptr, nullptr,  nullptr};

CrashRecord &recordOf(sqlite3_vfs *vfs)
{
    return *static_cast<CrashRecord *>(vfs->pAppData);
}

int open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *flagsOut)
{
    CrashRecord &record = recordOf(vfs);
    auto &opened = *new (file) MemoryFile{
        .base = {.pMethods = nullptr}, .record = &record, .name = name, .file = 0, .syncsFolder = false};
    if (record.plan.next() != FailingPlan::Verdict::Pass)
        return SQLITE_CANTOPEN;
    const bool isNew = name != nullptr && !record.exists(name);
    if (name == nullptr || (isNew && (flags & SQLITE_OPEN_CREATE) == 0))
        return SQLITE_CANTOPEN;
    opened.file = record.open(name);
    opened.syncsFolder = isNew && (flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL)) != 0;
    opened.base.pMethods = &methods;
    if (flagsOut != nullptr)
        *flagsOut = flags;
    return SQLITE_OK;
}
int remove(sqlite3_vfs *vfs, const char *name, int syncFolder)
{
    if (recordOf(vfs).plan.next() != FailingPlan::Verdict::Pass)
        return SQLITE_IOERR_DELETE;
    if (!recordOf(vfs).remove(name))
        return SQLITE_IOERR_DELETE_NOENT;
    if (syncFolder != 0)
        recordOf(vfs).syncFolder(std::filesystem::path(name).parent_path().string());
    return SQLITE_OK;
}
int access(sqlite3_vfs *vfs, const char *name, int, int *isThere)
{
    if (recordOf(vfs).plan.next() != FailingPlan::Verdict::Pass)
        return SQLITE_IOERR_ACCESS;
    *isThere = recordOf(vfs).exists(name) ? 1 : 0;
    return SQLITE_OK;
}
int fullPathname(sqlite3_vfs *, const char *name, int size, char *full)
{
    sqlite3_snprintf(size, full, "%s", name);
    return SQLITE_OK;
}

} // namespace

CrashVfs::CrashVfs(CrashRecord &record) : vfs_(std::make_unique<sqlite3_vfs>())
{
    sqlite3_initialize();
    static int count = 0;
    name_ = "crash-disk-" + std::to_string(++count);
    *vfs_ = *sqlite3_vfs_find(nullptr); // clock and dice are the system's
    vfs_->iVersion = 1;
    vfs_->szOsFile = static_cast<int>(sizeof(MemoryFile));
    vfs_->zName = name_.c_str();
    vfs_->pNext = nullptr;
    vfs_->pAppData = &record;
    vfs_->xOpen = open;
    vfs_->xDelete = remove;
    vfs_->xAccess = access;
    vfs_->xFullPathname = fullPathname;
    sqlite3_vfs_register(vfs_.get(), 0);
}

CrashVfs::~CrashVfs()
{
    sqlite3_vfs_unregister(vfs_.get());
}

} // namespace countersign::support
