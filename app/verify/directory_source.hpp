// A package in a folder. Links are not followed: what they lead to is not in the package.
#pragma once

#include "app/verify/package_source.hpp"

#include <filesystem>

namespace countersign::verify
{

class DirectorySource final : public PackageSource
{
public:
    explicit DirectorySource(std::filesystem::path folder) : folder_(std::move(folder)) {}

    [[nodiscard]] Result<std::vector<Entry>, SourceError> entries() override;
    [[nodiscard]] Result<Done, SourceError> read(std::string_view path, const ByteSink &sink) override;

private:
    std::filesystem::path folder_;
};

} // namespace countersign::verify
