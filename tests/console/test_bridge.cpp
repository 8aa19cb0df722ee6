// The console's threads: nothing runs on them before all that it may touch is there.
#include "app/console/bridge.hpp"

#include <QtCore/QCoreApplication>
#include <QtTest/QtTest>

#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

using namespace countersign::console;
using namespace std::chrono_literals;

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
    std::atomic<int> done{0};
    Bridge bridge([] {});
    bridge.toEngine([&] { ++done; });
    bridge.toStore([&] { ++done; });
    std::this_thread::sleep_for(50ms); // time enough for a thread that should not be there
    QCOMPARE(done.load(), 0);
    bridge.start();
    QTRY_COMPARE(done.load(), 2);
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
