// The console's threads: nothing runs on them before all that it may touch is there.
#include "app/console/bridge.hpp"

#include <QtCore/QCoreApplication>
#include <QtTest/QtTest>

#include <atomic>
#include <vector>

using namespace countersign::console;

class TestBridge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void workWaitsForTheStart();
    void whatWasPostedIsFinished();
    void workAfterTheStopIsDropped();
    void oneThatNeverStartedEnds();
};

void TestBridge::workWaitsForTheStart()
{
    constexpr int many = 20'000; // a thread that should not be there would come to the first before the last is posted
    std::atomic<bool> isBuilt{false};
    std::atomic<int> early{0}, done{0};
    const auto work = [&] {
        early += isBuilt ? 0 : 1;
        ++done;
    };
    Bridge bridge([] {});
    for (int i = 0; i < many; ++i) {
        bridge.toEngine(work);
        bridge.toStore(work);
    }
    isBuilt = true;
    bridge.start();
    QTRY_COMPARE(done.load(), 2 * many);
    QCOMPARE(early.load(), 0);
}

void TestBridge::whatWasPostedIsFinished()
{
    std::vector<int> order; // the engine thread's until it has ended
    int idle = 0;
    {
        Bridge bridge([&] { ++idle; });
        for (int i = 0; i < 3; ++i)
            bridge.toEngine([&, i] { order.push_back(i); });
        bridge.start();
        bridge.stop();
    }
    QCOMPARE(order, (std::vector{0, 1, 2}));
    QVERIFY(idle > 0);
}

void TestBridge::workAfterTheStopIsDropped()
{
    std::atomic<bool> isDone{false};
    Bridge bridge([] {});
    bridge.start();
    bridge.stop();
    bridge.toEngine([&] { isDone = true; });
    QVERIFY(!isDone);
}

void TestBridge::oneThatNeverStartedEnds()
{
    std::atomic<bool> isDone{false};
    {
        Bridge bridge([] {});
        bridge.toEngine([&] { isDone = true; });
    }
    QVERIFY(!isDone);
}

QTEST_GUILESS_MAIN(TestBridge)
#include "test_bridge.moc"
