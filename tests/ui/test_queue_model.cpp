// The queue's model keeps the rules of item models through every change, and asks little of 100,000 rows.
#include "tests/ui/queue_rows.hpp"

#include "ui/models/history_model.hpp"
#include "ui/models/queue_model.hpp"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace countersign;
using namespace Qt::StringLiterals;
using models::QueueModel;
using tests::row;
using tests::snapshotOf;

namespace
{

presenters::Clock stillClock()
{
    return {.now = [] { return tests::queueNow; }, .elapsed = [] { return milliseconds(0); }};
}

} // namespace

class TestQueueModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheRulesOfModels()
    {
        QueueModel model(stillClock());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.take(snapshotOf({}));
        QCOMPARE(model.rowCount(), 0);
        model.take(snapshotOf({row({"a"}), row({"b"})}));
        QCOMPARE(model.rowCount(), 2);
        model.take(snapshotOf({row({"a"}), row({"b"}), row({"c"})}));
        QCOMPARE(model.rowCount(), 2);
        model.refresh();
        QCOMPARE(model.rowCount(), 3);
        presenters::QueueFilter nobody;
        nobody.search = u"nobody"_s;
        model.arrange({.filter = nobody, .order = presenters::QueueOrder::Tier});
        QCOMPARE(model.rowCount(), 0);
        model.arrange({.filter = {}, .order = presenters::QueueOrder::Patient});
        QCOMPARE(model.rowCount(), 3);
        model.tick();
    }

    void tellsOnlyWhatChanged()
    {
        QueueModel model(stillClock());
        const auto a = row({"a"});
        model.take(snapshotOf({a, row({"b"})}));
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        model.take(snapshotOf({a, row({"b", "Other"})}));
        QCOMPARE(resets.count(), 0);
        QCOMPARE(changes.count(), 1);
        QCOMPARE(changes[0][0].toModelIndex().row(), 1);
    }

    void cellsAndSpeech()
    {
        QueueModel model(stillClock());
        model.take(snapshotOf({row({"a"})}));
        const auto cell = [&](int column) { return model.index(0, column).data().toString(); };
        QCOMPARE(cell(QueueModel::PatientColumn), u"RIVERA, Rachel"_s);
        QCOMPARE(cell(QueueModel::TierColumn), u"Moderate"_s);
        QCOMPARE(cell(QueueModel::WorkflowColumn), u"Clinical documentation"_s);
        QCOMPARE(cell(QueueModel::TitleColumn), u"Visit note a"_s);
        QCOMPARE(cell(QueueModel::WhenColumn), u"5\u00a0h left"_s);
        const QString spoken = model.index(0, 0).data(Qt::AccessibleTextRole).toString();
        for (const QString &part : {u"Moderate"_s, u"RIVERA, Rachel"_s, u"MRN 004-118"_s, u"5\u00a0h left"_s})
            QVERIFY2(spoken.contains(part), qPrintable(spoken));
        for (int column = 0; column < QueueModel::ColumnCount; ++column)
            QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
    }

    void hostileTextStaysPlain()
    {
        domain::ItemSummary hostile = *row({"a"});
        hostile.title = "<img src=x>\xe2\x80\xae"
                        "evil\n\nline";
        QueueModel model(stillClock());
        model.take(snapshotOf({std::make_shared<const domain::ItemSummary>(hostile)}));
        QCOMPARE(model.index(0, QueueModel::TitleColumn).data().toString(),
                 u"<img src=x>\u27e6U+202E\u27e7evil line"_s);
    }

    void historyKeepsTheRulesOfModels()
    {
        models::HistoryModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        auto snapshot = snapshotOf({});
        auto history = std::make_shared<desk::HistoryView>();
        auto decision = std::make_shared<desk::DecisionView>();
        auto statement = std::make_shared<domain::DecisionStatement>();
        statement->verdict = domain::Verdict::Reject;
        statement->reasons = {{"N07", {}, domain::Harm::Critical}};
        statement->signer.name = "Dr Ife Adeyemi";
        statement->signedAt = "2026-11-02T08:00:00Z";
        decision->statement = statement;
        decision->patientName = domain::Phi<std::string>("Rivera, Rachel");
        history->own.push_back(decision);
        domain::ItemSummary theirs = *row({"b", "Okafor"});
        theirs.decision = domain::DecisionSummary{
            domain::DecisionId("d2"), domain::Verdict::Approve, domain::ReviewerId("x"), "Dr B", {},
            "2026-11-02T08:30:00Z"};
        history->others.push_back(std::make_shared<const domain::ItemSummary>(theirs));
        snapshot.history = history;
        model.take(snapshot);
        QCOMPARE(model.rowCount(), 2); // newest first
        QCOMPARE(model.index(0, models::HistoryModel::PersonColumn).data().toString(), u"Dr B"_s);
        QCOMPARE(model.index(1, models::HistoryModel::ReasonsColumn).data().toString(), u"Wrong patient"_s);
        model.arrange({.verdict = domain::Verdict::Reject, .reason = {}, .person = {}, .search = {}});
        QCOMPARE(model.rowCount(), 1);
        model.arrange({.verdict = {}, .reason = "N07", .person = u"Dr B"_s, .search = {}});
        QCOMPARE(model.rowCount(), 0);
        model.arrange({.verdict = {}, .reason = {}, .person = {}, .search = u"okafor"_s});
        QCOMPARE(model.rowCount(), 1);
        const auto fields = model.list().statement(0);
        QVERIFY(std::ranges::any_of(fields, [](const auto &field) { return field.value == u"Dr B"; }));
    }
};

QTEST_GUILESS_MAIN(TestQueueModel)
#include "test_queue_model.moc"
