// The signing session as its person meets it: the id above the password at its first signature alone, the
// password at each later one, how long it lasts and its end in one action, and what locked the desk.
#include "tests/support/gui_watch.hpp"
#include "tests/ui/review_fixture.hpp"
#include "tests/ui/window_rig.hpp"
#include "tests/ui/words_on.hpp"

#include "ui/text/words.hpp"
#include "ui/widgets/review/review_page.hpp"
#include "ui/widgets/review/sign_sheet.hpp"
#include "ui/widgets/shell/secret_edit.hpp"
#include "ui/widgets/shell/sign_in_page.hpp"
#include "ui/widgets/shell/signer_field.hpp"
#include "ui/widgets/shell/signing_chip.hpp"
#include "ui/widgets/shell/undo_form.hpp"

#include <QLabel>
#include <QLineEdit>

using namespace countersign;
using namespace countersign::widgets;
using namespace Qt::StringLiterals;
using tests::WindowRig;
using tests::wordsOn;

namespace
{

struct Review {
    explicit Review(bool asksId) : desk(tests::deskWith(tests::sampleItem())), feed(desk), page(feed, time.clock())
    {
        setAsking(asksId);
        time.elapsed += milliseconds(1000);
        page.resize(1200, 760);
        page.show();
        QApplication::setActiveWindow(&page);
        page.setFocus();
        press(Qt::Key_Return, Qt::ControlModifier);
    }
    void setAsking(bool asksId)
    {
        desk.edit([&](desk::DeskSnapshot &now) { now.session.signing.asksId = asksId; });
    }
    void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : &page, key, with);
    }
    void type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    [[nodiscard]] SignSheet &sheet() { return *page.findChild<SignSheet *>(); }
    [[nodiscard]] QLineEdit &id() { return *sheet().findChild<QLineEdit *>(u"signer"_s); }

    tests::StillTime time;
    support::FakeDesk desk;
    presenters::DeskFeed feed;
    ReviewPage page;
};

} // namespace

class TestSigningSessionWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { style::apply(*qApp, style::Theme(style::Look::Light, 1, true)); }

    void theFirstSignatureAsksForTheIdToo()
    {
        Review review(true);
        QVERIFY(review.sheet().isVisible());
        QCOMPARE(QApplication::focusWidget(), &review.id());
        review.press(Qt::Key_Return); // an empty id is none
        QCOMPARE(QApplication::focusWidget(), &review.id());
        review.type(u"adeyemi"_s);
        review.press(Qt::Key_Return);
        QVERIFY(qobject_cast<SecretEdit *>(QApplication::focusWidget()) != nullptr);
        review.type(u"secret"_s);
        review.id().clear();
        review.press(Qt::Key_Return);
        QCOMPARE(tests::countOf<desk::Decide>(review.desk), 0); // the password alone signs nothing now
        review.id().setText(u" adeyemi "_s);
        review.press(Qt::Key_Return);
        QCOMPARE(tests::countOf<desk::Decide>(review.desk), 1);
        QCOMPARE(QString::fromStdString(review.desk.lastAsked<desk::Decide>()->signingAs.text()), u"adeyemi"_s);
        QVERIFY(review.id().text().isEmpty()); // nothing typed stays behind
    }

    void aLaterOneAsksForThePasswordAlone()
    {
        Review review(false);
        QVERIFY(!review.id().isVisible());
        QVERIFY(qobject_cast<SecretEdit *>(QApplication::focusWidget()) != nullptr);
        review.press(Qt::Key_Return); // a bare key signs nothing
        QCOMPARE(tests::countOf<desk::Decide>(review.desk), 0);
        review.type(u"secret"_s);
        review.press(Qt::Key_Return);
        QCOMPARE(tests::countOf<desk::Decide>(review.desk), 1);
        QVERIFY(review.desk.lastAsked<desk::Decide>()->signingAs.isEmpty());
    }

    void aSessionThatEndedUnderTheSheetIsAskedForAnew()
    {
        Review review(false);
        review.desk.onCommand = [](support::FakeDesk &desk, const desk::Command &command) {
            const bool isDecision = std::holds_alternative<desk::Decide>(command.request);
            if (isDecision)
                desk.edit([](desk::DeskSnapshot &now) { now.session.signing.asksId = true; });
            desk.reply({.command = command.id,
                        .refusal = isDecision
                                       ? std::optional(domain::Refusal{domain::RefusalCode::SigningIdMissing, {}})
                                       : std::nullopt,
                        .decision = {}});
        };
        review.type(u"secret"_s);
        review.press(Qt::Key_Return);
        QVERIFY(review.sheet().isVisible());
        QCOMPARE(QApplication::focusWidget(), &review.id());
        QVERIFY(
            wordsOn(review.sheet()).contains(text::phrase(domain::Refusal{domain::RefusalCode::SigningIdMissing, {}})));
    }

    void theLastLineTellsHowLongAndEndsItInOneAction()
    {
        WindowRig rig;
        auto *chip = rig.window().findChild<SigningChip *>();
        QVERIFY(chip != nullptr && !chip->isVisible());
        rig.desk->edit([](desk::DeskSnapshot &now) {
            now.session.signing = {.asksId = false, .until = tests::clinicNow() + std::chrono::minutes(28)};
        });
        for (const auto page : {MainWindow::Queue, MainWindow::History, MainWindow::Settings, MainWindow::Review}) {
            rig.window().showPage(page);
            QVERIFY(chip->isVisible());
        }
        QVERIFY2(QString(chip->text()).replace(QChar(0x00A0), u' ').contains(u"28 min"_s), qPrintable(chip->text()));
        QVERIFY(chip->accessibleName().contains(u"Adeyemi"_s));
        QTest::mouseClick(chip, Qt::LeftButton);
        QVERIFY(rig.desk->lastAsked<desk::EndSigning>() != nullptr);
        rig.desk->edit([](desk::DeskSnapshot &now) { now.session.signing = {.asksId = true, .until = std::nullopt}; });
        QVERIFY(!chip->isVisible());
    }

    void anUndoIsASignatureToo()
    {
        UndoForm form;
        QLineEdit *id = form.findChild<QLineEdit *>(u"signer"_s);
        auto *password = form.findChild<SecretEdit *>();
        form.show();
        for (const bool asksId : {true, false}) {
            form.ask(u"RIVERA, Rachel"_s, u"Undo: Approved"_s, asksId);
            QCOMPARE(id->isVisible(), asksId);
            QCOMPARE(form.firstFocus(), asksId ? static_cast<QWidget *>(id) : password);
            if (asksId)
                QTest::keyClicks(id, u"adeyemi"_s);
            QCOMPARE(form.signer(), asksId ? u"adeyemi"_s : QString());
        }
    }

    void theLockedPageSaysWhatLockedIt_data()
    {
        QTest::addColumn<int>("cause");
        for (int cause = 0; cause <= static_cast<int>(desk::LockCause::ByGateway); ++cause)
            QTest::newRow(std::string(desk::name(static_cast<desk::LockCause>(cause))).c_str()) << cause;
    }
    void theLockedPageSaysWhatLockedIt()
    {
        QFETCH(int, cause);
        const auto why = static_cast<desk::LockCause>(cause);
        WindowRig rig;
        rig.desk->edit([&](desk::DeskSnapshot &now) {
            now.session.state = desk::SessionState::Locked;
            now.session.lockedBy = why;
        });
        const auto *page = rig.window().findChild<SignInPage *>();
        QVERIFY(page->isVisible());
        QVERIFY2(wordsOn(*page).join(u'|').contains(text::phrase(why)), qPrintable(wordsOn(*page).join(u'|')));
    }
};

COUNTERSIGN_UI_MAIN(TestSigningSessionWindow)
#include "test_signing_session_window.moc"
