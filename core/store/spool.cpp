#include "core/store/spool.hpp"

#include <utility>

namespace countersign::store
{

Result<SpoolContents, StoreError> readSpool(Files &files, const std::filesystem::path &file,
                                            const SpoolRecords &records)
{
    if (!files.exists(file))
        return SpoolContents{};
    auto opened = files.open(file);
    if (!opened)
        return failure(opened.error());
    return (*opened)->readAll().map([&](const Bytes &bytes) { return records.read(bytes); });
}

Spool::Spool(std::unique_ptr<File> file, std::uint64_t size, std::size_t count)
    : file_(std::move(file)), size_(size), count_(count)
{
}

Result<Spool, StoreError> Spool::rewrite(Files &files, const std::filesystem::path &file, const SpoolRecords &records,
                                         const audit::ChainHead &base, std::span<const StoredDecision> decisions)
{
    std::filesystem::path fresh = file;
    fresh += ".new";
    auto opened = files.open(fresh);
    if (!opened)
        return failure(opened.error());
    Bytes bytes = records.sealBase(base);
    for (const StoredDecision &decision : decisions) {
        const Bytes record = records.sealDecision(decision.sealed);
        bytes.insert(bytes.end(), record.begin(), record.end());
    }
    File &written = **opened;
    const auto replaced = written.truncate(0)
                              .and_then([&](Done) { return written.write(0, bytes); })
                              .and_then([&](Done) { return written.sync(); })
                              .and_then([&](Done) { return files.rename(fresh, file); })
                              .and_then([&](Done) { return files.syncFolder(file.parent_path()); });
    if (!replaced)
        return failure(replaced.error());
    return Spool(std::move(*opened), bytes.size(), decisions.size());
}

Result<Syncing, StoreError> Spool::begin(const SpoolRecords &records, const SealedDecision &decision)
{
    const Bytes record = records.sealDecision(decision);
    begun_ = record.size();
    return file_->write(size_, record).map([&](Done) { return file_->beginSync(); });
}

void Spool::accept()
{
    size_ += std::exchange(begun_, 0);
    ++count_;
}

Result<Done, StoreError> Spool::takeBack()
{
    begun_ = 0;
    return file_->truncate(size_).and_then([&](Done) { return file_->sync(); });
}

} // namespace countersign::store
