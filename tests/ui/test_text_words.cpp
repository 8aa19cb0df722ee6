// Every value has its words; text from outside hides nothing; dates, spans and names read as the house writes them.
#ifndef Q_MOC_RUN // the moc of Qt 6.4 stumbles over the standard headers of C++20
#include "core/domain/names.hpp"
#include "core/domain/reason_codes.hpp"
#include "ui/text/people.hpp"
#include "ui/text/qt_text.hpp"
#include "ui/text/times.hpp"
#include "ui/text/words.hpp"
#endif

#include <QFile>
#include <QSet>
#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace
{

// The enumerators that the domain's own table of names knows.
template <class Enum>
std::vector<Enum> all()
{
    std::vector<Enum> values;
    try {
        for (int i = 0;; ++i) {
            (void)domain::name(static_cast<Enum>(i));
            values.push_back(static_cast<Enum>(i));
        }
    } catch (const std::exception &) {
    }
    return values;
}

// Every value has words, no two the same; `silent` may have none.
template <class Enum>
void everyValueSpeaks(std::optional<Enum> silent = {})
{
    QSet<QString> seen;
    for (const Enum value : all<Enum>()) {
        const QString words = text::phrase(value);
        if (silent == value)
            continue;
        QVERIFY2(!words.isEmpty(), domain::name(value).data());
        QVERIFY2(!seen.contains(words), qPrintable(words));
        seen.insert(words);
    }
    QVERIFY(seen.size() > 1);
}

Instant at(const char *rfc3339)
{
    return parseInstant(rfc3339).value();
}

} // namespace

class TestTextWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "UTC"); }

    void everyEnumSpeaks()
    {
        everyValueSpeaks<domain::Tier>();
        everyValueSpeaks<domain::ItemState>();
        everyValueSpeaks<domain::Verdict>();
        everyValueSpeaks<domain::Meaning>();
        everyValueSpeaks<domain::Harm>();
        everyValueSpeaks<domain::Standing>();
        everyValueSpeaks<domain::Outcome>();
        everyValueSpeaks<domain::Role>();
        everyValueSpeaks<domain::AuthComponent>();
        everyValueSpeaks<domain::Change::Op>();
        everyValueSpeaks<domain::Change::Class>();
        everyValueSpeaks<domain::FindingView::Resolution>();
        everyValueSpeaks<domain::Severity>();
        everyValueSpeaks<domain::ResolvableBy>();
        everyValueSpeaks<domain::Patient::Sex>();
        everyValueSpeaks(std::optional(domain::Allergy::Criticality::Unstated));
        everyValueSpeaks(std::optional(domain::Allergy::Status::Unstated));
        everyValueSpeaks(std::optional(domain::Statement::Basis::Unstated));
        everyValueSpeaks<domain::Source::Kind>();
        everyValueSpeaks(std::optional(domain::Source::MediaType::Unstated));
        everyValueSpeaks<domain::Criterion::Status>();
        everyValueSpeaks<domain::Answer::Origin>();
        everyValueSpeaks<domain::TraceStep::Kind>();
        everyValueSpeaks<domain::TraceStep::PhiShare>();
        everyValueSpeaks<domain::TraceStep::Status>();
        everyValueSpeaks<domain::PeerFinding::Severity>();
        everyValueSpeaks<domain::Risk::Samd>();
        for (const auto verdict : all<domain::Verdict>())
            QVERIFY(!text::imperative(verdict).isEmpty());
        for (const auto standing : all<domain::Standing>())
            QVERIFY(text::explain(standing).endsWith(u'.'));
    }

    void standingsAreTheContractsWords()
    {
        for (const auto standing : all<domain::Standing>())
            QCOMPARE(text::phrase(standing), text::toQt(domain::name(standing)));
    }

    void everyRefusalIsASentence()
    {
        QSet<QString> seen;
        for (int i = 0; i <= static_cast<int>(domain::RefusalCode::Busy); ++i) {
            const QString words = text::phrase(domain::Refusal{static_cast<domain::RefusalCode>(i), "nurse"});
            QVERIFY2(words.endsWith(u'.'), qPrintable(QString::number(i)));
            QVERIFY2(!words.contains(u'!') && !words.contains(u"oops", Qt::CaseInsensitive), qPrintable(words));
            QVERIFY2(!seen.contains(words), qPrintable(words));
            seen.insert(words);
        }
        QVERIFY(text::phrase(domain::Refusal{domain::RefusalCode::RoleMayNot, "pharmacist"}).contains(u"Pharmacist"));
        QVERIFY(!text::phrase(domain::Refusal{domain::RefusalCode::RoleMayNot, "<b>x</b>"}).contains(u"<b>"));
    }

    // E46: a letter that passes for another is named; words of one script, and the Greek of medicine, are not.
    void lettersThatPassForOthersAreNamed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("Cyrillic a in a drug") << u"\u0430spirin"_s << u"\u0430\u27e6U+0430\u27e7spirin"_s;
        QTest::newRow("full-width digit") << u"\uff15 mg"_s << u"\uff15\u27e6U+FF15\u27e7 mg"_s;
        QTest::newRow("Arabic digit in a dose") << u"1\u0660 mg"_s << u"1\u0660\u27e6U+0660\u27e7 mg"_s;
        QTest::newRow("Greek capital") << u"\u039corphine"_s << u"\u039c\u27e6U+039C\u27e7orphine"_s;
        QTest::newRow("mathematical letter") << u"\U0001d400"_s << u"\U0001d400\u27e6U+1D400\u27e7"_s;
        for (const char16_t *plain :
             {u"Иванов", u"5 μg", u"β-blocker", u"TNFα", u"Müller – Åse", u"٣ ملغ", u"naïve 10 mg", u"2 × 5 mg"})
            QTest::newRow(qPrintable(QString::fromUtf16(plain)))
                << QString::fromUtf16(plain) << QString::fromUtf16(plain);
    }
    void lettersThatPassForOthersAreNamed()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        QCOMPARE(text::shown(text::toUtf8(text)), shown);
        QCOMPARE(text::ShownText(text::toUtf8(text)).text(), shown);
    }

    void everyReasonHasItsChip()
    {
        QFile source(QStringLiteral(COUNTERSIGN_SOURCE_DIR "/ui/text/reason_words.cpp"));
        QVERIFY(source.open(QIODevice::ReadOnly));
        const QByteArray listed = source.readAll();
        for (const auto table : {domain::noteReasons(), domain::priorAuthReasons(), domain::escalationReasons()})
            for (const domain::ReasonCode &reason : table) {
                QCOMPARE(text::reasonChip(reason.code), text::toQt(reason.chip));
                const QByteArray quoted =
                    '"' + QByteArray(reason.chip.data(), static_cast<int>(reason.chip.size())) + '"';
                QVERIFY2(listed.contains(quoted), quoted.constData());
            }
        QCOMPARE(text::reasonChip("X77"), u"X77"_s);
    }

    void nothingHidesInText_data()
    {
        QTest::addColumn<QByteArray>("utf8");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << QByteArray("a\tb\nc") << u"a\tb\nc"_s;
        QTest::newRow("right-to-left override") << QByteArray("a\xe2\x80\xae"
                                                              "b")
                                                << u"a\u27e6U+202E\u27e7b"_s;
        QTest::newRow("zero width space") << QByteArray("a\xe2\x80\x8b"
                                                        "b")
                                          << u"a\u27e6U+200B\u27e7b"_s;
        QTest::newRow("bell") << QByteArray("\x07") << u"\u27e6U+0007\u27e7"_s;
        QTest::newRow("tag letter") << QByteArray("\xf3\xa0\x81\x81") << u"\u27e6U+E0041\u27e7"_s;
        QTest::newRow("umlaut") << QByteArray("\xc3\xa4") << u"ä"_s;
        QTest::newRow("markup stays text") << QByteArray("<b>x</b>") << u"<b>x</b>"_s;
    }
    void nothingHidesInText()
    {
        QFETCH(QByteArray, utf8);
        QFETCH(QString, shown);
        QCOMPARE(text::shown(utf8.toStdString()), shown);
        QCOMPARE(text::ShownText(utf8.toStdString()).text(), shown);
    }

    void placesFollowTheTokens()
    {
        const text::ShownText shown("a\xe2\x80\xae\xf0\x9f\x98\x80"
                                    "b");
        QCOMPARE(shown.codePointCount(), 4);
        QCOMPARE(shown.at(0), 0);
        QCOMPARE(shown.at(1), 1);
        QCOMPARE(shown.at(2), 9);  // after ⟦U+202E⟧
        QCOMPARE(shown.at(3), 11); // after a pair of surrogates
        QCOMPARE(shown.at(99), 12);
        QCOMPARE(shown.at(-5), 0);
    }

    void datesAndSpans()
    {
        QCOMPARE(text::date("2026-03-05"), u"05\u00a0Mar\u00a02026"_s);
        QCOMPARE(text::date("not a date"), u"not a date"_s);
        QCOMPARE(text::signedTime("2026-11-02T10:00:00+01:00"), u"02\u00a0Nov\u00a02026, 10:00 UTC+01:00"_s);
        QCOMPARE(text::signedTime("2026-11-02T10:00:00Z"), u"02\u00a0Nov\u00a02026, 10:00 UTC"_s);
        QCOMPARE(text::span(30s), u"30\u00a0s"_s);
        QCOMPARE(text::span(12min + 59s), u"12\u00a0min"_s);
        QCOMPARE(text::span(47h), u"47\u00a0h"_s);
        QCOMPARE(text::span(72h), u"3\u00a0d"_s);
        const Instant now = at("2026-11-02T09:00:00Z");
        QCOMPARE(text::timeLeft(now + 2h, now), u"2\u00a0h left"_s);
        QCOMPARE(text::timeLeft(now - 20min, now), u"20\u00a0min over"_s);
        QCOMPARE(text::timeAgo(now - 12min, now), u"12\u00a0min ago"_s);
        QCOMPARE(text::timeAgo(now, now), u"just now"_s);
    }

    void ages_data()
    {
        QTest::addColumn<QByteArray>("born");
        QTest::addColumn<QString>("age");
        QTest::newRow("birthday tomorrow") << QByteArray("1978-11-03") << u"47\u00a0y"_s;
        QTest::newRow("birthday today") << QByteArray("1978-11-02") << u"48\u00a0y"_s;
        QTest::newRow("toddler") << QByteArray("2025-04-30") << u"18\u00a0mo"_s;
        QTest::newRow("newborn") << QByteArray("2026-10-20") << u"13\u00a0d"_s;
        QTest::newRow("unborn") << QByteArray("2027-01-01") << QString();
        QTest::newRow("nothing") << QByteArray("") << QString();
        QTest::newRow("no such day") << QByteArray("1978-02-31") << QString();
    }
    void ages()
    {
        QFETCH(QByteArray, born);
        QFETCH(QString, age);
        QCOMPARE(text::age(born.toStdString(), QDate(2026, 11, 2)), age);
    }

    void names()
    {
        using Name = domain::Phi<std::string>;
        QCOMPARE(text::patientName(Name("Rivera"), Name("Rachel")), u"RIVERA, Rachel"_s);
        QCOMPARE(text::patientName(Name("Nguyễn"), Name("Thị Mai")), u"NGUYỄN, Thị Mai"_s);
        QCOMPARE(text::patientName(Name("Rivera"), Name()), u"RIVERA"_s);
        QCOMPARE(text::patientName(Name(), Name("Rachel")), u"NAME NOT RECEIVED, Rachel"_s);
        QCOMPARE(text::patientName(Name("Rivera, Rachel")), u"RIVERA, Rachel"_s);
        QCOMPARE(text::patientName(Name("Riv\nera\xe2\x80\xae"), Name("R")), u"RIV ERA\u27e6U+202E\u27e7, R"_s);
        domain::Allergy allergy;
        allergy.substance = "Penicillin";
        QCOMPARE(text::allergy(allergy), u"Penicillin"_s);
        allergy.reaction = "anaphylaxis";
        QCOMPARE(text::allergy(allergy), u"Penicillin \u2014 anaphylaxis"_s);
    }
};

QTEST_GUILESS_MAIN(TestTextWords)
#include "test_text_words.moc"
