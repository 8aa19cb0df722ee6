// What stands between a draft and its approval: statements that must be seen, a difference that must be looked at, a
// patient who must be named again; and what is noted and never in the way.
#include "tests/ui/review_fixture.hpp"

#include "ui/presenters/review_presenter.hpp"
#include "ui/text/words.hpp"

#include <QSignalSpy>
#include <QTest>

using namespace countersign;
using namespace countersign::presenters;
using support::FakeDesk;
using namespace Qt::StringLiterals;

namespace
{

struct Review {
    explicit Review(std::shared_ptr<desk::OpenItemView> open)
        : desk(tests::deskWith(nullptr)), feed(desk), presenter(feed, time.clock())
    {
        show(std::move(open));
    }
    void show(std::shared_ptr<const desk::OpenItemView> open)
    {
        desk.edit([&](desk::DeskSnapshot &now) { now.open = std::move(open); });
        time.elapsed += milliseconds(1000);
    }
    [[nodiscard]] const ReviewView &view() const { return presenter.view(); }
    [[nodiscard]] QString current() const
    {
        return view().currentBlock ? (*view().draft.blocks)[static_cast<std::size_t>(*view().currentBlock)].id
                                   : QString();
    }
    [[nodiscard]] QStringList told() const // statements, in order; with a minus where a mark was taken back
    {
        QStringList list;
        for (const desk::Command &command : desk.asked)
            if (const auto *see = std::get_if<desk::SeeStatement>(&command.request))
                list << (see->isSeen ? u""_s : u"-"_s) + QString::fromStdString(see->statement.text());
        return list;
    }

    tests::StillTime time;
    FakeDesk desk;
    DeskFeed feed;
    ReviewPresenter presenter;
};

std::shared_ptr<desk::OpenItemView> high(const char *id = "item-1")
{
    auto item = tests::sampleItem(tests::sampleDraft(), id);
    item->tier = domain::Tier::High;
    auto open = tests::opened(item);
    for (const char *statement : {"st1", "st2", "st4"})
        open->mustSee.emplace_back(statement);
    open->riskiest = {domain::StatementId{"st4"}, domain::StatementId{"st2"}};
    return open;
}

// The same item, as the agent changed it.
std::shared_ptr<desk::OpenItemView> changed()
{
    auto draft = tests::sampleDraft();
    std::get<domain::NoteDraft>(draft).sections[0].statements[0].text = "Her right knee hurts.";
    auto item = tests::sampleItem(draft);
    item->digest = domain::Digest{"sha256:" + std::string(64, '7')};
    item->proposal.changeNote = "The side was wrong.";
    return tests::opened(item);
}

class TestReviewGates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // st1 is seen beside its quote, st2 has no source and asks for a mark, st4 is cited.
    void whatMustBeSeenIsToldToTheDesk()
    {
        Review review(high());
        QCOMPARE(review.view().bar.toLookAt, u"4 to look at"_s); // and st3, whose quote is not there
        QVERIFY(review.told().isEmpty());
        review.presenter.moveToUnresolved();
        QCOMPARE(review.told(), QStringList{u"st1"_s});
        QCOMPARE(review.current(), u"st2"_s);
        review.presenter.moveBy(1);
        review.presenter.moveBy(1);
        QCOMPARE(review.told(), (QStringList{u"st1"_s, u"st4"_s}));
        review.presenter.moveToUnresolved();
        QCOMPARE(review.current(), u"st2"_s);
        review.presenter.acknowledge();
        review.presenter.acknowledge();
        QCOMPARE(review.told(), (QStringList{u"st1"_s, u"st4"_s, u"st2"_s, u"-st2"_s}));
    }

    // One key an item that asks for it; when nothing is left it takes no mark back.
    void oneKeyChecksAndGoesOn()
    {
        Review review(high());
        for (int i = 0; i < 9; ++i)
            review.presenter.checkAndMove();
        QVERIFY(!review.view().bar.hasNext);
        QStringList told = review.told();
        told.sort();
        QCOMPARE(told, (QStringList{u"st1"_s, u"st2"_s, u"st4"_s}));
    }

    void whatIsNeededIsGoneTo()
    {
        auto open = high();
        for (desk::VerdictOffer &offer : open->offers)
            if (offer.verdict == domain::Verdict::Approve)
                offer.needs = {{domain::RefusalCode::StatementsUnseen, "3"}};
        Review review(open);
        QCOMPARE(review.view().bar.approve.needs,
                 text::phrase(domain::Refusal{domain::RefusalCode::StatementsUnseen, "3"}));
        QVERIFY(!review.presenter.prepare(Wish::Approve));
        review.presenter.moveBy(1);
        review.presenter.moveToNeed();
        QCOMPARE(review.current(), u"st2"_s);
    }

