// A folder of a test's own, gone with it.
#pragma once

#include <filesystem>
#include <random>
#include <string>

namespace countersign::support
{

class Folder
{
public:
    Folder() : path_(std::filesystem::temp_directory_path() / ("countersign-" + std::to_string(std::random_device{}())))
    {
        std::filesystem::create_directories(path_);
    }
    Folder(const Folder &) = delete;
    Folder &operator=(const Folder &) = delete;
    ~Folder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    [[nodiscard]] const std::filesystem::path &path() const { return path_; }
    [[nodiscard]] std::filesystem::path profile() const { return path_ / "profile"; }

private:
    std::filesystem::path path_;
};

} // namespace countersign::support
