// The basis of a draft: what is stated stands there, what is not is said to be missing, in the order of the steps.
#include "tests/ui/review_fixture.hpp"

#include "ui/presenters/basis_page.hpp"

#include <QTest>

using namespace countersign;
using namespace countersign::presenters;

namespace
{

QString textOf(const desk::OpenItemView &open)
{
    QStringList lines;
    const TextPage page = describeBasis(open);
    for (const TextBlock &block : *page.blocks)
        lines << (block.label.isEmpty() ? block.text : block.label + QStringLiteral(": ") + block.text);
    return lines.join(QLatin1Char('\n'));
}

class TestBasisPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsStatedStandsThere()
    {
        auto item = tests::sampleItem();
        item->policy = {"clinic", "3", {}};
        item->proposal.trace.push_back({.seq = 1,
                                        .at = Instant{},
                                        .tool = "read_chart",
                                        .purpose = "allergies",
                                        .kind = domain::TraceStep::Kind::Read,
                                        .inputDigest = {},
                                        .outputDigest = {},
                                        .sourceIds = {},
                                        .phi = domain::TraceStep::PhiShare::Minimum,
                                        .status = domain::TraceStep::Status::Error,
                                        .agent = {}});
        item->proposal.uncertainty.push_back({"The dose was hard to hear.", {}});
        auto open = tests::opened(item);
        open->tierRules = {"policy", "irreversible"};
        const QString text = textOf(*open);
        for (const char *const part :
             {"scribe", "2.1", "Model: m", "2 of 3 sources", "Referral fax", "not read", "illegible", "read_chart",
              "allergies", "The dose was hard to hear.", "the policy gives this kind", "cannot be undone", "version 3",
              "Files this note."})
            QVERIFY2(text.contains(QLatin1String(part)), part);
        QVERIFY(text.indexOf(QStringLiteral("Visit conversation")) < text.indexOf(QStringLiteral("Referral fax")));
    }

    void whatIsMissingIsSaidToBe()
    {
        const QString text = textOf(*tests::opened(tests::sampleItem()));
        QVERIFY(text.contains(QStringLiteral("Prompt: Not provided")));
        QVERIFY(text.contains(QStringLiteral("no record of its steps")));
        QVERIFY(text.contains(QStringLiteral("does not mean that there is none")));
    }
};

} // namespace

QTEST_GUILESS_MAIN(TestBasisPage)
#include "test_basis_page.moc"
