// One kind of measurement over time, from the observations of a chart: what a chart draws, and the table behind it.
// Numbers are told as they were written; they are read as numbers only to place a dot. Pure; gui thread because of tr.
#pragma once

#include "ui/presenters/json_outline.hpp"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace countersign::presenters
{

struct Measurement {
    std::string code;  // by which values belong together
    std::string title; // "Haemoglobin A1c"
    std::string unit;
    std::string when;  // as written
    std::string value; // as written
    double number = 0;
    std::int64_t at = 0; // milliseconds
    std::optional<double> low, high;
    std::optional<std::size_t> line; // of the value in the outline that is shown; nothing: of another source
};

struct TrendPoint {
    std::int64_t at = 0;
    double number = 0;
    QString when;
    QString value;          // with its unit
    bool isOutside = false; // of the reference range
    std::optional<std::size_t> line;
};
struct Trend {
    QString title;
    QString words;                   // the whole in a sentence
    std::vector<TrendPoint> points;  // by time
    std::optional<double> low, high; // reference range of the last one
};

// Of every observation and component that has a number and a day; nothing that was entered in error.
[[nodiscard]] std::vector<Measurement> measurementsIn(const JsonOutline &outline);

// The kinds that were measured at least twice, the most measured first.
[[nodiscard]] std::vector<Trend> trendsOf(const std::vector<Measurement> &measurements);

} // namespace countersign::presenters
