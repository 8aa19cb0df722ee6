#include "tests/support/failing_disk.hpp"

#include "tests/support/failing_disk_plan.hpp"

#include <utility>

namespace countersign::support
{
namespace
{

using std::filesystem::path;
using store::File;
using store::StoreError;

Result<Done, StoreError> judged(FailingPlan &plan)
{
    switch (plan.next()) {
    case FailingPlan::Verdict::Io:
        return failure(StoreError::Io);
    case FailingPlan::Verdict::Full:
        return failure(StoreError::DiskFull);
    case FailingPlan::Verdict::Pass:
        break;
    }
    return Done{};
}

class FailingFile final : public File
{
public:
    FailingFile(FailingPlan &plan, std::unique_ptr<File> beneath) : plan_(plan), beneath_(std::move(beneath)) {}

    Result<Bytes, StoreError> readAll() override { return beneath_->readAll(); }
    Result<Done, StoreError> write(std::uint64_t offset, BytesView bytes) override
    {
        const auto verdict = judged(plan_);
        const auto written = beneath_->write(offset, verdict ? bytes : bytes.first(bytes.size() / 2));
        return verdict ? written : verdict;
    }
    Result<Done, StoreError> truncate(std::uint64_t size) override
    {
        return judged(plan_).and_then([&](Done) { return beneath_->truncate(size); });
    }
    Result<Done, StoreError> sync() override
    {
        return judged(plan_).and_then([&](Done) { return plan_.isHurried ? Done{} : beneath_->sync(); });
    }
    store::Syncing beginSync() override { return plan_.beginSync(*this); }

private:
    FailingPlan &plan_;
    std::unique_ptr<File> beneath_;
};

class FailingFiles final : public store::Files
{
public:
    explicit FailingFiles(FailingPlan &plan) : plan_(plan) {}

    bool exists(const path &file) override { return beneath_->exists(file); }
    Result<std::unique_ptr<File>, StoreError> open(const path &file) override
    {
        return judged(plan_).and_then([&](Done) { return beneath_->open(file); }).map([&](auto opened) {
            return wrapped(std::move(opened));
        });
    }
    Result<std::unique_ptr<File>, StoreError> lock(const path &file) override
    {
        return judged(plan_).and_then([&](Done) { return beneath_->lock(file); });
    }
    Result<Done, StoreError> rename(const path &from, const path &to) override
    {
        return judged(plan_).and_then([&](Done) { return beneath_->rename(from, to); });
    }
    Result<Done, StoreError> remove(const path &file) override
    {
        return judged(plan_).and_then([&](Done) { return beneath_->remove(file); });
    }
    Result<Done, StoreError> syncFolder(const path &folder) override
    {
        return judged(plan_).and_then(
            [&](Done) -> Result<Done, StoreError> { return plan_.isHurried ? Done{} : beneath_->syncFolder(folder); });
    }
    Result<Done, StoreError> makeFolder(const path &folder) override { return beneath_->makeFolder(folder); }
    Result<Done, StoreError> makeReadOnly(const path &file) override { return beneath_->makeReadOnly(file); }

private:
    std::unique_ptr<File> wrapped(std::unique_ptr<File> opened)
    {
        return std::make_unique<FailingFile>(plan_, std::move(opened));
    }

    FailingPlan &plan_;
    std::unique_ptr<store::Files> beneath_ = store::systemFiles();
};

} // namespace

FailingPlan::Verdict FailingPlan::next()
{
    ++calls;
    const bool fails = calls == failAt || (calls > failAt && lasting == FailingDisk::Lasting::Forever);
    if (!fails)
        return Verdict::Pass;
    hasFailed = true;
    return kind == FailingDisk::Kind::Full ? Verdict::Full : Verdict::Io;
}

store::Syncing FailingPlan::beginSync(store::File &file)
{
    if (!std::exchange(syncsAtOnce, !syncsAtOnce))
        return file.File::beginSync();
    std::promise<Result<Done, StoreError>> done;
    done.set_value(file.sync());
    return done.get_future();
}

struct FailingDisk::Parts {
    FailingPlan plan;
    FailingVfs vfs{plan};
    FailingFiles files{plan};
};

FailingDisk::FailingDisk() : parts_(std::make_unique<Parts>()) {}
FailingDisk::~FailingDisk() = default;

const std::string &FailingDisk::vfs() const
{
    return parts_->vfs.name();
}

store::Files &FailingDisk::files() const
{
    return parts_->files;
}

void FailingDisk::failAt(std::uint64_t call, Lasting lasting, Kind kind)
{
    parts_->plan = {.calls = 0,
                    .failAt = call,
                    .lasting = lasting,
                    .kind = kind,
                    .isHurried = parts_->plan.isHurried,
                    .hasFailed = false};
}

void FailingDisk::heal()
{
    failAt(std::numeric_limits<std::uint64_t>::max(), Lasting::Once, Kind::Io);
}

void FailingDisk::hurry()
{
    parts_->plan.isHurried = true;
}

std::uint64_t FailingDisk::calls() const
{
    return parts_->plan.calls;
}

bool FailingDisk::hasFailed() const
{
    return parts_->plan.hasFailed;
}

} // namespace countersign::support
