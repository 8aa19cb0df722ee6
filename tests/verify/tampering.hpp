// Random damage to an audit package, and the places where it may rightly be reported first.
#pragma once

#include "tests/verify/memory_package.hpp"

#include <cstdint>
#include <random>
#include <set>
#include <string>
#include <utility>

namespace countersign::tests
{

using Place = std::pair<std::string, std::int64_t>; // file and line; 0: the file as a whole

struct Damage {
    std::string what;
    std::set<Place> places; // empty: nothing was changed, try again
};

// Edits, removals, swaps and insertions of bytes, lines and files; undone by restoring `files`.
[[nodiscard]] Damage damage(Files &files, std::mt19937_64 &dice);

} // namespace countersign::tests
