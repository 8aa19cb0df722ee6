// From an agent's POST to the row on the screen, against a bare WebSocket echo of as many bytes and one frame of the
// same window. Real gateway over TLS, real console, real window on whatever platform Qt is given.
#include "app/console/console_desk.hpp"
#include "app/console/window/compose_window.hpp"
#include "core/crypto/self_test.hpp"
#include "tests/bench/bench_gateway.hpp"
#include "ui/style/apply.hpp"
#include "ui/text/qt_text.hpp"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>
#include <QWebSocket>
#include <QWebSocketServer>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace
{

using namespace countersign;

constexpr int sampleCount = 60;
using bench::Gateway;
using bench::password;
using bench::patienceMs;
using bench::proposal;

using Samples = std::vector<double>; // milliseconds

double median(Samples samples)
{
    std::ranges::sort(samples);
    return samples[samples.size() / 2];
}

// Runs the event loop until it is so; QTest::qWaitFor looks only every ten milliseconds, which is what is measured
// here.
template <class Condition>
bool waitUntil(Condition isSo)
{
    QElapsedTimer timer;
    timer.start();
    QTimer beat; // so that a loop without events ends too
    beat.start(100);
    while (!isSo() && timer.elapsed() < patienceMs)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return isSo();
}

QNetworkRequest agentRequest(const Gateway &gateway)
{
    QNetworkRequest request(QUrl(gateway.url() + QStringLiteral("/v1/proposals"), QUrl::StrictMode));
    QSslConfiguration trust = QSslConfiguration::defaultConfiguration();
    trust.setCaCertificates(QSslCertificate::fromPath(gateway.caFile()));
    request.setSslConfiguration(trust);
    request.setRawHeader("Authorization", "Bearer " + gateway.token());
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    return request;
}

Samples throughTheProduct(const Gateway &gateway, console::ConsoleWindow &window)
{
    Samples samples;
    QNetworkAccessManager agent;
    const auto rowCount = [&] { return window.feed().snapshot().queue->rows.size(); };
    for (int i = 0; i < sampleCount; ++i) {
        const std::size_t before = rowCount();
        QElapsedTimer timer;
        timer.start();
        QNetworkReply *reply = agent.post(agentRequest(gateway), proposal(i));
        if (!waitUntil([&] { return rowCount() > before; }))
            std::fputs("a row did not come\n", stderr);
        window.widget().repaint();
        samples.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        static_cast<void>(waitUntil([&] { return reply->isFinished(); }));
        reply->deleteLater();
    }
    return samples;
}

// QWebSocket leaves Nagle's algorithm on and offers no option: two small writes of one message would wait for the
// other side's delayed acknowledgement, and the bare side would look 40 ms slower than a socket is.
void sendAtOnce(const QObject &owner)
{
    for (auto *socket : owner.findChildren<QTcpSocket *>())
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
}

Samples throughABareSocket(console::ConsoleWindow &window)
{
    QWebSocketServer server(QStringLiteral("bare"), QWebSocketServer::NonSecureMode);
    server.listen(QHostAddress::LocalHost);
    QObject::connect(&server, &QWebSocketServer::newConnection, &server, [&server] {
        QWebSocket *socket = server.nextPendingConnection();
        sendAtOnce(*socket);
        QObject::connect(socket, &QWebSocket::textMessageReceived, socket,
                         [socket](const QString &text) { socket->sendTextMessage(text); });
    });
    QWebSocket client;
    int echoes = 0;
    QObject::connect(&client, &QWebSocket::textMessageReceived, &client, [&echoes] { ++echoes; });
    client.open(server.serverUrl());
    static_cast<void>(QTest::qWaitFor([&] { return client.state() == QAbstractSocket::ConnectedState; }, patienceMs));
    sendAtOnce(client);
    Samples samples;
    for (int i = 0; i < sampleCount; ++i) {
        QElapsedTimer timer;
        timer.start();
        client.sendTextMessage(QString::fromUtf8(proposal(i)));
        static_cast<void>(waitUntil([&] { return echoes > i; }));
        window.widget().repaint();
        samples.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    return samples;
}

} // namespace

int main(int count, char **words)
{
    QApplication application(count, words);
    style::apply(application, style::Theme());
    if (!crypto::selfTest())
        return 3;
    const Gateway gateway;
    const auto desk =
        console::makeConsoleDesk({.gatewayUrl = text::toUtf8(gateway.url()),
                                  .caFile = text::toUtf8(gateway.caFile()),
                                  .profileDir = text::toUtf8(gateway.folder() + QStringLiteral("/profile")),
                                  .deviceName = "bench"});
    console::ConsoleWindow window(*desk, console::machineClock(),
                                  {.gateway = gateway.url(), .user = {}, .preferencesFile = {}});
    window.widget().resize(1280, 800);
    window.widget().show();
    window.feed().submit(desk::SignIn{domain::ReviewerId("reader"), std::make_shared<SecretBytes>(SecretBytes::taking(
                                                                        toBytes(password.toStdString())))});
    const bool isReady = QTest::qWaitFor(
        [&] {
            const auto &snapshot = window.feed().snapshot();
            return snapshot.link.state == desk::LinkState::Online && snapshot.queue && snapshot.queue->isComplete;
        },
        patienceMs);
    if (!isReady) {
        std::fputs("the console did not come on line\n", stderr);
        return 3;
    }
    const double product = median(throughTheProduct(gateway, window));
    const double bare = median(throughABareSocket(window));
    std::printf("agent's POST to row on screen   %8.2f ms (median of %d)\n", product, sampleCount);
    std::printf("bare WebSocket echo and frame   %8.2f ms\n", bare);
    std::printf("ratio                           %8.2f\n", product / bare);
    return 0;
}
