// A package with one bit changed, again and again: what is not found, or not where it is.
#pragma once

#include "tests/verify/package_maker.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace countersign::tests
{

struct Flips {
    std::size_t bytes = 0, flips = 0;
    std::vector<std::string> missed; // "FILE:LINE byte N bit M: what was said instead"
};

// Flips so many bits of each byte of every file, one at a time: all eight, or the first that its place calls for, so
// that neighbours lose different ones. A stride above 1 takes a sample of the bytes. On two threads.
[[nodiscard]] Flips flipBits(const Files &whole, unsigned bitsOfEach, std::size_t stride = 1);

} // namespace countersign::tests
