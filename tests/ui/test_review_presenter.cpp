// Gestures become commands, and the snapshot becomes what is shown.
#include "tests/ui/review_fixture.hpp"

#include "ui/presenters/review_presenter.hpp"

#include <QSignalSpy>
#include <QTest>

using namespace countersign;
using namespace countersign::presenters;
using support::FakeDesk;

namespace
{

// A presenter over the sample item, its clock past the dead time.
struct Review {
    explicit Review(std::shared_ptr<const domain::Item> item = tests::sampleItem())
        : desk(tests::deskWith(std::move(item))), feed(desk), presenter(feed, time.clock())
    {
        time.elapsed += milliseconds(1000);
    }
    [[nodiscard]] const ReviewView &view() const { return presenter.view(); }
    [[nodiscard]] QString current() const
    {
        return view().currentBlock ? (*view().draft.blocks)[static_cast<std::size_t>(*view().currentBlock)].id
                                   : QString();
    }
    [[nodiscard]] QString marked() const
    {
        const TextPage &page = view().evidence.page;
        return page.marks.empty() ? QString()
                                  : (*page.blocks)[static_cast<std::size_t>(page.marks[0].block)].text.mid(
                                        page.marks[0].start, page.marks[0].end - page.marks[0].start);
    }

    tests::StillTime time;
    FakeDesk desk;
    DeskFeed feed;
    ReviewPresenter presenter;
};

class TestReviewPresenter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStateSaysWhatIsSo()
    {
        Review review{nullptr};
        QVERIFY(review.view().state == ReviewView::State::Nothing);
        QVERIFY(!review.view().sentence.isEmpty());
        review.desk.edit([](desk::DeskSnapshot &now) { now.open = std::make_shared<desk::OpenItemView>(); });
        QVERIFY(review.view().state == ReviewView::State::Fetching);
        review.desk.edit([](desk::DeskSnapshot &now) {
            auto open = std::make_shared<desk::OpenItemView>();
            open->refusal = domain::Refusal{domain::RefusalCode::ItemUnknown, {}};
            now.open = open;
        });
        QVERIFY(review.view().state == ReviewView::State::Refused);
        QVERIFY(!review.view().sentence.isEmpty());
        review.desk.edit([](desk::DeskSnapshot &now) { now.open = tests::opened(tests::sampleItem()); });
        QVERIFY(review.view().state == ReviewView::State::Open);
    }

    void headerSaysWhatWasReadAndWhatHappens()
    {
        Review review;
        QCOMPARE(review.view().header.title, QStringLiteral("Visit note: knee"));
        QVERIFY(review.view().header.agent.startsWith(QStringLiteral("scribe 2.1 · read 2 of 3")));
        QCOMPARE(review.view().header.effect, QStringLiteral("When you sign: Files this note."));
        QCOMPARE(review.view().gap, QStringLiteral("The agent read 2 of 3 sources. Not read: 1 documents."));
        QVERIFY(review.view().sources.back().detail.contains(QStringLiteral("illegible")));
    }

    void movesByStatementAndByUnresolved()
    {
        Review review;
        QCOMPARE(review.current(), QStringLiteral("st1"));
        review.presenter.moveBy(-1);
        QCOMPARE(review.current(), QStringLiteral("st1"));
        review.presenter.moveBy(99);
        QCOMPARE(review.current(), QStringLiteral("st4"));
        QCOMPARE(review.view().bar.toLookAt, QStringLiteral("2 to look at"));
        review.presenter.moveToUnresolved();
        QCOMPARE(review.current(), QStringLiteral("st2")); // round the end
        review.presenter.acknowledge();
        review.presenter.moveToUnresolved();
        QCOMPARE(review.current(), QStringLiteral("st3"));
        review.presenter.acknowledge();
        QVERIFY(!review.view().bar.hasNext);
        review.presenter.moveToUnresolved();
        QCOMPARE(review.current(), QStringLiteral("st3"));
        review.presenter.acknowledge(); // taken back
        QVERIFY(review.view().bar.hasNext);
    }

