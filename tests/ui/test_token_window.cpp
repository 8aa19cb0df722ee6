// A token as its person meets it: its PIN in place of the password on the sheet, what it does instead of
// signing in a sentence, and its registration in the settings (decision 27).
#include "tests/support/gui_watch.hpp"
#include "tests/ui/review_fixture.hpp"
#include "tests/ui/window_rig.hpp"
#include "tests/ui/words_on.hpp"

#include "ui/presenters/sign_view.hpp"
#include "ui/text/words.hpp"
#include "ui/widgets/review/review_page.hpp"
#include "ui/widgets/review/sign_sheet.hpp"
#include "ui/widgets/settings/token_section.hpp"
#include "ui/widgets/shell/secret_edit.hpp"
#include "ui/widgets/shell/undo_form.hpp"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace countersign;
using namespace countersign::widgets;
using namespace Qt::StringLiterals;
using tests::WindowRig;
using tests::wordsOn;
using State = desk::TokenView::State;

namespace
{

desk::TokenView tokenIn(State state, bool isRequired = false)
{
    return {.state = state, .label = "Mara's card", .isRequired = isRequired, .hasOne = state == State::Ready};
}

struct Review {
    explicit Review(const desk::TokenView &token)
        : desk(tests::deskWith(tests::sampleItem())), feed(desk), page(feed, time.clock())
    {
        put(token);
        time.elapsed += milliseconds(1000);
        page.resize(1200, 760);
        page.show();
        QApplication::setActiveWindow(&page);
        page.setFocus();
        press(Qt::Key_Return, Qt::ControlModifier);
    }
    void put(const desk::TokenView &token)
    {
        desk.edit([&](desk::DeskSnapshot &now) {
            now.session.signing = {.asksId = token.state != State::Ready, .until = std::nullopt, .token = token};
        });
    }
    void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : &page, key, with);
    }
    void type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    [[nodiscard]] SignSheet &sheet() { return *page.findChild<SignSheet *>(); }
    [[nodiscard]] SecretEdit &secret() { return *sheet().findChild<SecretEdit *>(); }
    [[nodiscard]] QLineEdit &id() { return *sheet().findChild<QLineEdit *>(u"signer"_s); }

    tests::StillTime time;
    support::FakeDesk desk;
    presenters::DeskFeed feed;
    ReviewPage page;
};

} // namespace

class TestTokenWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { style::apply(*qApp, style::Theme(style::Look::Light, 1, true)); }

    void aTokenInTheReaderAsksForItsPinAndNothingElse()
    {
        Review review(tokenIn(State::Ready));
        QVERIFY(review.sheet().isVisible());
        QVERIFY(!review.id().isVisible());
        QCOMPARE(QApplication::focusWidget(), &review.secret());
        QCOMPARE(review.secret().accessibleName(), u"PIN of the token “Mara's card”"_s);
        review.press(Qt::Key_Return); // a bare key signs nothing
        QCOMPARE(tests::countOf<desk::Decide>(review.desk), 0);
        review.type(u"4711"_s);
        review.press(Qt::Key_Return);
        QCOMPARE(tests::countOf<desk::Decide>(review.desk), 1);
        const auto *asked = review.desk.lastAsked<desk::Decide>();
        QVERIFY(asked->isPin && asked->signingAs.isEmpty());
        QCOMPARE(asText(asked->password->view()), std::string_view("4711"));
    }

    void whatWasTypedAsAPasswordIsNeverTakenForAPin()
    {
        Review review(tokenIn(State::Absent));
        QCOMPARE(review.secret().accessibleName(), u"Password"_s);
        review.type(u"adeyemi"_s);
        review.press(Qt::Key_Return);
        review.type(u"secret"_s);
        QVERIFY(!review.secret().isEmpty());
        review.put(tokenIn(State::Ready)); // put in while the sheet is open
        QVERIFY(review.secret().isEmpty());
        QVERIFY(review.secret().accessibleName().contains(u"PIN"_s));
        review.secret().setFocus();
        review.type(u"4711"_s);
        review.put(tokenIn(State::NotRegistered));
        QVERIFY(review.secret().isEmpty());
        QVERIFY(wordsOn(review.sheet()).join(u'|').contains(u"not registered as yours"_s));
    }

    void withoutTheTokenThatThePolicyAsksForNothingIsSigned()
    {
        Review review(tokenIn(State::Absent, true));
        QVERIFY(
            wordsOn(review.sheet()).contains(text::phrase(domain::Refusal{domain::RefusalCode::TokenRequired, {}})));
        review.type(u"adeyemi"_s);
        review.press(Qt::Key_Return);
        review.type(u"secret"_s);
        review.press(Qt::Key_Return);
        QCOMPARE(tests::countOf<desk::Decide>(review.desk), 0);
        review.put(tokenIn(State::Ready, true));
        review.secret().setFocus();
        review.type(u"4711"_s);
        review.press(Qt::Key_Return);
        QCOMPARE(tests::countOf<desk::Decide>(review.desk), 1);
    }

    void whatTheTokenDoesInsteadIsASentenceOnTheSheet_data()
    {
        QTest::addColumn<int>("code");
        for (int code = static_cast<int>(domain::RefusalCode::TokenRequired);
             code <= static_cast<int>(domain::RefusalCode::TokenRefused); ++code)
            QTest::addRow("%d", code) << code;
    }
    void whatTheTokenDoesInsteadIsASentenceOnTheSheet()
    {
        QFETCH(int, code);
        const domain::Refusal refusal{static_cast<domain::RefusalCode>(code), {}};
        QVERIFY(!text::phrase(refusal).isEmpty());
        Review review(tokenIn(State::Ready));
        review.desk.onCommand = [&](support::FakeDesk &desk, const desk::Command &command) {
            const bool isDecision = std::holds_alternative<desk::Decide>(command.request);
            desk.reply(
                {.command = command.id, .refusal = isDecision ? std::optional(refusal) : std::nullopt, .decision = {}});
        };
        review.type(u"4711"_s);
        review.press(Qt::Key_Return);
        QVERIFY(review.sheet().isVisible());
        QVERIFY(wordsOn(review.sheet()).contains(text::phrase(refusal)));
        QVERIFY(review.secret().isEmpty()); // nothing typed stays behind
    }

    void anUndoTakesThePinToo()
    {
        UndoForm form;
        form.show();
        auto *secret = form.findChild<SecretEdit *>();
        for (const auto state : {State::Ready, State::Absent}) {
            form.ask(u"RIVERA, Rachel"_s, u"Undo: Approved"_s, false, presenters::describeCredential(tokenIn(state)));
            QCOMPARE(form.isPin(), state == State::Ready);
            QCOMPARE(secret->accessibleName().contains(u"PIN"_s), state == State::Ready);
        }
        form.ask({}, {}, false, presenters::describeCredential(tokenIn(State::Absent, true)));
        QTest::keyClicks(secret, u"secret"_s);
        for (const auto *button : form.findChildren<QPushButton *>())
            if (button->text() == u"Sign the undo"_s)
                QVERIFY(!button->isEnabled());
    }

    void aTokenIsRegisteredInTheSettings()
    {
        WindowRig rig;
        rig.window().showPage(MainWindow::Settings);
        auto *section = rig.window().findChild<TokenSection *>();
        QVERIFY(section != nullptr && !section->isVisible()); // who has none is not asked about one
        const auto put = [&](const desk::TokenView &token) {
            rig.desk->edit([&](desk::DeskSnapshot &now) { now.session.signing.token = token; });
        };
        put(tokenIn(State::NotRegistered));
        QVERIFY(section->isVisible());
        QVERIFY(wordsOn(*section).join(u'|').contains(u"Mara's card"_s));
        auto *const go = section->findChild<QPushButton *>();
        const auto secrets = section->findChildren<SecretEdit *>();
        QCOMPARE(secrets.size(), 2);
        QVERIFY(!go->isEnabled());
        for (SecretEdit *secret : secrets) {
            secret->setFocus();
            QTest::keyClicks(secret, secret->accessibleName().contains(u"PIN"_s) ? u"4711"_s : u"correct horse"_s);
        }
        QVERIFY(go->isEnabled());
        go->click();
        const auto *asked = rig.desk->lastAsked<desk::EnrolToken>();
        QVERIFY(asked != nullptr);
        QCOMPARE(asText(asked->password->view()), std::string_view("correct horse"));
        QCOMPARE(asText(asked->pin->view()), std::string_view("4711"));
        for (const SecretEdit *secret : secrets)
            QVERIFY(secret->isEmpty());
        QVERIFY(wordsOn(*section).join(u'|').contains(u"registered as yours"_s));
        put(tokenIn(State::Ready));
        QVERIFY(!go->isVisible());
        put(tokenIn(State::Unusable));
        QVERIFY(!go->isVisible());
        QVERIFY(wordsOn(*section).join(u'|').contains(u"no key that can sign"_s));
    }
};

COUNTERSIGN_UI_MAIN(TestTokenWindow)
#include "test_token_window.moc"
