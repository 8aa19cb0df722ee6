// Trust on the screen: the work hidden by one key, and a gateway that contradicts itself (G9).
#include "tests/ui/window_rig.hpp"

#include "ui/widgets/shell/notice_bar.hpp"
#include "ui/widgets/shell/patient_banner.hpp"
#include "ui/widgets/shell/privacy_page.hpp"
#include "ui/widgets/shell/sign_in_page.hpp"

#include <QAccessible>

using namespace countersign;
using namespace countersign::widgets;
using namespace Qt::StringLiterals;
using tests::WindowRig;

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
};

QTEST_MAIN(TestTrustWindow)
#include "test_trust_window.moc"
