// The wire against a real server on loopback: whom it trusts, what it bounds, and that each connection ends once.
#include "app/console/qt_wire.hpp"
#include "core/protocol/limits.hpp"

#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QPointer>
#include <QtNetwork/QSslCertificate>
#include <QtNetwork/QSslConfiguration>
#include <QtNetwork/QSslKey>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QTest>
#include <QtWebSockets/QWebSocket>
#include <QtWebSockets/QWebSocketServer>

#include <mutex>
#include <vector>

using namespace countersign;
using console::QtWire;
using Cause = ports::WireClosed::Cause;

namespace
{

const auto certificates = std::string(COUNTERSIGN_SOURCE_DIR) + "/tests/console/certificates/";

QByteArray contentOf(const std::string &name)
{
    QFile file(QString::fromStdString(certificates + name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// What the wire told, from its thread.
class Ear
{
public:
    QtWire::Tell tell()
    {
        return [this](ports::WireEvent event) {
            const std::scoped_lock lock(mutex_);
            events_.push_back(std::move(event));
        };
    }
    [[nodiscard]] std::vector<ports::WireEvent> events() const
    {
        const std::scoped_lock lock(mutex_);
        return events_;
    }
    template <class Wanted>
    [[nodiscard]] std::size_t count() const
    {
        const auto all = events();
        return static_cast<std::size_t>(
            std::ranges::count_if(all, [](const auto &event) { return std::holds_alternative<Wanted>(event); }));
    }
    [[nodiscard]] bool isOpen() const { return count<ports::WireOpened>() == 1; }
    [[nodiscard]] bool isClosed() const { return count<ports::WireClosed>() == 1; }
    [[nodiscard]] Cause cause() const { return std::get<ports::WireClosed>(events().back()).cause; }

private:
    mutable std::mutex mutex_;
    std::vector<ports::WireEvent> events_;
};

class Server
{
public:
    explicit Server(const std::string &certificate = "here", QSsl::SslProtocol protocol = QSsl::TlsV1_3OrLater,
                    const QString &subprotocol = QStringLiteral("countersign.v1"))
        : server_(QStringLiteral("test"), QWebSocketServer::SecureMode)
    {
        auto configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(QSslCertificate(contentOf(certificate + ".pem")));
        configuration.setPrivateKey(QSslKey(contentOf(certificate + ".key"), QSsl::Ec));
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
        configuration.setProtocol(protocol);
        server_.setSslConfiguration(configuration);
        server_.setSupportedSubprotocols({subprotocol});
        server_.listen(QHostAddress::LocalHost);
        QObject::connect(&server_, &QWebSocketServer::newConnection, &server_, [this] {
            socket.reset(server_.nextPendingConnection());
            QObject::connect(socket.get(), &QWebSocket::textMessageReceived, socket.get(),
                             [this](const QString &text) { heard.push_back(text); });
        });
    }
    [[nodiscard]] QUrl address() const
    {
        return QUrl(QStringLiteral("wss://127.0.0.1:%1/v1/stream").arg(server_.serverPort()));
    }

    std::unique_ptr<QWebSocket> socket;
    std::vector<QString> heard;

private:
    QWebSocketServer server_;
};

} // namespace

class TestQtWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void carriesFramesInTheirOrder();
    void trustsOneAuthorityAndOneName_data();
    void trustsOneAuthorityAndOneName();
    void saysWhenNobodyIsThere();
    void refusesWhatIsTooLarge();
    void refusesAnotherSubprotocol();
    void takesNoMoreThanItsBound();
    void endsOnceAndOpensAgain();
    void leavesInTimeWhateverTheOtherSideDoes();
};

void TestQtWire::carriesFramesInTheirOrder()
{
    Ear ear;
    Server server;
    QtWire wire(server.address(), certificates + "authority.pem", ear.tell());
    wire.connect();
    QTRY_VERIFY(ear.isOpen());
    QTRY_VERIFY(server.socket != nullptr);
    for (int i = 0; i < 200; ++i)
        QVERIFY(wire.send("frame " + std::to_string(i) + " äöü \xf0\x9f\xa9\xba"));
    QTRY_COMPARE(server.heard.size(), std::size_t{200});
    for (int i = 0; i < 200; ++i)
        QCOMPARE(server.heard[static_cast<std::size_t>(i)], QStringLiteral("frame %1 äöü 🩺").arg(i));
    server.socket->sendTextMessage(QStringLiteral("grüß dich"));
    QTRY_COMPARE(ear.count<ports::WireText>(), std::size_t{1});
    QCOMPARE(std::get<ports::WireText>(ear.events().back()).text, std::string("grüß dich"));
    wire.close();
    QTRY_VERIFY(ear.isClosed());
    QCOMPARE(ear.cause(), Cause::Closed);
}

void TestQtWire::trustsOneAuthorityAndOneName_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("authority");
    QTest::addColumn<int>("protocol");
    QTest::newRow("another authority") << "here" << "stranger.pem" << int(QSsl::TlsV1_3OrLater);
    QTest::newRow("another host's name") << "elsewhere" << "authority.pem" << int(QSsl::TlsV1_3OrLater);
    QTest::newRow("the system's authorities") << "here" << "" << int(QSsl::TlsV1_3OrLater);
    QTest::newRow("an older TLS") << "here" << "authority.pem" << int(QSsl::TlsV1_2);
    QTest::newRow("no such file") << "here" << "missing.pem" << int(QSsl::TlsV1_3OrLater);
    QTest::newRow("no certificate in it") << "here" << "README.md" << int(QSsl::TlsV1_3OrLater);
}

void TestQtWire::trustsOneAuthorityAndOneName()
{
    QFETCH(QString, certificate);
    QFETCH(QString, authority);
    QFETCH(int, protocol);
    Ear ear;
    Server server(certificate.toStdString(), static_cast<QSsl::SslProtocol>(protocol));
    const auto file = authority.isEmpty() ? std::string() : certificates + authority.toStdString();
    QtWire wire(server.address(), file, ear.tell());
    wire.connect();
    QTRY_VERIFY(ear.isClosed());
    QVERIFY(!ear.isOpen());
    QCOMPARE(ear.cause(), Cause::CertificateRefused);
}

void TestQtWire::saysWhenNobodyIsThere()
{
    Ear ear;
    QTcpServer gone;
    gone.listen(QHostAddress::LocalHost);
    const auto port = gone.serverPort();
    gone.close();
    QtWire wire(QUrl(QStringLiteral("wss://127.0.0.1:%1/").arg(port)), certificates + "authority.pem", ear.tell());
    wire.connect();
    QTRY_VERIFY(ear.isClosed());
    QCOMPARE(ear.cause(), Cause::Unreachable);
}

void TestQtWire::refusesWhatIsTooLarge()
{
    Ear ear;
    Server server;
    QtWire wire(server.address(), certificates + "authority.pem", ear.tell());
    wire.connect();
    QTRY_VERIFY(ear.isOpen());
    server.socket->sendTextMessage(QString(int(protocol::limits::messageBytesMax), QLatin1Char('x')));
    QTRY_COMPARE(ear.count<ports::WireText>(), std::size_t{1});
    server.socket->sendTextMessage(QString(int(protocol::limits::messageBytesMax) + 1, QLatin1Char('x')));
    QTRY_VERIFY(ear.isClosed());
    QCOMPARE(ear.cause(), Cause::TooLarge);
    QCOMPARE(ear.count<ports::WireText>(), std::size_t{1});
}

void TestQtWire::refusesAnotherSubprotocol()
{
    Ear ear;
    Server server("here", QSsl::TlsV1_3OrLater, QStringLiteral("other.v9"));
    QtWire wire(server.address(), certificates + "authority.pem", ear.tell());
    wire.connect();
    QTRY_VERIFY(ear.isClosed());
    QVERIFY(!ear.isOpen());
}

void TestQtWire::takesNoMoreThanItsBound()
{
    Ear ear;
    Server server;
    QtWire wire(server.address(), certificates + "authority.pem", ear.tell());
    wire.connect();
    QTRY_VERIFY(ear.isOpen());
    const std::string frame(protocol::limits::messageBytesMax, 'x');
    std::size_t taken = 0;
    while (taken < 200 && wire.send(frame)) // the server does not read meanwhile: its loop stands still
        ++taken;
    QVERIFY(taken >= 8);
    QVERIFY(taken < 200);
    QTRY_COMPARE_WITH_TIMEOUT(server.heard.size(), taken, 30'000);
    QTRY_VERIFY(wire.send(frame)); // what has left makes room
}

void TestQtWire::endsOnceAndOpensAgain()
{
    Ear ear;
    Server server;
    QtWire wire(server.address(), certificates + "authority.pem", ear.tell());
    for (std::size_t round = 1; round <= 3; ++round) {
        wire.connect();
        QTRY_COMPARE(ear.count<ports::WireOpened>(), round);
        QTRY_VERIFY(server.socket != nullptr);
        if (round % 2 == 1)
            wire.close();
        else
            server.socket->abort();
        QTRY_COMPARE(ear.count<ports::WireClosed>(), round);
        wire.close(); // again: nothing more to say
        server.socket.reset();
    }
    QCOMPARE(ear.events().size(), std::size_t{6});
}

void TestQtWire::leavesInTimeWhateverTheOtherSideDoes()
{
    Ear ear;
    QTcpServer mute; // takes the connection and never says a word
    mute.listen(QHostAddress::LocalHost);
    QElapsedTimer timer;
    {
        QtWire wire(QUrl(QStringLiteral("wss://127.0.0.1:%1/").arg(mute.serverPort())), certificates + "authority.pem",
                    ear.tell());
        wire.connect();
        QTRY_VERIFY(mute.hasPendingConnections());
        timer.start();
    }
    QVERIFY(timer.elapsed() < 3000);
}

QTEST_GUILESS_MAIN(TestQtWire)
#include "test_qt_wire.moc"
