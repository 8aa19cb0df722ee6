// The whole draft as one text: whose paragraphs they are after each kind of edit, and that 500 random edits leave the
// draft saying exactly what the editor says.
#include "tests/ui/review_fixture.hpp"

#include "ui/presenters/edit_session.hpp"
#include "ui/presenters/review_presenter.hpp"
#include "ui/presenters/whole_text.hpp"

#include <QTest>

using namespace countersign;
using namespace countersign::presenters;
using namespace Qt::StringLiterals;

namespace
{

const QString begin = u"History\nHer left knee hurts.\nShe denies fever.\nShe takes Effexor 75 mg.\n\nPlan\n"
                      "Continue Effexor."_s;

// "History|st1 Her left knee hurts.|…"; a statement that is new begins with "+", a free line is "_".
QString told(const std::optional<WholeText> &whole)
{
    if (!whole)
        return u"refused"_s;
    QStringList parts;
    for (const WholeParagraph &paragraph : *whole)
        switch (paragraph.kind) {
        case WholeParagraph::Kind::Title:
            parts << u"#"_s + paragraph.text;
            break;
        case WholeParagraph::Kind::Gap:
            parts << u"_"_s;
            break;
        case WholeParagraph::Kind::Statement:
            parts << (paragraph.statement.isEmpty() ? u"+"_s : QString::fromStdString(paragraph.statement.text()))
                         + u' ' + paragraph.text;
        }
    return parts.join(u'|');
}

struct Review {
    Review() : desk(tests::deskWith(tests::sampleItem())), feed(desk), presenter(feed, time.clock())
    {
        time.elapsed += milliseconds(1000);
        presenter.toggleWhole();
    }
    [[nodiscard]] QString text() const { return presenter.view().whole->text; }
    [[nodiscard]] const domain::Draft *told() const
    {
        const auto *const edit = desk.lastAsked<desk::EditDraft>();
        return edit == nullptr ? nullptr : edit->draft.get();
    }
    // What an editor would show of the draft that the desk was told.
    [[nodiscard]] QString ofDraft() const
    {
        return joined(wholeText(told() == nullptr ? tests::sampleDraft() : *told()));
    }

    tests::StillTime time;
    support::FakeDesk desk;
    DeskFeed feed;
    ReviewPresenter presenter;
};

class TestWholeText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheDraft() { QCOMPARE(joined(wholeText(tests::sampleDraft())), begin); }

