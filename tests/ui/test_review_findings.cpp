// What the automatic checks found, in the reviewer's hands: shown on the word, gone through by one key, answered,
// and in the way of an approval until it is.
#include "tests/ui/review_fixture.hpp"

#include "core/policy/gates.hpp"
#include "ui/presenters/review_presenter.hpp"

#include <QSignalSpy>
#include <QTest>

using namespace countersign;
using namespace countersign::presenters;
using domain::FindingView;
using domain::ResolvableBy;
using domain::Severity;
using support::FakeDesk;

namespace
{

domain::Finding finding(const char *id, const char *code, Severity severity, const char *statement)
{
    domain::Finding made;
    made.id = domain::FindingId{id};
    made.code = code;
    made.severity = severity;
    made.statementId = domain::StatementId{statement};
    made.resolvableBy = {ResolvableBy::Edit, ResolvableBy::Cite, ResolvableBy::Acknowledge, ResolvableBy::OwnKnowledge,
                         ResolvableBy::Reject};
    return made;
}

// A stop at st3 with both sides, a warning at st1, information at nothing.
std::vector<domain::Finding> sampleFindings()
{
    auto stop = finding("f-stop", "number-conflict", Severity::Stop, "st3");
    stop.span = {10, 23}; // "Effexor 75 mg" in "She takes Effexor 75 mg."
    stop.sourceId = domain::SourceId{"visit"};
    stop.sourceSpan = {41, 54};
    stop.values = {{"draft", "75 mg"}, {"source", "150 mg"}};
    auto warning = finding("f-warn", "laterality-conflict", Severity::Warning, "st1");
    auto note = finding("f-info", "unread-source", Severity::Info, "");
    note.resolvableBy = {};
    return {stop, warning, note};
}

void judge(desk::OpenItemView &open)
{
    for (desk::VerdictOffer &offer : open.offers)
        offer.needs = policy::needs(offer.verdict, {open.findings->list, &open.resolutions});
}

// Answers as a desk does, in the next snapshot.
void answer(FakeDesk &desk, const desk::Command &command)
{
    if (const auto *said = std::get_if<desk::ResolveFinding>(&command.request))
        desk.edit([&](desk::DeskSnapshot &now) {
            auto open = std::make_shared<desk::OpenItemView>(*now.open);
            if (said->resolution)
                open->resolutions[said->finding] = {said->finding, *said->resolution, said->reason};
            else
                open->resolutions.erase(said->finding);
            judge(*open);
            now.open = std::move(open);
        });
    desk.reply({command.id, {}, {}});
}

struct Review {
    Review() : desk(tests::deskWith(tests::sampleItem())), feed(desk), presenter(feed, time.clock())
    {
        desk.onCommand = answer;
        time.elapsed += milliseconds(1000);
    }
    void check(std::vector<domain::Finding> findings = sampleFindings())
    {
        desk.edit([&](desk::DeskSnapshot &now) {
            auto open = std::make_shared<desk::OpenItemView>(*now.open);
            open->findings = std::make_shared<desk::FindingsView>(desk::FindingsView{0, std::move(findings)});
            judge(*open);
            now.open = std::move(open);
        });
    }
    [[nodiscard]] const ReviewView &view() const { return presenter.view(); }
    [[nodiscard]] QString current() const
    {
        return view().currentBlock ? (*view().draft.blocks)[static_cast<std::size_t>(*view().currentBlock)].id
                                   : QString();
    }
    [[nodiscard]] QString marked(TextMark::Kind kind) const
    {
        for (const TextMark &mark : view().draft.marks)
            if (mark.kind == kind)
                return (*view().draft.blocks)[static_cast<std::size_t>(mark.block)].text.mid(mark.start,
                                                                                             mark.end - mark.start);
        return {};
    }

    tests::StillTime time;
    FakeDesk desk;
    DeskFeed feed;
    ReviewPresenter presenter;
};

class TestReviewFindings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingFoundIsNeverCalledVerified()
    {
        Review review;
        QCOMPARE(review.view().findings.title, QStringLiteral("Being checked"));
        review.check({});
        QCOMPARE(review.view().findings.title, QStringLiteral("No mismatches found by automatic checks"));
    }

