#pragma once

#include "core/base/instant.hpp"

#include <chrono>
#include <cstdint>

namespace countersign::ports
{

class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
    // The local zone's offset at that instant.
    [[nodiscard]] virtual std::chrono::minutes offset(Instant at) const = 0;
    // Milliseconds that run in suspend too and never go back (CLOCK_BOOTTIME); for deadlines and back-off.
    [[nodiscard]] virtual std::int64_t monotonicMs() const = 0;
};

} // namespace countersign::ports
