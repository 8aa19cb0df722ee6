#include "app/console/system_clock.hpp"

#include <QtCore/QDateTime>
#include <QtCore/QTimeZone>

#if defined(_WIN32)
#include <windows.h>
#else
#include <time.h>
#endif

namespace countersign::console
{

Instant SystemClock::now() const
{
    return std::chrono::floor<milliseconds>(std::chrono::system_clock::now());
}

std::chrono::minutes SystemClock::offset(Instant at) const
{
    const auto moment = QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC);
    return std::chrono::minutes(QTimeZone::systemTimeZone().offsetFromUtc(moment) / 60);
}

std::int64_t SystemClock::monotonicMs() const
{
#if defined(_WIN32)
    return static_cast<std::int64_t>(::GetTickCount64());
#else
#if defined(CLOCK_BOOTTIME)
    constexpr clockid_t clock = CLOCK_BOOTTIME;
#else
    constexpr clockid_t clock = CLOCK_MONOTONIC; // macOS: runs in suspend
#endif
    timespec time{};
    ::clock_gettime(clock, &time);
    return static_cast<std::int64_t>(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000;
#endif
}

} // namespace countersign::console
