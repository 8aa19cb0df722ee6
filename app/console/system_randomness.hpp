// The operating system's randomness behind the port. Any thread.
#pragma once

#include "core/crypto/random.hpp"
#include "core/ports/randomness.hpp"

namespace countersign::console
{

class SystemRandomness : public ports::Randomness
{
public:
    void fill(std::span<std::uint8_t> place) override { crypto::systemRandom(place); }
};

} // namespace countersign::console
