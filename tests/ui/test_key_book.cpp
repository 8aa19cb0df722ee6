// The book of keys and the palette over it: conflicts told, kept and recalled, single letters off, found by few
// letters.
#include "ui/presenters/appearance.hpp"
#include "ui/presenters/palette.hpp"

#include <QSignalSpy>
#include <QTest>

#include <set>

using namespace countersign::presenters;
using namespace Qt::StringLiterals;

namespace
{

struct Drawer {
    std::map<QString, QByteArray> kept;
    [[nodiscard]] Preferences preferences()
    {
        return {.read = [this](const QString &key) { return kept[key]; },
                .write = [this](const QString &key, const QByteArray &value) { kept[key] = value; }};
    }
};

using Kind = KeyObjection::Kind;

class TestKeyBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // As shipped: no key means two things in one place, no verdict is on one key, ids and titles are their own.
    void whatIsShippedHasNoConflict()
    {
        const KeyBook book;
        std::set<QString> ids, titles;
        for (const GestureRow &row : gestureRows()) {
            QVERIFY2(ids.insert(QLatin1String(row.id)).second, row.id);
            QVERIFY2(titles.insert(titleOf(row.place) + titleOf(row.gesture)).second, row.id);
            for (const QString &keys : book.keysOf(row.gesture)) {
                QVERIFY2(!row.isVerdict || !isUnmodified(keys), row.id);
                QCOMPARE(book.find(row.place, keys), std::optional(row.gesture));
            }
        }
    }

    void keysAreGivenKeptAndRecalled()
    {
        Drawer drawer;
        KeyBook book(drawer.preferences());
        QSignalSpy changed(&book, &KeyBook::changed);
        QVERIFY(!book.assign(Gesture::NextStatement, u"H"_s));
        QVERIFY(!book.assign(Gesture::Reject, u"Ctrl+Shift+R"_s));
        QCOMPARE(changed.count(), 2);
        QVERIFY(book.find(KeyPlace::Review, u"J"_s) == std::nullopt);
        const KeyBook again(drawer.preferences());
        QCOMPARE(again.keysOf(Gesture::NextStatement), QStringList{u"H"_s});
        QCOMPARE(again.capOf(Gesture::Reject), u"Ctrl Shift R"_s);
        QVERIFY(again.isChanged(Gesture::Reject));
        QVERIFY(!again.isChanged(Gesture::Return));
    }

    void conflictsAreTold_data()
    {
        QTest::addColumn<int>("gesture");
        QTest::addColumn<QString>("keys");
        QTest::addColumn<int>("kind"); // -1: taken as it is
        QTest::addColumn<int>("by");
        const auto row = [](const char *name, Gesture gesture, const char *keys, int kind, Gesture by = Gesture::Undo) {
            QTest::newRow(name) << static_cast<int>(gesture) << QString::fromLatin1(keys) << kind
                                << static_cast<int>(by);
        };
        const int taken = static_cast<int>(Kind::Taken);
        const int modifier = static_cast<int>(Kind::VerdictNeedsModifier);
        const int ours = static_cast<int>(Kind::Reserved);
        row("of the same place", Gesture::Basis, "N", taken, Gesture::NextToLookAt);
        row("everybody's", Gesture::Basis, "Ctrl+K", taken, Gesture::Palette);
        row("everywhere over a place", Gesture::Outbox, "J", taken, Gesture::RowDown);
        row("its other keys", Gesture::Basis, "F2", taken, Gesture::Edit);
        row("where single keys are off", Gesture::Basis, "Alt+N", taken, Gesture::NextToLookAt);
        row("of another place", Gesture::RowDown, "N", -1);
        row("a verdict on a letter", Gesture::Sign, "Y", modifier);
        row("a verdict on a function key", Gesture::Reject, "F4", modifier);
        row("a verdict on shift", Gesture::Reject, "Shift+F4", modifier);
        row("a digit", Gesture::Basis, "1", ours);
        row("escape", Gesture::Basis, "Esc", ours);
        row("copying", Gesture::Basis, "Ctrl+C", ours);
        row("enter", Gesture::Basis, "Return", ours);
        row("nothing", Gesture::Basis, "", ours);
        row("its own again", Gesture::Acknowledge, "Space", -1);
    }
    void conflictsAreTold()
    {
        QFETCH(int, gesture);
        QFETCH(QString, keys);
        QFETCH(int, kind);
        QFETCH(int, by);
        KeyBook book;
        const QStringList before = book.keysOf(static_cast<Gesture>(gesture));
        const auto objection = book.assign(static_cast<Gesture>(gesture), keys);
        QCOMPARE(objection ? static_cast<int>(objection->kind) : -1, kind);
        if (!objection)
            return;
        QVERIFY(!phrase(*objection).isEmpty());
        if (objection->kind == Kind::Taken)
            QCOMPARE(static_cast<int>(objection->by), by);
        QCOMPARE(book.keysOf(static_cast<Gesture>(gesture)), before);
    }

