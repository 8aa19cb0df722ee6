// The few things that the store does with files of its own, as an interface, so that a test can let each of them fail.
// Blocking; one thread at a time. Files are made for their owner alone (0600), folders too (0700).
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "core/store/store_error.hpp"

#include <cstdint>
#include <filesystem>
#include <future>
#include <memory>

namespace countersign::store
{

using Syncing = std::future<Result<Done, StoreError>>;

class File
{
public:
    virtual ~File() = default;
    [[nodiscard]] virtual Result<Bytes, StoreError> readAll() = 0;
    // All of the bytes or an error; then nobody knows how many.
    [[nodiscard]] virtual Result<Done, StoreError> write(std::uint64_t offset, BytesView bytes) = 0;
    [[nodiscard]] virtual Result<Done, StoreError> truncate(std::uint64_t size) = 0;
    // Returns when the disk has it (fdatasync; F_FULLFSYNC on macOS).
    [[nodiscard]] virtual Result<Done, StoreError> sync() = 0;
    // The same while other files are worked with: done when get() says so. Until then nothing is asked of this file,
    // and it lives. Where a system has no better way, the work is done in get().
    [[nodiscard]] virtual Syncing beginSync()
    {
        return std::async(std::launch::deferred, [this] { return sync(); });
    }

protected:
    // For files whose sync may run in a thread of its own: to make one takes a hundredth of what the disk takes. Where
    // none is to be had, the work is done in get().
    [[nodiscard]] Syncing syncInThread();
};

class Files
{
public:
    virtual ~Files() = default;
    [[nodiscard]] virtual bool exists(const std::filesystem::path &file) = 0;
    // For reading and writing; made where it is not there.
    [[nodiscard]] virtual Result<std::unique_ptr<File>, StoreError> open(const std::filesystem::path &file) = 0;
    // Holds the file against every other process until the result dies. Busy when another holds it.
    [[nodiscard]] virtual Result<std::unique_ptr<File>, StoreError> lock(const std::filesystem::path &file) = 0;
    // In place of what `to` was.
    [[nodiscard]] virtual Result<Done, StoreError> rename(const std::filesystem::path &from,
                                                          const std::filesystem::path &to) = 0;
    [[nodiscard]] virtual Result<Done, StoreError> remove(const std::filesystem::path &file) = 0;
    // Makes creations, removals and renamings in that folder durable.
    [[nodiscard]] virtual Result<Done, StoreError> syncFolder(const std::filesystem::path &folder) = 0;
    [[nodiscard]] virtual Result<Done, StoreError> makeFolder(const std::filesystem::path &folder) = 0;
    [[nodiscard]] virtual Result<Done, StoreError> makeReadOnly(const std::filesystem::path &file) = 0;
};

[[nodiscard]] std::unique_ptr<Files> systemFiles();

} // namespace countersign::store
