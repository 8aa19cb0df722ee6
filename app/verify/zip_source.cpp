#include "app/verify/zip_source.hpp"

#include "core/audit/package_limits.hpp"

#include <zip.h>

#include <array>
#include <optional>

namespace countersign::verify
{
namespace
{

constexpr std::size_t pieceBytes = 64 * 1024;

struct CloseFile {
    void operator()(zip_file_t *file) const { zip_fclose(file); }
};

struct Named {
    std::string name;
    std::uint64_t index;
    bool isFile;
};

// The folder with '/' that every entry lies in; empty when there is no such.
std::string commonFolder(const std::vector<Named> &all)
{
    if (all.empty())
        return {};
    std::string folder = all.front().name.substr(0, all.front().name.find('/') + 1);
    for (const Named &entry : all)
        if (!entry.name.starts_with(folder))
            return {};
    return folder;
}

} // namespace

struct ZipSource::Archive {
    zip_t *zip = nullptr;

    explicit Archive(zip_t *opened) : zip(opened) {}
    Archive(const Archive &) = delete;
    Archive &operator=(const Archive &) = delete;
    ~Archive() { zip_discard(zip); }

    [[nodiscard]] std::optional<std::vector<Named>> list() const
    {
        std::vector<Named> all;
        const zip_int64_t count = zip_get_num_entries(zip, 0);
        if (count < 0 || static_cast<std::uint64_t>(count) > audit::entriesMax)
            return std::nullopt;
        for (zip_uint64_t index = 0; index < static_cast<zip_uint64_t>(count); ++index) {
            zip_stat_t about{};
            if (zip_stat_index(zip, index, ZIP_FL_ENC_RAW, &about) != 0 || about.name == nullptr)
                return std::nullopt;
            const std::string name(about.name);
            if (!name.ends_with('/'))
                all.push_back({name, index, about.encryption_method == ZIP_EM_NONE});
        }
        return all;
    }
};

ZipSource::ZipSource(std::unique_ptr<Archive> archive) : archive_(std::move(archive)) {}
ZipSource::~ZipSource() = default;

Result<std::unique_ptr<PackageSource>, SourceError> ZipSource::open(const std::filesystem::path &file)
{
    int error = 0;
    zip_t *zip = zip_open(file.string().c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &error);
    if (zip == nullptr)
        return failure(error == ZIP_ER_NOZIP ? SourceError::NotAPackage : SourceError::Unreadable);
    auto archive = std::make_unique<Archive>(zip);
    const auto all = archive->list();
    if (!all)
        return failure(SourceError::Unreadable);
    auto source = std::make_unique<ZipSource>(std::move(archive));
    const std::size_t folder = commonFolder(*all).size();
    for (const Named &entry : *all) {
        source->entries_.push_back({entry.name.substr(folder), entry.isFile});
        source->indexes_.emplace(entry.name.substr(folder), entry.index);
    }
    return source;
}

Result<std::vector<Entry>, SourceError> ZipSource::entries()
{
    return entries_;
}

Result<Done, SourceError> ZipSource::read(std::string_view path, const ByteSink &sink)
{
    const auto found = indexes_.find(std::string(path));
    if (found == indexes_.end())
        return failure(SourceError::NotThere);
    const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(archive_->zip, found->second, 0));
    if (!file)
        return failure(SourceError::Unreadable);
    std::array<char, pieceBytes> piece{};
    for (;;) {
        const zip_int64_t count = zip_fread(file.get(), piece.data(), piece.size());
        if (count < 0)
            return failure(SourceError::Unreadable);
        if (count == 0 || !sink(asBytes({piece.data(), static_cast<std::size_t>(count)})))
            return Done{};
    }
}

} // namespace countersign::verify
