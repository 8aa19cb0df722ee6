#include "core/store/files.hpp"

#define WIN32_LEAN_AND_MEAN
#define NOMINMAX
#include <windows.h>

#include <algorithm>
#include <utility>

namespace countersign::store
{
namespace
{

constexpr std::size_t pieceMax = 16 * 1024 * 1024;

tl::unexpected<StoreError> systemFailure()
{
    switch (GetLastError()) {
    case ERROR_DISK_FULL:
    case ERROR_HANDLE_DISK_FULL:
        return failure(StoreError::DiskFull);
    case ERROR_SHARING_VIOLATION:
    case ERROR_LOCK_VIOLATION:
        return failure(StoreError::Busy);
    case ERROR_FILE_NOT_FOUND:
    case ERROR_PATH_NOT_FOUND:
        return failure(StoreError::Absent);
    default:
        return failure(StoreError::Io);
    }
}

Result<Done, StoreError> doneIf(bool hasSucceeded)
{
    if (!hasSucceeded)
        return systemFailure();
    return Done{};
}

OVERLAPPED placeAt(std::uint64_t offset)
{
    OVERLAPPED place{};
    place.Offset = static_cast<DWORD>(offset);
    place.OffsetHigh = static_cast<DWORD>(offset >> 32);
    return place;
}

class WindowsFile final : public File
{
public:
    explicit WindowsFile(HANDLE handle) : handle_(handle) {}
    WindowsFile(const WindowsFile &) = delete;
    WindowsFile &operator=(const WindowsFile &) = delete;
    ~WindowsFile() override { CloseHandle(handle_); }

    Result<Bytes, StoreError> readAll() override
    {
        LARGE_INTEGER size{};
        if (!GetFileSizeEx(handle_, &size))
            return systemFailure();
        Bytes bytes(static_cast<std::size_t>(size.QuadPart));
        std::size_t filled = 0;
        while (filled < bytes.size()) {
            OVERLAPPED place = placeAt(filled);
            DWORD count = 0;
            const auto wanted = static_cast<DWORD>(std::min(bytes.size() - filled, pieceMax));
            if (!ReadFile(handle_, bytes.data() + filled, wanted, &count, &place))
                return systemFailure();
            filled += count;
        }
        return bytes;
    }

    Result<Done, StoreError> write(std::uint64_t offset, BytesView bytes) override
    {
        while (!bytes.empty()) {
            OVERLAPPED place = placeAt(offset);
            DWORD count = 0;
            const auto wanted = static_cast<DWORD>(std::min(bytes.size(), pieceMax));
            if (!WriteFile(handle_, bytes.data(), wanted, &count, &place))
                return systemFailure();
            bytes = bytes.subspan(count);
            offset += count;
        }
        return Done{};
    }

    Result<Done, StoreError> truncate(std::uint64_t size) override
    {
        FILE_END_OF_FILE_INFO end{};
        end.EndOfFile.QuadPart = static_cast<LONGLONG>(size);
        return doneIf(SetFileInformationByHandle(handle_, FileEndOfFileInfo, &end, sizeof end) != 0);
    }
    Result<Done, StoreError> sync() override { return doneIf(FlushFileBuffers(handle_) != 0); }
    Syncing beginSync() override { return syncInThread(); }

private:
    HANDLE handle_;
};

// The profile lies in the user's own AppData, whose access list the files inherit.
Result<std::unique_ptr<File>, StoreError> openSharing(const std::filesystem::path &file, DWORD sharing)
{
    const HANDLE handle = CreateFileW(file.c_str(), GENERIC_READ | GENERIC_WRITE, sharing, nullptr, OPEN_ALWAYS,
                                      FILE_ATTRIBUTE_NORMAL, nullptr);
    if (handle == INVALID_HANDLE_VALUE)
        return systemFailure();
    return std::make_unique<WindowsFile>(handle);
}

class WindowsFiles final : public Files
{
public:
    bool exists(const std::filesystem::path &file) override
    {
        return GetFileAttributesW(file.c_str()) != INVALID_FILE_ATTRIBUTES;
    }
    Result<std::unique_ptr<File>, StoreError> open(const std::filesystem::path &file) override
    {
        return openSharing(file, FILE_SHARE_READ | FILE_SHARE_DELETE);
    }
    Result<std::unique_ptr<File>, StoreError> lock(const std::filesystem::path &file) override
    {
        return openSharing(file, 0);
    }
    Result<Done, StoreError> rename(const std::filesystem::path &from, const std::filesystem::path &to) override
    {
        return doneIf(MoveFileExW(from.c_str(), to.c_str(), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH) != 0);
    }
    Result<Done, StoreError> remove(const std::filesystem::path &file) override
    {
        return doneIf(DeleteFileW(file.c_str()) != 0);
    }
    // NTFS journals its folders; MOVEFILE_WRITE_THROUGH above waits for the renaming.
    Result<Done, StoreError> syncFolder(const std::filesystem::path &) override { return Done{}; }
    Result<Done, StoreError> makeFolder(const std::filesystem::path &folder) override
    {
        return doneIf(CreateDirectoryW(folder.c_str(), nullptr) != 0 || GetLastError() == ERROR_ALREADY_EXISTS);
    }
    Result<Done, StoreError> makeReadOnly(const std::filesystem::path &file) override
    {
        return doneIf(SetFileAttributesW(file.c_str(), FILE_ATTRIBUTE_READONLY) != 0);
    }
};

} // namespace

std::unique_ptr<Files> systemFiles()
{
    return std::make_unique<WindowsFiles>();
}

} // namespace countersign::store
