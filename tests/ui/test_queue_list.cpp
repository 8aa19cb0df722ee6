// The order of the queue, its filters and search, and that nothing moves under the hand.
#include "tests/ui/queue_rows.hpp"

#include "ui/presenters/queue_list.hpp"

#include <QTest>

using namespace countersign;
using namespace countersign::presenters;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using domain::ItemState;
using domain::Tier;
using tests::queueNow;
using tests::row;

namespace
{

QString ids(const QueueList &list)
{
    QStringList out;
    for (int place = 0; place < list.count(); ++place)
        out << QString::fromStdString(list.item(place).id.text());
    return out.join(u' ');
}

QueueList listOf(std::vector<desk::QueueRow> rows, OwnStandings own = {})
{
    QueueList list;
    std::vector<int> changed;
    list.take(tests::queueOf(std::move(rows)), std::move(own), queueNow, changed);
    return list;
}

const std::vector<desk::QueueRow> &mixed()
{
    static const std::vector<desk::QueueRow> rows = {
        row({"calm-low", "Adams", Tier::Low, 72h}),
        row({"soon-low", "Baker", Tier::Low, 2h}),
        row({"calm-critical", "Chen", Tier::Critical, 60h}),
        row({"over-high", "Dubois", Tier::High, -10min}),
        row({"decided", "Ekström", Tier::High, 1h, ItemState::Released}),
        row({"auth", "Nguyễn", Tier::Moderate, 30h, ItemState::Waiting, "prior-authorization", 3h}),
    };
    return rows;
}

} // namespace

