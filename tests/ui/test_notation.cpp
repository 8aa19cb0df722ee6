// Notations that have been misread, doses that stay together, names in tall letters: tables.
#include "ui/text/notation.hpp"

#include <QTest>

using namespace countersign;
using namespace Qt::StringLiterals;

namespace
{

// "QD→daily; .5→0.5"
QString marked(const QString &text)
{
    QStringList out;
    for (const text::ErrorProne &notation : text::errorProneIn(text))
        out << text.mid(notation.start, notation.length) + u"\u2192"_s + notation.instead;
    return out.join(u"; "_s);
}

} // namespace

class TestNotation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isMarked_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto is = [](const char *text, const char *expected) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
        };
        is("insulin 10 U at bedtime", "U→units");
        is("insulin 10U at bedtime", "U→units");
        is("insulin 10 u", "u→units");
        is("heparin 5000 IU", "IU→units");
        is("vitamin D, IU", "IU→units");
        is("aspirin 81 mg QD", "QD→daily");
        is("aspirin 81 mg q.d.", "q.d.→daily");
        is("aspirin Q.D. with food", "Q.D.→daily");
        is("prednisone qod", "qod→every other day");
        is("prednisone Q.O.D.", "Q.O.D.→every other day");
        is("warfarin 5.0 mg daily", "5.0→5");
        is("warfarin 5.0mg daily", "5.0→5");
        is("digoxin .125 mg", ".125→0.125");
        is("digoxin .125mg.", ".125→0.125");
        is("MS 4 mg IV", "MS→morphine sulfate");
        is("MSO4 given", "MSO4→morphine sulfate");
        is("MgSO4 given", "MgSO4→magnesium sulfate");
        is("levothyroxine 50 µg", "µg→mcg");
        is("levothyroxine 50 μg", "μg→mcg");
        is("levothyroxine 50µg", "µg→mcg");
        is("levothyroxine 50 ug", "ug→mcg");
        is("saline 10 cc", "cc→mL");
        is("drops AS", "AS→left ear");
        is("drops OD", "OD→right eye");
        is("zolpidem HS", "HS→at bedtime or half strength");
        is("D/C metoprolol", "D/C→discharge or discontinue");
        is("2 tablets @ 8", "@→at");
        is("simvastatin QHS", "QHS→nightly at bedtime");
        is("heparin 5000 units SC", "SC→subcutaneous");
        is("insulin SQ", "SQ→subcutaneous");
        is("apply BIW", "BIW→twice a week");
        is("iron TIW", "TIW→three times a week");
        is("use UD", "UD→as directed");
        is("take with OJ", "OJ→orange juice");
        is("HCTZ 25 mg", "HCTZ→hydrochlorothiazide");
        is("MTX weekly", "MTX→methotrexate");
        is("AZT was given", "AZT→zidovudine");
        is("APAP as needed", "APAP→acetaminophen");
        is("penicillin 1000000 units", "1000000→1,000,000");
        is("heparin 25000 units", "25000→25,000");
        is("drops AU", "AU→both ears");
        is("drops OU", "OU→both eyes");
        is("zolpidem BT", "BT→at bedtime");
        is("given IJ", "IJ→injection");
        is("10 U QD of 5.0 mg", "U→units; QD→daily; 5.0→5");
    }
    void isMarked()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(marked(text), expected);
    }

    void isWrittenOut_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto is = [](const char *text, const char *expected) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
        };
        // The Joint Commission's list: each is flagged and has a safe replacement.
        is("insulin 10 U", "insulin 10 units");
        is("insulin 10U", "insulin 10 units");
        is("heparin 5000 IU", "heparin 5000 units");
        is("aspirin 81 mg Q.D.", "aspirin 81 mg daily");
        is("aspirin 81 mg qd", "aspirin 81 mg daily");
        is("prednisone QOD", "prednisone every other day");
        is("warfarin 5.0 mg", "warfarin 5 mg");
        is("warfarin 5.0mg", "warfarin 5mg");
        is("digoxin .125 mg", "digoxin 0.125 mg");
        is("MS 4 mg", "morphine sulfate 4 mg");
        is("MSO4, MgSO4", "morphine sulfate, magnesium sulfate");
        is("50\u00b5g", "50 mcg");
        is("D/C aspirin HS", "D/C aspirin HS"); // each means one of two things: a reader must tell
        is("nothing to mend", "nothing to mend");
    }
    void isWrittenOut()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(text::writtenOut(text), expected);
        QVERIFY(text == expected || !text::errorProneIn(text).empty());
    }

    void isLeftAlone_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"0.5 mg daily",  "5 mg daily",
                                 "10 units",      "version 2.0 of the form",
                                 "She has MS.",   "as needed",
                                 "odd",           "U-shaped",
                                 "potassium 5.0", "mail a@b.org",
                                 "Mg 1.8 mg/dL",  "os coxae",
                                 "12.05 mg",      "history: adequate",
                                 "10 mL",         "BP 120/80",
                                 "q6h",           "",
                                 "...",           "50 mcg."})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void isLeftAlone()
    {
        QFETCH(QString, text);
        QCOMPARE(marked(text), QString());
    }

    void theWarningSaysBoth()
    {
        const QString body = u"aspirin QD"_s;
        const auto found = text::errorProneIn(body);
        QCOMPARE(found.size(), 1U);
        QCOMPARE(text::warning(body, found[0]), u"\u201cQD\u201d can be misread: daily"_s);
    }

    void dosesStayTogether()
    {
        QCOMPARE(text::holdDoses(u"75 mg daily, 2 tablets, 0.5 mL"_s),
                 u"75\u00a0mg daily, 2\u00a0tablets, 0.5\u00a0mL"_s);
        QCOMPARE(text::holdDoses(u"in 2026 the mg"_s), u"in 2026 the mg"_s);
        QCOMPARE(text::holdDoses(u"75  mg"_s), u"75  mg"_s); // two blanks are somebody's table
    }

    void tallMan_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("pair") << u"hydroxyzine, not Hydralazine"_s << u"hydrOXYzine, not hydrALAZINE"_s;
        QTest::newRow("inside a word") << u"metformins"_s << u"metformins"_s;
        QTest::newRow("others stay") << u"Aspirin"_s << u"Aspirin"_s;
    }
    void tallMan()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(text::tallMan(text), expected);
    }

    void sides()
    {
        QCOMPARE(text::emphasisedSides(u"left knee, Right hip, bright, upright"_s),
                 u"LEFT knee, RIGHT hip, bright, upright"_s);
    }

    // Whatever comes in: lengths and letters stay, so every mark and every signature stays where it was.
    void nothingIsEverRewritten()
    {
        const QString letters = u"aU.5 0QDmgcu/@\u00b5hydroxyzineleftright\n\u2028"_s;
        unsigned dice = 7;
        for (int round = 0; round < 2000; ++round) {
            QString text;
            for (int i = 0; i < 24; ++i) {
                dice = dice * 1103515245U + 12345U;
                text += letters[static_cast<qsizetype>(dice >> 16) % letters.size()];
            }
            QString shown = text::clinicalLine(text);
            QCOMPARE(shown.size(), text.size());
            QCOMPARE(shown.replace(QChar(0x00a0), u' ').toLower(), text.toLower());
            int last = 0;
            for (const text::ErrorProne &notation : text::errorProneIn(text)) {
                QVERIFY(notation.start >= last && notation.length > 0);
                last = notation.start + notation.length;
                QVERIFY(last <= text.size());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestNotation)
#include "test_notation.moc"