    void aFindingStandsOnTheWordAtTheEndAndInTheList()
    {
        Review review;
        review.check();
        QCOMPARE(review.marked(TextMark::Kind::Stopped), QStringLiteral("Effexor 75 mg"));
        const auto &blocks = *review.view().draft.blocks;
        const auto st3 =
            std::find_if(blocks.begin(), blocks.end(), [](const auto &b) { return b.id == QLatin1String("st3"); });
        QCOMPARE(st3->chips.size(), std::size_t{1});
        QVERIFY(st3->chips[0].text.startsWith(QStringLiteral("75 mg")));
        QVERIFY(st3->chips[0].weight == Chip::Weight::Grave);
        QVERIFY(st3->words.contains(QStringLiteral("Numbers differ"))); // for who cannot see it
        const FindingPanel &panel = review.view().findings;
        QCOMPARE(panel.lines.size(), std::size_t{3});
        QCOMPARE(panel.lines[0].sides, QStringLiteral("draft: 75 mg \u21c4 source: 150 mg"));
    }

    // What says the same again is no other side.
    void aSideIsSaidOnce()
    {
        auto found = finding("f", "drug-not-in-source", Severity::Warning, "st3");
        found.values = {{"draft", "Albuterol"}, {"ingredient", "albuterol"}};
        QCOMPARE(sidesOf(found), QStringLiteral("draft: Albuterol"));
        found.values = {{"draft", "weekly"}, {"about", "how often"}};
        QCOMPARE(sidesOf(found), QStringLiteral("draft: weekly \u21c4 cited: no word of it"));
        found.values = {{"draft", "Effexor"}, {"ingredient", "venlafaxine"}};
        QCOMPARE(sidesOf(found), QStringLiteral("draft: Effexor \u21c4 ingredient: venlafaxine"));
    }

    // what the sources hold and the draft does not stands together, under words that say so.
    void whatWasLeftOutStandsTogether()
    {
        auto findings = sampleFindings();
        auto left = finding("f-left", "omitted-allergy", Severity::Info, "");
        left.values = {{"allergy", "Penicillin"}};
        findings.push_back(left);
        Review review;
        review.check(findings);
        const FindingPanel &panel = review.view().findings;
        QCOMPARE(panel.lines.size(), std::size_t{4});
        QVERIFY(panel.lines[0].group.isEmpty() && panel.lines[2].group.isEmpty());
        QVERIFY(!panel.lines[3].group.isEmpty());
        QVERIFY(panel.lines[3].sides.contains(QStringLiteral("Penicillin")));
    }

    void oneKeyGoesThroughFindingsAndThenThroughWhatRestsOnNothing()
    {
        Review review;
        review.check();
        QCOMPARE(review.view().bar.toLookAt, QStringLiteral("3 to look at")); // two findings, st2 cites nothing
        review.presenter.moveToUnresolved();
        QCOMPARE(review.current(), QStringLiteral("st3"));
        QCOMPARE(*review.view().findings.current, 0);
        QVERIFY(!review.view().evidence.page.marks.empty()); // the place that speaks against it
        review.presenter.moveToUnresolved();
        QCOMPARE(review.current(), QStringLiteral("st1"));
        review.presenter.moveToUnresolved();
        QCOMPARE(review.current(), QStringLiteral("st2"));
        QVERIFY(!review.view().findings.current.has_value());
        review.presenter.moveToUnresolved();
        QCOMPARE(review.current(), QStringLiteral("st3")); // round again
    }

