// A folder of the test's own, gone with it.
#pragma once

#include "tests/verify/memory_package.hpp"

#include <filesystem>
#include <fstream>
#include <random>
#include <string>

namespace countersign::tests
{

class ScratchFolder
{
public:
    ScratchFolder()
        : path_(std::filesystem::temp_directory_path() / ("countersign-" + std::to_string(std::random_device{}())))
    {
        std::filesystem::create_directories(path_);
    }
    ~ScratchFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    ScratchFolder(const ScratchFolder &) = delete;
    ScratchFolder &operator=(const ScratchFolder &) = delete;

    [[nodiscard]] const std::filesystem::path &path() const { return path_; }

    // Writes the package as a folder of that name, anew.
    std::filesystem::path unpack(const Files &files, const std::string &name = "package") const
    {
        std::filesystem::remove_all(path_ / name);
        std::filesystem::create_directories(path_ / name);
        for (const auto &[file, bytes] : files)
            write(std::filesystem::path(name) / file, bytes);
        return path_ / name;
    }
    std::filesystem::path write(const std::filesystem::path &name, const std::string &bytes) const
    {
        std::filesystem::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name, std::ios::binary) << bytes;
        return path_ / name;
    }

private:
    std::filesystem::path path_;
};

} // namespace countersign::tests
