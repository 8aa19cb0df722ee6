// The lock of the desk (reliability.md, T-LOCK1 to T-LOCK6), on the real window over a canned desk and a clock that the
// test moves.
#include "app/console/window/compose_window.hpp"
#include "app/console/window/desk_guard.hpp"
#include "tests/support/demo_desk.hpp"
#include "tests/support/gui_watch.hpp"
#include "ui/style/apply.hpp"
#include "ui/text/qt_text.hpp"
#include "ui/widgets/shell/secret_edit.hpp"

#include <QAccessible>
#include <QApplication>
#include <QDialog>
#include <QMenu>
#include <QPointer>
#include <QShortcut>
#include <QTest>

using namespace countersign;
using console::DeskGuard;
using desk::SessionState;

namespace
{

struct Place {
    std::unique_ptr<support::FakeDesk> desk = support::demoDesk(*parseInstant(support::demoNow));
    console::ConsoleWindow window{*desk, console::machineClock(), {}};
    milliseconds now{1'000'000};
    DeskGuard guard{window.widget(), window.feed(), [this] { return now; }};
    int locks = 0;
    std::vector<desk::Command> commands;

    Place()
    {
        desk->onCommand = [this, before = desk->onCommand](support::FakeDesk &desk_, const desk::Command &command) {
            commands.push_back(command);
            if (!std::holds_alternative<desk::Lock>(command.request))
                return before(desk_, command);
            ++locks;
            desk_.reply({.command = command.id, .refusal = {}, .decision = {}});
        };
        window.widget().resize(1280, 800);
        window.widget().show();
        desk->edit([](desk::DeskSnapshot &) {});
    }
    // As an engine: nothing of the person is left.
    void answerLock()
    {
        desk->edit([](desk::DeskSnapshot &now_) {
            now_.session.state = SessionState::Locked;
            now_.open = nullptr;
            now_.queue = std::make_shared<desk::QueueView>();
            now_.history = std::make_shared<desk::HistoryView>();
        });
    }
    QWidget &warning() { return *window.widget().findChild<QWidget *>(QStringLiteral("lockWarning")); }
    void come() { QTest::keyClick(&window.widget(), Qt::Key_Shift); }
};

// Everything that a reader of the screen could be told, shown or not.
void readAloud(QAccessibleInterface *spoken, QString &all)
{
    if (spoken == nullptr)
        return;
    for (const auto kind : {QAccessible::Name, QAccessible::Description, QAccessible::Value})
        all += spoken->text(kind) + u'\n';
    if (auto *text = spoken->textInterface())
        all += text->text(0, text->characterCount()) + u'\n';
    for (int i = 0; i < spoken->childCount(); ++i)
        readAloud(spoken->child(i), all);
}

QString spokenBy(QWidget &window)
{
    QString all;
    readAloud(QAccessible::queryAccessibleInterface(&window), all);
    return all;
}

} // namespace

class TestDeskGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { style::apply(*qApp, style::Theme(style::Look::Light, 1.0, true)); }

    void idleLocksAndWarnsBefore()
    {
        Place place;
        place.come();
        place.now += std::chrono::minutes(4);
        place.guard.check();
        QCOMPARE(place.locks, 0);
        QVERIFY(!spokenBy(place.window.widget()).contains(QStringLiteral("This desk locks")));
        place.now += std::chrono::seconds(41);
        place.guard.check();
        QCOMPARE(place.locks, 0);
        QVERIFY(spokenBy(place.window.widget()).contains(QStringLiteral("locks in 19 second")));
        place.now += std::chrono::seconds(20);
        place.guard.check();
        QCOMPARE(place.locks, 1);
        QVERIFY(place.window.widget().isCovered());
    }

    void inputPutsItOff()
    {
        Place place;
        for (int i = 0; i < 10; ++i) {
            place.now += std::chrono::minutes(4);
            place.come();
            place.guard.check();
        }
        QCOMPARE(place.locks, 0);
    }

    // The first thing after suspend is a paint or a key; neither may find the work.
    void wakingUpCoversBeforeThePaint()
    {
        Place place;
        place.come();
        place.now += std::chrono::hours(8);
        QEvent update(QEvent::UpdateRequest);
        QCoreApplication::sendEvent(&place.window.widget(), &update);
        QCOMPARE(place.locks, 1);
        QVERIFY(place.window.widget().isCovered());
    }

    void aKeyThatComesTooLateOnlyLocks()
    {
        Place place;
        place.window.widget().showPage(widgets::MainWindow::Queue);
        place.now += std::chrono::hours(8);
        QTest::keyClick(&place.window.widget(), Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(place.locks, 1);
        QCOMPARE(place.window.widget().page(), widgets::MainWindow::Queue);
    }

    void aCoveredDeskStaysCoveredUntilItIsLocked()
    {
        Place place;
        place.guard.lock(desk::LockCause::Asked);
        place.desk->edit([](desk::DeskSnapshot &now) { now.link.state = desk::LinkState::Offline; });
        QVERIFY(place.window.widget().isCovered());
        place.guard.lock(desk::LockCause::Asked);
        QCOMPARE(place.locks, 1);
        place.answerLock();
        QVERIFY(!place.window.widget().isCovered());
        place.desk->edit([](desk::DeskSnapshot &now) { now.session.state = SessionState::SignedIn; });
        place.guard.check();
        QCOMPARE(place.locks, 1);
    }

    // Queue, open item, history, and each sheet over them: after the lock nothing of a patient is said or painted.
    void lockedMeansNothingOfAPatientIsThere()
    {
        Place empty; // of a desk that never had an item
        empty.desk->edit([](desk::DeskSnapshot &now) {
            now.queue = std::make_shared<desk::QueueView>();
            now.history = std::make_shared<desk::HistoryView>();
        });
        Place place;
        auto &window = place.window.widget();
        const auto row = place.desk->latest()->queue->rows.front();
        window.openItem(text::toQt(row->id.text()));
        window.showPage(widgets::MainWindow::History);
        window.showPage(widgets::MainWindow::Review);
        window.toggleOutbox();
        window.showKeys();
        QVERIFY(spokenBy(window).contains(text::toQt(row->family.reveal()), Qt::CaseInsensitive));
        place.guard.lock(desk::LockCause::Asked);
        empty.guard.lock(desk::LockCause::Asked);
        QCOMPARE(window.grab().toImage(), empty.window.widget().grab().toImage());
        place.answerLock();
        empty.answerLock();
        QCOMPARE(window.grab().toImage(), empty.window.widget().grab().toImage());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        const QString spoken = spokenBy(window);
        for (const auto &item : support::demoItems()) {
            const auto summary = support::summaryOf(*item);
            QVERIFY2(!spoken.contains(text::toQt(summary->title)), summary->title.c_str());
            QVERIFY2(!spoken.contains(text::toQt(summary->family.reveal()), Qt::CaseInsensitive), "a name");
        }
    }

    // Nobody may have looked at what lies under the warning: the key that puts the lock off does nothing else.
    void theKeyThatPutsItOffDoesNothingElse()
    {
        Place place;
        place.window.widget().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&place.window.widget()));
        place.window.widget().showPage(widgets::MainWindow::Queue);
        place.now += std::chrono::minutes(5) - std::chrono::seconds(10);
        place.guard.check();
        QVERIFY(place.warning().isVisible());
        QTest::keyClick(&place.window.widget(), Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(place.window.widget().page(), widgets::MainWindow::Queue);
        QVERIFY(!place.warning().isVisible());
        place.now += std::chrono::minutes(4);
        place.guard.check();
        QCOMPARE(place.locks, 0);
        QTest::keyClick(&place.window.widget(), Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(place.window.widget().page(), widgets::MainWindow::History);
    }

    // T-LOCK3: a menu and a dialog over the window are gone before the lock is painted.
    void whatLiesOverTheWindowIsClosed()
    {
        Place place;
        QDialog dialog(&place.window.widget());
        dialog.setModal(true);
        dialog.open();
        QMenu menu(&place.window.widget());
        menu.addAction(QStringLiteral("Copy"));
        menu.popup({});
        place.guard.lock(desk::LockCause::Suspended);
        QVERIFY(!dialog.isVisible());
        QVERIFY(!menu.isVisible());
        QVERIFY(place.window.widget().isCovered());
    }

    // T-LOCK5: whoever has the keyboard, the lock takes it.
    void everyPlaceOfTheFocusLocks()
    {
        Place place;
        auto &window = place.window.widget();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.openItem(text::toQt(place.desk->latest()->queue->rows.front()->id.text()));
        QSet<QByteArray> kinds; // one place of each
        QList<QPointer<QWidget>> places;
        for (auto *child : window.findChildren<QWidget *>())
            if (child->isVisible() && child->focusPolicy() != Qt::NoFocus
                && !kinds.contains(child->metaObject()->className())) {
                kinds.insert(child->metaObject()->className());
                places.append(child);
            }
        QVERIFY2(places.size() >= 5, qPrintable(QString::number(places.size())));
        for (const QPointer<QWidget> &focus : places) {
            if (focus == nullptr)
                continue;
            place.desk->edit([](desk::DeskSnapshot &now) { now.session.state = SessionState::SignedIn; });
            focus->setFocus();
            const int before = place.locks;
            place.guard.lock(desk::LockCause::Idle);
            QCOMPARE(place.locks, before + 1);
            QVERIFY(window.focusWidget() == nullptr || window.focusWidget()->window() == &window);
            QVERIFY(focus == nullptr || !focus->hasFocus() || !focus->isVisible());
            place.desk->edit([](desk::DeskSnapshot &now) { now.session.state = SessionState::Locked; });
            place.desk->edit([](desk::DeskSnapshot &now) { now.session.state = SessionState::SignedIn; });
        }
    }

    // T-LOCK6: no shortcut of the work does anything behind the lock.
    void noShortcutWorksBehindTheLock()
    {
        Place place;
        auto &window = place.window.widget();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.openItem(text::toQt(place.desk->latest()->queue->rows.front()->id.text()));
        QList<QKeySequence> all;
        for (const auto *shortcut : window.findChildren<QShortcut *>())
            all << shortcut->keys();
        QVERIFY2(all.size() >= 8, qPrintable(QString::number(all.size())));
        place.guard.lock(desk::LockCause::Idle);
        const QImage locked = window.grab().toImage();
        place.commands.clear();
        for (const QKeySequence &keys : all)
            QTest::keySequence(&window, keys);
        QVERIFY(place.commands.empty());
        window.setFocus();
        for (auto *field : window.findChildren<widgets::SecretEdit *>())
            field->clear();
        QCOMPARE(window.grab().toImage().size(), locked.size());
        QVERIFY(window.isCovered());
    }
};

COUNTERSIGN_UI_MAIN(TestDeskGuard)
#include "test_desk_guard.moc"