    void paragraphsKeepTheirStatements_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("expected");
        const auto is = [](const char *name, const QString &from, const QString &to, const char *expected) {
            QTest::newRow(name) << from << to << QString::fromUtf8(expected);
        };
        is("a word", u"fever"_s, u"chills"_s,
           "#History|st1 Her left knee hurts.|st2 She denies chills.|st3 She takes Effexor 75 mg.|_|#Plan|"
           "st4 Continue Effexor.");
        is("Enter at the end", u"fever."_s, u"fever.\n"_s,
           "#History|st1 Her left knee hurts.|st2 She denies fever.|_|st3 She takes Effexor 75 mg.|_|#Plan|"
           "st4 Continue Effexor.");
        is("a new paragraph", u"fever."_s, u"fever.\nNo cough."_s,
           "#History|st1 Her left knee hurts.|st2 She denies fever.|+ No cough.|st3 She takes Effexor 75 mg.|_|#Plan|"
           "st4 Continue Effexor.");
        is("Enter at the beginning", u"She denies"_s, u"\nShe denies"_s,
           "#History|st1 Her left knee hurts.|_|st2 She denies fever.|st3 She takes Effexor 75 mg.|_|#Plan|"
           "st4 Continue Effexor.");
        is("split in the first half", u"She denies fever."_s, u"She\ndenies fever."_s,
           "#History|st1 Her left knee hurts.|+ She|st2 denies fever.|st3 She takes Effexor 75 mg.|_|#Plan|"
           "st4 Continue Effexor.");
        is("joined", u"hurts.\nShe denies"_s, u"hurts. She denies"_s,
           "#History|st1 Her left knee hurts. She denies fever.|st3 She takes Effexor 75 mg.|_|#Plan|"
           "st4 Continue Effexor.");
        is("emptied", u"She denies fever."_s, QString(),
           "#History|st1 Her left knee hurts.|st2 |st3 She takes Effexor 75 mg.|_|#Plan|st4 Continue Effexor.");
        is("taken out", u"She denies fever.\n"_s, QString(),
           "#History|st1 Her left knee hurts.|st3 She takes Effexor 75 mg.|_|#Plan|st4 Continue Effexor.");
        is("two taken out", u"Her left knee hurts.\nShe denies fever.\n"_s, QString(),
           "#History|st3 She takes Effexor 75 mg.|_|#Plan|st4 Continue Effexor.");
        is("in the free line", u"mg.\n\nPlan"_s, u"mg.\nSleeps well.\nPlan"_s,
           "#History|st1 Her left knee hurts.|st2 She denies fever.|st3 She takes Effexor 75 mg.|+ Sleeps well.|#Plan|"
           "st4 Continue Effexor.");
        is("a title", u"Plan"_s, u"Plans"_s, "refused");
        is("above the first title", u"History"_s, u"x\nHistory"_s, "refused");
        is("everything", begin, QString(), "refused");
    }
    void paragraphsKeepTheirStatements()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, expected);
        QString after = begin;
        after.replace(after.indexOf(from), from.size(), to);
        QCOMPARE(told(followEdit(wholeText(tests::sampleDraft()), after)), expected);
    }

    void everyCharacterStaysAsItIs()
    {
        domain::Draft draft = tests::sampleDraft();
        const std::string odd = "5\u00a0mg\nand\ta tab \u202e <b>not bold</b> &amp;";
        (*domain::sectionsOf(draft))[0].statements[0].text = odd;
        QCOMPARE(QString::fromStdString(edited(editable(odd))), QString::fromStdString(odd));
        QCOMPARE(wholeText(draft)[1].text.count(QChar(QChar::LineSeparator)), 1);
    }

    void whatIsTypedIsTheDraft()
    {
        Review review;
        QCOMPARE(review.text(), begin);
        QString text = begin;
        text.replace(u"denies"_s, u"reports"_s);
        QVERIFY(review.presenter.setWholeText(text));
        QCOMPARE(domain::findStatement(*review.told(), domain::StatementId{"st2"})->text,
                 std::string("She reports fever."));
        QVERIFY(!review.presenter.setWholeText(u"Other title\nx"_s));
        QCOMPARE(review.text(), text);
        // An emptied paragraph is no statement; with words again it is the same one.
        QVERIFY(review.presenter.setWholeText(QString(text).replace(u"She reports fever."_s, QString())));
        QVERIFY(domain::findStatement(*review.told(), domain::StatementId{"st2"}) == nullptr);
        QVERIFY(review.presenter.setWholeText(QString(text).replace(u"She reports fever."_s, u"No fever."_s)));
        QCOMPARE(domain::findStatement(*review.told(), domain::StatementId{"st2"})->text, std::string("No fever."));
    }

    void whatIsCutAndPutInElsewhereHasMoved()
    {
        Review review;
        QString text = begin;
        text.remove(u"She denies fever.\n"_s);
        QVERIFY(review.presenter.setWholeText(text));
        QVERIFY(review.presenter.setWholeText(text + u"\nShe denies fever."_s));
        const auto changes = domain::clinicalDiff(tests::sampleDraft(), *review.told());
        QCOMPARE(changes.size(), std::size_t{1});
        QVERIFY(changes.front().op == domain::Change::Op::Move);
    }

    // What stands in the editor of one statement is of before: its late words change nothing.
    void theOtherEditorHasNothingToSay()
    {
        Review review;
        review.presenter.setWholeCaret(static_cast<int>(review.text().indexOf(u"fever"_s)));
        review.presenter.setEditedText(u"Her right knee is swollen."_s);
        QCOMPARE(review.text(), begin);
        QVERIFY(!review.presenter.canUndo());
        QVERIFY(!review.presenter.view().hasEdits);
    }

    void bothWaysOfEditingAreTakenBackInOneRow()
    {
        Review review;
        QVERIFY(review.presenter.setWholeText(QString(begin).replace(u"left"_s, u"right"_s)));
        review.presenter.toggleWhole();
        review.presenter.edit();
        review.presenter.setEditedText(u"Her right knee is swollen."_s);
        review.presenter.toggleWhole();
        QVERIFY(review.text().contains(u"swollen"_s));
        review.presenter.undoEdit();
        QVERIFY(review.text().contains(u"right knee hurts"_s));
        QVERIFY(review.presenter.takeWholeCaret().has_value());
        review.presenter.undoEdit();
        QCOMPARE(review.text(), begin);
        QVERIFY(!review.presenter.canUndo());
        review.presenter.redoEdit();
        review.presenter.redoEdit();
        QVERIFY(review.text().contains(u"swollen"_s));
    }

    void theStatementAtTheCaretIsTheCurrentOne()
    {
        Review review;
        review.presenter.setWholeCaret(static_cast<int>(begin.indexOf(u"Effexor 75"_s)));
        const auto &blocks = *review.presenter.view().draft.blocks;
        QCOMPARE(blocks[static_cast<std::size_t>(*review.presenter.view().currentBlock)].id, u"st3"_s);
        QCOMPARE(readPlace(review.desk.lastAsked<desk::KeepPlace>()->place).statement, domain::StatementId{"st3"});
        QVERIFY(readPlace(review.desk.lastAsked<desk::KeepPlace>()->place).isWhole);
    }

    // Letters, breaks and removals at random places; after each the draft reads as the editor does, but for lines that
    // are free.
    void randomEditsAreFollowed()
    {
        Review review;
        QString text = begin;
        unsigned dice = 11;
        const auto next = [&](unsigned below) {
            dice = dice * 1664525U + 1013904223U;
            return (dice >> 8) % below;
        };
        int taken = 0;
        for (int i = 0; i < 500; ++i) {
            QString after = text;
            const auto at = static_cast<qsizetype>(next(static_cast<unsigned>(after.size() + 1)));
            switch (next(4)) {
            case 0:
                after.insert(at, u'\n');
                break;
            case 1:
                after.remove(at, next(12));
                break;
            default:
                after.insert(at, QString::number(i) + u" mg "_s);
            }
            if (!review.presenter.setWholeText(after))
                continue;
            ++taken;
            text = after;
            QCOMPARE(review.text(), text);
            QStringList said, meant;
            for (const QString &line : text.split(u'\n'))
                if (!line.trimmed().isEmpty())
                    said << line;
            for (const QString &line : review.ofDraft().split(u'\n'))
                if (!line.trimmed().isEmpty())
                    meant << line;
            QCOMPARE(meant, said);
        }
        QVERIFY(taken > 200);
        while (review.presenter.canUndo())
            review.presenter.undoEdit();
        QCOMPARE(review.text(), begin);
    }
};

} // namespace

QTEST_GUILESS_MAIN(TestWholeText)
#include "test_whole_text.moc"
