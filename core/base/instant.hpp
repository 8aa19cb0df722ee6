// A point in time, as RFC 3339 writes it. Milliseconds; the wire's further digits are kept by whoever signs bytes.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace countersign
{

using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
using std::chrono::milliseconds;

// Strict RFC 3339 with seconds and an offset (contract, "instant"): real calendar dates only, second 60 refused.
[[nodiscard]] std::optional<Instant> parseInstant(std::string_view text);
// YYYY-MM-DD of a real calendar day.
[[nodiscard]] bool isCalendarDate(std::string_view text);

// 2026-11-02T09:00:00Z, with .mmm only where there are milliseconds.
[[nodiscard]] std::string formatInstant(Instant instant);
// The same with a local offset, as signed statements carry it: 2026-11-02T10:00:00+01:00.
[[nodiscard]] std::string formatInstant(Instant instant, std::chrono::minutes offset);

} // namespace countersign