    void anApprovalSaysWhatItNeedsAndGoesThere()
    {
        Review review;
        review.check();
        QVERIFY(review.presenter.mayDecide(Wish::Approve)); // not a dead button
        QVERIFY(review.view().bar.approve.needs.contains(QStringLiteral("stop finding")));
        QVERIFY(review.view().bar.sentence.contains(review.view().bar.approve.needs));
        QVERIFY(!review.presenter.prepare(Wish::Approve).has_value());
        QVERIFY(review.view().bar.reject.needs.isEmpty());
        review.presenter.moveToNeed();
        QCOMPARE(review.current(), QStringLiteral("st3"));
        review.presenter.askAnswer();
        QCOMPARE(review.view().findings.answers.size(), std::size_t{4});
        QVERIFY(!review.presenter.answer(9));
        QVERIFY(review.presenter.answer(4));
        const auto *said = review.desk.lastAsked<desk::ResolveFinding>();
        QVERIFY(said->resolution == FindingView::Resolution::Overridden);
        QCOMPARE(said->reason, std::string("own-knowledge"));
        QVERIFY(review.view().bar.approve.needs.isEmpty());
        QCOMPARE(review.current(), QStringLiteral("st1")); // after it, the next one
        QVERIFY(review.presenter.prepare(Wish::Approve).has_value());
    }

    void anAnswerCanBeTakenBack()
    {
        Review review;
        review.check();
        review.presenter.moveToNeed();
        review.presenter.askAnswer();
        QVERIFY(review.presenter.answer(3));
        review.presenter.moveToFinding(0);
        QCOMPARE(review.view().findings.lines[0].answer, QStringLiteral("The finding is mistaken"));
        review.presenter.askAnswer();
        QVERIFY(review.view().findings.lines[0].answer.isEmpty());
        QVERIFY(!review.view().bar.approve.needs.isEmpty());
    }

    void acknowledgingAStatementAnswersItsWarningsNotItsStops()
    {
        Review review;
        review.check();
        review.presenter.moveToFinding(1);
        review.presenter.acknowledge();
        QVERIFY(!review.view().findings.lines[1].answer.isEmpty());
        review.presenter.moveToFinding(0);
        review.presenter.acknowledge();
        QVERIFY(review.view().findings.lines[0].answer.isEmpty());
        QVERIFY(!review.view().bar.approve.needs.isEmpty());
    }

    void rejectingFromAFindingIsLocatedThere()
    {
        Review review;
        review.check();
        review.presenter.moveToUnresolved();
        QVERIFY(review.presenter.chooseReasons(Wish::Reject));
        review.presenter.reasons().toggleKey(2);
        QVERIFY(review.presenter.prepare(Wish::Reject).has_value());
        review.presenter.sign(tests::password());
        const auto *decide = review.desk.lastAsked<desk::Decide>();
        QCOMPARE(decide->reasons[0].statementId.text(), std::string("st3"));
        const auto &model = decide->rendered;
        QVERIFY(std::any_of(model.begin(), model.end(), [](const domain::DisplayField &field) {
            return field.label == "finding:f-stop" && field.text == "number-conflict" && field.flagged;
        }));
    }

    void whatIsTypedIsToldForChecking()
    {
        Review review;
        review.check();
        review.presenter.moveToFinding(0);
        review.presenter.edit();
        review.presenter.setEditedText(QStringLiteral("She takes Effexor 150 mg."));
        const auto *told = review.desk.lastAsked<desk::EditDraft>();
        QVERIFY(told != nullptr && told->draft != nullptr);
        const auto edition = told->edition;
        review.presenter.undoEdit();
        told = review.desk.lastAsked<desk::EditDraft>();
        QVERIFY(told->draft == nullptr); // the agent's words again
        QVERIFY(told->edition > edition);
        review.presenter.redoEdit();
        QVERIFY(review.desk.lastAsked<desk::EditDraft>()->draft != nullptr);
    }

    void citingNeedsWordsThatAreThere()
    {
        Review review;
        review.check();
        review.presenter.moveBy(1);
        QCOMPARE(review.current(), QStringLiteral("st2"));
        review.presenter.showSource(QStringLiteral("visit"));
        QVERIFY(!review.presenter.cite(QStringLiteral("words that nobody said")));
        QVERIFY(!review.presenter.cite({}));
        QVERIFY(review.presenter.cite(QStringLiteral("how are you")));
        QVERIFY(review.view().hasEdits);
        const auto *told = review.desk.lastAsked<desk::EditDraft>();
        QCOMPARE(domain::findStatement(*told->draft, domain::StatementId{"st2"})->citations.size(), std::size_t{1});
    }
};

} // namespace

QTEST_GUILESS_MAIN(TestReviewFindings)
#include "test_review_findings.moc"
