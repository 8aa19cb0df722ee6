// Which words are asked of the checker, which are marked, and whose words they are.
#include "tests/ui/review_fixture.hpp"

#include "ui/presenters/spelling.hpp"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace countersign;
using namespace countersign::presenters;
using namespace Qt::StringLiterals;

namespace
{

// Knows what it is told to know; answers when it is asked to.
struct FakeChecker : WordChecker {
    void listen(Checked checked, Suggested suggested) override
    {
        tell = std::move(checked);
        tellInstead = std::move(suggested);
    }
    void check(const QStringList &words) override { asked << words; }
    void suggest(const QString &word) override { tellInstead(word, {u"knee"_s}); }
    void answer()
    {
        QStringList right, wrong;
        for (const QString &word : std::exchange(asked, {}))
            (known.contains(word) ? right : wrong) << word;
        tell(right, wrong);
    }

    Checked tell;
    Suggested tellInstead;
    QStringList asked;
    QStringList known{u"Her"_s, u"left"_s, u"hurts"_s, u"isn't"_s};
};

struct Desk {
    Desk() : desk(tests::deskWith(tests::sampleItem())), feed(desk), checker(std::make_shared<FakeChecker>())
    {
        setPersonal({});
        spelling.emplace(feed, checker);
    }
    void setPersonal(desk::Personal personal)
    {
        desk.edit([&](desk::DeskSnapshot &now) {
            now.personal = std::make_shared<const desk::Personal>(std::move(personal));
        });
    }
    // As the editor asks: once, then again after the answer.
    QStringList marked(const QString &text)
    {
        static_cast<void>(spelling->misspeltIn(text));
        QCoreApplication::processEvents();
        checker->answer();
        QStringList words;
        for (const Spelling::Stretch &stretch : spelling->misspeltIn(text))
            words << text.mid(stretch.start, stretch.length);
        return words;
    }

    support::FakeDesk desk;
    DeskFeed feed;
    std::shared_ptr<FakeChecker> checker;
    std::optional<Spelling> spelling;
};

class TestSpelling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWordsAreAskedFor_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("asked");
        const auto is = [](const char *text, const char *asked) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(asked);
        };
        is("Her left knee", "Her knee left");
        is("75 mg, 2nd, B12, L4-L5", "");
        is("CABG NSAID COPD", "");
        is("ok a an", "");
        is("isn\u2019t and 'quoted'", "and isn't quoted");
        is("x-ray <script>alert(1)</script>", "alert ray script");
        is("\u202eevil\u202c naïve Müller", "Müller evil naïve");
    }
    void onlyWordsAreAskedFor()
    {
        QFETCH(QString, text);
        QFETCH(QString, asked);
        Desk desk;
        static_cast<void>(desk.spelling->misspeltIn(text));
        QCoreApplication::processEvents();
        QStringList words = desk.checker->asked;
        words.removeDuplicates();
        words.sort();
        QCOMPARE(words.join(u' '), asked);
    }

    void endlessWordsAreNotAskedFor()
    {
        Desk desk;
        QVERIFY(desk.marked(QString(100'000, u'a')).isEmpty());
        QVERIFY(desk.checker->asked.isEmpty());
    }

    void whatIsNotKnownIsMarked()
    {
        Desk desk;
        QCOMPARE(desk.marked(u"Her left kne hurts."_s), QStringList{u"kne"_s});
        const Spelling::Stretch at = desk.spelling->misspeltAt(u"Her left kne hurts."_s, 10);
        QCOMPARE(at.start, 9);
        QCOMPARE(at.length, 3);
        QCOMPARE(desk.spelling->misspeltAt(u"Her left kne hurts."_s, 2).length, 0);
        QSignalSpy told(&*desk.spelling, &Spelling::suggested);
        desk.spelling->askInstead(u"kne"_s);
        QCOMPARE(told.size(), 1);
    }

    void wordsOfOnesOwnAreKeptAndAreNobodyElses()
    {
        Desk desk;
        QCOMPARE(desk.marked(u"Her Effexor hurts"_s), QStringList{u"Effexor"_s});
        desk.spelling->learn(u"Effexor"_s);
        QVERIFY(desk.spelling->misspeltIn(u"Her effexor hurts"_s).empty());
        const auto *const kept = desk.desk.lastAsked<desk::KeepPersonal>();
        QCOMPARE(QString::fromStdString(kept->value), u"effexor"_s);
        desk.setPersonal({{"words", "naproxen"}}); // another person
        QCOMPARE(desk.marked(u"Her Effexor hurts"_s), QStringList{u"Effexor"_s});
        QVERIFY(desk.marked(u"Naproxen"_s).isEmpty());
    }
};

} // namespace

QTEST_GUILESS_MAIN(TestSpelling)
#include "test_spelling.moc"
