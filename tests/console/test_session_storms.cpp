// F15 (reliability.md 5.2): suspend, resume, lid, lock, user switch and screen saver, alone and in storms, against
// every state that the desk may be in; logind on a bus of its own, and a clock that the test moves. Whatever comes, in
// whatever order: the work is covered when the signal has arrived, locked once, by the right cause, and sleep waits for
// it.
#include "app/console/window/compose_window.hpp"
#include "app/console/window/desk_watch.hpp"
#include "tests/console/fake_logind.hpp"
#include "tests/support/demo_desk.hpp"
#include "tests/support/gui_watch.hpp"
#include "ui/style/apply.hpp"
#include "ui/text/qt_text.hpp"

#include <QApplication>
#include <QClipboard>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QDialog>
#include <QTest>

#include <random>

using namespace countersign;
using console::SessionWatch;
using desk::LockCause;
using desk::SessionState;

namespace
{

struct Trigger {
    const char *name;
    void (*pull)(support::FakeLogind &);
    std::optional<LockCause> cause; // nothing: it must not lock
};

const std::vector<Trigger> &triggers()
{
    using support::FakeLogind;
    static const std::vector<Trigger> all = {
        {"sleep", [](FakeLogind &l) { l.suspend(true); }, LockCause::Suspended},
        {"shutdown", [](FakeLogind &l) { l.shutdown(true); }, LockCause::Suspended},
        {"lid", [](FakeLogind &l) { l.lid(true); }, LockCause::LidClosed},
        {"lock", [](FakeLogind &l) { l.lockSession(); }, LockCause::SystemLocked},
        {"locked hint", [](FakeLogind &l) { l.sessionProperty("LockedHint", true); }, LockCause::SystemLocked},
        {"user switch", [](FakeLogind &l) { l.sessionProperty("Active", false); }, LockCause::UserSwitched},
        {"saver", [](FakeLogind &l) { l.saver("org.freedesktop.ScreenSaver", true); }, LockCause::SystemLocked},
        {"wake", [](FakeLogind &l) { l.suspend(false); }, std::nullopt},
        {"lid opens", [](FakeLogind &l) { l.lid(false); }, std::nullopt},
        {"switched back", [](FakeLogind &l) { l.sessionProperty("Active", true); }, std::nullopt},
    };
    return all;
}

QDBusConnection newConnection(const support::PrivateBus &bus)
{
    static int count = 0;
    return bus.connect(QStringLiteral("desk-%1").arg(++count));
}

struct Place {
    std::unique_ptr<support::FakeDesk> desk = support::demoDesk(*parseInstant(support::demoNow));
    console::ConsoleWindow window{*desk, console::machineClock(), {}};
    milliseconds now{1'000'000};
    std::unique_ptr<console::DeskWatch> watch;
    std::vector<LockCause> locks;

    explicit Place(const QDBusConnection &bus)
    {
        desk->onCommand = [this, before = desk->onCommand](support::FakeDesk &desk_, const desk::Command &command) {
            if (!std::holds_alternative<desk::Lock>(command.request))
                return before(desk_, command);
            locks.push_back(watch->guard().cause().value_or(LockCause::Asked));
            desk_.reply({.command = command.id, .refusal = {}, .decision = {}});
        };
        watch = std::make_unique<console::DeskWatch>(
            window.widget(), window.feed(), *QGuiApplication::clipboard(), [this] { return now; },
            SessionWatch::Buses{bus, bus});
        window.widget().resize(1280, 800);
        window.widget().show();
        desk->edit([](desk::DeskSnapshot &) {});
    }
    void become(SessionState state)
    {
        desk->edit([state](desk::DeskSnapshot &shown) { shown.session.state = state; });
    }
    [[nodiscard]] bool isWorkShown() { return !window.widget().isCovered() && state() == SessionState::SignedIn; }
    [[nodiscard]] SessionState state() { return window.feed().snapshot().session.state; }
};

struct State {
    const char *name;
    void (*arrange)(Place &);
    bool isGuarded;
};

void openFirst(Place &place)
{
    place.window.widget().openItem(text::toQt(place.desk->latest()->queue->rows.front()->id.text()));
}

const std::vector<State> &states()
{
    static const std::vector<State> all = {
        {"queue", [](Place &) {}, true},
        {"item", openFirst, true},
        {"sheet",
         [](Place &p) {
             openFirst(p);
             p.window.widget().showKeys();
         },
         true},
        {"dialog",
         [](Place &p) {
             auto *dialog = new QDialog(&p.window.widget());
             dialog->setModal(true);
             dialog->open();
         },
         true},
        {"history", [](Place &p) { p.window.widget().showPage(widgets::MainWindow::History); }, true},
        {"locked", [](Place &p) { p.become(SessionState::Locked); }, false},
    };
    return all;
}

} // namespace

class TestSessionStorms : public QObject
{
    Q_OBJECT

    support::PrivateBus bus_;
    std::unique_ptr<support::FakeLogind> logind_;

    // Everything that the bus carries has arrived: a call to logind by the same connection is answered after it.
    void settle(Place &place, const QDBusConnection &connection)
    {
        auto question = QDBusMessage::createMethodCall(
            QStringLiteral("org.freedesktop.login1"), QStringLiteral("/org/freedesktop/login1"),
            QStringLiteral("org.freedesktop.login1.Manager"), QStringLiteral("GetSessionByPID"));
        question << 1U;
        const QDBusPendingCall answer = connection.asyncCall(question); // logind lives in this thread
        QVERIFY(QTest::qWaitFor([&] { return answer.isFinished() && place.watch->session().knowsSession(); }));
    }

private Q_SLOTS:
    void initTestCase()
    {
        style::apply(*qApp, style::Theme(style::Look::Light, 1.0, true));
        QVERIFY2(bus_.isRunning(), "dbus-daemon could not be started");
        logind_ = std::make_unique<support::FakeLogind>(bus_.connect(QStringLiteral("logind")));
    }