    void singleLettersCanBeTurnedOff()
    {
        Drawer drawer;
        KeyBook book(drawer.preferences());
        book.setSingleKeys(false);
        for (const GestureRow &row : gestureRows())
            for (const QString &keys : book.keysOf(row.gesture))
                QVERIFY2(!isSingleKey(keys), row.id);
        QCOMPARE(book.find(KeyPlace::Review, u"Alt+N"_s), std::optional(Gesture::NextToLookAt));
        QVERIFY(!book.find(KeyPlace::Review, u"N"_s));
        QVERIFY(book.find(KeyPlace::Review, u"Space"_s).has_value()); // no letter
        QVERIFY(!KeyBook(drawer.preferences()).hasSingleKeys());
    }

    // Whoever took the shipped keys meanwhile gives them back.
    void resettingNeverMakesAConflict()
    {
        KeyBook book;
        QVERIFY(!book.assign(Gesture::NextStatement, u"H"_s));
        QVERIFY(!book.assign(Gesture::Basis, u"J"_s));
        book.reset(Gesture::NextStatement);
        QCOMPARE(book.find(KeyPlace::Review, u"J"_s), std::optional(Gesture::NextStatement));
        QCOMPARE(book.find(KeyPlace::Review, u"B"_s), std::optional(Gesture::Basis));
        QVERIFY(!book.assign(Gesture::Lock, u"Ctrl+G"_s));
        book.setSingleKeys(false);
        book.resetAll();
        QVERIFY(book.hasSingleKeys());
        QVERIFY(!book.isChanged(Gesture::Lock));
    }

    void aBrokenDrawerLeavesTheShippedKeys()
    {
        for (const char *const kept : {"", "nonsense", "[]", R"({"sign":"Y","reject":7,"basis":"N","unknown":"Q"})"}) {
            Drawer drawer;
            drawer.kept[u"keys"_s] = kept;
            const KeyBook book(drawer.preferences());
            for (const GestureRow &row : gestureRows())
                QVERIFY2(!book.isChanged(row.gesture), kept);
        }
    }

    void thePaletteFindsByFewLetters_data()
    {
        QTest::addColumn<QString>("letters");
        QTest::addColumn<int>("first");
        const auto row = [](const char *letters, Gesture first) {
            QTest::newRow(letters) << QString::fromLatin1(letters) << static_cast<int>(first);
        };
        row("rej", Gesture::Reject);
        row("escal", Gesture::Escalate);
        row("lock", Gesture::Lock);
        row("ntla", Gesture::NextToLookAt);
        row("edit st", Gesture::Edit);
        row("hist", Gesture::ShowHistory);
        row("rests", Gesture::Basis);
    }
    void thePaletteFindsByFewLetters()
    {
        QFETCH(QString, letters);
        QFETCH(int, first);
        const auto rows = describePalette(KeyBook(), {KeyPlace::Review, KeyPlace::Everywhere}, letters);
        QVERIFY(!rows.empty());
        QCOMPARE(static_cast<int>(rows.front().gesture), first);
        QVERIFY(!rows.front().keys.isEmpty());
        for (const int place : rows.front().matched)
            QVERIFY(letters.contains(rows.front().title[place], Qt::CaseInsensitive));
    }

    void thePaletteHoldsEverythingAndNothingElse()
    {
        const KeyBook book;
        const auto all = describePalette(book, {KeyPlace::Review, KeyPlace::List, KeyPlace::Everywhere}, {});
        QCOMPARE(all.size(), gestureRows().size() - 1);
        QVERIFY(describePalette(book, {KeyPlace::Review}, u"xyzzy"_s).empty());
        for (const PaletteRow &row : describePalette(book, {KeyPlace::List}, {}))
            QVERIFY(rowOf(row.gesture).place == KeyPlace::List);
    }

    void theLookIsKept()
    {
        Drawer drawer;
        QCOMPARE(recallAppearance(drawer.preferences()), Appearance{});
        const Appearance dark{Appearance::Look::Dark, 150, true};
        keepAppearance(drawer.preferences(), dark);
        QCOMPARE(recallAppearance(drawer.preferences()), dark);
        drawer.kept[u"appearance"_s] = R"({"look":"pink","percent":9000,"still":"no"})";
        QCOMPARE(recallAppearance(drawer.preferences()), Appearance{});
    }
};

} // namespace

QTEST_GUILESS_MAIN(TestKeyBook)
#include "test_key_book.moc"
