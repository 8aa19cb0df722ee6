#include "core/store/files.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace countersign::store
{
namespace
{

constexpr mode_t ownersFile = 0600;
constexpr mode_t ownersFolder = 0700;
constexpr mode_t ownersReadOnly = 0400;

tl::unexpected<StoreError> systemFailure()
{
    switch (errno) {
    case ENOSPC:
    case EDQUOT:
        return failure(StoreError::DiskFull);
    case EWOULDBLOCK:
        return failure(StoreError::Busy);
    case ENOENT:
        return failure(StoreError::Absent);
    default:
        return failure(StoreError::Io);
    }
}

Result<Done, StoreError> doneUnless(bool hasFailed)
{
    if (hasFailed)
        return systemFailure();
    return Done{};
}

bool syncDescriptor(int descriptor)
{
#if defined(__APPLE__)
    return fcntl(descriptor, F_FULLFSYNC) != -1;
#else
    return fdatasync(descriptor) == 0;
#endif
}

class PosixFile final : public File
{
public:
    explicit PosixFile(int descriptor) : descriptor_(descriptor) {}
    PosixFile(const PosixFile &) = delete;
    PosixFile &operator=(const PosixFile &) = delete;
    ~PosixFile() override { ::close(descriptor_); }

    Result<Bytes, StoreError> readAll() override
    {
        struct stat status{};
        if (fstat(descriptor_, &status) != 0)
            return systemFailure();
        Bytes bytes(static_cast<std::size_t>(status.st_size));
        std::size_t filled = 0;
        while (filled < bytes.size()) {
            const auto count =
                pread(descriptor_, bytes.data() + filled, bytes.size() - filled, static_cast<off_t>(filled));
            if (count < 0 && errno != EINTR)
                return systemFailure();
            if (count == 0)
                bytes.resize(filled);
            filled += count > 0 ? static_cast<std::size_t>(count) : 0;
        }
        return bytes;
    }

    Result<Done, StoreError> write(std::uint64_t offset, BytesView bytes) override
    {
        while (!bytes.empty()) {
            const auto count = pwrite(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(offset));
            if (count < 0 && errno != EINTR)
                return systemFailure();
            if (count > 0) {
                bytes = bytes.subspan(static_cast<std::size_t>(count));
                offset += static_cast<std::uint64_t>(count);
            }
        }
        return Done{};
    }

    Result<Done, StoreError> truncate(std::uint64_t size) override
    {
        return doneUnless(ftruncate(descriptor_, static_cast<off_t>(size)) != 0);
    }
    Result<Done, StoreError> sync() override { return doneUnless(!syncDescriptor(descriptor_)); }
    Syncing beginSync() override { return syncInThread(); }

private:
    int descriptor_;
};

class PosixFiles final : public Files
{
public:
    bool exists(const std::filesystem::path &file) override { return access(file.c_str(), F_OK) == 0; }

    Result<std::unique_ptr<File>, StoreError> open(const std::filesystem::path &file) override
    {
        const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, ownersFile);
        if (descriptor < 0)
            return systemFailure();
        return std::make_unique<PosixFile>(descriptor);
    }

    Result<std::unique_ptr<File>, StoreError> lock(const std::filesystem::path &file) override
    {
        const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, ownersFile);
        if (descriptor < 0)
            return systemFailure();
        auto held = std::make_unique<PosixFile>(descriptor);
        if (flock(descriptor, LOCK_EX | LOCK_NB) != 0)
            return systemFailure();
        return held;
    }

    Result<Done, StoreError> rename(const std::filesystem::path &from, const std::filesystem::path &to) override
    {
        return doneUnless(::rename(from.c_str(), to.c_str()) != 0);
    }

    Result<Done, StoreError> remove(const std::filesystem::path &file) override
    {
        return doneUnless(unlink(file.c_str()) != 0);
    }

    Result<Done, StoreError> syncFolder(const std::filesystem::path &folder) override
    {
        const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (descriptor < 0)
            return systemFailure();
        const PosixFile closedAfterwards(descriptor);
        return doneUnless(fsync(descriptor) != 0);
    }

    Result<Done, StoreError> makeFolder(const std::filesystem::path &folder) override
    {
        return doneUnless(mkdir(folder.c_str(), ownersFolder) != 0 && errno != EEXIST);
    }

    Result<Done, StoreError> makeReadOnly(const std::filesystem::path &file) override
    {
        return doneUnless(chmod(file.c_str(), ownersReadOnly) != 0);
    }
};

} // namespace

std::unique_ptr<Files> systemFiles()
{
    return std::make_unique<PosixFiles>();
}

} // namespace countersign::store
