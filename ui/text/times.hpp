// Dates, times and spans as people here read them: 05 Mar 2026, 14:02, 48 y, 2 h left. Numbers and units are held
// together by a no-break space. "now" is always an argument.
#pragma once

#include "core/base/instant.hpp"

#include <QDate>
#include <QString>

#include <string_view>

namespace countersign::text
{

// YYYY-MM-DD; a text that is not a date comes back as it is, visible.
[[nodiscard]] QString date(std::string_view isoDate);
[[nodiscard]] QString date(Instant instant);           // local day
[[nodiscard]] QString clockTime(Instant instant);      // local, 14:02
[[nodiscard]] QString clockTimeExact(Instant instant); // local, 14:02:30, for what is near
[[nodiscard]] QString dateTime(Instant instant);       // local, 05 Mar 2026 14:02
[[nodiscard]] QString dateTimeZone(Instant instant);   // with UTC offset
// An RFC 3339 text with offset, shown on the signer's own clock: 05 Mar 2026 14:02 UTC+01:00.
[[nodiscard]] QString signedTime(std::string_view rfc3339);
// The same for tables: the zone only where it is not this machine's.
[[nodiscard]] QString signedTimeBrief(std::string_view rfc3339);

// Full years; months under two years; days under two months. Empty where the birth date is not a date.
[[nodiscard]] QString age(std::string_view birthDate, QDate today);
// The two largest units at most: "30 s", "12 min", "2 h", "3 d".
[[nodiscard]] QString span(milliseconds length);
[[nodiscard]] QString timeLeft(Instant due, Instant now); // "2 h left", "20 min over"
[[nodiscard]] QString timeAgo(Instant then, Instant now); // "12 min ago"

[[nodiscard]] QString joined(const QString &number, const QString &unit); // with the no-break space

} // namespace countersign::text
