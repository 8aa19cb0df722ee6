// The real Hunspell on its own thread, with the dictionaries of the system and the words of medicine.
#include "app/console/spelling/hunspell_checker.hpp"

#include <QSet>
#include <QTest>

using namespace countersign;
using namespace Qt::StringLiterals;

namespace
{

struct Asked {
    explicit Asked(const QStringList &dictionaries) : checker(console::checkWithHunspell(dictionaries))
    {
        checker->listen(
            [this](const QStringList &right, const QStringList &wrong) {
                known = right;
                unknown = wrong;
                isAnswered = true;
            },
            [this](const QString &word, const QStringList &words) {
                of = word;
                instead = words;
            });
    }
    void check(const QStringList &words)
    {
        isAnswered = false;
        checker->check(words);
        QTRY_VERIFY_WITH_TIMEOUT(isAnswered, 30000);
    }

    std::shared_ptr<presenters::WordChecker> checker;
    QStringList known, unknown, instead;
    QString of;
    bool isAnswered = false;
};

class TestHunspell : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsOfTheLanguageAndOfMedicineAreKnown()
    {
        QVERIFY2(!console::installedDictionaries().isEmpty(), "packages hunspell-en-us, hunspell-en-gb");
        Asked asked(console::installedDictionaries());
        asked.check({u"knee"_s, u"oedema"_s, u"edema"_s, u"Effexor"_s, u"metoprolol"_s, u"Hydroxyzine"_s,
                     u"patient's"_s, u"thrombolysis"_s});
        QCOMPARE(asked.unknown, QStringList());
        asked.check({u"kneee"_s, u"metoprolool"_s, u"patiant"_s});
        QCOMPARE(asked.unknown.size(), 3);
    }

    void itThinksOfOtherWords()
    {
        Asked asked(console::installedDictionaries());
        const std::pair<const char *, const char *> cases[] = {
            {"metoprolool", "metoprolol"}, {"patiant", "patient"}, {"Metropolol", "Metoprolol"}};
        for (const auto &[written, meant] : cases) {
            asked.of.clear();
            asked.checker->suggest(QString::fromLatin1(written));
            QTRY_COMPARE_WITH_TIMEOUT(asked.of, QString::fromLatin1(written), 30000);
            QVERIFY2(asked.instead.contains(QString::fromLatin1(meant)), qPrintable(asked.instead.join(u' ')));
            QVERIFY(asked.instead.size() <= 8);
        }
    }

    void strangeWordsAreAnswered()
    {
        Asked asked(console::installedDictionaries());
        asked.check({QString(40, u'a'), QString(40, QChar(0x202e)), u"''''"_s, u"\u0001\u0002\u0003"_s, QString(),
                     QString(40, QChar(0xd800)), u"%s%n%x"_s});
        QCOMPARE(asked.known.size() + asked.unknown.size(), 7);
        asked.checker->suggest(QString(40, u'z'));
        QTRY_COMPARE_WITH_TIMEOUT(asked.of.size(), 40, 30000);
    }

    void withoutADictionaryNothingIsMarked()
    {
        Asked asked({u"/nowhere/en_US"_s});
        asked.check({u"kneee"_s});
        QCOMPARE(asked.known.size(), 1);
    }

    void itEndsWhileItIsAtWork()
    {
        for (int i = 0; i < 20; ++i) {
            const auto checker = console::checkWithHunspell(console::installedDictionaries());
            checker->listen([](const QStringList &, const QStringList &) {},
                            [](const QString &, const QStringList &) {});
            checker->check({u"one"_s, u"twoo"_s});
        }
    }
};

} // namespace

QTEST_GUILESS_MAIN(TestHunspell)
#include "test_hunspell.moc"
