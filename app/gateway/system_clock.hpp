// The machine's clock and dice: the only places of the gateway that ask the system for either. Any thread.
#pragma once

#include "core/ports/clock.hpp"
#include "core/ports/randomness.hpp"

namespace countersign::gateway
{

class SystemClock final : public ports::Clock
{
public:
    [[nodiscard]] Instant now() const override;
    [[nodiscard]] std::chrono::minutes offset(Instant at) const override;
    [[nodiscard]] std::int64_t monotonicMs() const override;
};

class SystemDice final : public ports::Randomness
{
public:
    void fill(std::span<std::uint8_t> place) override;
};

} // namespace countersign::gateway