    // the person's own tier asks for what the tier asks, and is signed.
    void aRaisedTierAsksForMore()
    {
        auto open = high();
        auto item = tests::sampleItem();
        item->tier = domain::Tier::Moderate;
        open->item = item;
        Review review(open);
        QVERIFY(review.view().bar.approve.needs.isEmpty());
        review.presenter.raiseTier();
        QCOMPARE(review.view().header.tier.word, tierMark(domain::Tier::High).word);
        QVERIFY(!review.view().changed.isEmpty());
        QVERIFY(!review.view().bar.approve.needs.isEmpty());
        for (int i = 0; i < 9; ++i)
            review.presenter.checkAndMove();
        QVERIFY(review.view().bar.approve.needs.isEmpty());
        QVERIFY(!review.presenter.prepare(Wish::Approve)->isIdentified);
        review.presenter.identify(u"RR1978"_s);
        review.presenter.sign(tests::password());
        bool isSigned = false;
        for (const auto &field : review.desk.lastAsked<desk::Decide>()->rendered)
            isSigned = isSigned || (field.label == "tier.raised" && field.text == "high");
        QVERIFY(isSigned);
        review.presenter.raiseTier();
        review.presenter.raiseTier();
        QCOMPARE(review.view().header.tier.word, tierMark(domain::Tier::Critical).word);
    }

    void whoTakesAStatementOutHasLookedAtIt()
    {
        Review review(high());
        review.presenter.moveBy(1);
        review.presenter.removeStatement();
        QVERIFY(review.told().contains(u"st2"_s));
    }

    //
    void theRiskiestAreWalked()
    {
        Review review(high());
        QStringList walk;
        for (const int by : {1, 1, 1, -1, -1}) {
            review.presenter.moveToRisk(by);
            walk << review.current();
        }
        QCOMPARE(walk, (QStringList{u"st4"_s, u"st2"_s, u"st4"_s, u"st2"_s, u"st4"_s}));
        int marked = 0;
        for (const TextBlock &block : *review.view().draft.blocks)
            marked += block.isRisky ? 1 : 0;
        QCOMPARE(marked, 2);
    }

    // changed while the sheet is open. The sheet goes, nothing is signed, the difference comes first.
    void aChangeUnderTheSheetEndsIt()
    {
        Review review(tests::opened(tests::sampleItem()));
        QSignalSpy difference(&review.presenter, &ReviewPresenter::differenceAsked);
        QVERIFY(review.presenter.prepare(Wish::Approve));
        auto stale = tests::opened(tests::sampleItem());
        stale->refusal = domain::Refusal{domain::RefusalCode::ItemChanged, {}};
        review.show(stale);
        QVERIFY(!review.presenter.signing());
        QVERIFY(review.desk.lastAsked<desk::OpenItem>() != nullptr); // the newest is asked for
        review.presenter.sign(tests::password());
        auto coming = std::make_shared<desk::OpenItemView>();
        coming->id = domain::ItemId{"item-1"};
        review.show(coming);
        review.show(changed());
        QCOMPARE(difference.count(), 1);
        QVERIFY(review.view().mustSeeDifference);
        QVERIFY(!review.view().changed.isEmpty());
        QVERIFY(!review.presenter.prepare(Wish::Approve));
        QVERIFY(review.view().bar.reject.isOffered);

        QStringList words;
        const TextPage page = review.presenter.difference();
        for (const TextBlock &block : *page.blocks)
            words << block.text;
        QVERIFY(words.join(u'\n').contains(u"The side was wrong."_s));
        QCOMPARE(page.marks.size(), std::size_t{2}); // left out, right in
        QVERIFY(!review.view().mustSeeDifference);
        QVERIFY(review.presenter.prepare(Wish::Approve));
        QCOMPARE(tests::countOf<desk::Decide>(review.desk), 0);
    }

    void anotherItemIsNoChange()
    {
        Review review(tests::opened(tests::sampleItem()));
        review.show(tests::opened(tests::sampleItem(tests::sampleDraft(), "item-2")));
        QVERIFY(!review.view().mustSeeDifference);
        QVERIFY(review.view().changed.isEmpty());
        QVERIFY(review.presenter.difference().blocks->empty());
    }

