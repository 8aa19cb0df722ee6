// The desk as the window holds it: its door, its nudges, and its end, which waits for nobody.
#include "app/console/console_desk.hpp"
#include "tests/console/folder.hpp"

#include <QtCore/QElapsedTimer>
#include <QtCore/QThread>
#include <QtNetwork/QTcpServer>
#include <QtTest/QTest>

using namespace countersign;

namespace
{

desk::Password word(std::string_view text)
{
    return std::make_shared<SecretBytes>(SecretBytes::copyOf(asBytes(text)));
}

std::unique_ptr<console::ConsoleDesk> deskAt(const std::string &url, const support::Folder &folder)
{
    return console::makeConsoleDesk(
        {.gatewayUrl = url, .caFile = {}, .profileDir = folder.path(), .deviceName = "Test desk"});
}

} // namespace

class TestConsoleDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isMadeForAGatewayOnly();
    void answersOnTheGuiThread();
    void endsInTime_data();
    void endsInTime();
    void nudgesNobodyWhoLeft();
};

void TestConsoleDesk::isMadeForAGatewayOnly()
{
    const support::Folder folder;
    QVERIFY(!deskAt("http://gateway.example", folder));
    QVERIFY(!deskAt("nonsense", folder));
    QVERIFY(deskAt("https://gateway.example", folder) != nullptr);
    const auto blocked = console::makeConsoleDesk(
        {.gatewayUrl = "https://gateway.example", .caFile = {}, .profileDir = "/proc/nowhere", .deviceName = {}});
    QVERIFY(!blocked);
}

void TestConsoleDesk::answersOnTheGuiThread()
{
    const support::Folder folder;
    const auto desk = deskAt("https://127.0.0.1:1", folder);
    QVERIFY(desk->latest()->session.state == desk::SessionState::SignedOut);
    int nudges = 0;
    const auto subscription = desk->subscribe([&] {
        QCOMPARE(QThread::currentThread(), thread());
        ++nudges;
    });
    desk->submit({7, desk::SignIn{domain::ReviewerId{"mara"}, word("correct horse")}});
    QTRY_VERIFY(!desk->latest()->replies.empty());
    const auto reply = desk->latest()->replies.back();
    QCOMPARE(reply.command, std::uint64_t{7});
    QVERIFY(reply.refusal.has_value());
    QVERIFY(reply.refusal->code == domain::RefusalCode::Offline);
    QTRY_VERIFY(nudges > 0);
}

void TestConsoleDesk::endsInTime_data()
{
    QTest::addColumn<bool>("isAsked");
    QTest::newRow("nothing was asked") << false;
    QTest::newRow("a sign-in waits for a gateway that says nothing") << true;
}

void TestConsoleDesk::endsInTime()
{
    QFETCH(bool, isAsked);
    const support::Folder folder;
    QTcpServer mute;
    mute.listen(QHostAddress::LocalHost);
    auto desk = deskAt("https://127.0.0.1:" + std::to_string(mute.serverPort()), folder);
    if (isAsked) {
        desk->submit({1, desk::SignIn{domain::ReviewerId{"mara"}, word("correct horse")}});
        QTRY_VERIFY(mute.hasPendingConnections());
    }
    QElapsedTimer timer;
    timer.start();
    desk.reset();
    QVERIFY(timer.elapsed() < 3000);
}

void TestConsoleDesk::nudgesNobodyWhoLeft()
{
    const support::Folder folder;
    const auto desk = deskAt("https://127.0.0.1:1", folder);
    bool wasNudged = false;
    {
        const auto subscription = desk->subscribe([&] { wasNudged = true; });
        desk->submit({1, desk::Lock{}});
    }
    bool isServed = false;
    const auto other = desk->subscribe([&] { isServed = true; });
    QTRY_VERIFY(isServed);
    QVERIFY(!wasNudged);
}

QTEST_GUILESS_MAIN(TestConsoleDesk)
#include "test_console_desk.moc"
