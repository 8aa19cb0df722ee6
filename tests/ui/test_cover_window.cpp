// Signing for somebody who is away, as the signer meets it, and what a supervisor is told above the work until
// it was seen.
#include "tests/support/gui_watch.hpp"
#include "tests/ui/review_fixture.hpp"
#include "tests/ui/window_rig.hpp"
#include "tests/ui/words_on.hpp"

#include "ui/presenters/session_view.hpp"
#include "ui/presenters/sign_view.hpp"
#include "ui/presenters/statement_fields.hpp"
#include "ui/text/words.hpp"
#include "ui/widgets/review/review_page.hpp"
#include "ui/widgets/review/sign_sheet.hpp"
#include "ui/widgets/shell/notice_bar.hpp"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>

using namespace countersign;
using namespace countersign::widgets;
using namespace Qt::StringLiterals;
using tests::WindowRig;
using tests::wordsOn;

namespace
{

struct Review {
    explicit Review(std::vector<domain::Cover> covers)
        : desk(tests::deskWith(tests::sampleItem())), feed(desk), page(feed, time.clock())
    {
        desk.edit([&](desk::DeskSnapshot &now) {
            now.session.covers = std::move(covers);
            now.session.signing = {.asksId = false, .until = std::nullopt, .token = {}};
        });
        time.elapsed += milliseconds(1000);
        page.resize(1200, 760);
        page.show();
        QApplication::setActiveWindow(&page);
        page.setFocus();
        press(Qt::Key_Return, Qt::ControlModifier);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : &page, key, with);
    }
    [[nodiscard]] SignSheet &sheet() { return *page.findChild<SignSheet *>(); }
    [[nodiscard]] QComboBox &whom() { return *sheet().findChild<QComboBox *>(u"onBehalfOf"_s); }
    // Signs with the keys alone; what was asked of the desk.
    const desk::Decide *sign()
    {
        sheet().firstFocus()->setFocus();
        QTest::keyClicks(QApplication::focusWidget(), u"secret"_s);
        press(Qt::Key_Return);
        return desk.lastAsked<desk::Decide>();
    }

    tests::StillTime time;
    support::FakeDesk desk;
    presenters::DeskFeed feed;
    ReviewPage page;
};

domain::Cover forBea()
{
    const Instant now = tests::clinicNow();
    return {domain::ReviewerId("bea"), "Bea Okafor", now - std::chrono::hours(1), now + std::chrono::hours(8)};
}

domain::Notice noticeOf(std::int64_t number, domain::Notice::Kind kind)
{
    return {.number = number,
            .kind = kind,
            .who = domain::ReviewerId("joel"),
            .name = "Joel <b>Park</b>",
            .at = tests::clinicNow(),
            .detail = kind == domain::Notice::Kind::EmergencyBegun ? "patient-safety" : "too-many-attempts"};
}

} // namespace

class TestCoverWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { style::apply(*qApp, style::Theme(style::Look::Light, 1, true)); }

    void whoStandsInForNobodyIsNotAsked()
    {
        Review review({});
        QVERIFY(review.sheet().isVisible());
        QVERIFY(!review.whom().isVisible());
        const auto *asked = review.sign();
        QVERIFY(asked != nullptr && asked->onBehalfOf.isEmpty());
    }

    void oneSignsForOneselfUntilSomebodyElseIsChosen()
    {
        Review review({forBea()});
        QVERIFY(review.whom().isVisible());
        QCOMPARE(review.whom().count(), 2);
        QCOMPARE(review.whom().currentIndex(), 0);
        QVERIFY(!wordsOn(review.sheet()).join(u'|').contains(u"on behalf of"_s));
        const auto *asked = review.sign();
        QVERIFY(asked != nullptr && asked->onBehalfOf.isEmpty());
    }

    void bothNamesStandOnTheSheetAndInWhatIsSigned()
    {
        Review review({forBea()});
        review.sheet().firstFocus()->setFocus();
        review.press(Qt::Key_F, Qt::AltModifier);
        QCOMPARE(QApplication::focusWidget(), &review.whom());
        review.press(Qt::Key_Down);
        QCOMPARE(review.whom().currentData().toString(), u"bea"_s);
        const QString signer = presenters::signerLine(review.feed.snapshot().session, domain::ReviewerId("bea"));
        QVERIFY(signer.contains(u"on behalf of Bea Okafor"_s));
        QVERIFY(wordsOn(review.sheet()).join(u'|').contains(signer));
        const auto *asked = review.sign();
        QVERIFY(asked != nullptr);
        QCOMPARE(asked->onBehalfOf, domain::ReviewerId("bea"));
        const bool isRendered = std::ranges::any_of(
            asked->rendered, [&](const domain::DisplayField &field) { return field.text == text::toUtf8(signer); });
        QVERIFY(isRendered);
    }

    void aSupervisorIsToldUntilItIsSeen_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("words");
        QTest::addRow("broken glass") << 0 << u"opened emergency access"_s;
        QTest::addRow("signatures") << 1 << u"signing as"_s;
        QTest::addRow("sign-ins") << 2 << u"signing in as"_s;
    }
    void aSupervisorIsToldUntilItIsSeen()
    {
        QFETCH(int, kind);
        QFETCH(QString, words);
        WindowRig rig;
        const auto put = [&](std::vector<domain::Notice> notices) {
            rig.desk->edit([&](desk::DeskSnapshot &now) { now.session.notices = std::move(notices); });
        };
        const auto first = noticeOf(4, static_cast<domain::Notice::Kind>(kind));
        put({first, noticeOf(7, domain::Notice::Kind::EmergencyBegun)});
        const QString sentence = presenters::describeNotices({first});
        QVERIFY(sentence.contains(words) && sentence.contains(u"Joel <b>Park</b>"_s));
        QVERIFY(wordsOn(rig.window()).join(u'|').contains(sentence + u" 1 more after this one."_s));
        QPushButton *seen = nullptr;
        for (auto *button : rig.window().findChildren<QPushButton *>())
            if (button->isVisible() && button->text() == u"I have seen this"_s)
                seen = button;
        QVERIFY(seen != nullptr);
        seen->click();
        const auto *asked = rig.desk->lastAsked<desk::SeeNotice>();
        QVERIFY(asked != nullptr);
        QCOMPARE(asked->number, 4);
        put({});
        QVERIFY(!seen->isVisible());
    }
};

COUNTERSIGN_UI_MAIN(TestCoverWindow)
#include "test_cover_window.moc"
