#include "app/gateway/package_sinks.hpp"

#include <zip.h>

#include <fstream>
#include <memory>
#include <system_error>

namespace countersign::gateway
{
namespace
{

struct Discard {
    void operator()(zip_t *archive) const { zip_discard(archive); }
};

// Adds the file under that name; the archive reads it when it is closed.
bool addFile(zip_t *archive, const std::filesystem::path &file, const std::string &name)
{
    zip_source_t *source = zip_source_file(archive, file.c_str(), 0, -1);
    if (!source)
        return false;
    if (zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8) >= 0)
        return true;
    zip_source_free(source);
    return false;
}

} // namespace

FolderSink::FolderSink(std::filesystem::path target) : target_(std::move(target)), part_(target_)
{
    part_ += ".part";
}

FolderSink::~FolderSink()
{
    std::error_code ignored; // what cannot be removed stays under its unfinished name
    std::filesystem::remove_all(part_, ignored);
}

bool FolderSink::begin()
{
    std::error_code error;
    if (std::filesystem::exists(target_, error) || error)
        return false;
    std::filesystem::remove_all(part_, error);
    std::filesystem::create_directories(part_, error);
    if (!error)
        std::filesystem::permissions(part_, std::filesystem::perms::owner_all, error);
    return !error;
}

bool FolderSink::append(std::string_view path, std::string_view bytes)
{
    const std::filesystem::path file = part_ / path;
    std::error_code error;
    std::filesystem::create_directories(file.parent_path(), error);
    std::ofstream stream(file, std::ios::binary | std::ios::app);
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return !error && stream.flush().good();
}

bool FolderSink::finish()
{
    if (target_.extension() == ".zip")
        return zipUp();
    std::error_code error;
    std::filesystem::rename(part_, target_, error);
    return !error;
}

bool FolderSink::zipUp() const
{
    std::unique_ptr<zip_t, Discard> archive(zip_open(target_.c_str(), ZIP_CREATE | ZIP_EXCL, nullptr));
    if (!archive)
        return false;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(part_)) {
        const std::string name = std::filesystem::relative(entry.path(), part_).generic_string();
        if (entry.is_regular_file() && !addFile(archive.get(), entry.path(), name))
            return false;
    }
    if (zip_close(archive.get()) != 0)
        return false;
    static_cast<void>(archive.release()); // closing freed it
    return true;
}

} // namespace countersign::gateway
