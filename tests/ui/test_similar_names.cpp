// Who might be taken for whom: a table of pairs, and that a crowd does not cost the earth.
#include "tests/ui/queue_rows.hpp"

#include "ui/presenters/queue_list.hpp"

#include <QTest>

using namespace countersign;
using namespace countersign::presenters;
using namespace Qt::StringLiterals;

namespace
{

domain::ItemSummary person(const char *id, const char *family, const char *given, const char *birthDate)
{
    domain::ItemSummary item;
    item.id = domain::ItemId(std::string("item-") + id);
    item.patient = domain::PatientId(id);
    item.family = domain::Phi<std::string>(family);
    item.given = domain::Phi<std::string>(given);
    item.birthDate = domain::Phi<std::string>(birthDate);
    item.mrn = domain::Phi<std::string>(std::string("MR-") + id);
    return item;
}

} // namespace

class TestSimilarNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pairs_data()
    {
        QTest::addColumn<QByteArray>("family");
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<QByteArray>("birthDate");
        QTest::addColumn<int>("likeness");
        const auto against = [](const char *row, const char *family, const char *given, const char *birthDate,
                                Likeness likeness) {
            QTest::newRow(row) << QByteArray(family) << QByteArray(given) << QByteArray(birthDate)
                               << static_cast<int>(likeness);
        };
        against("the same name", "Rivera", "Rachel", "1990-01-01", Likeness::SameName);
        against("case and accents do not part them", "RIVÉRA", "rachel", "1990-01-01", Likeness::SameName);
        against("one letter", "Rivero", "Rachel", "1990-01-01", Likeness::SimilarName);
        against("another spelling", "Rivera", "Rachael", "1990-01-01", Likeness::SimilarName);
        against("two letters swapped", "Rievra", "Rachel", "1990-01-01", Likeness::SimilarName);
        against("a letter of another sound", "Rimera", "Rachel", "1990-01-01", Likeness::SimilarName);
        against("twins", "Rivera", "Miguel", "1978-03-12", Likeness::SameFamilyAndBirthDate);
        against("a newborn without a name", "Rivera", "", "1978-03-12", Likeness::SameFamilyAndBirthDate);
        against("family only", "Rivera", "Miguel", "1990-01-01", Likeness::None);
        against("given only", "Okafor", "Rachel", "1990-01-01", Likeness::None);
        against("birth date only", "Okafor", "Tobenna", "1978-03-12", Likeness::None);
    }
    void pairs()
    {
        QFETCH(QByteArray, family);
        QFETCH(QByteArray, given);
        QFETCH(QByteArray, birthDate);
        QFETCH(int, likeness);
        const auto rachel = person("1", "Rivera", "Rachel", "1978-03-12");
        const auto other = person("2", family.constData(), given.constData(), birthDate.constData());
        SimilarNames names;
        names.learn(rachel);
        names.learn(other);
        QCOMPARE(static_cast<int>(names.lookalikeOf(rachel).likeness), likeness);
        QCOMPARE(static_cast<int>(names.lookalikeOf(other).likeness), likeness); // both ways
    }

    void soundsAgree_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("agree");
        QTest::newRow("first letter") << u"chen"_s << u"shen"_s << true;
        QTest::newRow("doubled") << u"philipps"_s << u"phillips"_s << true;
        QTest::newRow("vowels") << u"meier"_s << u"mayer"_s << true;
        QTest::newRow("differ") << u"okafor"_s << u"rivera"_s << false;
        QTest::newRow("another script") << u"иванов"_s << u"петров"_s << false;
    }
    void soundsAgree()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QFETCH(bool, agree);
        QCOMPARE(soundOf(one) == soundOf(other), agree);
    }

    void edits()
    {
        QVERIFY(isWithinEdits(u"chen", u"chne", 1));
        QVERIFY(isWithinEdits(u"chen", u"chan", 1));
        QVERIFY(isWithinEdits(u"chen", u"hen", 1));
        QVERIFY(!isWithinEdits(u"chen", u"chandra", 2));
        QVERIFY(!isWithinEdits(u"chen", u"shan", 1));
        QVERIFY(isWithinEdits(u"", u"", 0));
    }

    void onePatientIsNotAlikeHimself()
    {
        auto note = person("1", "Rivera", "Rachel", "1978-03-12");
        auto request = note;
        request.id = domain::ItemId("another item");
        SimilarNames names;
        names.learn(note);
        names.learn(request);
        QVERIFY(phrase(names.lookalikeOf(request)).isEmpty());
    }

    void theWarningTellsThemApart()
    {
        const auto rachel = person("1", "Rivera", "Rachel", "1978-03-12");
        SimilarNames names;
        names.learn(rachel);
        names.learn(person("2", "Rivera", "Rachel", "1987-03-12"));
        QCOMPARE(phrase(names.lookalikeOf(rachel)),
                 u"Same name in the queue: RIVERA, Rachel, born 12\u00a0Mar\u00a01987, MRN MR-2"_s);
    }

    void hostileNamesStayPlain()
    {
        const auto rachel = person("1", "<b>Rivera", "Rachel", "1978-03-12");
        SimilarNames names;
        names.learn(rachel);
        names.learn(person("2", "<b>Rivera", "Rachel\xe2\x80\xae", "1978-03-12"));
        QVERIFY(phrase(names.lookalikeOf(rachel)).contains(u"\u27e6U+202E\u27e7"_s));
    }

    // The list learns by and by, and warns once it knows; a patient whose name changes is warned of too.
    void theQueueWarns()
    {
        QueueList list;
        std::vector<int> changed;
        const auto a = std::make_shared<const domain::ItemSummary>(person("1", "Rivera", "Rachel", "1978-03-12"));
        const auto b = std::make_shared<const domain::ItemSummary>(person("2", "Okafor", "Tobenna", "1991-01-01"));
        list.take(tests::queueOf({a, b}), {}, tests::queueNow, changed);
        QVERIFY(list.learnNames(1) == false);
        QVERIFY(list.learnNames(1));
        QVERIFY(list.line(0, tests::queueNow).lookalike.isEmpty());
        auto renamed = person("2", "Riviera", "Rachel", "1991-01-01");
        list.take(tests::queueOf({a, std::make_shared<const domain::ItemSummary>(renamed)}), {}, tests::queueNow,
                  changed);
        QVERIFY(list.line(0, tests::queueNow).lookalike.contains(u"RIVIERA, Rachel"_s));
        QVERIFY(list.line(0, tests::queueNow).spoken.contains(u"RIVIERA, Rachel"_s));
    }

    // Everybody sounds alike: a lookup compares a bounded number, and still finds the same name.
    void inACrowdTheSameNameIsFound()
    {
        SimilarNames names;
        for (int i = 0; i < 3000; ++i) {
            const std::string family = "Moren" + std::string(1, static_cast<char>('a' + i % 26)) + "na"
                                       + std::string(static_cast<std::size_t>(i / 26 % 40), 'o');
            names.learn(person(std::to_string(i).c_str(), family.c_str(), "Ana", "1990-01-01"));
        }
        const auto late = person("late", "Morenzna", "Ana", "2000-02-02");
        QCOMPARE(names.lookalikeOf(late).likeness, Likeness::SameName);
    }
};

QTEST_GUILESS_MAIN(TestSimilarNames)
#include "test_similar_names.moc"
