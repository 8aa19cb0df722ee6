#include "tests/support/crash_disk.hpp"

#include "tests/support/crash_disk_parts.hpp"

#include <algorithm>
#include <utility>

namespace countersign::support
{
namespace
{

using std::filesystem::path;
using store::File;
using store::StoreError;
using Kind = DiskCall::Kind;

Result<Done, StoreError> judged(CrashRecord &record)
{
    switch (record.plan.next()) {
    case FailingPlan::Verdict::Io:
        return failure(StoreError::Io);
    case FailingPlan::Verdict::Full:
        return failure(StoreError::DiskFull);
    case FailingPlan::Verdict::Pass:
        break;
    }
    return Done{};
}

class CrashFile final : public File
{
public:
    CrashFile(CrashRecord &record, const std::string &name) : record_(record), name_(name), file_(record.open(name)) {}

    Result<Bytes, StoreError> readAll() override
    {
        return judged(record_).map([&](Done) { return record_.bytesOf(file_); });
    }
    Result<Done, StoreError> write(std::uint64_t offset, BytesView bytes) override
    {
        const auto verdict = judged(record_);
        record_.write(file_, offset, verdict ? bytes : bytes.first(bytes.size() / 2));
        return verdict;
    }
    Result<Done, StoreError> truncate(std::uint64_t size) override
    {
        return judged(record_).map([&](Done) {
            record_.truncate(file_, size);
            return Done{};
        });
    }
    Result<Done, StoreError> sync() override
    {
        return judged(record_).map([&](Done) {
            record_.sync(file_, name_);
            return Done{};
        });
    }
    store::Syncing beginSync() override { return record_.plan.beginSync(*this); }

private:
    CrashRecord &record_;
    std::string name_;
    int file_;
};

class CrashFiles final : public store::Files
{
public:
    explicit CrashFiles(CrashRecord &record) : record_(record) {}

    bool exists(const path &file) override { return record_.exists(file.string()); }
    Result<std::unique_ptr<File>, StoreError> open(const path &file) override
    {
        return judged(record_).map(
            [&](Done) -> std::unique_ptr<File> { return std::make_unique<CrashFile>(record_, file.string()); });
    }
    Result<std::unique_ptr<File>, StoreError> lock(const path &file) override { return open(file); }
    Result<Done, StoreError> rename(const path &from, const path &to) override
    {
        return judged(record_).and_then([&](Done) { return doneIf(record_.rename(from.string(), to.string())); });
    }
    Result<Done, StoreError> remove(const path &file) override
    {
        return judged(record_).and_then([&](Done) { return doneIf(record_.remove(file.string())); });
    }
    Result<Done, StoreError> syncFolder(const path &folder) override
    {
        return judged(record_).map([&](Done) {
            record_.syncFolder(folder.string());
            return Done{};
        });
    }
    // Folders are there: what may be lost of a disk is what lies in them.
    Result<Done, StoreError> makeFolder(const path &) override { return Done{}; }
    Result<Done, StoreError> makeReadOnly(const path &) override { return Done{}; }

private:
    static Result<Done, StoreError> doneIf(bool isDone)
    {
        return isDone ? Result<Done, StoreError>(Done{}) : failure(StoreError::Absent);
    }

    CrashRecord &record_;
};

} // namespace

void place(Bytes &file, std::uint64_t offset, BytesView bytes)
{
    const auto end = static_cast<std::size_t>(offset) + bytes.size();
    if (file.size() < end)
        file.resize(end);
    std::ranges::copy(bytes, file.begin() + static_cast<std::ptrdiff_t>(offset));
}

CrashRecord::CrashRecord(DiskImage image) : beginning_(std::move(image))
{
    for (const auto &[name, bytes] : beginning_) {
        names_.emplace(name, static_cast<int>(contents_.size()));
        contents_.push_back(std::make_unique<Bytes>(bytes));
    }
}

int CrashRecord::open(const std::string &name)
{
    const auto [found, isNew] = names_.try_emplace(name, static_cast<int>(contents_.size()));
    if (isNew) {
        contents_.push_back(std::make_unique<Bytes>());
        calls_.push_back({.kind = Kind::Name, .file = found->second, .offset = 0, .bytes = {}, .name = name, .to = {}});
    }
    return found->second;
}

void CrashRecord::write(int file, std::uint64_t offset, BytesView bytes)
{
    place(content(file), offset, bytes);
    calls_.push_back({.kind = Kind::Write,
                      .file = file,
                      .offset = offset,
                      .bytes = {bytes.begin(), bytes.end()},
                      .name = {},
                      .to = {}});
}

void CrashRecord::truncate(int file, std::uint64_t size)
{
    content(file).resize(static_cast<std::size_t>(size));
    calls_.push_back({.kind = Kind::Truncate, .file = file, .offset = size, .bytes = {}, .name = {}, .to = {}});
}

void CrashRecord::sync(int file, const std::string &name)
{
    calls_.push_back({.kind = Kind::Sync, .file = file, .offset = 0, .bytes = {}, .name = name, .to = {}});
}

bool CrashRecord::rename(const std::string &from, const std::string &to)
{
    const auto found = names_.find(from);
    if (found == names_.end())
        return false;
    const int file = found->second;
    names_.erase(found);
    names_.insert_or_assign(to, file);
    calls_.push_back({.kind = Kind::Rename, .file = file, .offset = 0, .bytes = {}, .name = from, .to = to});
    return true;
}

bool CrashRecord::remove(const std::string &name)
{
    if (names_.erase(name) == 0)
        return false;
    calls_.push_back({.kind = Kind::Unname, .file = 0, .offset = 0, .bytes = {}, .name = name, .to = {}});
    return true;
}

void CrashRecord::syncFolder(const std::string &folder)
{
    calls_.push_back({.kind = Kind::SyncFolder, .file = 0, .offset = 0, .bytes = {}, .name = folder, .to = {}});
}

DiskImage CrashRecord::now() const
{
    DiskImage image;
    for (const auto &[name, file] : names_)
        image.emplace(name, bytesOf(file));
    return image;
}

struct CrashDisk::Parts {
    explicit Parts(DiskImage image) : record(std::move(image)) {}

    CrashRecord record;
    CrashVfs vfs{record};
    CrashFiles files{record};
};

CrashDisk::CrashDisk(DiskImage image) : parts_(std::make_unique<Parts>(std::move(image))) {}
CrashDisk::~CrashDisk() = default;

const std::string &CrashDisk::vfs() const
{
    return parts_->vfs.name();
}

store::Files &CrashDisk::files() const
{
    return parts_->files;
}

const DiskImage &CrashDisk::beginning() const
{
    return parts_->record.beginning();
}

const std::vector<DiskCall> &CrashDisk::calls() const
{
    return parts_->record.calls();
}

void CrashDisk::failAt(std::uint64_t call, FailingDisk::Lasting lasting, FailingDisk::Kind kind)
{
    parts_->record.plan = {
        .calls = 0, .failAt = call, .lasting = lasting, .kind = kind, .isHurried = false, .hasFailed = false};
}

void CrashDisk::heal()
{
    parts_->record.plan.failAt = std::numeric_limits<std::uint64_t>::max();
    parts_->record.plan.calls = 0;
}

bool CrashDisk::hasFailed() const
{
    return parts_->record.plan.hasFailed;
}

DiskImage CrashDisk::now() const
{
    return parts_->record.now();
}

} // namespace countersign::support
