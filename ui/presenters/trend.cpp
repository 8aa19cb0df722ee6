#include "ui/presenters/trend.hpp"

#include "ui/presenters/fhir_path.hpp"
#include "ui/presenters/fhir_rows.hpp"
#include "ui/text/notation.hpp"
#include "ui/text/qt_text.hpp"
#include "ui/text/times.hpp"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>

namespace countersign::presenters
{
namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Trend)
};

std::string leafOf(const JsonOutline &outline, std::size_t parent, std::string_view key)
{
    const JsonLine *const found = childOf(outline, parent, key);
    return found == nullptr ? std::string{} : found->text;
}

std::optional<double> numberOf(const std::string &text)
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isNumber = error == std::errc{} && end == text.data() + text.size() && std::isfinite(number);
    return isNumber ? std::optional{number} : std::nullopt;
}

std::optional<std::int64_t> momentOf(const std::string &text)
{
    const QDateTime at = QDateTime::fromString(text::toQt(text), Qt::ISODateWithMs);
    return at.isValid() && text.size() >= 10 ? std::optional{at.toMSecsSinceEpoch()} : std::nullopt;
}

std::string whenOf(const JsonOutline &outline, std::size_t observation)
{
    for (const char *key : {"effectiveDateTime", "effectiveInstant", "issued"})
        if (const std::string when = leafOf(outline, observation, key); !when.empty())
            return when;
    const JsonLine *const period = childOf(outline, observation, "effectivePeriod");
    return period == nullptr ? std::string{} : leafOf(outline, indexOf(outline, *period), "start");
}

void addLimits(const JsonOutline &outline, std::size_t line, Measurement &measured)
{
    const JsonLine *const ranges = childOf(outline, line, "referenceRange");
    if (ranges == nullptr || ranges->end == indexOf(outline, *ranges) + 1)
        return;
    const std::size_t first = indexOf(outline, *ranges) + 1;
    const auto limit = [&](const char *key) {
        const JsonLine *const end = childOf(outline, first, key);
        const bool isSameUnit = end != nullptr && leafOf(outline, indexOf(outline, *end), "unit") == measured.unit;
        return isSameUnit ? numberOf(leafOf(outline, indexOf(outline, *end), "value")) : std::nullopt;
    };
    measured.low = limit("low");
    measured.high = limit("high");
}

// The observation, or one of its components: what is measured stands in `line`, when in the observation.
std::optional<Measurement> measuredAt(const JsonOutline &outline, std::size_t line, const std::string &when)
{
    const JsonLine *const value = childOf(outline, line, "valueQuantity");
    const JsonLine *const code = childOf(outline, line, "code");
    const auto at = momentOf(when);
    if (value == nullptr || code == nullptr || !at)
        return std::nullopt;
    const std::size_t valueLine = indexOf(outline, *value);
    const auto number = numberOf(leafOf(outline, valueLine, "value"));
    if (!number || childOf(outline, valueLine, "comparator") != nullptr)
        return std::nullopt; // "<5" is no place on an axis
    Measurement measured;
    measured.title = briefly(outline, indexOf(outline, *code));
    measured.unit = leafOf(outline, valueLine, "unit");
    if (measured.unit.empty())
        measured.unit = leafOf(outline, valueLine, "code");
    measured.code = fhirValue(outline, indexOf(outline, *code)).value_or(measured.title);
    measured.when = when;
    measured.value = leafOf(outline, valueLine, "value");
    measured.number = *number;
    measured.at = *at;
    measured.line = valueLine;
    addLimits(outline, line, measured);
    return measured;
}

TrendPoint pointOf(const Measurement &measured)
{
    TrendPoint point;
    point.at = measured.at;
    point.number = measured.number;
    point.when = measured.when.size() == 10 ? text::date(measured.when) : text::signedTimeBrief(measured.when);
    point.value =
        text::clinicalLine(text::joined(text::shownOnOneLine(measured.value), text::shownOnOneLine(measured.unit)));
    point.isOutside =
        (measured.low && measured.number < *measured.low) || (measured.high && measured.number > *measured.high);
    point.line = measured.line;
    return point;
}

Trend trendOf(std::vector<const Measurement *> group)
{
    std::stable_sort(group.begin(), group.end(), [](const auto *a, const auto *b) { return a->at < b->at; });
    Trend trend;
    trend.title = text::clinicalLine(text::shownOnOneLine(group.back()->title));
    trend.low = group.back()->low;
    trend.high = group.back()->high;
    for (const Measurement *const measured : group)
        trend.points.push_back(pointOf(*measured));
    const TrendPoint &first = trend.points.front();
    const TrendPoint &last = trend.points.back();
    trend.words = Words::tr("%1: %n values, from %2 on %3 to %4 on %5", nullptr, static_cast<int>(group.size()))
                      .arg(trend.title, first.value, first.when, last.value, last.when);
    return trend;
}

} // namespace

std::vector<Measurement> measurementsIn(const JsonOutline &outline)
{
    std::vector<Measurement> all;
    const auto add = [&](std::optional<Measurement> one) {
        if (one)
            all.push_back(std::move(*one));
    };
    for (std::size_t i = 0; i < outline.size(); ++i) {
        if (outline[i].kind != JsonLine::Kind::Object || leafOf(outline, i, "resourceType") != "Observation"
            || leafOf(outline, i, "status") == "entered-in-error")
            continue;
        const std::string when = whenOf(outline, i);
        add(measuredAt(outline, i, when));
        if (const JsonLine *const parts = childOf(outline, i, "component"))
            for (const std::size_t part : childrenOf(outline, indexOf(outline, *parts)))
                add(measuredAt(outline, part, when));
    }
    return all;
}

std::vector<Trend> trendsOf(const std::vector<Measurement> &measurements)
{
    std::map<std::pair<std::string, std::string>, std::vector<const Measurement *>> groups;
    for (const Measurement &measured : measurements)
        groups[{measured.code, measured.unit}].push_back(&measured);
    std::vector<Trend> trends;
    for (auto &[key, group] : groups)
        if (group.size() >= 2)
            trends.push_back(trendOf(std::move(group)));
    std::stable_sort(trends.begin(), trends.end(),
                     [](const Trend &a, const Trend &b) { return a.points.size() > b.points.size(); });
    return trends;
}

} // namespace countersign::presenters
