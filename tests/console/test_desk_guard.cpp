// The lock of the desk (reliability.md, T-LOCK1 to T-LOCK6), on the real window over a canned desk and a clock that the
// test moves.
#include "app/console/window/compose_window.hpp"
#include "app/console/window/desk_guard.hpp"
#include "app/console/window/session_watch.hpp"
#include "tests/support/demo_desk.hpp"
#include "ui/style/apply.hpp"
#include "ui/text/qt_text.hpp"

#include <QAccessible>
#include <QApplication>
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

    Place()
    {
        desk->onCommand = [this, before = desk->onCommand](support::FakeDesk &desk_, const desk::Command &command) {
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
        place.now += std::chrono::seconds(31);
        place.guard.check();
        QCOMPARE(place.locks, 0);
        QVERIFY(spokenBy(place.window.widget()).contains(QStringLiteral("locks in 30 seconds")));
        place.now += std::chrono::seconds(30);
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
        place.guard.lock();
        place.desk->edit([](desk::DeskSnapshot &now) { now.link.state = desk::LinkState::Offline; });
        QVERIFY(place.window.widget().isCovered());
        place.guard.lock();
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
        place.guard.lock();
        empty.guard.lock();
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

    void noBusIsNoTrouble()
    {
        int left = 0;
        const console::SessionWatch watch([&left] { ++left; });
        QCOMPARE(left, 0);
    }
};

QTEST_MAIN(TestDeskGuard)
#include "test_desk_guard.moc"
