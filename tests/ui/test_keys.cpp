// The window by keys: the palette, the map, the settings; keys changed and single letters off take effect at once.
#include "tests/support/gui_watch.hpp"
#include "tests/ui/window_rig.hpp"

#include "ui/widgets/review/safe_text.hpp"
#include "ui/widgets/review/sign_sheet.hpp"
#include "ui/widgets/settings/key_field.hpp"
#include "ui/widgets/settings/settings_page.hpp"
#include "ui/widgets/shell/keyboard_map.hpp"
#include "ui/widgets/shell/palette_sheet.hpp"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>

#include <set>

using namespace countersign;
using namespace Qt::StringLiterals;
using tests::WindowRig;
using widgets::MainWindow;

namespace
{

widgets::KeyField *fieldOf(WindowRig &rig, presenters::Gesture gesture)
{
    for (auto *field : rig.window().findChildren<widgets::KeyField *>())
        if (field->accessibleName().startsWith(presenters::titleOf(gesture)))
            return field;
    return nullptr;
}

// In the settings, by keys: press the button, press the keys.
void assign(WindowRig &rig, presenters::Gesture gesture, Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier)
{
    rig.key(Qt::Key_Comma, Qt::ControlModifier);
    fieldOf(rig, gesture)->setFocus();
    rig.key(Qt::Key_Space);
    rig.key(key, with);
}

QString currentStatement(WindowRig &rig)
{
    for (auto *text : rig.window().findChildren<widgets::SafeText *>())
        if (text->accessibleName() == u"Draft"_s && text->current())
            return text->blocks()[static_cast<std::size_t>(*text->current())].id;
    return {};
}

class TestKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { style::apply(*qApp, style::Theme(style::Look::Light, 1, true)); }

