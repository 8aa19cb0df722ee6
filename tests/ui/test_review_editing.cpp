// What an edit asks and says: citations that no longer fit, notations written out, reasons suggested, changes read
// aloud; and what is found again when the item is opened anew.
#include "tests/ui/review_fixture.hpp"

#include "ui/presenters/changes_page.hpp"
#include "ui/presenters/edit_reasons.hpp"
#include "ui/presenters/review_presenter.hpp"
#include "ui/text/notation.hpp"

#include <QTest>

using namespace countersign;
using namespace countersign::presenters;
using namespace Qt::StringLiterals;

namespace
{

const domain::StatementId st1{"st1"}, st2{"st2"}, st4{"st4"};

struct Review {
    explicit Review(std::shared_ptr<const domain::Item> item = tests::sampleItem(),
                    const std::function<void(desk::OpenItemView &)> &change = {})
        : desk([&] {
              auto snapshot = tests::deskWith(item);
              auto open = tests::opened(item);
              if (change)
                  change(*open);
              snapshot.open = open;
              return snapshot;
          }()),
          feed(desk), presenter(feed, time.clock())
    {
        time.elapsed += milliseconds(1000);
    }
    [[nodiscard]] const ReviewView &view() const { return presenter.view(); }
    [[nodiscard]] const TextBlock &block(const char *id) const
    {
        for (const TextBlock &block : *view().draft.blocks)
            if (block.id == QLatin1String(id))
                return block;
        qFatal("no such statement");
    }
    [[nodiscard]] bool hasChip(const char *id, const QString &words) const
    {
        for (const Chip &chip : block(id).chips)
            if (chip.text.contains(words))
                return true;
        return false;
    }
    void rewrite(const char *id, const QString &text)
    {
        for (const TextBlock &block : *view().draft.blocks)
            if (block.id == QLatin1String(id)) {
                presenter.moveTo(static_cast<int>(&block - view().draft.blocks->data()));
                break;
            }
        presenter.edit();
        presenter.setEditedText(text);
        presenter.stopEditing();
    }

