// Dates as people write them in notes. One that can be read in two ways is shown in both; the text itself is
// never changed. Pure; names of months come from the locale in force.
#pragma once

#include <QDate>
#include <QString>
#include <QStringView>

#include <vector>

namespace countersign::text
{

struct WrittenDate {
    int start = 0;
    int length = 0;
    std::vector<QDate> readings; // one or two: day first, then month first
    bool operator==(const WrittenDate &) const = default;
};

// "03/04/26", "3-4-2026", "03.04.2026"; in reading order. What is no date in either way is left out.
[[nodiscard]] std::vector<WrittenDate> writtenDatesIn(QStringView text);

// "03 Apr 2026 or 04 Mar 2026".
[[nodiscard]] QString readingsOf(const WrittenDate &date);
// One sentence for a date with two readings: "“03/04/26” can be read as 03 Apr 2026 or as 04 Mar 2026".
[[nodiscard]] QString warning(QStringView text, const WrittenDate &date);

} // namespace countersign::text
