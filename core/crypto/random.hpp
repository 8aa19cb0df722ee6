// The operating system's random bytes, for the adapters of the randomness port. Nothing else in core may call this:
// the rooms take random bytes as arguments, so that a seed reproduces a run. Any thread.
#pragma once

#include <cstdint>
#include <span>

namespace countersign::crypto
{

// Ends the process when the system has no randomness: there is no safe way on.
void systemRandom(std::span<std::uint8_t> target);

} // namespace countersign::crypto
