#pragma once

#include <cstdint>
#include <span>

namespace countersign::ports
{

class Randomness
{
public:
    virtual ~Randomness() = default;
    virtual void fill(std::span<std::uint8_t> place) = 0;
};

} // namespace countersign::ports
