#include "app/gateway/data_directory.hpp"

#include "core/store/files.hpp"

#include <fstream>
#include <system_error>

namespace countersign::gateway
{
namespace
{

constexpr std::size_t fileBytesMax = std::size_t{1} << 20;

} // namespace

Result<Done, DirectoryError> DataDirectory::create() const
{
    if (isThere())
        return failure(DirectoryError::AlreadyThere);
    std::error_code error;
    std::filesystem::create_directories(folder_, error);
    if (!error)
        std::filesystem::permissions(folder_, std::filesystem::perms::owner_all, error);
    return error ? Result<Done, DirectoryError>(failure(DirectoryError::Unwritable)) : Done{};
}

Result<std::string, DirectoryError> readFile(const std::filesystem::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        return failure(DirectoryError::Unreadable);
    std::string content(fileBytesMax + 1, '\0');
    stream.read(content.data(), static_cast<std::streamsize>(content.size()));
    content.resize(static_cast<std::size_t>(stream.gcount()));
    if (content.size() > fileBytesMax)
        return failure(DirectoryError::Unreadable);
    return content;
}

Result<SecretBytes, DirectoryError> readSecretFile(const std::filesystem::path &file)
{
    auto content = readFile(file);
    if (!content)
        return failure(content.error());
    auto secret = SecretBytes::copyOf(asBytes(*content));
    wipeMemory(content->data(), content->size());
    return secret;
}

Result<Done, DirectoryError> writeFile(const std::filesystem::path &file, BytesView content)
{
    const auto files = store::systemFiles();
    std::filesystem::path beside = file;
    beside += ".part";
    const auto written = files->open(beside).and_then([&](const std::unique_ptr<store::File> &part) {
        return part->truncate(0).and_then([&](Done) { return part->write(0, content); }).and_then([&](Done) {
            return part->sync();
        });
    });
    const auto kept = written.and_then([&](Done) { return files->rename(beside, file); }).and_then([&](Done) {
        return files->syncFolder(file.parent_path());
    });
    return kept ? Result<Done, DirectoryError>(Done{}) : failure(DirectoryError::Unwritable);
}

} // namespace countersign::gateway
