// Wrong passwords in a row: after the fifth one each further try has to wait, twice as long every time. Signing in,
// unlocking and signing count together. Pure; milliseconds that run in suspend and never go back.
#pragma once

#include <cstdint>

namespace countersign::access
{

struct Attempts {
    int failures = 0;
    std::int64_t notBeforeMs = 0;
    bool operator==(const Attempts &) const = default;
};

inline constexpr int freeAttempts = 5;
inline constexpr std::int64_t attemptDelayMaxMs = 15 * 60 * 1000;

// How long until the next try may be made; 0: now.
[[nodiscard]] std::int64_t waitMs(const Attempts &attempts, std::int64_t nowMs);
[[nodiscard]] Attempts afterFailure(const Attempts &attempts, std::int64_t nowMs);

} // namespace countersign::access
