// A disk whose i-th call fails. It stands below the real store: an SQLite VFS over the system's, and a store::Files
// over the system's, with one count over both. Counted are the calls that change something: open, write, truncate,
// sync, rename, remove, and the sync of a folder. A write that fails has written its first half.
#pragma once

#include "core/store/files.hpp"

#include <cstdint>
#include <limits>
#include <memory>
#include <string>

namespace countersign::support
{

class FailingDisk
{
public:
    enum class Lasting { Once, Forever };
    enum class Kind { Io, Full };

    FailingDisk();
    FailingDisk(const FailingDisk &) = delete;
    FailingDisk &operator=(const FailingDisk &) = delete;
    ~FailingDisk(); // after every database and file on it

    // For Database::open and LedgerWorld.
    [[nodiscard]] const std::string &vfs() const;
    [[nodiscard]] store::Files &files() const;

    // Counts anew from here; the first call is 1.
    void failAt(std::uint64_t call, Lasting lasting, Kind kind);
    void heal();
    // Syncs are answered without waiting for the disk: for tests of damage, not of power.
    void hurry();
    [[nodiscard]] std::uint64_t calls() const;
    [[nodiscard]] bool hasFailed() const;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace countersign::support
