#include "tests/ui/review_fixture.hpp"

#include "core/domain/names.hpp"
#include "ui/presenters/edit_session.hpp"

#include <QTest>

using namespace countersign;
using presenters::EditSession;

namespace
{

const domain::StatementId st1{"st1"}, st2{"st2"}, st3{"st3"};

QString summary(const EditSession &edits)
{
    QString line;
    for (const domain::Change &change : edits.changes())
        line += QString::fromStdString(change.statementId.text() + ":" + std::string{name(change.op)} + ":"
                                       + std::string{name(change.kind)} + " ");
    return line;
}

QString order(const EditSession &edits)
{
    QStringList ids;
    for (const domain::Section &section : domain::sectionsOf(edits.draft()))
        for (const domain::Statement &statement : section.statements)
            ids << QString::fromStdString(statement.id.text());
    return ids.join(QLatin1Char(' '));
}

class TestEditSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void untouchedHasNothingToSay()
    {
        const EditSession edits{tests::sampleDraft()};
        QVERIFY(!edits.isChanged());
        QVERIFY(edits.isEditable());
        QVERIFY(!edits.hasEmptyStatement());
    }

    // 500 random changes back to the agent's words and forth again, every draft on the way met twice.
    void undoHasNoEndInEitherDirection()
    {
        EditSession edits{tests::sampleDraft()};
        std::vector<domain::Draft> drafts{edits.draft()};
        unsigned dice = 7;
        for (int i = 0; i < 500; ++i) {
            dice = dice * 1664525U + 1013904223U;
            const domain::StatementId id{"st" + std::to_string(1 + (dice >> 16) % 4)};
            switch ((dice >> 8) % 4) {
            case 0:
                edits.remove(id);
                break;
            case 1:
                edits.restore(id);
                break;
            case 2:
                edits.addAfter(id);
                break;
            default:
                edits.setText(id, "Word " + std::to_string(i) + " ");
            }
            if (!(edits.draft() == drafts.back()))
                drafts.push_back(edits.draft());
        }
        QVERIFY(drafts.size() > 200);
        for (std::size_t at = drafts.size() - 1; edits.canUndo(); edits.undo()) {
            while (at > 0 && !(edits.draft() == drafts[at]))
                --at;
            QVERIFY(edits.draft() == drafts[at]);
        }
        QVERIFY(edits.draft() == edits.original());
        QVERIFY(!edits.isChanged());
        while (edits.canRedo())
            edits.redo();
        QVERIFY(edits.draft() == drafts.back());
    }

    void typingIsTakenBackWordByWord()
    {
        EditSession edits{tests::sampleDraft()};
        const std::string before = domain::findStatement(edits.draft(), st2)->text;
        std::string text = before;
        for (const char c : std::string(" It hurts")) {
            text += c;
            edits.setText(st2, text);
        }
        edits.undo();
        QCOMPARE(domain::findStatement(edits.draft(), st2)->text, before + " It ");
        edits.redo();
        QCOMPARE(domain::findStatement(edits.draft(), st2)->text, text);
        edits.undo();
        edits.setText(st2, before + " She");
        QVERIFY(!edits.canRedo()); // what was taken back is gone once something else is written
    }

    void textAndBack()
    {
        EditSession edits{tests::sampleDraft()};
        edits.setText(st2, "She reports fever.");
        QCOMPARE(summary(edits), QStringLiteral("st2:replace:safety "));
        edits.setText(st2, "She denies fever.");
        QVERIFY(!edits.isChanged());
        QVERIFY(edits.draft() == edits.original());
    }

    void addRemoveRestore()
    {
        EditSession edits{tests::sampleDraft()};
        const domain::StatementId added = edits.addAfter(st1);
        QCOMPARE(order(edits), QStringLiteral("st1 added-1 st2 st3 st4"));
        QVERIFY(edits.hasEmptyStatement());
        edits.setText(added, "No swelling.");
        edits.remove(st2);
        edits.remove(st3);
        QCOMPARE(order(edits), QStringLiteral("st1 added-1 st4"));
        QCOMPARE(summary(edits), QStringLiteral("added-1:insert:safety st2:delete:safety st3:delete:safety "));
        edits.restore(st3);
        QCOMPARE(order(edits), QStringLiteral("st1 st3 added-1 st4"));
        edits.restore(st2);
        edits.restore(added); // what was added is not the agent's
        QCOMPARE(order(edits), QStringLiteral("st1 st2 st3 st4"));
        QVERIFY(!edits.isChanged());
    }

    void whatWasTypedIntoAnEarlierStateIsPutIn()
    {
        EditSession old{tests::sampleDraft()};
        old.setText(st2, "She reports fever.");
        const domain::StatementId added = old.addAfter(st2);
        old.setText(added, "Since Monday.");
        old.remove(st3);
        const domain::EditedDraft former{old.draft(), {}, old.changes()};
        domain::Draft draft = tests::sampleDraft();
        (*domain::sectionsOf(draft))[0].statements[0].text = "Her left knee is swollen."; // what the agent changed
        EditSession edits{draft};
        edits.carryOver(former);
        QCOMPARE(order(edits), QStringLiteral("st1 st2 added-1 st4"));
        QCOMPARE(domain::findStatement(edits.draft(), st1)->text, std::string("Her left knee is swollen."));
        QCOMPARE(domain::findStatement(edits.draft(), st2)->text, std::string("She reports fever."));
        edits.undo();
        QVERIFY(!edits.isChanged());
    }

    void newNamesAreNew()
    {
        domain::Draft draft = tests::sampleDraft();
        (*domain::sectionsOf(draft))[0].statements[1].id = domain::StatementId{"added-1"};
        EditSession edits{draft};
        QCOMPARE(QString::fromStdString(edits.addAfter(st1).text()), QStringLiteral("added-2"));
    }

    void toolCallsAndUnknownStatementsStayAsTheyAre()
    {
        EditSession call{domain::ToolCallDraft{"send", "{}", {}, {}}};
        QVERIFY(!call.isEditable());
        QVERIFY(call.addAfter(st1).isEmpty());
        EditSession edits{tests::sampleDraft()};
        edits.setText(domain::StatementId{"nobody"}, "x");
        edits.remove(domain::StatementId{"nobody"});
        edits.restore(domain::StatementId{"nobody"});
        QVERIFY(!edits.isChanged());
    }
};

} // namespace

QTEST_GUILESS_MAIN(TestEditSession)
#include "test_edit_session.moc"