    void evidenceFollowsTheStatement()
    {
        Review review;
        QCOMPARE(review.view().evidence.title, QStringLiteral("Visit conversation"));
        QCOMPARE(review.view().evidence.position, QStringLiteral("1 of 1 cited"));
        QCOMPARE(review.marked(), QStringLiteral("my left knee hurts"));
        review.presenter.moveBy(1);
        QVERIFY(review.marked().isEmpty());
        QVERIFY(review.view().evidence.notice.startsWith(QStringLiteral("Nothing is cited")));
        review.presenter.moveBy(1);
        QVERIFY(review.view().evidence.isNoticeGrave);
        review.presenter.moveBy(1);
        QCOMPARE(review.view().evidence.position, QStringLiteral("1 of 3 cited"));
        review.presenter.stepCitation(1);
        QCOMPARE(review.view().evidence.title, QStringLiteral("Medication order"));
        QCOMPARE(review.marked(), QStringLiteral("active"));
        review.presenter.stepCitation(5);
        QCOMPARE(review.marked(), QStringLiteral("knee"));
        QVERIFY(!review.view().evidence.hasNext);
        review.presenter.stepCitation(-9);
        QCOMPARE(review.view().evidence.position, QStringLiteral("1 of 3 cited"));
    }

    void showingASourceIsTold()
    {
        Review review;
        QCOMPARE(tests::countOf<desk::ShowEvidence>(review.desk), 1); // the first, at once
        review.time.elapsed += milliseconds(7'400);
        review.presenter.showSource(QStringLiteral("fax"));
        QVERIFY(review.view().evidence.notice.isEmpty() || !review.view().evidence.isNoticeGrave);
        QCOMPARE(tests::countOf<desk::ShowEvidence>(review.desk), 3);
        const auto &first = std::get<desk::ShowEvidence>(review.desk.asked[1].request);
        QCOMPARE(first.source.text(), std::string("visit"));
        QCOMPARE(first.seconds, 8);
        review.presenter.showSource(QStringLiteral("no such source"));
        QCOMPARE(tests::countOf<desk::ShowEvidence>(review.desk), 3);
    }

    void keysAreDeadAtFirst()
    {
        Review review;
        review.desk.edit([](desk::DeskSnapshot &now) {
            now.open = tests::opened(tests::sampleItem(tests::sampleDraft(), "item-2"));
        });
        QVERIFY(!review.presenter.mayDecide(Wish::Approve));
        QVERIFY(!review.presenter.prepare(Wish::Approve).has_value());
        review.time.elapsed += milliseconds(399);
        QVERIFY(!review.presenter.mayDecide(Wish::Approve));
        review.time.elapsed += milliseconds(1);
        QVERIFY(review.presenter.mayDecide(Wish::Approve));
    }

    void approvingSendsOneWholeDecision()
    {
        Review review;
        review.desk.onCommand = [](FakeDesk &, const desk::Command &) {};
        QSignalSpy decided(&review.presenter, &ReviewPresenter::decided);
        review.presenter.moveBy(1);
        review.presenter.acknowledge();
        review.presenter.sign(tests::password()); // nothing was prepared
        QVERIFY(review.presenter.prepare(Wish::Approve).has_value());
        review.presenter.sign(SecretBytes{}); // no password
        QCOMPARE(tests::countOf<desk::Decide>(review.desk), 0);
        review.time.elapsed += milliseconds(5'000);
        review.presenter.sign(tests::password());
        review.presenter.sign(tests::password()); // still busy
        QCOMPARE(tests::countOf<desk::Decide>(review.desk), 1);
        const auto *const decide = review.desk.lastAsked<desk::Decide>();
        QVERIFY(decide->verdict == domain::Verdict::Approve);
        QVERIFY(!decide->edited.has_value());
        QCOMPARE(decide->acknowledged.size(), std::size_t{1});
        QCOMPARE(decide->activeSeconds, 6);
        QVERIFY(!decide->rendered.empty());
        QVERIFY(asText(decide->password->view()) == "secret");
        QVERIFY(review.presenter.signing()->isBusy);
        review.desk.reply({review.desk.asked.back().id, {}, domain::DecisionId{"d1"}});
        QCOMPARE(decided.count(), 1);
        QVERIFY(!review.presenter.signing().has_value());
    }

    void aRefusalKeepsTheSheet()
    {
        Review review;
        review.desk.onCommand = [](FakeDesk &desk, const desk::Command &command) {
            if (std::holds_alternative<desk::Decide>(command.request))
                desk.reply({command.id, domain::Refusal{domain::RefusalCode::WrongPassword, {}}, {}});
        };
        QVERIFY(review.presenter.prepare(Wish::Approve).has_value());
        review.presenter.sign(tests::password());
        QVERIFY(!review.presenter.signing()->trouble.isEmpty());
        QVERIFY(!review.presenter.signing()->isBusy);
        review.presenter.sign(tests::password());
        QCOMPARE(tests::countOf<desk::Decide>(review.desk), 2);
    }

    void rejectingNeedsAReason()
    {
        Review review;
        QVERIFY(review.presenter.chooseReasons(Wish::Reject));
        QVERIFY(!review.presenter.prepare(Wish::Reject).has_value());
        ReasonChoice &reasons = review.presenter.reasons();
        reasons.toggleKey(2);
        reasons.setForStatement(true);
        reasons.toggleKey(4);
        reasons.setHarm(4);
        reasons.setComment(QStringLiteral("  left, not right "));
        const auto view = review.presenter.prepare(Wish::Reject);
        QVERIFY(view.has_value());
        QCOMPARE(view->reasons.size(), 2);
        QCOMPARE(view->verdict, QStringLiteral("Rejected"));
        review.presenter.sign(tests::password());
        const auto *const decide = review.desk.lastAsked<desk::Decide>();
        QVERIFY(decide->verdict == domain::Verdict::Reject);
        QCOMPARE(decide->reasons[0].code, std::string("N02"));
        QVERIFY(decide->reasons[0].statementId == domain::StatementId{"st1"});
        QVERIFY(decide->reasons[1].harm == domain::Harm::Critical);
        QCOMPARE(decide->comment, std::string("left, not right"));
    }

    void reasonsHaveLimits()
    {
        ReasonChoice reasons(tests::sampleDraft(), Wish::Return, nullptr);
        for (int key = 1; key <= 4; ++key)
            reasons.toggleKey(key);
        QCOMPARE(reasons.reasons().size(), std::size_t{3});
        QVERIFY(!reasons.describe().hasRoom);
        QVERIFY(!reasons.describe().canBeForStatement);
        reasons.toggleKey(1);
        reasons.toggle(QStringLiteral("N99"));
        QVERIFY(!reasons.isComplete()); // "other" needs words
        reasons.setComment(QStringLiteral("x"));
        QVERIFY(reasons.isComplete());
        reasons.setComment(QString(4001, QLatin1Char('x')));
        QVERIFY(!reasons.isComplete());
        ReasonChoice answer(tests::sampleDraft(), Wish::Respond, nullptr);
        QVERIFY(answer.describe().chips.empty());
        QVERIFY(!answer.isComplete());
    }

    void editingMakesAnotherVerdict()
    {
        Review review;
        review.presenter.moveBy(1);
        review.presenter.edit();
        QCOMPARE(review.view().editedText, QStringLiteral("She denies fever."));
        review.presenter.setEditedText(QStringLiteral("She reports fever."));
        review.presenter.stopEditing();
        QVERIFY(review.view().hasEdits);
        QVERIFY(review.presenter.mayBeLeft()); // the desk keeps it
        review.presenter.addStatement();
        QVERIFY(!review.view().bar.approve.isOffered); // an empty statement cannot be signed
        QVERIFY(!review.view().bar.approve.why.isEmpty());
        review.presenter.setEditedText(QStringLiteral("Seen today."));
        QVERIFY(review.presenter.prepare(Wish::Approve).has_value());
        QVERIFY(!review.view().isEditing);
        review.presenter.sign(tests::password());
        const auto *const decide = review.desk.lastAsked<desk::Decide>();
        QVERIFY(decide->verdict == domain::Verdict::ApproveEdited);
        QVERIFY(decide->edited.has_value());
        QCOMPARE(domain::sectionsOf(std::as_const(*decide->edited))[0].statements.size(), std::size_t{4});
        QVERIFY(review.presenter.mayBeLeft()); // what was edited is signed
    }

    void editingMovesWithTheReader()
    {
        Review review;
        review.presenter.edit();
        review.presenter.setEditedText(QStringLiteral("Her knee hurts."));
        review.presenter.moveBy(1);
        QCOMPARE(review.view().editedText, QStringLiteral("She denies fever."));
        review.presenter.removeStatement();
        review.presenter.restoreStatement();
        review.presenter.discardEdits();
        QVERIFY(!review.view().hasEdits);
    }

    void refusedVerdictsSayWhy()
    {
        Review review;
        review.desk.edit([](desk::DeskSnapshot &now) {
            auto open = std::make_shared<desk::OpenItemView>(*now.open);
            for (desk::VerdictOffer &offer : open->offers)
                if (offer.verdict != domain::Verdict::Return)
                    offer.refusal = domain::Refusal{domain::RefusalCode::RoleMayNot, "nurse"};
            now.open = open;
        });
        const BarView &bar = review.view().bar;
        QVERIFY(!bar.approve.isOffered && !bar.reject.isOffered && bar.returns.isOffered && !bar.canEdit);
        QCOMPARE(bar.sentence.count(bar.approve.why), 1); // once, though it stands in the way of three
        QVERIFY(!bar.escalate.isShown);
        QVERIFY(!review.presenter.prepare(Wish::Approve).has_value());
    }

    void anItemThatChangesIsReadAnew()
    {
        Review review;
        review.presenter.acknowledge();
        QVERIFY(review.presenter.prepare(Wish::Approve).has_value());
        auto changed = tests::sampleItem();
        changed->digest = domain::Digest{"sha256:" + std::string(64, 'f')};
        review.desk.edit([&](desk::DeskSnapshot &now) { now.open = tests::opened(changed); });
        QVERIFY(!review.presenter.signing().has_value());
        QVERIFY(!review.view().changed.isEmpty());
        QVERIFY(!review.presenter.mayDecide(Wish::Approve));
        QCOMPARE(review.view().bar.toLookAt, QStringLiteral("2 to look at"));
    }

    void labelsSayWhatWillHappen()
    {
        const std::pair<const char *, const char *> rows[] = {
            {"note.file", "Sign and file…"}, {"prior-auth.submit", "Sign and submit…"}, {"message.send", "Sign…"}};
        for (const auto &[action, label] : rows) {
            auto item = tests::sampleItem();
            item->proposal.action.type = domain::ActionType{action};
            Review review{item};
            QCOMPARE(review.view().bar.approve.label, QString::fromUtf8(label));
        }
    }

    void longPausesDoNotCountAsReading()
    {
        ReadingTime time;
        time.touch(milliseconds(0));
        time.touch(milliseconds(4'000));
        time.touch(milliseconds(3'604'000));
        QCOMPARE(time.seconds(), 34);
        time.touch(milliseconds(1'000)); // a clock that goes back adds nothing
        QCOMPARE(time.seconds(), 34);
    }
};

} // namespace

QTEST_GUILESS_MAIN(TestReviewPresenter)
#include "test_review_presenter.moc"
