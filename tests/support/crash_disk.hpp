// A disk in memory that writes down what is asked of it, below the real store: an SQLite VFS and a store::Files on the
// same names. tests/support/power_loss.hpp makes of what was written down the states that a real disk may be in when
// the power fails. Any of its calls may be made to fail, those that read included. One thread at a time.
#pragma once

#include "core/store/files.hpp"
#include "tests/support/failing_disk.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace countersign::support
{

// What is on a disk: bytes by path.
using DiskImage = std::map<std::string, Bytes>;

// One call that changes something, in the order of asking. A file is a number, because names change.
struct DiskCall {
    enum class Kind { Write, Truncate, Sync, Name, Unname, Rename, SyncFolder };
    Kind kind = Kind::Write;
    int file = 0;             // Write, Truncate, Sync, Name
    std::uint64_t offset = 0; // Write; for Truncate the size
    Bytes bytes;              // Write
    std::string name;         // Sync, Name, Unname, Rename; the folder of SyncFolder
    std::string to;           // Rename
};

class CrashDisk
{
public:
    explicit CrashDisk(DiskImage image = {});
    CrashDisk(const CrashDisk &) = delete;
    CrashDisk &operator=(const CrashDisk &) = delete;
    ~CrashDisk(); // after every database and file on it

    // For Database::open and LedgerWorld.
    [[nodiscard]] const std::string &vfs() const;
    [[nodiscard]] store::Files &files() const;

    // The image that the disk began with, every call since then, and what it holds now.
    [[nodiscard]] const DiskImage &beginning() const;
    [[nodiscard]] const std::vector<DiskCall> &calls() const;
    [[nodiscard]] DiskImage now() const;

    // Counts anew from here; the first call is 1. A write that fails has written its first half.
    void failAt(std::uint64_t call, FailingDisk::Lasting lasting, FailingDisk::Kind kind);
    void heal();
    [[nodiscard]] bool hasFailed() const;

    struct Parts;

private:
    std::unique_ptr<Parts> parts_;
};

} // namespace countersign::support
