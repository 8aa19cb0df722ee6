// The sheet with a person's recovery code and password, and the way in with a code, by keys alone.
#include "tests/support/gui_watch.hpp"
#include "tests/ui/window_rig.hpp"

#include "ui/widgets/shell/access_form.hpp"
#include "ui/widgets/shell/secret_edit.hpp"
#include "ui/widgets/shell/sheet.hpp"
#include "ui/widgets/shell/sign_in_page.hpp"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace countersign;
using namespace Qt::StringLiterals;
using tests::WindowRig;

namespace
{

QAbstractButton *buttonNamed(const QWidget &parent, const QString &text)
{
    for (auto *button : parent.findChildren<QAbstractButton *>())
        if (button->isVisible() && (button->text() == text || button->accessibleName() == text))
            return button;
    return nullptr;
}

QString wordsOf(const QWidget &parent)
{
    QStringList words;
    for (const QLabel *label : parent.findChildren<QLabel *>())
        if (label->isVisible())
            words << label->text();
    return words.join(u'|');
}

std::shared_ptr<const SecretBytes> code()
{
    return std::make_shared<const SecretBytes>(SecretBytes::copyOf(asBytes("AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH")));
}

std::string textOf(const desk::Password &secret)
{
    return std::string(asText(secret->view()));
}

} // namespace

class TestOwnAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { style::apply(*qApp, style::Theme(style::Look::Light, 1, true)); }

    void aCodeOnOfferIsShownOnceAndTypedBack()
    {
        WindowRig rig;
        auto *form = rig.window().findChild<widgets::AccessForm *>();
        QVERIFY(!form->isVisible());
        rig.desk->edit([](desk::DeskSnapshot &now) { now.keys.offeredCode = code(); });
        QVERIFY(form->isVisible());
        QVERIFY(wordsOf(*form).contains(u"AAAA|BBBB|CCCC|DDDD|EEEE|FFFF|GGGG|HHHH"_s));
        QTest::keyClicks(WindowRig::focus(), u"HHHH"_s);
        rig.key(Qt::Key_Return);
        const auto *asked = rig.desk->lastAsked<desk::KeepRecoveryCode>();
        QVERIFY(asked != nullptr);
        QCOMPARE(textOf(asked->lastGroup), std::string("HHHH"));
        rig.desk->edit([](desk::DeskSnapshot &now) { now.keys = {true, false, nullptr}; });
        QVERIFY(!wordsOf(*form).contains(u"AAAA"_s));
        QVERIFY(wordsOf(*form).contains(u"You have a recovery code"_s));
        rig.key(Qt::Key_Escape);
        QVERIFY(!form->isVisible());
    }

    void theLockTakesTheCodeAway()
    {
        WindowRig rig;
        auto *form = rig.window().findChild<widgets::AccessForm *>();
        rig.desk->edit([](desk::DeskSnapshot &now) { now.keys.offeredCode = code(); });
        rig.desk->edit([](desk::DeskSnapshot &now) {
            now.session.state = desk::SessionState::Locked;
            now.keys = {};
        });
        QVERIFY(!form->isVisible());
        for (const QLabel *label : form->findChildren<QLabel *>())
            QVERIFY(!label->text().contains(u"AAAA"_s));
    }

    void thePasswordIsChangedFromTheRail()
    {
        WindowRig rig;
        QTest::mouseClick(buttonNamed(rig.window(), u"Access"_s), Qt::LeftButton);
        auto *form = rig.window().findChild<widgets::AccessForm *>();
        QVERIFY(form->isVisible());
        QVERIFY(wordsOf(*form).contains(u"The password alone opens your work"_s));
        const auto fields = form->findChildren<widgets::SecretEdit *>();
        const auto type = [&](const char *name, const QString &word) {
            for (auto *field : fields)
                if (field->accessibleName() == QLatin1String(name)) {
                    field->setFocus();
                    QTest::keyClicks(field, word);
                    return;
                }
            QFAIL("no such field");
        };
        type("Password of this machine", u"old one"_s);
        type("New password, at least 12 characters", u"staple of seven bees"_s);
        type("New password again", u"staple of seven bugs"_s);
        QTest::mouseClick(buttonNamed(*form, u"Change the password"_s), Qt::LeftButton);
        QVERIFY(rig.desk->lastAsked<desk::ChangePassword>() == nullptr);
        QVERIFY(wordsOf(*form).contains(u"typed in two ways"_s));
        type("Password of this machine", u"old one"_s);
        type("New password, at least 12 characters", u"staple of seven bees"_s);
        type("New password again", u"staple of seven bees"_s);
        rig.key(Qt::Key_Return);
        const auto *asked = rig.desk->lastAsked<desk::ChangePassword>();
        QVERIFY(asked != nullptr);
        QCOMPARE(textOf(asked->oldPassword), std::string("old one"));
        QCOMPARE(textOf(asked->newPassword), std::string("staple of seven bees"));
        QVERIFY(wordsOf(*form).contains(u"is changed"_s));
    }

    void aCodeOpensTheWayIn()
    {
        auto desk = support::demoDesk(tests::clinicNow());
        desk->edit([](desk::DeskSnapshot &now) { now.session = {}; });
        WindowRig rig(std::move(desk));
        auto *page = rig.window().findChild<widgets::SignInPage *>();
        rig.window().setUser(u"adeyemi"_s);
        QTest::mouseClick(buttonNamed(*page, u"Use a recovery code"_s), Qt::LeftButton);
        QCOMPARE(WindowRig::focus()->accessibleName(), u"Recovery code"_s);
        QTest::keyClicks(WindowRig::focus(), u"aaaa bbbb"_s);
        rig.key(Qt::Key_Return);
        QCOMPARE(WindowRig::focus()->accessibleName(), u"Password"_s);
        QTest::keyClicks(WindowRig::focus(), u"secret"_s);
        rig.key(Qt::Key_Return);
        const auto *asked = rig.desk->lastAsked<desk::Recover>();
        QVERIFY(asked != nullptr);
        QCOMPARE(asked->user.text(), std::string("adeyemi"));
        QCOMPARE(textOf(asked->code), std::string("aaaa bbbb"));
        QCOMPARE(textOf(asked->password), std::string("secret"));
    }
};

COUNTERSIGN_UI_MAIN(TestOwnAccess)
#include "test_own_access.moc"
