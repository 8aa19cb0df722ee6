// The order of the queue, its filters and search, and that nothing moves under the hand.
#include "tests/ui/queue_rows.hpp"

#include "ui/presenters/saved_views.hpp"

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

// Groups as [name members], items by id.
QString placesOf(const QueueList &list)
{
    QStringList out;
    for (int place = 0; place < list.count(); ++place) {
        const bool isGroup = list.isGroup(place);
        const QueueGroupLine group = isGroup ? list.group(place, queueNow) : QueueGroupLine{};
        out << (isGroup ? u"[%1 %2]"_s.arg(group.name).arg(group.members)
                        : QString::fromStdString(list.item(place).id.text()));
    }
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
        list.arrange({.filter = {}, .order = static_cast<QueueOrder>(order)}, queueNow);
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
        list.arrange({.filter = filter}, queueNow);
        QCOMPARE(ids(list), expected);
    }

    void groups()
    {
        QueueList list = listOf(mixed());
        list.arrange({.filter = {}, .order = QueueOrder::Urgency, .grouping = QueueGrouping::Workflow}, queueNow);
        // the group with the most urgent member stands first, its members in their own order
        QCOMPARE(placesOf(list), u"[Clinical documentation 4] over-high soon-low calm-critical calm-low "
                                 "[Prior authorization 1] auth"_s);
        QVERIFY(!list.isOpen(0));
        QVERIFY(list.isOpen(1));
        list.fold(0, true);
        QCOMPARE(placesOf(list), u"[Clinical documentation 4] [Prior authorization 1] auth"_s);
        QVERIFY(list.group(0, queueNow).isFolded);
        QCOMPARE(list.placeOf(domain::ItemId("soon-low")), -1);
        QCOMPARE(list.placeOf(domain::ItemId("auth")), 2);
        list.arrange({.filter = {}, .order = QueueOrder::Tier, .grouping = QueueGrouping::Workflow}, queueNow);
        QVERIFY(list.group(0, queueNow).isFolded); // stays folded in a new order
        list.fold(0, false);
        QCOMPARE(list.placeOf(domain::ItemId("calm-critical")), 1);
    }

    // By id, not by name: two patients of one name never share a group.
    void groupsByPatient()
    {
        const auto of = [](const char *id, const char *patient) {
            auto item = std::make_shared<domain::ItemSummary>(*row({id}));
            item->patient = domain::PatientId(patient);
            return desk::QueueRow(item);
        };
        QueueList list = listOf({of("a", "p1"), of("b", "p2"), of("c", "p1")});
        list.arrange({.filter = {}, .order = QueueOrder::Oldest, .grouping = QueueGrouping::Patient}, queueNow);
        QCOMPARE(placesOf(list), u"[RIVERA, Rachel 2] a c [RIVERA, Rachel 1] b"_s);
        QCOMPARE(list.group(0, queueNow).detail, u"48\u00a0y \u00b7 F \u00b7 MRN 004-118"_s);
    }

    void hiddenIsCounted()
    {
        QueueList list = listOf(mixed());
        QCOMPARE(list.hidden(), 0);
        QueueFilter low;
        low.tier = Tier::Low;
        list.arrange({.filter = low}, queueNow);
        QCOMPARE(list.count(), 2);
        QCOMPARE(list.hidden(), 3); // the decided one is not hidden work
        std::vector<int> changed;
        auto rows = mixed();
        rows.push_back(row({"new-high", "X", Tier::High, 1h}));
        rows.push_back(row({"new-low", "X", Tier::Low, 1h}));
        list.take(tests::queueOf(rows), {}, queueNow, changed);
        QCOMPARE(list.hidden(), 4);
        QCOMPARE(list.waiting(), 1);
    }

    void changedSinceLookedAt()
    {
        const auto version = [](const char *id, const char *digest, const char *supersedes = "") {
            auto item = std::make_shared<domain::ItemSummary>(*row({id}));
            item->digest = domain::Digest(digest);
            item->supersedes = domain::ItemId(supersedes);
            return desk::QueueRow(item);
        };
        QueueList list = listOf({version("a", "1"), version("b", "1")});
        std::vector<int> changed;
        list.look(domain::ItemId("a"), changed);
        QVERIFY(changed.empty());
        list.take(tests::queueOf({version("a", "2"), version("b", "2"), version("c", "1", "a")}), {}, queueNow,
                  changed);
        QVERIFY(list.line(0, queueNow).isChanged);
        QCOMPARE(list.line(0, queueNow).state, u"Changed since you looked"_s);
        QVERIFY(!list.line(1, queueNow).isChanged); // never looked at
        list.arrange(QueueArrangement(list.arrangement()), queueNow);
        QVERIFY(list.line(2, queueNow).isChanged); // replaces what was looked at
        changed.clear();
        list.look(domain::ItemId("a"), changed);
        QCOMPARE(changed, std::vector<int>{0});
        QVERIFY(!list.line(0, queueNow).isChanged);
    }

    void theNextOnes()
    {
        QueueList list = listOf(mixed());
        const auto next = [&](const char *item, std::size_t atMost) {
            QStringList out;
            for (const auto &id : list.openAfter(list.placeOf(domain::ItemId(item)), atMost))
                out << QString::fromStdString(id.text());
            return out.join(u' ');
        };
        QCOMPARE(next("over-high", 3), u"soon-low calm-critical auth"_s);
        QCOMPARE(next("auth", 3), u"calm-low over-high soon-low"_s);
        QCOMPARE(next("auth", 9), u"calm-low over-high soon-low calm-critical"_s); // itself never
        QCOMPARE(next("nobody", 1), u"over-high"_s);
        QCOMPARE(QueueList().openAfter(-1, 3).size(), 0U);
    }

    void viewsAreKeptWithoutNames()
    {
        QueueArrangement view{.filter = {}, .order = QueueOrder::Tier, .grouping = QueueGrouping::Agent};
        view.filter.tier = Tier::High;
        view.filter.workflow = domain::WorkflowId("prior-authorization");
        view.filter.search = u"Rivera"_s;
        SavedViews views;
        keep(views, view);
        keep(views, view);
        QCOMPARE(views.size(), 1U);
        QVERIFY(contains(views, view));
        const QByteArray json = toJson(views);
        QVERIFY2(!json.contains("Rivera"), json.constData());
        QCOMPARE(savedViewsFrom(json), views);
        QCOMPARE(nameOf(views[0]),
                 u"High \u00b7 Prior authorization \u00b7 Grouped by agent \u00b7 Highest tier first"_s);
        QCOMPARE(nameOf({}), u"Everything open"_s);
        drop(views, view);
        QVERIFY(views.empty());
        QVERIFY(savedViewsFrom("nonsense").empty());
        QVERIFY(savedViewsFrom(R"([{"scope":"sideways","order":"tier","grouping":"none"},7,[]])").empty());
        for (int i = 0; i < 30; ++i) {
            view.filter.workflow = domain::WorkflowId(std::to_string(i));
            keep(views, view);
        }
        QCOMPARE(views.size(), savedViewsMax);
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
        list.arrange(QueueArrangement(list.arrangement()), queueNow);
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
        list.arrange(QueueArrangement(list.arrangement()), queueNow);
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
            int visible = 0;
            for (int place = 0; place < list.count(); ++place)
                visible += list.isOpen(place) ? 1 : 0;
            QCOMPARE(visible + list.hidden() + list.waiting(), static_cast<int>(rows.size())); // R-663
            if (step % 7 == 0) {
                list.arrange({.filter = {}, .order = QueueOrder::Oldest}, queueNow);
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

    void twoClocks()
    {
        const auto when = [](milliseconds due) { return describe(*row({"a", "R", Tier::Low, due}), {}, queueNow); };
        QCOMPARE(when(2h).when, u"2\u00a0h left"_s);
        QCOMPARE(when(2h).urgency, Urgency::Soon);
        QCOMPARE(when(8h).urgency, Urgency::Calm);
        QCOMPARE(when(-5min).when, u"5\u00a0min over"_s);
        QCOMPARE(when(-5min).urgency, Urgency::Over);
        QCOMPARE(when(30h).when, u"30\u00a0h left"_s);
        QCOMPARE(when(30h).age, u"waits 1\u00a0h"_s);
    }
};

QTEST_GUILESS_MAIN(TestQueueList)
#include "test_queue_list.moc"
