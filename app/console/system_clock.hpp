// The machine's clocks. Any thread.
#pragma once

#include "core/ports/clock.hpp"

namespace countersign::console
{

class SystemClock : public ports::Clock
{
public:
    [[nodiscard]] Instant now() const override;
    [[nodiscard]] std::chrono::minutes offset(Instant at) const override;
    [[nodiscard]] std::int64_t monotonicMs() const override;
};

} // namespace countersign::console
