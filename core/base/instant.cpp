#include "core/base/instant.hpp"

#include <array>
#include <cstdio>

namespace countersign
{
namespace
{

using namespace std::chrono;

std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count)
{
    if (at + count > text.size())
        return std::nullopt;
    int value = 0;
    for (const char c : text.substr(at, count)) {
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::optional<sys_days> calendarDay(std::string_view text)
{
    const auto y = digits(text, 0, 4);
    const auto m = digits(text, 5, 2);
    const auto d = digits(text, 8, 2);
    if (!y || !m || !d || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const year_month_day date{year{*y}, month{static_cast<unsigned>(*m)}, day{static_cast<unsigned>(*d)}};
    if (!date.ok())
        return std::nullopt;
    return sys_days{date};
}

// Reads .fraction; moves `at` past it.
std::optional<milliseconds> fraction(std::string_view text, std::size_t &at)
{
    if (at >= text.size() || text[at] != '.')
        return milliseconds{0};
    int value = 0;
    std::size_t count = 0;
    for (++at; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, ++count)
        if (count < 3)
            value = value * 10 + (text[at] - '0');
    if (count == 0 || count > 9)
        return std::nullopt;
    for (; count < 3; ++count)
        value *= 10;
    return milliseconds{value};
}

std::optional<minutes> zone(std::string_view text)
{
    if (text == "Z")
        return minutes{0};
    const auto h = digits(text, 1, 2);
    const auto m = digits(text, 4, 2);
    if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':' || !h || !m || *h > 23 || *m > 59)
        return std::nullopt;
    const minutes offset = hours{*h} + minutes{*m};
    return text[0] == '-' ? -offset : offset;
}

std::string format(Instant local, std::string_view suffix)
{
    const auto dayStart = floor<days>(local);
    const year_month_day date{dayStart};
    const hh_mm_ss time{local - dayStart};
    std::array<char, 48> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02uT%02d:%02d:%02d", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                  static_cast<int>(time.seconds().count()));
    std::string text = buffer.data();
    if (const auto ms = time.subseconds().count(); ms != 0) {
        std::snprintf(buffer.data(), buffer.size(), ".%03d", static_cast<int>(ms));
        text += buffer.data();
    }
    return text.append(suffix);
}

} // namespace

std::optional<Instant> parseInstant(std::string_view text)
{
    if (text.size() < 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':')
        return std::nullopt;
    const auto date = calendarDay(text);
    const auto h = digits(text, 11, 2);
    const auto m = digits(text, 14, 2);
    const auto s = digits(text, 17, 2);
    if (!date || !h || !m || !s || *h > 23 || *m > 59 || *s > 59)
        return std::nullopt;
    std::size_t at = 19;
    const auto part = fraction(text, at);
    const auto offset = zone(text.substr(at));
    if (!part || !offset)
        return std::nullopt;
    return Instant{*date} + hours{*h} + minutes{*m} + seconds{*s} + *part - *offset;
}

bool isCalendarDate(std::string_view text)
{
    return text.size() == 10 && calendarDay(text).has_value();
}

std::string formatInstant(Instant instant)
{
    return format(instant, "Z");
}

std::string formatInstant(Instant instant, minutes offset)
{
    const auto magnitude = offset < minutes{0} ? -offset : offset;
    std::array<char, 32> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%c%02d:%02d", offset < minutes{0} ? '-' : '+',
                  static_cast<int>(magnitude.count() / 60), static_cast<int>(magnitude.count() % 60));
    return format(instant + offset, buffer.data());
}

} // namespace countersign
