// Files of the shared test data, where they are at hand.
#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>

inline std::string textOf(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

// The folder, or nothing and a word about what is left out.
inline std::optional<std::filesystem::path> testData(const std::string &folder)
{
    const char *data = std::getenv("COUNTERSIGN_DATA");
    if (data != nullptr && std::filesystem::exists(std::filesystem::path(data) / folder))
        return std::filesystem::path(data) / folder;
    MESSAGE("left out, COUNTERSIGN_DATA does not have it: " << folder);
    return std::nullopt;
}
