// The drawing of the house: what each room's CMakeLists.txt says the room may use and may name.
#pragma once

#include "tests/architecture/source_text.hpp"

#include <string>
#include <vector>

namespace countersign::architecture
{

struct Room {
    std::string name;                 // the target: core_policy
    std::string folder;               // core/policy
    std::vector<std::string> mayUse;  // targets, as written
    std::vector<std::string> mayName; // foreign header prefixes, as written
};

// Several targets of one folder (a program and its library) are one room.
[[nodiscard]] std::vector<Room> readDrawing(const std::vector<SourceFile> &files);

// The room that a file lives in: the longest folder that holds it. Null where nobody lives.
[[nodiscard]] const Room *roomOf(const std::vector<Room> &rooms, std::string_view path);

} // namespace countersign::architecture
