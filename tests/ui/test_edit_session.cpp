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
