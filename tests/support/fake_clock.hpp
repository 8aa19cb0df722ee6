// Time and chance that a test owns.
#pragma once

#include "core/ports/clock.hpp"
#include "core/ports/randomness.hpp"

#include <random>

namespace countersign::support
{

class FakeClock : public ports::Clock
{
public:
    [[nodiscard]] Instant now() const override { return wall + milliseconds(monotonic); }
    [[nodiscard]] std::chrono::minutes offset(Instant) const override { return std::chrono::minutes(60); }
    [[nodiscard]] std::int64_t monotonicMs() const override { return monotonic; }

    Instant wall = *parseInstant("2026-11-02T09:00:00Z"); // when monotonic was 0; a test may set it at any time
    std::int64_t monotonic = 0;
};

// A seed reproduces a run.
class SeededDice : public ports::Randomness
{
public:
    explicit SeededDice(std::uint64_t seed = 1) : source_(seed) {}
    void fill(std::span<std::uint8_t> place) override
    {
        for (auto &byte : place)
            byte = static_cast<std::uint8_t>(source_());
    }
    // 0 to below, and true so many times in a hundred.
    [[nodiscard]] std::uint64_t below(std::uint64_t end) { return source_() % end; }
    [[nodiscard]] bool chance(std::uint64_t percent) { return below(100) < percent; }

private:
    std::mt19937_64 source_;
};

} // namespace countersign::support
