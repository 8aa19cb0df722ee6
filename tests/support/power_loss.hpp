// The states that a disk may be in when the power fails at a given call. What was synced is there. Of what was not,
// each write is kept, lost, torn at sectors or replaced by rubbish, in any order; each name that was made, moved or
// taken is so or not yet. Stricter than any file system that we run on (reliability.md 5.2, F2; 5.3).
#pragma once

#include "tests/support/crash_disk.hpp"

#include <functional>
#include <random>

namespace countersign::support
{

// Whether a sync of this path is answered without being done: for the tests that the tests have teeth.
using Liar = std::function<bool(const std::string &path)>;

class PowerLoss
{
public:
    explicit PowerLoss(const CrashDisk &disk, Liar lies = {});

    // The disk takes its next call. False at the end.
    bool advance();
    // Calls taken so far.
    [[nodiscard]] std::size_t position() const { return position_; }

    // One state that the power may leave after the calls taken so far.
    [[nodiscard]] DiskImage state(std::mt19937_64 &dice) const;

private:
    struct Content {
        Bytes durable;
        std::vector<const DiskCall *> waiting; // writes and truncations
    };
    // How much of what waits reaches the disk.
    enum class Kept { All, None, Prefix, Any };

    void syncFile(const DiskCall &call);
    void syncFolder(const DiskCall &call);
    [[nodiscard]] static Bytes after(const Content &content, Kept kept, std::mt19937_64 &dice);
    [[nodiscard]] std::map<std::string, int> namesAfter(Kept kept, std::mt19937_64 &dice) const;

    const std::vector<DiskCall> *calls_;
    Liar lies_;
    std::size_t position_ = 0;
    std::map<int, Content> contents_;
    std::map<std::string, int> names_; // durable
    std::vector<const DiskCall *> waitingForNames_;
};

} // namespace countersign::support
