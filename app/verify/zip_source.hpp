// A package in a zip archive, read by libzip (core/decisions/0007). The package may lie in the archive's
// root or in the one folder of the root. The archive's own bookkeeping (times, attributes, comments) is no part of
// the package; the checksum of each entry is checked as it is read.
#pragma once

#include "app/verify/package_source.hpp"

#include <filesystem>
#include <memory>
#include <unordered_map>

namespace countersign::verify
{

class ZipSource final : public PackageSource
{
    struct Archive;

public:
    [[nodiscard]] static Result<std::unique_ptr<PackageSource>, SourceError> open(const std::filesystem::path &file);
    // For open(), which alone can make an Archive.
    explicit ZipSource(std::unique_ptr<Archive> archive);
    ~ZipSource() override;
    ZipSource(const ZipSource &) = delete;
    ZipSource &operator=(const ZipSource &) = delete;

    [[nodiscard]] Result<std::vector<Entry>, SourceError> entries() override;
    [[nodiscard]] Result<Done, SourceError> read(std::string_view path, const ByteSink &sink) override;

private:
    std::unique_ptr<Archive> archive_;
    std::vector<Entry> entries_;
    std::unordered_map<std::string, std::uint64_t> indexes_; // the first entry of each name
};

} // namespace countersign::verify
