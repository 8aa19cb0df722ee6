// Compares every include line with the drawing, and the drawing with the law.
#pragma once

#include "tests/architecture/drawing.hpp"

namespace countersign::architecture
{

// One row of the law: what a room's drawing may hold at most. core/base is everybody's.
struct LawOfRoom {
    std::string folder;
    std::vector<std::string> mayUse;  // folders
    std::vector<std::string> mayName; // prefixes of foreign headers
};

// Includes that the drawing does not allow.
[[nodiscard]] std::vector<Violation> findForbiddenIncludes(const std::vector<Room> &rooms,
                                                           const std::vector<SourceFile> &files);

// Arrows and names of the drawing that no include needs.
[[nodiscard]] std::vector<Violation> findUnusedArrows(const std::vector<Room> &rooms,
                                                      const std::vector<SourceFile> &files);

// What the drawing permits beyond the law, and rooms that the law does not know.
[[nodiscard]] std::vector<Violation> findUnlawfulArrows(const std::vector<Room> &rooms,
                                                        const std::vector<LawOfRoom> &law);

} // namespace countersign::architecture