    //
    void thePatientIsNamedBeforeAHighTierIsSigned()
    {
        auto open = high();
        open->mustSee.clear();
        Review review(open);
        QVERIFY(review.presenter.prepare(Wish::Approve));
        QVERIFY(!review.presenter.signing()->isIdentified);
        QVERIFY(!review.presenter.signing()->identityAsked.isEmpty());
        review.presenter.sign(tests::password());
        QCOMPARE(tests::countOf<desk::Decide>(review.desk), 0);
        review.presenter.identify(u"RR19"_s);
        QVERIFY(review.presenter.signing()->identityWrong.isEmpty()); // not all typed yet
        review.presenter.identify(u"RX1978"_s);
        QVERIFY(!review.presenter.signing()->identityWrong.isEmpty());
        QVERIFY(!review.presenter.signing()->isIdentified);
        review.presenter.identify(u"rr 1978"_s);
        QVERIFY(review.presenter.signing()->isIdentified);
        review.presenter.abandon();

        review.time.elapsed += std::chrono::minutes(9);
        QVERIFY(review.presenter.prepare(Wish::Approve)->isIdentified); // the same patient, within ten minutes
        review.presenter.abandon();
        review.time.elapsed += std::chrono::minutes(2);
        QVERIFY(!review.presenter.prepare(Wish::Approve)->isIdentified);
    }

    void theLockForgetsWhoWasNamed()
    {
        auto open = high();
        open->mustSee.clear();
        Review review(open);
        QVERIFY(review.presenter.prepare(Wish::Approve));
        review.presenter.identify(u"RR1978"_s);
        review.presenter.abandon();
        review.desk.edit([](desk::DeskSnapshot &now) { now.session.state = desk::SessionState::Locked; });
        review.desk.edit([](desk::DeskSnapshot &now) { now.session.state = desk::SessionState::SignedIn; });
        QVERIFY(!review.presenter.prepare(Wish::Approve)->isIdentified);
    }

    void aNameThatAnotherNearlyHasAsksToo()
    {
        for (const bool hasLookalike : {false, true}) {
            auto open = tests::opened(tests::sampleItem());
            open->summary = std::make_shared<domain::ItemSummary>();
            Review review(open);
            review.presenter.setLookalike([&](const domain::ItemSummary &) { return hasLookalike; });
            QCOMPARE(review.presenter.prepare(Wish::Approve)->isIdentified, !hasLookalike);
        }
    }

    // A low or moderate tier of a distinct name is never asked; nor is who refuses.
    void whoRejectsIsNotAsked()
    {
        Review review(high());
        QVERIFY(review.presenter.chooseReasons(Wish::Reject));
        review.presenter.reasons().toggleKey(1);
        QVERIFY(review.presenter.prepare(Wish::Reject)->isIdentified);
    }

    // said, recorded, and not in the way.
    void aFastDecisionIsSaidAndRecorded()
    {
        Review review(tests::opened(tests::sampleItem()));
        const QString fast = review.presenter.prepare(Wish::Approve)->fast;
        QVERIFY(!fast.isEmpty());
        review.presenter.sign(tests::password());
        const auto *decide = review.desk.lastAsked<desk::Decide>();
        QVERIFY(decide != nullptr);
        QCOMPARE(decide->rendered.back().label, std::string("notice.fastDecision"));
    }

    void aSlowOneIsNot()
    {
        Review review(tests::opened(tests::sampleItem()));
        for (int i = 0; i < 4; ++i) {
            review.time.elapsed += std::chrono::seconds(5);
            review.presenter.touch();
        }
        QVERIFY(review.presenter.prepare(Wish::Approve)->fast.isEmpty());
        review.presenter.sign(tests::password());
        for (const auto &field : review.desk.lastAsked<desk::Decide>()->rendered)
            QVERIFY(field.label != "notice.fastDecision");
    }

    // told for ten items after a change of version or model, for each kind of item by itself.
    void anotherVersionIsToldForTenItems()
    {
        std::map<QString, QByteArray> drawer;
        AgentMemory memory({.read = [&](const QString &key) { return drawer[key]; },
                            .write = [&](const QString &key, const QByteArray &value) { drawer[key] = value; }});
        auto proposal = tests::sampleItem()->proposal;
        QVERIFY(memory.changeOf(proposal).isEmpty()); // the first of all is no change
        memory.decided(proposal);
        QVERIFY(memory.changeOf(proposal).isEmpty());
        proposal.agent.version = "2.2";
        for (int i = 0; i < AgentMemory::toldFor; ++i) {
            QVERIFY(memory.changeOf(proposal).contains(u"2.1"_s));
            QVERIFY(memory.changeOf(proposal).contains(u"2.2"_s));
            memory.decided(proposal);
        }
        QVERIFY(memory.changeOf(proposal).isEmpty());
        auto other = proposal;
        other.action.type = domain::ActionType{"message.send"};
        QVERIFY(memory.changeOf(other).isEmpty());
        for (const auto &[key, value] : drawer)
            QVERIFY(!value.contains("Rivera"));
    }

