#include "app/gateway/system_clock.hpp"

#include "core/crypto/random.hpp"

#include <chrono>

namespace countersign::gateway
{

Instant SystemClock::now() const
{
    return std::chrono::time_point_cast<milliseconds>(std::chrono::system_clock::now());
}

std::chrono::minutes SystemClock::offset(Instant) const
{
    return std::chrono::minutes(0); // a gateway writes UTC
}

std::int64_t SystemClock::monotonicMs() const
{
    return std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

void SystemDice::fill(std::span<std::uint8_t> place)
{
    crypto::systemRandom(place);
}

} // namespace countersign::gateway
