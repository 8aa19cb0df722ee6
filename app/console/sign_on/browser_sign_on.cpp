#include "app/console/sign_on/browser_sign_on.hpp"

#include "core/base/encoding.hpp"
#include "core/crypto/random.hpp"

#include <QtNetwork/QNetworkReply>
#include <QtNetwork/QTcpSocket>

#include <algorithm>
#include <array>

namespace countersign::console
{
namespace
{

constexpr qsizetype requestBytesMax = 16 * 1024;
constexpr qint64 tokenBytesMax = 64 * 1024;
constexpr int tokenPatienceMs = 30'000;

QByteArray chance()
{
    std::array<std::uint8_t, 32> bytes{};
    crypto::systemRandom(bytes);
    return QByteArray::fromStdString(base64urlEncode(bytes));
}

} // namespace

BrowserSignOn::BrowserSignOn(OpenBrowser open, Tell tell) : open_(std::move(open)), tell_(std::move(tell))
{
    patience_.setSingleShot(true);
    connect(&patience_, &QTimer::timeout, this, [this] { fail(ports::SignOnFault::TimedOut); });
    network_.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy); // a token endpoint does not redirect
}

BrowserSignOn::~BrowserSignOn()
{
    abandon();
}

void BrowserSignOn::ask(ports::SignOnQuestion question)
{
    abandon();
    question_ = std::move(question);
    listen();
    if (server_ == nullptr)
        return fail(ports::SignOnFault::NoPort);
    attempt_ = {chance(), chance(),
                QStringLiteral("http://127.0.0.1:%1%2").arg(server_->serverPort()).arg(QLatin1String(redirectPath))};
    patience_.start(patienceMs);
    if (!open_(authorizationUrl(question_, attempt_)))
        fail(ports::SignOnFault::NoBrowser);
}

void BrowserSignOn::abandon()
{
    patience_.stop();
    server_.reset();
    attempt_ = {};
    if (auto *const reply = std::exchange(reply_, nullptr)) {
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
    }
}

// On IPv4's loopback alone (RFC 8252, 8.3): nobody else on the network can answer.
void BrowserSignOn::listen()
{
    auto server = std::make_unique<QTcpServer>();
    server->setMaxPendingConnections(4);
    const auto isListening = [&](std::int64_t port) {
        return server->listen(QHostAddress::LocalHost, static_cast<quint16>(port));
    };
    if (!(question_.ports.empty() ? isListening(0) : std::ranges::any_of(question_.ports, isListening)))
        return;
    strangers_ = 0;
    connect(server.get(), &QTcpServer::newConnection, this, [this] {
        while (auto *socket = server_ ? server_->nextPendingConnection() : nullptr)
            take(socket);
    });
    server_ = std::move(server);
}

void BrowserSignOn::take(QTcpSocket *socket)
{
    socket->setReadBufferSize(requestBytesMax);
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] { hear(socket); });
}

// A page elsewhere that has its name lead to loopback says that name here.
bool BrowserSignOn::isForUs(const QByteArray &head) const
{
    const QByteArray host = "127.0.0.1:" + QByteArray::number(server_->serverPort());
    for (const QByteArray &line : head.split('\n'))
        if (line.size() > 5 && line.left(5).toLower() == "host:")
            return line.mid(5).trimmed() == host;
    return false;
}

void BrowserSignOn::hear(QTcpSocket *socket)
{
    const QByteArray head = socket->peek(requestBytesMax);
    const qsizetype end = head.indexOf("\r\n\r\n");
    if (end < 0 && head.size() < requestBytesMax)
        return; // more comes
    socket->disconnect(this);
    if (server_ == nullptr)
        return socket->abort();
    const QList<QByteArray> words = head.left(head.indexOf('\r')).split(' ');
    const bool isGet = end >= 0 && words.size() == 3 && words[0] == "GET" && isForUs(head);
    const auto code = isGet ? readRedirect(words[1], question_, attempt_) : failure(RedirectFault::NotOurs);
    if (!code && code.error() == RedirectFault::NotOurs) {
        answer(socket, "404 Not Found", tr("There is nothing here."));
        if (++strangers_ >= strangersMax)
            fail(ports::SignOnFault::Denied);
        return;
    }
    answer(socket, "200 OK",
           code ? tr("You may close this page and go back to Countersign.")
                : tr("You were not signed in. You may close this page and go back to Countersign."));
    server_->close();
    if (!code)
        return fail(ports::SignOnFault::Denied);
    redeem(*code);
}

void BrowserSignOn::answer(QTcpSocket *socket, const char *status, const QString &words) const
{
    const QByteArray body = "<!doctype html><html><head><meta charset=\"utf-8\"><title>Countersign</title></head><body><p>"
                            + words.toHtmlEscaped().toUtf8() + "</p></body></html>\n";
    socket->write(QByteArray("HTTP/1.1 ") + status
                  + "\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " + QByteArray::number(body.size())
                  + "\r\nCache-Control: no-store\r\nContent-Security-Policy: default-src 'none'\r\n"
                    "Referrer-Policy: no-referrer\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n"
                  + body);
    socket->setParent(nullptr); // it outlives the door until the page is read
    socket->disconnectFromHost();
}

void BrowserSignOn::redeem(const QByteArray &code)
{
    server_.release()->deleteLater();
    QNetworkRequest request(QUrl(QString::fromStdString(question_.tokenEndpoint)));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/x-www-form-urlencoded"));
    request.setRawHeader("Accept", "application/json");
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setTransferTimeout(tokenPatienceMs);
    reply_ = network_.post(request, tokenForm(question_, attempt_, code));
    connect(reply_, &QNetworkReply::finished, this, &BrowserSignOn::redeemed);
    connect(reply_, &QNetworkReply::downloadProgress, reply_, [reply = reply_](qint64 received, qint64) {
        if (received > tokenBytesMax)
            reply->abort();
    });
}

void BrowserSignOn::redeemed()
{
    auto *const reply = std::exchange(reply_, nullptr);
    reply->deleteLater();
    patience_.stop();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0)
        return fail(ports::SignOnFault::Unreachable);
    const auto token = status == 200 ? readTokenAnswer(reply->readAll()) : std::nullopt;
    if (!token)
        return fail(ports::SignOnFault::TokenRefused);
    attempt_ = {};
    tell_(ports::SignOnAnswered{question_.request, *token});
}

void BrowserSignOn::fail(ports::SignOnFault fault)
{
    const auto request = question_.request;
    abandon();
    tell_(ports::SignOnFailed{request, fault});
}

} // namespace countersign::console