    // without a link a high tier is signed with a word about how old it is, and the word is kept.
    void aHighTierWithoutALinkSaysSince()
    {
        Review review(high());
        const auto sheet = [&] {
            for (int i = 0; i < 9; ++i)
                review.presenter.checkAndMove();
            return review.presenter.prepare(Wish::Approve);
        };
        review.desk.edit([](desk::DeskSnapshot &now) { now.link.state = desk::LinkState::Online; });
        QVERIFY(sheet() && sheet()->stale.isEmpty());
        review.presenter.abandon();
        review.desk.edit([](desk::DeskSnapshot &now) { now.link.state = desk::LinkState::Offline; });
        const auto signing = sheet();
        QVERIFY(signing);
        QVERIFY2(signing->stale.contains(u"There is no link since "_s), qPrintable(signing->stale));
        review.presenter.identify(u"RR1978"_s);
        review.presenter.sign(tests::password());
        const auto *decide = review.desk.lastAsked<desk::Decide>();
        QVERIFY(decide != nullptr);
        QVERIFY(std::any_of(decide->rendered.begin(), decide->rendered.end(),
                            [](const auto &field) { return field.label == "notice.notFresh"; }));
        Review low(tests::opened(tests::sampleItem()));
        QVERIFY(low.presenter.prepare(Wish::Approve)->stale.isEmpty());
    }

    // Words that stood in an earlier note are gone to, also after the statement was edited.
    void copiedWordsAreGoneTo()
    {
        const std::string copied = "The abdomen is soft and not tender in all four quadrants today.";
        auto draft = tests::sampleDraft();
        std::get<domain::NoteDraft>(draft).sections[0].statements[1].text = copied;
        auto item = tests::sampleItem(draft);
        auto note = tests::source("old", domain::Source::Kind::Note, "Earlier note", "Seen. " + copied + " Well.");
        note.recordedAt = parseInstant("2024-02-14T10:00:00Z");
        item->proposal.sources.push_back(note);
        Review review(tests::opened(item));
        QVERIFY(!review.presenter.showOrigin()); // of the first statement
        review.presenter.moveBy(1);
        review.presenter.edit();
        review.presenter.setEditedText(u"The abdomen is soft."_s);
        review.presenter.stopEditing();
        QVERIFY(review.presenter.showOrigin());
        QCOMPARE(review.view().evidence.sourceId, u"old"_s);
        QVERIFY2(review.view().evidence.notice.contains(u"2024"_s), qPrintable(review.view().evidence.notice));
        QVERIFY(!review.view().evidence.page.marks.empty());
        review.presenter.moveBy(1);
        QVERIFY(review.view().evidence.sourceId != u"old"_s);
    }

    // What the edits were taken for is signed, and whether the person agreed.
    void theAnswerToASuggestedReasonIsKept()
    {
        for (const bool isGiven : {true, false}) {
            Review review(tests::opened(tests::sampleItem()));
            review.presenter.edit();
            review.presenter.setEditedText(u"Her right knee hurts."_s);
            review.presenter.keepCitations();
            QVERIFY(review.presenter.prepare(Wish::Approve));
            review.presenter.confirmReasons(isGiven);
            review.presenter.sign(tests::password());
            const auto &rendered = review.desk.lastAsked<desk::Decide>()->rendered;
            const auto field = std::find_if(rendered.begin(), rendered.end(),
                                            [](const auto &each) { return each.label == "edit.suggested:N08"; });
            QVERIFY(field != rendered.end());
            QCOMPARE(field->text, isGiven ? "given" : "not given");
        }
    }

    // Each verdict says what will happen; who is handed an item is named.
    void everyVerdictSaysWhatHappensNext()
    {
        auto open = tests::opened(tests::sampleItem());
        open->offers.push_back({domain::Verdict::Escalate, {}, {}, {}});
        open->item = [] {
            auto item = tests::sampleItem();
            item->proposal.uncertainty.push_back({"Left or right?", {}});
            return item;
        }();
        Review review(open);
        const BarView &bar = review.view().bar;
        QStringList sentences{bar.approve.next, bar.reject.next, bar.returns.next, bar.respond.next, bar.escalate.next};
        QVERIFY(!sentences.contains(QString()));
        QCOMPARE(sentences.removeDuplicates(), 0);
        QVERIFY(bar.approve.next.contains(u"Files this note."_s));

        QVERIFY(review.presenter.chooseReasons(Wish::Escalate));
        review.presenter.reasons().toggleKey(2);
        QVERIFY(review.presenter.reasons().describe().next.contains(u"pharmacist"_s));
        QVERIFY(review.presenter.prepare(Wish::Escalate)->next.contains(u"pharmacist"_s));
        review.presenter.abandon();
        QVERIFY(review.presenter.chooseReasons(Wish::Respond));
        QCOMPARE(review.presenter.reasons().describe().question, u"Left or right?"_s);
    }
};

} // namespace

QTEST_GUILESS_MAIN(TestReviewGates)
#include "test_review_gates.moc"
