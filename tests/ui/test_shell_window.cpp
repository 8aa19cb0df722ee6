// The window around the work: who has the keyboard, what is shown to whom, what never stands in a title.
#include "tests/support/gui_watch.hpp"
#include "tests/ui/window_rig.hpp"

#include "ui/text/words.hpp"
#include "ui/widgets/review/safe_text.hpp"
#include "ui/widgets/review/tier_badge.hpp"
#include "ui/widgets/shell/patient_banner.hpp"
#include "ui/widgets/shell/secret_edit.hpp"
#include "ui/widgets/shell/sign_in_page.hpp"
#include "ui/widgets/shell/toast.hpp"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>

using namespace countersign;
using namespace Qt::StringLiterals;
using tests::WindowRig;
using widgets::MainWindow;

namespace
{

std::unique_ptr<support::FakeDesk> signedOut()
{
    auto desk = support::demoDesk(tests::clinicNow());
    desk->edit([](desk::DeskSnapshot &now) { now.session = {}; });
    return desk;
}

} // namespace

class TestShellWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { style::apply(*qApp, style::Theme(style::Look::Light, 1, true)); }

    void signsInByKeysAlone()
    {
        WindowRig rig(signedOut());
        auto *page = rig.window().findChild<widgets::SignInPage *>();
        QVERIFY(page->isVisible());
        QCOMPARE(WindowRig::focus(), page->findChild<QLineEdit *>());
        QTest::keyClicks(WindowRig::focus(), u"adeyemi"_s);
        rig.key(Qt::Key_Return);
        QCOMPARE(WindowRig::focus(), page->findChild<widgets::SecretEdit *>(u"password"_s));
        QTest::keyClicks(WindowRig::focus(), u"secret"_s);
        rig.key(Qt::Key_Return);
        const auto *asked = rig.desk->lastAsked<desk::SignIn>();
        QVERIFY(asked != nullptr);
        QCOMPARE(QString::fromStdString(asked->user.text()), u"adeyemi"_s);
        QVERIFY(!page->isVisible());
        QCOMPARE(WindowRig::focus()->objectName(), u"queueRows"_s); // to work at once
    }

    void aRefusalIsSaidWhereThePasswordWasTyped()
    {
        auto desk = signedOut();
        desk->onCommand = [](support::FakeDesk &target, const desk::Command &command) {
            target.reply({command.id, domain::Refusal{domain::RefusalCode::WrongPassword, {}}, {}});
        };
        WindowRig rig(std::move(desk));
        rig.window().setUser(u"adeyemi"_s);
        auto *page = rig.window().findChild<widgets::SignInPage *>();
        auto *password = page->findChild<widgets::SecretEdit *>(u"password"_s);
        password->setFocus();
        QTest::keyClicks(password, u"wrong"_s);
        rig.key(Qt::Key_Return);
        QVERIFY(page->isVisible());
        QVERIFY(password->isEmpty());
        QStringList said;
        for (const QLabel *label : page->findChildren<QLabel *>())
            if (label->isVisible())
                said << label->text();
        QVERIFY(said.contains(text::phrase(domain::Refusal{domain::RefusalCode::WrongPassword, {}})));
    }

    void theLockHidesTheWork()
    {
        WindowRig rig;
        rig.openFirst();
        rig.key(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(rig.window().findChild<widgets::SignInPage *>()->isVisible());
        QVERIFY(!rig.window().findChild<widgets::PatientBanner *>()->isVisible());
        const std::size_t asked = rig.desk->asked.size();
        rig.key(Qt::Key_3, Qt::ControlModifier); // keys of the work are dead
        rig.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(rig.desk->asked.size(), asked);
        QCOMPARE(rig.window().page(), MainWindow::Review);
    }

    // on top of everything, and never in a title that a task bar or a screen share would show.
    void thePatientStandsOnTopAndNotInTheTitle()
    {
        WindowRig rig;
        auto *banner = rig.window().findChild<widgets::PatientBanner *>();
        QVERIFY(!banner->isVisible());
        for (const desk::QueueRow &row : rig.desk->latest()->queue->rows) {
            rig.openItem(row->id);
            const QString family = text::toQt(row->family.reveal());
            QVERIFY(banner->isVisible());
            QVERIFY(banner->accessibleName().contains(family, Qt::CaseInsensitive));
            QVERIFY(!rig.window().windowTitle().contains(family, Qt::CaseInsensitive));
        }
        rig.key(Qt::Key_1, Qt::ControlModifier);
        QVERIFY(!banner->isVisible());
    }

    void theBannerStaysUncovered()
    {
        WindowRig rig;
        rig.openFirst();
        const auto *banner = rig.window().findChild<widgets::PatientBanner *>();
        rig.key(Qt::Key_R, Qt::ControlModifier); // a sheet
        const QPoint middle = banner->mapTo(&rig.window(), banner->rect().center());
        const QWidget *there = rig.window().childAt(middle);
        QVERIFY(there != nullptr && (there == banner || banner->isAncestorOf(there)));
    }

    void everyPageTakesTheKeyboard()
    {
        WindowRig rig;
        rig.openFirst();
        for (const auto key : {Qt::Key_1, Qt::Key_2, Qt::Key_3}) {
            rig.key(key, Qt::ControlModifier);
            QVERIFY(WindowRig::focus() != nullptr);
            QVERIFY(WindowRig::focus()->isVisible());
        }
        QCOMPARE(WindowRig::focus()->objectName(), u"historyRows"_s);
    }

    void theMapOfKeysOpensAndEndsWithoutLosingThePlace()
    {
        WindowRig rig;
        const QWidget *before = WindowRig::focus();
        rig.key(Qt::Key_Question);
        QVERIFY(WindowRig::focus() != before);
        rig.key(Qt::Key_Escape);
        QCOMPARE(WindowRig::focus(), before);
    }

    // What is said of an item goes with it, or when it is no longer so; what is held comes back.
    void whatIsSaidOfAnItemGoesWithIt()
    {
        WindowRig rig;
        auto *toast = rig.window().findChild<widgets::Toast *>();
        const auto rows = rig.desk->latest()->queue->rows;
        rig.openItem(rows[0]->id);
        rig.window().sayOfOpen(u"Of the first."_s);
        QVERIFY(toast->isVisible());
        rig.openItem(rows[1]->id);
        QVERIFY(!toast->isVisible());
        rig.window().sayOfOpen(u"Of the second."_s);
        rig.desk->edit([](desk::DeskSnapshot &now) { // another version of it
            auto open = std::make_shared<desk::OpenItemView>(*now.open);
            auto item = std::make_shared<domain::Item>(*open->item);
            item->digest = domain::Digest("sha256:" + std::string(64, '9'));
            open->item = std::move(item);
            now.open = std::move(open);
        });
        QVERIFY(!toast->isVisible());
        rig.window().say(u"Of something else."_s);
        rig.openItem(rows[2]->id);
        QVERIFY(toast->isVisible());
        toast->hold(u"Held."_s, u"Undo"_s);
        QCOMPARE(toast->accessibleName(), u"Of something else."_s);
        toast->endSaid();
        QCOMPARE(toast->accessibleName(), u"Held."_s);
        toast->endHold();
        QVERIFY(!toast->isVisible());
    }

    // What is said of an item is not read on another page, and everything that is said ends by itself.
    void whatIsSaidLeavesWithItsPage()
    {
        WindowRig rig;
        auto *toast = rig.window().findChild<widgets::Toast *>();
        const auto edits = u"Your unsigned edits are here again."_s;
        rig.openFirst();
        for (const auto key : {Qt::Key_1, Qt::Key_3, Qt::Key_Comma}) {
            rig.key(Qt::Key_2, Qt::ControlModifier);
            rig.window().sayOfOpen(edits);
            QVERIFY(toast->isVisible());
            rig.key(key, Qt::ControlModifier);
            QVERIFY(!toast->isVisible());
            rig.window().sayOfOpen(edits); // as when the desk is unlocked on this page
            QVERIFY(!toast->isVisible());
        }
        rig.window().say(u"Of no page."_s);
        rig.key(Qt::Key_1, Qt::ControlModifier);
        QVERIFY(toast->isVisible());
        auto *const time = toast->findChild<QTimer *>();
        QVERIFY(time->isActive() && time->isSingleShot());
        time->start(1);
        QTRY_VERIFY(!toast->isVisible());
    }

    // What an item that does not open has to say is not said of the one that is opened next.
    void anItemThatDoesNotOpenTakesItsSentenceWithIt()
    {
        WindowRig rig;
        auto *toast = rig.window().findChild<widgets::Toast *>();
        const auto rows = rig.desk->latest()->queue->rows;
        const auto answer = rig.desk->onCommand;
        rig.desk->onCommand = [](support::FakeDesk &target, const desk::Command &command) {
            target.reply({command.id, domain::Refusal{domain::RefusalCode::ItemUnknown, {}}, {}});
        };
        rig.openItem(rows[0]->id);
        QVERIFY(toast->isVisible());
        rig.desk->onCommand = answer;
        rig.openItem(rows[1]->id);
        QVERIFY(!toast->isVisible());
    }

    // An answer that comes late is not said of the item that lies open now, and does not end the waiting for it.
    void aLateRefusalIsNotSaidOfAnother()
    {
        WindowRig rig;
        const auto rows = rig.desk->latest()->queue->rows;
        const auto answer = rig.desk->onCommand;
        std::vector<desk::Command> unanswered;
        rig.desk->onCommand = [&unanswered](support::FakeDesk &, const desk::Command &command) {
            if (std::holds_alternative<desk::OpenItem>(command.request))
                unanswered.push_back(command);
        };
        rig.openItem(rows[0]->id);
        rig.openItem(rows[1]->id);
        QCOMPARE(unanswered.size(), 2U);
        rig.desk->onCommand = answer;
        const domain::Refusal refusal{domain::RefusalCode::ItemNotLoaded, {}};
        rig.desk->reply({unanswered.front().id, refusal, {}});
        auto *toast = rig.window().findChild<widgets::Toast *>();
        QVERIFY(!toast->isVisible());
        rig.desk->reply({unanswered.back().id, refusal, {}});
        QVERIFY(toast->isVisible());
    }

    //
    void anotherPatientDrawsTheEyeAndTheTierItsRules()
    {
        WindowRig rig;
        rig.openFirst();
        auto *banner = rig.window().findChild<widgets::PatientBanner *>();
        const auto ground = [&] { return banner->property("ground").toString(); };
        const QString calm = ground();
        const auto &rows = rig.desk->latest()->queue->rows;
        const auto other = std::find_if(
            rows.begin(), rows.end(), [&](const desk::QueueRow &row) { return row->patient != rows.front()->patient; });
        rig.openItem((*other)->id);
        QVERIFY(ground() != calm);
        QTRY_COMPARE(ground(), calm);
        rig.window().findChild<widgets::TierBadge *>()->click();
        auto *basis = [&]() -> widgets::SafeText * {
            for (auto *text : rig.window().findChildren<widgets::SafeText *>())
                if (text->accessibleName() == u"Basis"_s && text->isVisible())
                    return text;
            return nullptr;
        }();
        QVERIFY(basis != nullptr);
    }

    void nothingToUndoIsSaid()
    {
        WindowRig rig;
        rig.key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(rig.desk->lastAsked<desk::Retract>() == nullptr);
    }

    // The hand never waits for long (50 ms). Reported; asserted with room for a slow machine.
    void theHandIsServed()
    {
        auto desk = support::demoDesk(tests::clinicNow());
        desk->edit([](desk::DeskSnapshot &now) { now.queue = support::longQueue(20'000, tests::clinicNow()); });
        WindowRig rig(std::move(desk));
        support::GuiWatch watch;
        for (int i = 0; i < 20; ++i)
            watch.step(u"next row"_s, [&] { rig.key(Qt::Key_J); });
        const auto group = [&](presenters::QueueGrouping grouping) {
            rig.window().queue().arrange(
                {.filter = {}, .order = presenters::QueueOrder::Urgency, .grouping = grouping});
        };
        watch.step(u"group"_s, [&] { group(presenters::QueueGrouping::Patient); });
        watch.step(u"ungroup"_s, [&] { group(presenters::QueueGrouping::None); });
        watch.step(u"history"_s, [&] { rig.key(Qt::Key_3, Qt::ControlModifier); });
        watch.step(u"queue"_s, [&] { rig.key(Qt::Key_1, Qt::ControlModifier); });
        watch.step(u"paint"_s, [&] { rig.window().repaint(); });
        for (const QString &over : watch.over())
            qInfo("gui thread busy over 50 ms: %s", qPrintable(over));
        QVERIFY2(watch.longest() < support::GuiWatch::gestureMax, qPrintable(QString::number(watch.longest())));
    }
};

COUNTERSIGN_UI_MAIN(TestShellWindow)
#include "test_shell_window.moc"
