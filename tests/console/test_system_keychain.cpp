// The system's keychain where there is none, and where it does not answer in time: never Found, never for ever.
#include "app/console/system_keychain.hpp"

#include <QTest>

using namespace countersign;
using ports::KeychainState;

class TestSystemKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); }

    void withoutABusNothingIsFoundAndNothingIsKept()
    {
        console::SystemKeychain keychain;
        QVERIFY(keychain.keep("device-secret-test", asBytes("secret")) != KeychainState::Found);
        QVERIFY(keychain.read("device-secret-test").state != KeychainState::Found);
        keychain.keepLater("high-water-test", "1");
        keychain.keepLater("high-water-test", "2");
        keychain.forget("device-secret-test");
    }

    void anAnswerThatIsLateIsNone()
    {
        console::SystemKeychain keychain(std::chrono::milliseconds(0));
        QCOMPARE(keychain.read("device-secret-test").state, KeychainState::Unreadable);
        QCOMPARE(keychain.keep("device-secret-test", asBytes("secret")), KeychainState::Unreadable);
    }
};

QTEST_GUILESS_MAIN(TestSystemKeychain)
#include "test_system_keychain.moc"
