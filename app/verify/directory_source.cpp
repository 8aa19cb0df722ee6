#include "app/verify/directory_source.hpp"

#include <array>
#include <fstream>

namespace countersign::verify
{
namespace
{

namespace fs = std::filesystem;

constexpr std::size_t pieceBytes = 64 * 1024;

std::string nameOf(const fs::path &path)
{
    const auto name = path.generic_u8string();
    return {name.begin(), name.end()};
}

fs::path pathOf(std::string_view name)
{
    return {std::u8string(name.begin(), name.end())};
}

} // namespace

Result<std::vector<Entry>, SourceError> DirectorySource::entries()
{
    std::vector<Entry> found;
    std::error_code failed;
    fs::recursive_directory_iterator entry(folder_, failed);
    for (; !failed && entry != fs::recursive_directory_iterator(); entry.increment(failed)) {
        const fs::file_status status = entry->symlink_status(failed);
        if (failed)
            break;
        const bool isEmptyFolder = fs::is_directory(status) && fs::is_empty(entry->path(), failed);
        if (!fs::is_directory(status) || isEmptyFolder)
            found.push_back({nameOf(entry->path().lexically_relative(folder_)), fs::is_regular_file(status)});
    }
    if (failed)
        return failure(SourceError::Unreadable);
    return found;
}

Result<Done, SourceError> DirectorySource::read(std::string_view path, const ByteSink &sink)
{
    const fs::path file = folder_ / pathOf(path);
    std::error_code failed;
    if (!fs::is_regular_file(fs::symlink_status(file, failed)))
        return failure(SourceError::NotThere);
    std::ifstream stream(file, std::ios::binary);
    std::array<char, pieceBytes> piece{};
    while (stream) {
        stream.read(piece.data(), piece.size());
        const auto count = static_cast<std::size_t>(stream.gcount());
        if (count > 0 && !sink(asBytes({piece.data(), count})))
            return Done{};
    }
    if (!stream.eof())
        return failure(SourceError::Unreadable);
    return Done{};
}

} // namespace countersign::verify
