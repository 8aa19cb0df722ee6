// A package edited at random, again and again: what is not found, or not where it is.
#pragma once

#include "tests/verify/package_maker.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace countersign::tests
{

struct Edits {
    std::map<std::string, int> done; // by what was done: removed, swapped, inserted…
    std::vector<std::string> missed;
    [[nodiscard]] int count() const;
};

// So many single edits, each of the whole package. On two threads.
[[nodiscard]] Edits editAtRandom(const Files &whole, int edits, std::uint64_t seed);

} // namespace countersign::tests
