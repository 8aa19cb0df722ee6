// RFC 3339, strictly: what is accepted, what it means, and what is refused.
#include "core/base/instant.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace countersign;

TEST_CASE("one point in time has many texts and one canonical")
{
    struct Row {
        const char *text, *canonical;
    };
    const std::vector<Row> rows{
        {"2026-11-02T09:00:00Z", "2026-11-02T09:00:00Z"},
        {"2026-11-02T10:00:00+01:00", "2026-11-02T09:00:00Z"},
        {"2026-11-01T23:30:00-09:30", "2026-11-02T09:00:00Z"},
        {"2026-11-02T09:00:00.5Z", "2026-11-02T09:00:00.500Z"},
        {"2026-11-02T09:00:00.123456789Z", "2026-11-02T09:00:00.123Z"},
        {"2026-11-02T09:00:00.000Z", "2026-11-02T09:00:00Z"},
        {"2028-02-29T23:59:59Z", "2028-02-29T23:59:59Z"},
        {"2000-02-29T00:00:00Z", "2000-02-29T00:00:00Z"},
        {"1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z"},
        {"2026-01-01T00:30:00+23:59", "2025-12-31T00:31:00Z"},
        {"2026-11-02T09:00:00-00:00", "2026-11-02T09:00:00Z"},
    };
    for (const auto &row : rows) {
        CAPTURE(row.text);
        const auto instant = parseInstant(row.text);
        REQUIRE(instant);
        CHECK(formatInstant(*instant) == row.canonical);
        CHECK(parseInstant(formatInstant(*instant)) == instant);
    }
}

TEST_CASE("what only looks like an instant is refused")
{
    for (const auto *text : {"",
                             "2026-11-02",
                             "2026-11-02T09:00Z",
                             "2026-11-02T09:00:00",
                             "2026-11-02 09:00:00Z",
                             "2026-11-02t09:00:00Z",
                             "2026-11-02T09:00:00z",
                             "2026-02-29T09:00:00Z",
                             "2100-02-29T09:00:00Z",
                             "2026-13-01T09:00:00Z",
                             "2026-00-01T09:00:00Z",
                             "2026-11-31T09:00:00Z",
                             "2026-11-02T24:00:00Z",
                             "2026-11-02T09:60:00Z",
                             "2026-11-02T09:00:60Z",
                             "2026-11-02T09:00:00.Z",
                             "2026-11-02T09:00:00.1234567890Z",
                             "2026-11-02T09:00:00+0100",
                             "2026-11-02T09:00:00+24:00",
                             "2026-11-02T09:00:00+01:60",
                             "2026-11-02T09:00:00+01:00 ",
                             " 2026-11-02T09:00:00Z",
                             "2026-11-02T09:00:00ZZ",
                             "+2026-11-02T09:00:00Z",
                             "26-11-02T09:00:00Z",
                             "2026-11-02T-9:00:00Z",
                             "2026-1١-02T09:00:00Z"})
        CHECK_MESSAGE(!parseInstant(text), text);
}

TEST_CASE("a local time names its offset")
{
    using std::chrono::minutes;
    const auto instant = *parseInstant("2026-11-02T00:15:00Z");
    CHECK(formatInstant(instant, minutes(60)) == "2026-11-02T01:15:00+01:00");
    CHECK(formatInstant(instant, minutes(-570)) == "2026-11-01T14:45:00-09:30");
    CHECK(formatInstant(instant, minutes(0)) == "2026-11-02T00:15:00+00:00");
    for (int offset = -14 * 60; offset <= 14 * 60; offset += 15)
        CHECK(parseInstant(formatInstant(instant, minutes(offset))) == instant);
}

TEST_CASE("a calendar date is a day that there was")
{
    for (const auto *text : {"2026-11-02", "2028-02-29", "1900-01-01"})
        CHECK_MESSAGE(isCalendarDate(text), text);
    for (const auto *text : {"2026-11-2", "2026-02-29", "1900-02-29", "2026-11-02 ", "02-11-2026", "2026/11/02", ""})
        CHECK_MESSAGE(!isCalendarDate(text), text);
}