    tests::StillTime time;
    support::FakeDesk desk;
    DeskFeed feed;
    ReviewPresenter presenter;
};

domain::EditedDraft editedSample(const char *text)
{
    domain::EditedDraft edited{tests::sampleDraft(), {}, {}};
    (*domain::sectionsOf(edited.draft))[0].statements[1].text = text;
    edited.changes = domain::clinicalDiff(tests::sampleDraft(), edited.draft);
    return edited;
}

QString codes(const std::vector<domain::Reason> &reasons)
{
    QStringList all;
    for (const domain::Reason &reason : reasons)
        all << QString::fromStdString(reason.code);
    return all.join(u' ');
}

class TestReviewEditing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void citationsAreKeptOrAskedFor_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("asks");
        const auto is = [](const char *text, bool asks) { QTest::newRow(text) << QString::fromUtf8(text) << asks; };
        is("Her left knee hurts.", false);
        is("Her left knee hurts", false);                 // style
        is("Her left knee hurts a great deal.", false);   // the cited words stand
        is("Her left knee troubles a great deal.", true); // "hurts" was cited
        is("Her right knee hurts.", true);                // a side
        is("Her left knee does not hurt.", true);         // a negation
        is("Her left knee hurts since 3 days.", true);    // a number
    }
    void citationsAreKeptOrAskedFor()
    {
        QFETCH(QString, text);
        QFETCH(bool, asks);
        const domain::Draft draft = tests::sampleDraft();
        QCOMPARE(outgrewCitations(*domain::findStatement(draft, st1), text.toStdString()), asks);
    }

    void whoAsksIsAnsweredInOneOfThreeWays()
    {
        for (const int way : {0, 1, 2}) {
            Review review;
            review.rewrite("st1", u"Her right knee hurts."_s);
            QVERIFY(review.view().asksForCitation);
            QVERIFY(review.hasChip("st1", u"needs a citation"_s));
            QVERIFY(!review.view().bar.approve.needs.isEmpty());
            QVERIFY(!review.presenter.prepare(Wish::Approve).has_value());
            review.presenter.acknowledge(); // a nod is no answer
            QVERIFY(review.view().asksForCitation);
            review.presenter.moveBy(2);
            review.presenter.moveToNeed();
            QCOMPARE(review.view().draft.blocks->at(static_cast<std::size_t>(*review.view().currentBlock)).id,
                     u"st1"_s);
            if (way == 0)
                review.presenter.keepCitations();
            else if (way == 1)
                review.presenter.markOwnKnowledge();
            else
                QVERIFY(review.presenter.cite(u"left knee"_s));
            QVERIFY(!review.view().asksForCitation);
            QVERIFY(review.presenter.prepare(Wish::Approve).has_value());
            if (way == 1) {
                const auto &statement = *domain::findStatement(*review.desk.lastAsked<desk::EditDraft>()->draft, st1);
                QVERIFY(statement.citations.empty());
                QVERIFY(statement.basis == domain::Statement::Basis::GeneralKnowledge);
            }
            if (way == 0) { // said of those words, not of any
                review.rewrite("st1", u"Her right hip hurts."_s);
                QVERIFY(review.view().asksForCitation);
            }
        }
    }

    void notationsAreWrittenOutByOneKey()
    {
        domain::Draft draft = tests::sampleDraft();
        (*domain::sectionsOf(draft))[1].statements[0].text = "Insulin 10U QD, D/C aspirin 5.0 mg.";
        Review review{tests::sampleItem(draft)};
        QVERIFY(review.hasChip("st4", u"\u2192"_s));
        QVERIFY(!review.hasChip("st1", u"\u2192"_s));
        review.presenter.moveBy(3);
        review.presenter.replaceNotations();
        QCOMPARE(domain::findStatement(*review.desk.lastAsked<desk::EditDraft>()->draft, st4)->text,
                 std::string("Insulin 10 units daily, D/C aspirin 5 mg.")); // D/C is one of two things
        QVERIFY(!review.hasChip("st4", u"\u2192"_s));
        QVERIFY(review.view().hasEdits);
        review.presenter.undoEdit();
        QVERIFY(!review.view().hasEdits);
    }

    void reasonsAreSuggestedByWhatChanged_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("code");
        const auto is = [](const char *before, const char *after, const char *code) {
            QTest::newRow(after) << QString::fromUtf8(before) << QString::fromUtf8(after) << QString::fromUtf8(code);
        };
        is("Pain in the left knee.", "Pain in the right knee.", "N08");
        is("She denies fever.", "She reports fever.", "N03");
        is("Start metoprolol.", "Start metformin.", "N09");
        is("Metoprolol 25 mg.", "Metoprolol 50 mg.", "N10");
        is("Metoprolol 25 mg.", "Metoprolol 25 mcg.", "N10");
        is("Metoprolol daily.", "Metoprolol twice daily.", "N10");
        is("Seen on Monday.", "Seen on Tuesday.", "N14");
        is("Her mother smokes.", "Her father smokes.", "N15");
        is("She works at home.", "She works outside.", "N02");
        is("she works at home", "She works at home.", "N20");
    }
    void reasonsAreSuggestedByWhatChanged()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QString, code);
        domain::Draft was = tests::sampleDraft(), is = was;
        (*domain::sectionsOf(was))[0].statements[1].text = before.toStdString();
        (*domain::sectionsOf(is))[0].statements[1].text = after.toStdString();
        const auto reasons = suggestedReasons(was, domain::clinicalDiff(was, is));
        QCOMPARE(codes(reasons), code);
        QCOMPARE(reasons.front().statementId, st2);
    }

    void suggestionsAreNeverTakenUpByThemselves()
    {
        for (const bool isConfirmed : {false, true}) {
            Review review;
            review.rewrite("st2", u"She reports fever."_s);
            const auto sheet = review.presenter.prepare(Wish::Approve);
            QVERIFY(sheet.has_value());
            QCOMPARE(sheet->suggested.size(), 1);
            QVERIFY(sheet->reasons.isEmpty());
            if (isConfirmed)
                review.presenter.confirmReasons(true);
            QCOMPARE(review.presenter.signing()->reasons.size(), isConfirmed ? 1 : 0);
            review.presenter.sign(tests::password());
            QCOMPARE(codes(review.desk.lastAsked<desk::Decide>()->reasons), isConfirmed ? u"N03"_s : QString());
        }
    }

    void changesAreReadAloud()
    {
        Review review;
        review.rewrite("st2", u"She reports fever."_s);
        const TextPage page = review.presenter.changes();
        QCOMPARE(page.blocks->size(), std::size_t{2});
        QCOMPARE((*page.blocks)[0].text, u"History"_s);
        const QString words = (*page.blocks)[1].words;
        QVERIFY2(words.contains(u"deleted “denies”"_s) && words.contains(u"inserted “reports”"_s), qPrintable(words));
        QVERIFY2(words.contains(u"negation"_s), qPrintable(words));
        QCOMPARE(page.marks.size(), std::size_t{2});
        QVERIFY(review.block("st2").words.contains(u"inserted “reports”"_s)); // in the draft, too
        review.presenter.discardEdits();
        QCOMPARE(review.presenter.changes().blocks->size(), std::size_t{1});
    }

    void whatWasTypedIsThereAgain()
    {
        Review review(tests::sampleItem(), [](desk::OpenItemView &open) {
            open.kept = std::make_shared<desk::KeptEdits>(desk::KeptEdits{
                open.item->digest, editedSample("She reports fever."), placeText({st2, 4, 300, true, false})});
        });
        QVERIFY(review.view().hasEdits);
        QVERIFY(review.view().isEditing);
        QCOMPARE(review.view().editedText, u"She reports fever."_s);
        QVERIFY(!review.view().kept.isEmpty());
        const auto place = review.presenter.takePlace();
        QVERIFY(place.has_value());
        QCOMPARE(place->caret, 4);
        QCOMPARE(place->scroll, 300);
        QVERIFY(!review.presenter.takePlace().has_value());
        QVERIFY(review.desk.lastAsked<desk::EditDraft>()->draft != nullptr); // the desk checks it again
        review.presenter.undoEdit();
        QVERIFY(!review.view().hasEdits);
    }

    void whatWasTypedIntoAnEarlierStateIsOfferedAndNeverApplied()
    {
        for (const bool isTaken : {true, false}) {
            Review review(tests::sampleItem(), [](desk::OpenItemView &open) {
                open.former = std::make_shared<desk::KeptEdits>(
                    desk::KeptEdits{domain::Digest{"sha256:old"}, editedSample("She reports fever."), {}});
                // Kept under another digest is not this item's, wherever it comes from.
                open.kept = open.former;
            });
            QVERIFY(!review.view().hasEdits);
            QVERIFY(!review.view().former.isEmpty());
            if (isTaken)
                review.presenter.takeFormer();
            else
                review.presenter.dropFormer();
            QCOMPARE(tests::countOf<desk::DropFormerEdits>(review.desk), 1);
            QCOMPARE(review.view().hasEdits, isTaken);
            if (!isTaken)
                continue;
            QCOMPARE(domain::findStatement(*review.desk.lastAsked<desk::EditDraft>()->draft, st2)->text,
                     std::string("She reports fever."));
            review.presenter.undoEdit();
            QVERIFY(!review.view().hasEdits);
        }
    }

    void oneSaysWhetherItIsOnTheDisk()
    {
        Review review;
        review.rewrite("st2", u"She reports fever."_s);
        const QString before = review.view().kept;
        const auto edition = review.desk.lastAsked<desk::EditDraft>()->edition;
        review.desk.edit([&](desk::DeskSnapshot &now) {
            auto open = std::make_shared<desk::OpenItemView>(*now.open);
            open->keptEdition = edition;
            now.open = open;
        });
        QVERIFY(!before.isEmpty() && before != review.view().kept);
    }

    void thePlaceIsText()
    {
        const EditPlace place{st2, 7, 999, true, true};
        QVERIFY(readPlace(placeText(place)) == place);
        for (const char *odd : {"", "2 1 1 es st2", "x", "1 2", "1 -5 5000 rs st2", "1 1 1 e st1"}) {
            const EditPlace read = readPlace(odd);
            QVERIFY(read.caret >= 0 && read.scroll >= 0 && read.scroll <= 1000);
        }
    }
};

} // namespace

QTEST_GUILESS_MAIN(TestReviewEditing)
#include "test_review_editing.moc"