class TestQueueList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ordersByWhatWasAsked_data()
    {
        QTest::addColumn<int>("order");
        QTest::addColumn<QString>("expected");
        const auto is = [](QueueOrder order) { return static_cast<int>(order); };
        QTest::newRow("urgency") << is(QueueOrder::Urgency) << u"over-high soon-low calm-critical auth calm-low"_s;
        QTest::newRow("tier") << is(QueueOrder::Tier) << u"calm-critical over-high auth soon-low calm-low"_s;
        QTest::newRow("oldest") << is(QueueOrder::Oldest) << u"auth calm-low soon-low calm-critical over-high"_s;
        QTest::newRow("newest") << is(QueueOrder::Newest) << u"calm-low soon-low calm-critical over-high auth"_s;
        QTest::newRow("patient") << is(QueueOrder::Patient) << u"calm-low soon-low calm-critical over-high auth"_s;
    }
    void ordersByWhatWasAsked()
    {
        QFETCH(int, order);
        QFETCH(QString, expected);
        QueueList list = listOf(mixed());
        list.arrange({}, static_cast<QueueOrder>(order), queueNow);
        QCOMPARE(ids(list), expected);
    }

    void filters_data()
    {
        QTest::addColumn<QueueFilter>("filter");
        QTest::addColumn<QString>("expected");
        const auto with = [](auto set) {
            QueueFilter filter;
            set(filter);
            return filter;
        };
        const auto words = [&](const QString &search) { return with([&](QueueFilter &f) { f.search = search; }); };
        QTest::newRow("open") << QueueFilter{} << u"over-high soon-low calm-critical auth calm-low"_s;
        QTest::newRow("decided") << with([](QueueFilter &f) { f.scope = QueueScope::Decided; }) << u"decided"_s;
        QTest::newRow("tier") << with([](QueueFilter &f) { f.tier = Tier::Low; }) << u"soon-low calm-low"_s;
        QTest::newRow("workflow") << with([](QueueFilter &f) {
            f.workflow = domain::WorkflowId("prior-authorization");
        }) << u"auth"_s;
        QTest::newRow("name") << words(u"chen"_s) << u"calm-critical"_s;
        QTest::newRow("name without its accents") << words(u"NGUYEN"_s) << u"auth"_s;
        QTest::newRow("two words in any order") << words(u"note  dub"_s) << u"over-high"_s;
        QTest::newRow("record number, one tier") << with([](QueueFilter &f) {
            f.tier = Tier::Critical;
            f.search = u"004-118"_s;
        }) << u"calm-critical"_s;
        QTest::newRow("nothing") << words(u"zzz"_s) << QString();
        QTest::newRow("not across rows") << words(u"low baker"_s) << u"soon-low"_s;
    }
    void filters()
    {
        QFETCH(QueueFilter, filter);
        QFETCH(QString, expected);
        QueueList list = listOf(mixed());
        list.arrange(filter, QueueOrder::Urgency, queueNow);
        QCOMPARE(ids(list), expected);
    }

    void whatArrivesWaits()
    {
        QueueList list = listOf({row({"a"}), row({"b"})});
        std::vector<int> changed;
        const auto rows = tests::queueOf({row({"a"}), row({"b"}), row({"urgent", "X", Tier::Critical, 1min}),
                                          row({"gone", "X", Tier::Low, 1h, ItemState::Withdrawn})});
        QVERIFY(!list.take(rows, {}, queueNow, changed));
        QCOMPARE(ids(list), u"a b"_s);
        QCOMPARE(list.waiting(), 1); // the withdrawn one does not fit the filter
        list.arrange(list.filter(), list.order(), queueNow);
        QCOMPARE(ids(list), u"urgent a b"_s);
        QCOMPARE(list.waiting(), 0);
    }

    void whatChangesStays()
    {
        const auto a = row({"a"});
        QueueList list = listOf({a, row({"b"})});
        std::vector<int> changed;
        const auto next = tests::queueOf({a, row({"b", "Rivera", Tier::Critical, 1min})});
        QVERIFY(!list.take(next, {}, queueNow, changed));
        QCOMPARE(changed, std::vector<int>{1});
        QCOMPARE(ids(list), u"a b"_s);
        QVERIFY(list.line(1, queueNow).tier.isHighest);
    }

    void whatLeavesIsMarked()
    {
        const auto a = row({"a"});
        const auto c = row({"c"});
        QueueList list = listOf({a, row({"b"}), c});
        std::vector<int> changed;
        QVERIFY(!list.take(tests::queueOf({a, c, row({"d"})}), {}, queueNow, changed));
        QCOMPARE(changed, std::vector<int>{1});
        QCOMPARE(ids(list), u"a b c"_s);
        QVERIFY(!list.line(1, queueNow).isOpen);
        QVERIFY(!list.isOpen(1));
        QCOMPARE(list.openCount(), 3);
        QCOMPARE(list.waiting(), 1);
        list.arrange(list.filter(), list.order(), queueNow);
        QCOMPARE(ids(list), u"a c d"_s);
        QCOMPARE(list.total(), 3);
    }

    void ownDecisionShowsWhereItStands()
    {
        const auto a = row({"a"});
        QueueList list = listOf({a});
        std::vector<int> changed;
        list.take(tests::queueOf({a}), {{domain::ItemId("a"), domain::Standing::Stored}}, queueNow, changed);
        QCOMPARE(changed, std::vector<int>{0});
        QCOMPARE(list.line(0, queueNow).state, u"Stored"_s);
        QVERIFY(!list.line(0, queueNow).isOpen);
        QCOMPARE(list.openCount(), 0);
    }

    // Any sequence of snapshots: no row is lost, none is shown twice, and counts agree.
    void nothingIsLost()
    {
        std::vector<desk::QueueRow> rows;
        QueueList list = listOf({row({"first"})});
        rows.push_back(row({"first"}));
        unsigned dice = 1;
        for (int step = 0; step < 300; ++step) {
            dice = dice * 1103515245U + 12345U;
            const unsigned roll = dice >> 16;
            if (roll % 3 == 0 && rows.size() > 1)
                rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(roll / 3 % rows.size()));
            else if (roll % 3 == 1)
                rows[roll / 3 % rows.size()] = row({rows[roll / 3 % rows.size()]->id.text().c_str(), "Changed"});
            else
                rows.push_back(row({("r" + std::to_string(step)).c_str()}));
            std::vector<int> changed;
            list.take(tests::queueOf(rows), {}, queueNow, changed);
            for (const int place : changed)
                QVERIFY(place >= 0 && place < list.count());
            QCOMPARE(list.openCount(), static_cast<int>(rows.size()));
            if (step % 7 == 0) {
                list.arrange({}, QueueOrder::Oldest, queueNow);
                QCOMPARE(list.count(), static_cast<int>(rows.size()));
                for (const auto &one : rows)
                    QVERIFY(list.placeOf(one->id) >= 0);
            }
        }
    }

    // More rows than are put in order at first: the rest is, as soon as anybody looks.
    void aLongQueueIsInOrderWhereverOneLooks()
    {
        constexpr int many = 5000;
        std::vector<desk::QueueRow> rows;
        for (int i = 0; i < many; ++i)
            rows.push_back(row({std::to_string(i).c_str(), "R", Tier::Low, std::chrono::minutes(i * 7919 % many)}));
        for (const int first : {many - 1, 1500, 0}) {
            QueueList list = listOf(rows);
            QCOMPARE(list.item(first).dueAt.value(), queueNow + std::chrono::minutes(first));
            for (int place = 0; place < many; ++place) {
                QCOMPARE(list.item(place).dueAt.value(), queueNow + std::chrono::minutes(place));
                QCOMPARE(list.placeOf(list.item(place).id), place);
                place += 98;
            }
        }
        QueueList list = listOf(rows);
        std::vector<int> changed;
        rows[0] = row({"0", "R", Tier::Critical, -9h}); // sooner than all, and still where it was
        list.take(tests::queueOf(rows), {}, queueNow, changed);
        QCOMPARE(changed, std::vector<int>{0});
        QCOMPARE(list.placeOf(domain::ItemId("0")), 0);
        QCOMPARE(list.item(4000).dueAt.value(), queueNow + std::chrono::minutes(4000));
    }

    void timeLeftNotAge()
    {
        const auto when = [](milliseconds due) { return describe(*row({"a", "R", Tier::Low, due}), {}, queueNow); };
        QCOMPARE(when(2h).when, u"2\u00a0h left"_s);
        QCOMPARE(when(2h).urgency, Urgency::Soon);
        QCOMPARE(when(8h).urgency, Urgency::Calm);
        QCOMPARE(when(-5min).when, u"5\u00a0min over"_s);
        QCOMPARE(when(-5min).urgency, Urgency::Over);
        QCOMPARE(when(30h).when, u"1\u00a0h ago"_s);
    }
};

QTEST_GUILESS_MAIN(TestQueueList)
#include "test_queue_list.moc"
