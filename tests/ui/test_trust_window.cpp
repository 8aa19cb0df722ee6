// Trust on the screen: the work hidden by one key, glass that is broken, a gateway that contradicts
// itself (G9), a new signing key, and signing in at the organization's issuer.
#include "tests/support/gui_watch.hpp"
#include "tests/ui/window_rig.hpp"
#include "tests/ui/words_on.hpp"

#include "core/domain/audit_event.hpp"
#include "ui/text/words.hpp"
#include "ui/widgets/settings/trust_section.hpp"
#include "ui/widgets/shell/notice_bar.hpp"
#include "ui/widgets/shell/patient_banner.hpp"
#include "ui/widgets/shell/privacy_page.hpp"
#include "ui/widgets/shell/secret_edit.hpp"
#include "ui/widgets/shell/sign_in_page.hpp"

#include <QAccessible>
#include <QElapsedTimer>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>

using namespace countersign;
using namespace countersign::widgets;
using namespace Qt::StringLiterals;
using tests::WindowRig;
using tests::wordsOn;

namespace
{

// Every name and text that assistive technology is told of what is visible.
QString told(QAccessibleInterface *at)
{
    if (at == nullptr || !at->isValid() || at->state().invisible)
        return {};
    QString all = at->text(QAccessible::Name) + u'\n' + at->text(QAccessible::Value) + u'\n';
    for (int i = 0; i < at->childCount(); ++i)
        all += told(at->child(i));
    return all;
}

NoticeBar *barSaying(WindowRig &rig, const QString &words)
{
    for (auto *bar : rig.window().findChildren<NoticeBar *>())
        if (bar->isVisible() && bar->accessibleName().contains(words))
            return bar;
    return nullptr;
}

QPushButton *buttonSaying(QWidget &at, const QString &words)
{
    for (auto *button : at.findChildren<QPushButton *>())
        if (button->text().contains(words))
            return button;
    return nullptr;
}

std::unique_ptr<support::FakeDesk> signedOut()
{
    auto desk = support::demoDesk(tests::clinicNow());
    desk->edit([](desk::DeskSnapshot &now) { now.session = {}; });
    return desk;
}

} // namespace

class TestTrustWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { style::apply(*qApp, style::Theme(style::Look::Light, 1, true)); }

    void oneKeyHidesThePatientAndEndsNothing()
    {
        WindowRig rig;
        rig.openFirst();
        const QString family = text::toQt(rig.desk->latest()->open->summary->family.reveal());
        QVERIFY(told(QAccessible::queryAccessibleInterface(&rig.window())).contains(family, Qt::CaseInsensitive));
        const auto *before = WindowRig::focus();
        const std::size_t asked = rig.desk->asked.size();
        rig.key(Qt::Key_F9);
        QVERIFY(rig.window().findChild<PrivacyPage *>()->isVisible());
        QVERIFY(!rig.window().findChild<PatientBanner *>()->isVisible());
        for (const desk::QueueRow &row : rig.desk->latest()->queue->rows)
            QVERIFY(!told(QAccessible::queryAccessibleInterface(&rig.window()))
                         .contains(text::toQt(row->family.reveal()), Qt::CaseInsensitive));
        rig.key(Qt::Key_Return, Qt::ControlModifier); // keys of the work are dead
        rig.key(Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(rig.desk->asked.size(), asked);
        QVERIFY(rig.window().findChild<PrivacyPage *>()->isVisible());
        rig.key(Qt::Key_F9);
        QVERIFY(!rig.window().findChild<PrivacyPage *>()->isVisible());
        QVERIFY(rig.window().findChild<PatientBanner *>()->isVisible());
        QCOMPARE(WindowRig::focus(), before);
        QCOMPARE(rig.window().page(), MainWindow::Review);
        QCOMPARE(rig.desk->asked.size(), asked);
    }

    // Nothing of the work is among the pixels of a hidden window: two different items look the same.
    void hiddenLooksTheSameWhateverIsOpen()
    {
        WindowRig rig;
        QImage first;
        int compared = 0;
        for (const desk::QueueRow &row : rig.desk->latest()->queue->rows) {
            rig.openItem(row->id);
            rig.key(Qt::Key_F9);
            const QImage now = rig.window().grab().toImage();
            if (first.isNull())
                first = now;
            else
                QVERIFY(first == now);
            rig.key(Qt::Key_F9);
            if (++compared == 3)
                break;
        }
        QVERIFY(compared >= 2);
    }

    void aLockUnderTheHiddenPageIsALock()
    {
        WindowRig rig;
        rig.openFirst();
        rig.key(Qt::Key_F9);
        rig.key(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(rig.desk->lastAsked<desk::Lock>() != nullptr);
        QVERIFY(rig.window().findChild<SignInPage *>()->isVisible());
        QVERIFY(!rig.window().findChild<PrivacyPage *>()->isVisible());
        rig.key(Qt::Key_F9); // behind the lock it does nothing
        QVERIFY(rig.window().findChild<SignInPage *>()->isVisible());
    }

    void brokenGlassIsOverEveryPageUntilItIsMended()
    {
        WindowRig rig;
        rig.desk->edit(
            [](desk::DeskSnapshot &now) { now.session.emergencyUntil = tests::clinicNow() + std::chrono::hours(1); });
        for (const auto page : {MainWindow::Queue, MainWindow::History, MainWindow::Settings, MainWindow::Review}) {
            rig.window().showPage(page);
            QVERIFY(barSaying(rig, u"Emergency access"_s) != nullptr);
        }
        QTest::mouseClick(buttonSaying(*barSaying(rig, u"Emergency access"_s), u"End"_s), Qt::LeftButton);
        QVERIFY(rig.desk->lastAsked<desk::EndEmergency>() != nullptr);
        rig.desk->edit([](desk::DeskSnapshot &now) { now.session.emergencyUntil.reset(); });
        QVERIFY(barSaying(rig, u"Emergency access"_s) == nullptr);
    }

    void breakingGlassTakesAReason()
    {
        WindowRig rig;
        rig.window().showPage(MainWindow::Settings);
        auto *section = rig.window().findChild<TrustSection *>();
        auto *open = buttonSaying(*section, u"See everything"_s);
        QVERIFY(!open->isEnabled());
        const auto reasons = section->findChildren<QRadioButton *>();
        QCOMPARE(static_cast<std::size_t>(reasons.size()), domain::emergencyReasons.size());
        for (const QRadioButton *reason : reasons)
            QVERIFY(!reason->text().isEmpty());
        reasons[1]->click();
        QVERIFY(open->isEnabled());
        rig.desk->onCommand = [](support::FakeDesk &desk, const desk::Command &command) {
            desk.reply({command.id, domain::Refusal{domain::RefusalCode::EmergencyRefused, {}}, {}});
        };
        open->click();
        const auto *asked = rig.desk->lastAsked<desk::BeginEmergency>();
        QVERIFY(asked != nullptr);
        QCOMPARE(asked->reason, std::string(domain::emergencyReasons[1]));
        QVERIFY(wordsOn(*section).contains(text::phrase(domain::Refusal{domain::RefusalCode::EmergencyRefused, {}})));
        rig.desk->edit([](desk::DeskSnapshot &now) { now.session.state = desk::SessionState::Locked; });
        QVERIFY(section->reason().isEmpty()); // nobody else finds what was chosen
    }

    void aGatewayThatContradictsItselfIsAnAlarmOnEveryPage()
    {
        WindowRig rig;
        rig.desk->edit([](desk::DeskSnapshot &now) {
            now.link.fork =
                desk::ForkView{desk::ForkView::Kind::Rewritten, tests::clinicNow(), "/profile/fork-evidence.txt"};
        });
        for (const auto page : {MainWindow::Queue, MainWindow::History, MainWindow::Settings}) {
            rig.window().showPage(page);
            auto *bar = barSaying(rig, u"The gateway has changed decisions"_s);
            QVERIFY(bar != nullptr);
            QVERIFY(bar->accessibleName().contains(u"fork-evidence.txt"_s));
        }
        rig.desk->edit([](desk::DeskSnapshot &now) { now.link.fork.reset(); });
        QVERIFY(barSaying(rig, u"The gateway"_s) == nullptr);
    }

    void aNewSigningKeyTakesThePassword()
    {
        WindowRig rig;
        rig.window().showPage(MainWindow::Settings);
        auto *section = rig.window().findChild<TrustSection *>();
        auto *renew = buttonSaying(*section, u"new signing key"_s);
        QVERIFY(!renew->isEnabled());
        auto *password = section->findChild<SecretEdit *>();
        password->setFocus();
        QTest::keyClicks(password, u"secret"_s);
        QVERIFY(renew->isEnabled());
        renew->click();
        const auto *asked = rig.desk->lastAsked<desk::RenewSigningKey>();
        QVERIFY(asked != nullptr);
        QVERIFY(asText(asked->password->view()) == "secret");
        QVERIFY(password->isEmpty());
    }

    void theIssuerIsAnotherWayIn()
    {
        WindowRig rig(signedOut());
        auto *page = rig.window().findChild<SignInPage *>();
        for (const bool byIssuer : {false, true}) {
            if (byIssuer)
                buttonSaying(*page, u"your organization"_s)->click();
            rig.desk->edit([](desk::DeskSnapshot &now) { now.session = {}; });
            rig.window().setUser(u"adeyemi"_s);
            auto *password = page->findChild<SecretEdit *>(u"password"_s);
            password->setFocus();
            QTest::keyClicks(password, u"secret"_s);
            rig.desk->onCommand = [](support::FakeDesk &desk, const desk::Command &command) {
                desk.reply({command.id, domain::Refusal{domain::RefusalCode::IssuerRefused, "denied"}, {}});
            };
            rig.key(Qt::Key_Return);
            const auto *asked = rig.desk->lastAsked<desk::SignIn>();
            QVERIFY(asked != nullptr);
            QCOMPARE(asked->byIssuer, byIssuer);
            QVERIFY(wordsOn(*page).contains(text::phrase(domain::Refusal{domain::RefusalCode::IssuerRefused, {}})));
        }
    }
};

COUNTERSIGN_UI_MAIN(TestTrustWindow)
#include "test_trust_window.moc"
