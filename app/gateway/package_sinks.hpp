// Where an audit package goes: a folder, or a folder that becomes one .zip file. A package that could not be finished
// leaves nothing under its name.
#pragma once

#include "core/audit/package_writer.hpp"

#include <filesystem>
#include <string>

namespace countersign::gateway
{

// Writes into `<target>.part` until finish.
class FolderSink final : public audit::PackageSink
{
public:
    explicit FolderSink(std::filesystem::path target);
    FolderSink(const FolderSink &) = delete;
    FolderSink &operator=(const FolderSink &) = delete;
    // Removes what was not finished.
    ~FolderSink() override;

    // False where the target is there already or the folder cannot be made.
    [[nodiscard]] bool begin();
    [[nodiscard]] bool append(std::string_view path, std::string_view bytes) override;
    // Gives the package its name; as one archive where the name ends in .zip.
    [[nodiscard]] bool finish();

private:
    [[nodiscard]] bool zipUp() const;

    std::filesystem::path target_, part_;
};

} // namespace countersign::gateway
