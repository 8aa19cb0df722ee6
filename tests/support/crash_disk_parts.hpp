// What a CrashDisk's two halves share: the files as they are now, and what was asked.
#pragma once

#include "tests/support/crash_disk.hpp"
#include "tests/support/failing_disk_plan.hpp"

#include <optional>

struct sqlite3_vfs;

namespace countersign::support
{

class CrashRecord
{
public:
    explicit CrashRecord(DiskImage image);

    FailingPlan plan;

    [[nodiscard]] bool exists(const std::string &name) const { return names_.contains(name); }
    // Made where it is not there.
    [[nodiscard]] int open(const std::string &name);
    [[nodiscard]] const Bytes &bytesOf(int file) const { return *contents_[static_cast<std::size_t>(file)]; }
    void write(int file, std::uint64_t offset, BytesView bytes);
    void truncate(int file, std::uint64_t size);
    void sync(int file, const std::string &name);
    // False where there is none.
    bool rename(const std::string &from, const std::string &to);
    bool remove(const std::string &name);
    void syncFolder(const std::string &folder);

    [[nodiscard]] const DiskImage &beginning() const { return beginning_; }
    [[nodiscard]] const std::vector<DiskCall> &calls() const { return calls_; }
    [[nodiscard]] DiskImage now() const;

private:
    [[nodiscard]] Bytes &content(int file) { return *contents_[static_cast<std::size_t>(file)]; }

    DiskImage beginning_;
    std::map<std::string, int> names_;
    std::vector<std::unique_ptr<Bytes>> contents_;
    std::vector<DiskCall> calls_;
};

// Writes bytes at a place of a file, with zeros up to it where the file ends before.
void place(Bytes &file, std::uint64_t offset, BytesView bytes);

// Registers a VFS of a name of its own; the record outlives it.
class CrashVfs
{
public:
    explicit CrashVfs(CrashRecord &record);
    CrashVfs(const CrashVfs &) = delete;
    CrashVfs &operator=(const CrashVfs &) = delete;
    ~CrashVfs();

    [[nodiscard]] const std::string &name() const { return name_; }

private:
    std::string name_;
    std::unique_ptr<sqlite3_vfs> vfs_;
};

} // namespace countersign::support