    void everyTriggerInEveryState_data()
    {
        QTest::addColumn<int>("trigger");
        QTest::addColumn<int>("state");
        for (std::size_t t = 0; t < triggers().size(); ++t)
            for (std::size_t s = 0; s < states().size(); ++s)
                QTest::addRow("%s, %s", triggers()[t].name, states()[s].name)
                    << static_cast<int>(t) << static_cast<int>(s);
    }

    void everyTriggerInEveryState()
    {
        QFETCH(int, trigger);
        QFETCH(int, state);
        const Trigger &pulled = triggers()[static_cast<std::size_t>(trigger)];
        const State &arranged = states()[static_cast<std::size_t>(state)];
        const int holdsBefore = logind_->holds();
        const auto connection = newConnection(bus_);
        Place place(connection);
        QVERIFY(QTest::qWaitFor(
            [&] { return place.watch->session().knowsSession() && place.watch->session().holdsSleep(); }));
        QVERIFY(logind_->holds() > holdsBefore);
        arranged.arrange(place);
        const bool mayLock = pulled.cause.has_value() && arranged.isGuarded;
        pulled.pull(*logind_);
        if (mayLock) {
            QVERIFY(QTest::qWaitFor([&] { return !place.locks.empty(); }));
            QVERIFY(!place.isWorkShown());
            QVERIFY(QApplication::activeModalWidget() == nullptr);
        }
        pulled.pull(*logind_); // once more: nothing is locked twice
        settle(place, connection);
        QCOMPARE(place.locks.size(), mayLock ? 1U : 0U);
        if (mayLock)
            QCOMPARE(place.locks.front(), *pulled.cause);
        if (mayLock && pulled.cause == LockCause::Suspended && std::string_view(pulled.name) == "sleep") {
            QVERIFY(place.watch->session().holdsSleep()); // the desk has not said yet that it is locked
            place.become(SessionState::Locked);
            QVERIFY(!place.watch->session().holdsSleep());
            QVERIFY(QTest::qWaitFor([&] { return !logind_->isHeld(); }));
        }
    }

    // Seeded storms of twenty signals with unlocking and time between them.
    void storms_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 6; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void storms()
    {
        QFETCH(unsigned, seed);
        std::mt19937 dice(seed);
        const auto connection = newConnection(bus_);
        Place place(connection);
        QVERIFY(QTest::qWaitFor([&] { return place.watch->session().knowsSession(); }));
        for (int i = 0; i < 20; ++i) {
            if (dice() % 3 == 0)
                openFirst(place);
            place.now += milliseconds(dice() % 60'000);
            const Trigger &pulled = triggers()[dice() % triggers().size()];
            const bool wasShown = place.isWorkShown();
            const auto before = place.locks.size();
            pulled.pull(*logind_);
            const bool mustLock = wasShown && pulled.cause.has_value();
            QVERIFY(QTest::qWaitFor([&] { return place.locks.size() == before + (mustLock ? 1 : 0); }));
            settle(place, connection);
            QCOMPARE(place.locks.size(), before + (mustLock ? 1 : 0));
            QCOMPARE(place.isWorkShown(), wasShown && !mustLock);
            if (!place.isWorkShown() && dice() % 2 == 0) {
                place.become(SessionState::Locked);
                place.become(SessionState::SignedIn); // unlocked
            }
        }
    }

    // Awake after hours, and the first thing is a paint: with or without a word from logind.
    void wakingWithoutAWord()
    {
        const auto connection = newConnection(bus_);
        Place place(connection);
        place.now += std::chrono::hours(7);
        QEvent update(QEvent::UpdateRequest);
        QCoreApplication::sendEvent(&place.window.widget(), &update);
        QCOMPARE(place.locks.size(), 1U);
        QCOMPARE(place.locks.front(), LockCause::Idle);
        QVERIFY(!place.isWorkShown());
    }

    // that something was copied, and of which item; never what. Nobody's copy while nobody is in.
    void aCopyIsAnEvent()
    {
        Place place(newConnection(bus_));
        openFirst(place);
        const auto notes = [&] {
            std::vector<desk::Note> found;
            for (const desk::Command &command : place.desk->asked)
                if (const auto *note = std::get_if<desk::Note>(&command.request);
                    note != nullptr && note->kind == domain::AuditKind::Copied)
                    found.push_back(*note);
            return found;
        };
        Q_EMIT place.watch->clipboard().copied();
        QCOMPARE(notes().size(), std::size_t{1});
        QVERIFY(notes()[0].item == place.desk->latest()->open->id);
        QVERIFY(notes()[0].detail.empty());
        place.become(SessionState::Locked);
        Q_EMIT place.watch->clipboard().copied();
        QCOMPARE(notes().size(), std::size_t{1});
    }

    void noBusIsNoTrouble()
    {
        int left = 0;
        const auto nowhere = QDBusConnection(QStringLiteral("nowhere"));
        const SessionWatch watch([&left](LockCause) { ++left; }, {nowhere, nowhere});
        QCOMPARE(left, 0);
        QVERIFY(!watch.holdsSleep());
    }
};

COUNTERSIGN_UI_MAIN(TestSessionStorms)
#include "test_session_storms.moc"
