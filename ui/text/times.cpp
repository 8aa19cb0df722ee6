#include "ui/text/times.hpp"

#include "ui/text/qt_text.hpp"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

namespace countersign::text
{
namespace
{

using namespace std::chrono_literals;

struct Time {
    Q_DECLARE_TR_FUNCTIONS(Time)
};

QDateTime local(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count());
}

QString dayMonthYear(QDate day)
{
    return QLocale().toString(day, QStringLiteral("dd\u00a0MMM\u00a0yyyy"));
}

QString withTime(const QDateTime &at)
{
    return QStringLiteral("%1, %2").arg(dayMonthYear(at.date()), at.toString(QStringLiteral("HH:mm")));
}

QString zone(int offsetSeconds)
{
    if (offsetSeconds == 0)
        return QStringLiteral("UTC");
    const int minutes = std::abs(offsetSeconds) / 60;
    return QStringLiteral("UTC%1%2:%3")
        .arg(offsetSeconds < 0 ? QStringLiteral("\u2212") : QStringLiteral("+"))
        .arg(minutes / 60, 2, 10, QLatin1Char('0'))
        .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

QString counted(std::int64_t number, const QString &unit)
{
    return joined(QString::number(number), unit);
}

} // namespace

QString joined(const QString &number, const QString &unit)
{
    return number + nbsp + unit;
}

QString date(std::string_view isoDate)
{
    const QDate day = QDate::fromString(toQt(isoDate), Qt::ISODate);
    return day.isValid() ? dayMonthYear(day) : shownOnOneLine(isoDate);
}

QString date(Instant instant)
{
    return dayMonthYear(local(instant).date());
}

QString clockTime(Instant instant)
{
    return local(instant).toString(QStringLiteral("HH:mm"));
}

QString clockTimeExact(Instant instant)
{
    return local(instant).toString(QStringLiteral("HH:mm:ss"));
}

QString dateTime(Instant instant)
{
    return withTime(local(instant));
}

QString dateTimeZone(Instant instant)
{
    const QDateTime at = local(instant);
    return QStringLiteral("%1 %2").arg(withTime(at), zone(at.offsetFromUtc()));
}

QString signedTime(std::string_view rfc3339)
{
    const QDateTime at = QDateTime::fromString(toQt(rfc3339), Qt::ISODateWithMs);
    if (!at.isValid())
        return shownOnOneLine(rfc3339);
    return QStringLiteral("%1 %2").arg(withTime(at), zone(at.offsetFromUtc()));
}

QString signedTimeBrief(std::string_view rfc3339)
{
    const QDateTime at = QDateTime::fromString(toQt(rfc3339), Qt::ISODateWithMs);
    return at.isValid() && at.offsetFromUtc() == at.toLocalTime().offsetFromUtc() ? withTime(at) : signedTime(rfc3339);
}

QString age(std::string_view birthDate, QDate today)
{
    const QDate born = QDate::fromString(toQt(birthDate), Qt::ISODate);
    if (!born.isValid() || born > today)
        return {};
    const bool hadDay = today.day() >= born.day();
    const int months = (today.year() - born.year()) * 12 + today.month() - born.month() - (hadDay ? 0 : 1);
    if (months >= 24)
        return counted(months / 12, Time::tr("y", "years, abbreviated"));
    if (months >= 2)
        return counted(months, Time::tr("mo", "months, abbreviated"));
    return counted(born.daysTo(today), Time::tr("d", "days, abbreviated"));
}

QString span(milliseconds length)
{
    const milliseconds size = length < 0ms ? -length : length;
    if (size < 1min)
        return counted(size / 1s, Time::tr("s", "seconds, abbreviated"));
    if (size < 1h)
        return counted(size / 1min, Time::tr("min", "minutes, abbreviated"));
    if (size < 48h)
        return counted(size / 1h, Time::tr("h", "hours, abbreviated"));
    return counted(size / 24h, Time::tr("d", "days, abbreviated"));
}

QString timeLeft(Instant due, Instant now)
{
    return due >= now ? Time::tr("%1 left").arg(span(due - now)) : Time::tr("%1 over").arg(span(now - due));
}

QString timeAgo(Instant then, Instant now)
{
    if (now - then < 1min)
        return Time::tr("just now");
    return Time::tr("%1 ago").arg(span(now - then));
}

} // namespace countersign::text
