#include "tests/support/failing_disk_plan.hpp"

#include <sqlite3.h>

#include <new>

namespace countersign::support
{
namespace
{

// SQLite gives the room for this and, behind it, for the system's file.
struct ShimFile {
    sqlite3_file base;
    FailingPlan *plan;
    sqlite3_file *real;
};

ShimFile &shim(sqlite3_file *file)
{
    return *reinterpret_cast<ShimFile *>(file);
}
sqlite3_file *real(sqlite3_file *file)
{
    return shim(file).real;
}
sqlite3_vfs *system(sqlite3_vfs *vfs)
{
    return sqlite3_vfs_find(vfs->pAppData == nullptr ? vfs->zName : nullptr);
}

int close(sqlite3_file *file)
{
    return real(file)->pMethods == nullptr ? SQLITE_OK : real(file)->pMethods->xClose(real(file));
}
int read(sqlite3_file *file, void *to, int size, sqlite3_int64 offset)
{
    return real(file)->pMethods->xRead(real(file), to, size, offset);
}
int write(sqlite3_file *file, const void *from, int size, sqlite3_int64 offset)
{
    const auto verdict = shim(file).plan->next();
    const int done =
        real(file)->pMethods->xWrite(real(file), from, verdict == FailingPlan::Verdict::Pass ? size : size / 2, offset);
    if (verdict == FailingPlan::Verdict::Pass)
        return done;
    return verdict == FailingPlan::Verdict::Full ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}
int truncate(sqlite3_file *file, sqlite3_int64 size)
{
    if (shim(file).plan->next() != FailingPlan::Verdict::Pass)
        return SQLITE_IOERR_TRUNCATE;
    return real(file)->pMethods->xTruncate(real(file), size);
}
int sync(sqlite3_file *file, int flags)
{
    if (shim(file).plan->next() != FailingPlan::Verdict::Pass)
        return SQLITE_IOERR_FSYNC;
    return shim(file).plan->isHurried ? SQLITE_OK : real(file)->pMethods->xSync(real(file), flags);
}
int fileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    return real(file)->pMethods->xFileSize(real(file), size);
}
int lock(sqlite3_file *file, int level)
{
    return real(file)->pMethods->xLock(real(file), level);
}
int unlock(sqlite3_file *file, int level)
{
    return real(file)->pMethods->xUnlock(real(file), level);
}
int checkLock(sqlite3_file *file, int *isReserved)
{
    return real(file)->pMethods->xCheckReservedLock(real(file), isReserved);
}
int control(sqlite3_file *file, int operation, void *argument)
{
    return real(file)->pMethods->xFileControl(real(file), operation, argument);
}
int sectorSize(sqlite3_file *file)
{
    return real(file)->pMethods->xSectorSize(real(file));
}
int characteristics(sqlite3_file *file)
{
    return real(file)->pMethods->xDeviceCharacteristics(real(file));
}

// Version 1: no shared memory, which a connection that locks exclusively does not need.
constexpr sqlite3_io_methods methods{
    1,          close,           read,    write,   truncate, sync,    fileSize, lock,   unlock, checkLock, control,
    sectorSize, characteristics, nullptr, nullptr, nullptr,  nullptr, nullptr,  nullptr};

int open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *flagsOut)
{
    auto *plan = static_cast<FailingPlan *>(vfs->pAppData);
    auto &opened = *new (file) ShimFile{
        .base = {.pMethods = nullptr}, .plan = plan, .real = reinterpret_cast<sqlite3_file *>(&shim(file) + 1)};
    opened.real->pMethods = nullptr;
    if (plan->next() != FailingPlan::Verdict::Pass)
        return SQLITE_CANTOPEN;
    sqlite3_vfs *beneath = system(vfs);
    const int answer = beneath->xOpen(beneath, name, opened.real, flags, flagsOut);
    if (answer == SQLITE_OK)
        opened.base.pMethods = &methods;
    return answer;
}
int remove(sqlite3_vfs *vfs, const char *name, int syncFolder)
{
    auto &plan = *static_cast<FailingPlan *>(vfs->pAppData);
    if (plan.next() != FailingPlan::Verdict::Pass)
        return SQLITE_IOERR_DELETE;
    sqlite3_vfs *beneath = system(vfs);
    return beneath->xDelete(beneath, name, plan.isHurried ? 0 : syncFolder);
}

} // namespace

FailingVfs::FailingVfs(FailingPlan &plan) : vfs_(std::make_unique<sqlite3_vfs>())
{
    sqlite3_initialize();
    static int count = 0;
    name_ = "failing-disk-" + std::to_string(++count);
    *vfs_ = *sqlite3_vfs_find(nullptr); // every call but the three below goes to the system's as it is
    vfs_->szOsFile += static_cast<int>(sizeof(ShimFile));
    vfs_->zName = name_.c_str();
    vfs_->pNext = nullptr;
    vfs_->pAppData = &plan;
    vfs_->xOpen = open;
    vfs_->xDelete = remove;
    sqlite3_vfs_register(vfs_.get(), 0);
}

FailingVfs::~FailingVfs()
{
    sqlite3_vfs_unregister(vfs_.get());
}

} // namespace countersign::support
