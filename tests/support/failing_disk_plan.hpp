// What a FailingDisk's two halves share: the count, and which call fails.
#pragma once

#include "tests/support/failing_disk.hpp"

struct sqlite3_vfs;

namespace countersign::support
{

struct FailingPlan {
    enum class Verdict { Pass, Io, Full };

    std::uint64_t calls = 0;
    std::uint64_t failAt = std::numeric_limits<std::uint64_t>::max();
    FailingDisk::Lasting lasting = FailingDisk::Lasting::Once;
    FailingDisk::Kind kind = FailingDisk::Kind::Io;
    bool isHurried = false;
    bool hasFailed = false;
    bool syncsAtOnce = true;

    // Asked once before each call that changes something.
    Verdict next();
    // A sync that goes on while other files are worked with is done before all of that, the next one after it, in turn.
    store::Syncing beginSync(store::File &file);
};

// Registers a VFS of a name of its own over the system's; the plan outlives it.
class FailingVfs
{
public:
    explicit FailingVfs(FailingPlan &plan);
    FailingVfs(const FailingVfs &) = delete;
    FailingVfs &operator=(const FailingVfs &) = delete;
    ~FailingVfs();

    [[nodiscard]] const std::string &name() const { return name_; }

private:
    std::string name_;
    std::unique_ptr<sqlite3_vfs> vfs_;
};

} // namespace countersign::support