    void thePaletteDoesWhatIsFound()
    {
        WindowRig rig;
        rig.openFirst();
        const QWidget *before = WindowRig::focus();
        rig.key(Qt::Key_K, Qt::ControlModifier);
        auto *palette = rig.window().findChild<widgets::PaletteSheet *>();
        QVERIFY(palette->isVisible());
        QCOMPARE(WindowRig::focus(), palette->findChild<QLineEdit *>());
        rig.key(Qt::Key_Escape);
        QVERIFY(!palette->isVisible());
        QCOMPARE(WindowRig::focus(), before);

        rig.key(Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(WindowRig::focus(), u"histo"_s);
        rig.key(Qt::Key_Return);
        QVERIFY(!palette->isVisible());
        QCOMPARE(rig.window().page(), MainWindow::History);
    }

    void theNextItemComesUndecided()
    {
        WindowRig rig;
        rig.openFirst();
        QCoreApplication::sendPostedEvents();
        std::set<domain::ItemId> opened{rig.desk->latest()->open->id};
        for (int times = 0; times < 3; ++times) {
            rig.key(Qt::Key_J, Qt::ControlModifier);
            QCoreApplication::sendPostedEvents();
            QVERIFY(rig.desk->latest()->open != nullptr);
            QVERIFY(opened.insert(rig.desk->latest()->open->id).second);
            QCOMPARE(rig.window().page(), MainWindow::Review);
        }
        for (const auto &own : rig.desk->latest()->history->own)
            QVERIFY(!opened.contains(own->statement->itemId)); // nothing was decided on them
    }

    // A verdict from the palette opens what its own keys open, and no more.
    void noVerdictComesOutOfThePalette()
    {
        for (const char *const words : {"sign", "reject", "return", "respond", "escalate"}) {
            WindowRig rig;
            rig.openFirst();
            rig.key(Qt::Key_K, Qt::ControlModifier);
            QTest::keyClicks(WindowRig::focus(), QString::fromUtf8(words));
            rig.key(Qt::Key_Return);
            rig.key(Qt::Key_Return);
            QVERIFY2(rig.desk->lastAsked<desk::Decide>() == nullptr, words);
        }
    }

    void thePaletteShowsWhatCanBeDoneHere()
    {
        WindowRig rig;
        const auto rows = [&] {
            rig.key(Qt::Key_K, Qt::ControlModifier);
            const auto *list = rig.window().findChild<QListView *>(u"paletteRows"_s);
            QStringList titles;
            for (int row = 0; row < list->model()->rowCount(); ++row)
                titles << list->model()->index(row, 0).data().toString();
            rig.key(Qt::Key_Escape);
            return titles;
        };
        const QString reject = presenters::titleOf(presenters::Gesture::Reject);
        QVERIFY(!rows().contains(reject)); // nothing is open
        rig.openFirst();
        QVERIFY(rows().contains(reject));
    }

    // In the whole window as in the page alone: each verdict's chord opens what it says.
    void everyChordOpensItsSheet()
    {
        for (const Qt::Key key : {Qt::Key_R, Qt::Key_U, Qt::Key_M, Qt::Key_H}) {
            WindowRig rig;
            rig.openFirst();
            rig.key(key, Qt::ControlModifier);
            bool isOpen = false;
            for (const QPushButton *button : rig.window().findChildren<QPushButton *>())
                isOpen = isOpen || (button->isVisible() && button->text() == u"Back to the draft"_s);
            QVERIFY2(isOpen, qPrintable(QString(QChar(static_cast<char16_t>(key)))));
        }
    }

    void changedKeysTakeEffectAtOnce()
    {
        WindowRig rig;
        assign(rig, presenters::Gesture::NextStatement, Qt::Key_P);
        assign(rig, presenters::Gesture::Reject, Qt::Key_Q, Qt::AltModifier);
        rig.openFirst();
        const QString first = currentStatement(rig);
        rig.key(Qt::Key_J);
        QCOMPARE(currentStatement(rig), first);
        rig.key(Qt::Key_P);
        QVERIFY(currentStatement(rig) != first);
        QStringList map;
        for (const QLabel *label : rig.window().findChild<widgets::KeyboardMap *>()->findChildren<QLabel *>())
            map << label->text();
        QVERIFY(map.contains(u"P"_s) && map.contains(u"Alt Q"_s));
    }

    void aConflictIsToldAndChangesNothing()
    {
        WindowRig rig;
        assign(rig, presenters::Gesture::Basis, Qt::Key_N);
        bool isTold = false;
        for (const QLabel *label : rig.window().findChild<widgets::SettingsPage *>()->findChildren<QLabel *>())
            isTold =
                isTold
                || (label->isVisible() && label->text().contains(presenters::titleOf(presenters::Gesture::NextToLookAt))
                    && label->text().contains(u"taken"_s));
        QVERIFY(isTold);
        QCOMPARE(fieldOf(rig, presenters::Gesture::Basis)->text(), u"B"_s);
        assign(rig, presenters::Gesture::Basis, Qt::Key_Escape); // leaves it
        QCOMPARE(fieldOf(rig, presenters::Gesture::Basis)->text(), u"B"_s);
    }

    // What is pressed for a field is no shortcut: neither locked nor sent to another page.
    void theFieldTakesKeysThatWouldDoSomething()
    {
        WindowRig rig;
        assign(rig, presenters::Gesture::Basis, Qt::Key_L, Qt::ControlModifier);
        QVERIFY(rig.desk->lastAsked<desk::Lock>() == nullptr);
        QCOMPARE(rig.window().page(), MainWindow::Settings);
    }

    void singleLettersOff()
    {
        WindowRig rig;
        rig.key(Qt::Key_Comma, Qt::ControlModifier);
        for (auto *box : rig.window().findChildren<QCheckBox *>())
            if (box->text().contains(u"letters"_s))
                box->click();
        rig.openFirst();
        const QString first = currentStatement(rig);
        rig.key(Qt::Key_J);
        QCOMPARE(currentStatement(rig), first);
        rig.key(Qt::Key_J, Qt::AltModifier);
        QVERIFY(currentStatement(rig) != first);
    }

    // R-661 from every place that the keyboard can be in: Space, Enter and every letter decide nothing.
    void noSingleKeyDecidesAnywhere()
    {
        constexpr int stopsMax = 32;
        WindowRig rig;
        int places = 0;
        for (int stop = 0; stop < stopsMax; ++stop) {
            rig.openFirst();
            rig.window().showPage(MainWindow::Review);
            for (int i = 0; i < stop; ++i)
                rig.key(Qt::Key_Tab);
            QWidget *const there = WindowRig::focus();
            if (there == nullptr || there->objectName() == u"linkToggle"_s)
                continue;
            ++places;
            for (const Qt::Key key : {Qt::Key_Space, Qt::Key_Return, Qt::Key_Enter, Qt::Key_A, Qt::Key_S, Qt::Key_Y,
                                      Qt::Key_1, Qt::Key_Delete})
                if (there->isVisible())
                    QTest::keyClick(there, key);
            QVERIFY2(rig.desk->lastAsked<desk::Decide>() == nullptr, qPrintable(there->accessibleName()));
            rig.key(Qt::Key_Escape);
            rig.key(Qt::Key_Escape);
        }
        QVERIFY(places > 10);
    }

    // The hand never waits for long (50 ms). Reported; asserted with room for a slow machine.
    void theHandIsServed()
    {
        WindowRig rig;
        support::GuiWatch watch;
        watch.step(u"open"_s, [&] { rig.openFirst(); });
        for (int i = 0; i < 8; ++i)
            watch.step(u"next statement"_s, [&] { rig.key(Qt::Key_J); });
        watch.step(u"palette"_s, [&] { rig.key(Qt::Key_K, Qt::ControlModifier); });
        for (const char letter : {'r', 'e', 'j'})
            watch.step(u"a letter"_s, [&] { QTest::keyClick(WindowRig::focus(), letter); });
        watch.step(u"away"_s, [&] { rig.key(Qt::Key_Escape); });
        watch.step(u"settings"_s, [&] { rig.key(Qt::Key_Comma, Qt::ControlModifier); });
        watch.step(u"paint"_s, [&] { rig.window().repaint(); });
        for (const QString &over : watch.over())
            qInfo("gui thread busy over 50 ms: %s", qPrintable(over));
        QVERIFY2(watch.longest() < support::GuiWatch::gestureMax, qPrintable(QString::number(watch.longest())));
    }
};

} // namespace

COUNTERSIGN_UI_MAIN(TestKeys)
#include "test_keys.moc"
