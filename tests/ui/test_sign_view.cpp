// The sheet above which a person signs has every field, for every verdict.
#include "tests/ui/review_fixture.hpp"

#include "ui/presenters/sign_view.hpp"

#include <QTest>

using namespace countersign;
using namespace countersign::presenters;
using domain::Verdict;

namespace
{

SignView describe(Verdict verdict, const std::vector<domain::Reason> &reasons = {}, const char *edit = nullptr)
{
    const desk::DeskSnapshot snapshot = tests::deskWith(tests::sampleItem());
    EditSession edits{snapshot.open->item->proposal.draft};
    if (edit != nullptr)
        edits.setText(domain::StatementId{"st1"}, edit);
    const desk::VerdictOffer offer{
        verdict, {}, policy::meaningOf(verdict, domain::Role::Clinician), policy::legalFor(verdict)};
    return describeSigning({*snapshot.open, *snapshot.open->item, edits, offer, reasons, "a comment", snapshot.session,
                            parseInstant("2026-11-02T09:20:00Z").value_or(Instant{})});
}

class TestSignView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldIsThereForEveryVerdict_data()
    {
        QTest::addColumn<int>("verdict");
        QTest::addColumn<QString>("title");
        QTest::newRow("approve") << static_cast<int>(Verdict::Approve) << QStringLiteral("Sign and file the note");
        QTest::newRow("edited") << static_cast<int>(Verdict::ApproveEdited) << QStringLiteral("Sign and file the note");
        QTest::newRow("reject") << static_cast<int>(Verdict::Reject) << QStringLiteral("Sign the rejection");
        QTest::newRow("return") << static_cast<int>(Verdict::Return) << QStringLiteral("Sign and return the draft");
        QTest::newRow("respond") << static_cast<int>(Verdict::Respond) << QStringLiteral("Sign and send the answer");
        QTest::newRow("escalate") << static_cast<int>(Verdict::Escalate) << QStringLiteral("Sign and hand on");
        QTest::newRow("cosign") << static_cast<int>(Verdict::Cosign) << QStringLiteral("Co-sign");
    }
    void everyFieldIsThereForEveryVerdict()
    {
        QFETCH(int, verdict);
        QFETCH(QString, title);
        const SignView view = describe(static_cast<Verdict>(verdict));
        QCOMPARE(view.title, title);
        QCOMPARE(view.button, title);
        QCOMPARE(view.patient.name, QStringLiteral("RIVERA, Rachel"));
        QCOMPARE(view.item, QStringLiteral("Visit note: knee · item item-1, revision 1 · digest 111111111111"));
        QCOMPARE(view.signer, QStringLiteral("Dr Ife Adeyemi, MD · Clinician"));
        const QString time = QString(view.time).replace(QChar(0x00A0), QLatin1Char(' '));
        QVERIFY(time.contains(QStringLiteral("02 Nov 2026")) && time.contains(QStringLiteral("UTC")));
        QVERIFY(!view.meaning.isEmpty() && !view.legal.isEmpty() && !view.verdict.isEmpty());
        QVERIFY(!view.contentTitle.isEmpty());
        QCOMPARE(view.comment, QStringLiteral("a comment"));
    }

    void theWordsAreThoseOfTheDraft()
    {
        QStringList words;
        for (const TextBlock &block : *describe(Verdict::Approve).content.blocks)
            words << block.text;
        QCOMPARE(words, (QStringList{QStringLiteral("History"), QStringLiteral("Her left knee hurts."),
                                     QStringLiteral("She denies fever."), QStringLiteral("She takes Effexor 75 mg."),
                                     QStringLiteral("Plan"), QStringLiteral("Continue Effexor.")}));
    }

    void editsAreShownAsDifference()
    {
        const SignView view = describe(Verdict::ApproveEdited, {}, "Her right knee hurts.");
        QCOMPARE(view.content.marks.size(), std::size_t{2});
        QVERIFY(view.contentTitle.contains(QLatin1Char('1')));
    }

    void reasonsAreInWords()
    {
        const SignView view =
            describe(Verdict::Reject, {{"N08", domain::StatementId{"st1"}, domain::Harm::Critical}, {"N01", {}, {}}});
        QCOMPARE(view.reasons.size(), 2);
        QVERIFY(view.reasons[0].startsWith(QStringLiteral("N08 Wrong side or site")));
        QVERIFY(view.reasons[0].endsWith(QStringLiteral("\u201cHer left knee hurts.\u201d"))); // no number
        QCOMPARE(view.reasons[1], QStringLiteral("N01 Made up"));
    }
};

} // namespace

QTEST_GUILESS_MAIN(TestSignView)
#include "test_sign_view.moc"
