#include "ui/text/dates.hpp"

#include "ui/text/qt_text.hpp"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <optional>

namespace countersign::text
{
namespace
{

struct Notation {
    Q_DECLARE_TR_FUNCTIONS(Notation)
};

constexpr int pivot = 69; // of years with two digits, as POSIX reads them: 68 is 2068, 69 is 1969

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isSeparator(QChar c)
{
    return c == u'/' || c == u'-' || c == u'.';
}

// One to `most` digits at that place; nothing otherwise.
std::optional<QStringView> digitsAt(QStringView text, qsizetype at, qsizetype most)
{
    qsizetype end = at;
    while (end < text.size() && isDigit(text[end]))
        ++end;
    return end > at && end - at <= most ? std::optional{text.sliced(at, end - at)} : std::nullopt;
}

std::optional<int> yearOf(QStringView digits)
{
    const int year = digits.toInt();
    if (digits.size() == 2)
        return year < pivot ? 2000 + year : 1900 + year;
    return digits.size() == 4 && year >= 1880 && year <= 2150 ? std::optional{year} : std::nullopt;
}

// Neither a part of a longer number nor of a word.
bool isAlone(QStringView text, qsizetype start, qsizetype end)
{
    const auto joins = [&](qsizetype at) {
        return text[at].isLetterOrNumber() || text[at] == u'/' || text[at] == u'-';
    };
    if (start > 0 && (joins(start - 1) || text[start - 1] == u'.'))
        return false;
    const bool isFollowedByPoint = end + 1 < text.size() && text[end] == u'.' && isDigit(text[end + 1]);
    return !isFollowedByPoint && (end >= text.size() || !joins(end));
}

std::optional<WrittenDate> dateAt(QStringView text, qsizetype at)
{
    std::array<QStringView, 3> parts;
    qsizetype next = at;
    QChar separator;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto digits = digitsAt(text, next, i == 2 ? 4 : 2);
        if (!digits)
            return std::nullopt;
        parts[i] = *digits;
        next += digits->size();
        if (i == 2)
            break;
        if (next >= text.size() || !isSeparator(text[next]) || (i == 1 && text[next] != separator))
            return std::nullopt;
        separator = text[next++];
    }
    const auto year = yearOf(parts[2]);
    if (!year || !isAlone(text, at, next))
        return std::nullopt;
    WrittenDate date{static_cast<int>(at), static_cast<int>(next - at), {}};
    const int first = parts[0].toInt();
    const int second = parts[1].toInt();
    if (const QDate dayFirst(*year, second, first); dayFirst.isValid())
        date.readings.push_back(dayFirst);
    if (const QDate monthFirst(*year, first, second); monthFirst.isValid() && first != second)
        date.readings.push_back(monthFirst);
    return date.readings.empty() ? std::nullopt : std::optional{date};
}

QString dayMonthYear(QDate day)
{
    return QLocale().toString(day, QStringLiteral("dd\u00a0MMM\u00a0yyyy"));
}

} // namespace

std::vector<WrittenDate> writtenDatesIn(QStringView text)
{
    std::vector<WrittenDate> dates;
    for (qsizetype at = 0; at < text.size();) {
        const auto date = isDigit(text[at]) ? dateAt(text, at) : std::nullopt;
        if (date)
            dates.push_back(*date);
        at += date ? date->length : 1;
        while (!date && at < text.size() && at > 0 && isDigit(text[at - 1]) && isDigit(text[at]))
            ++at; // never from the middle of a number
    }
    return dates;
}

QString readingsOf(const WrittenDate &date)
{
    const QString first = dayMonthYear(date.readings.front());
    return date.readings.size() < 2 ? first : Notation::tr("%1 or %2").arg(first, dayMonthYear(date.readings.back()));
}

QString warning(QStringView text, const WrittenDate &date)
{
    return Notation::tr("\u201c%1\u201d can be read in two ways: %2")
        .arg(text.mid(date.start, date.length).toString(), readingsOf(date));
}

} // namespace countersign::text
