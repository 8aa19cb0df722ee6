#include "core/access/attempts.hpp"

#include <algorithm>

namespace countersign::access
{

std::int64_t waitMs(const Attempts &attempts, std::int64_t nowMs)
{
    return std::max<std::int64_t>(0, attempts.notBeforeMs - nowMs);
}

Attempts afterFailure(const Attempts &attempts, std::int64_t nowMs)
{
    const int failures = attempts.failures + 1;
    if (failures < freeAttempts)
        return {failures, 0};
    const int doublings = std::min(failures - freeAttempts + 1, 20);
    return {failures, nowMs + std::min(attemptDelayMaxMs, std::int64_t{1000} << doublings)};
}

} // namespace countersign::access
