// Dates as people write them: two readings where there are two, one where there is one, none where it is no date
//
#include "ui/text/dates.hpp"

#include <QLocale>
#include <QTest>

using namespace countersign;
using namespace Qt::StringLiterals;

namespace
{

QString read(const QString &text)
{
    QStringList out;
    for (const text::WrittenDate &date : text::writtenDatesIn(text))
        out << text.mid(date.start, date.length) + u"="_s + text::readingsOf(date);
    return out.join(u"; "_s).replace(QChar(0xa0), u' ');
}

} // namespace

class TestDates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale(u"en_US"_s)); }

    void ambiguousOnesHaveTwoReadings_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("date");
        for (const char *locale : {"en_US", "en_GB"})
            for (const char *date : {"03/04/26", "03/04/2026", "3/4/26", "3/4/2026", "03-04-26", "03-04-2026", "3-4-26",
                                     "03.04.26", "03.04.2026", "3.4.2026", "3/04/2026", "03/4/26"})
                QTest::addRow("%s %s", locale, date) << QString::fromLatin1(locale) << QString::fromLatin1(date);
    }
    void ambiguousOnesHaveTwoReadings()
    {
        QFETCH(QString, locale);
        QFETCH(QString, date);
        QLocale::setDefault(QLocale(locale));
        QCOMPARE(read(u"seen on "_s + date + u"."_s), date + u"=03 Apr 2026 or 04 Mar 2026"_s);
    }

    void others_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("dates");
        const auto row = [](const char *text, const char *dates) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(dates);
        };
        row("25/12/2025", "25/12/2025=25 Dec 2025");
        row("12/25/2025", "12/25/2025=25 Dec 2025");
        row("05/05/26", "05/05/26=05 May 2026");
        row("29/02/2024", "29/02/2024=29 Feb 2024");
        row("29/02/2023", "");
        row("13/13/2025", "");
        row("2026-03-04", "");
        row("BP 120/80", "");
        row("1/2", "");
        row("1.2.3", "");
        row("1.2.3.2026", "");
        row("03/04-2026", "");
        row("a03/04/26", "");
        row("03/04/26b", "");
        row("103/04/26", "");
        row("03/04/1066", "");
        row("born 01/02/69", "01/02/69=01 Feb 1969 or 02 Jan 1969");
        row("01/02/03 and 03/02/01", "01/02/03=01 Feb 2003 or 02 Jan 2003; 03/02/01=03 Feb 2001 or 02 Mar 2001");
        row("(03/04/26)", "03/04/26=03 Apr 2026 or 04 Mar 2026");
        row("", "");
    }
    void others()
    {
        QFETCH(QString, text);
        QFETCH(QString, dates);
        QCOMPARE(read(text), dates);
    }

    void aSentenceSaysBoth()
    {
        const QString text = u"last seen 03/04/26"_s;
        const auto dates = text::writtenDatesIn(text);
        QCOMPARE(dates.size(), std::size_t{1});
        QVERIFY(text::warning(text, dates[0]).contains(u"03/04/26"_s));
    }
};

QTEST_GUILESS_MAIN(TestDates)
#include "test_dates.moc"
