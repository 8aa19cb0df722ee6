#include "app/console/qt_wire.hpp"

#include "app/console/tls_trust.hpp"
#include "core/protocol/limits.hpp"

#include <QtCore/QTimer>
#include <QtNetwork/QNetworkProxy>
#include <QtNetwork/QNetworkRequest>
#include <QtWebSockets/QWebSocket>
#include <QtWebSockets/QWebSocketHandshakeOptions>

namespace countersign::console
{
namespace
{

using ports::WireClosed;
namespace limits = protocol::limits;

// What may wait to go out: the outbox's window of whole messages, twice.
constexpr std::int64_t waitingBytesMax =
    2 * static_cast<std::int64_t>(limits::decisionsInFlightMax * limits::messageBytesMax);
constexpr std::chrono::seconds closingMax{1};
// The gateway may send a whole message as one frame.
constexpr auto incomingMax = static_cast<quint64>(limits::messageBytesMax);

WireClosed::Cause causeOf(const QWebSocket &socket, bool wasOpen)
{
    switch (socket.error()) {
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        return WireClosed::Cause::CertificateRefused;
    case QAbstractSocket::SocketTimeoutError:
        return WireClosed::Cause::Timeout;
    case QAbstractSocket::ConnectionRefusedError:
    case QAbstractSocket::HostNotFoundError:
    case QAbstractSocket::NetworkError:
        return WireClosed::Cause::Unreachable;
    default:
        break;
    }
    switch (socket.closeCode()) {
    case QWebSocketProtocol::CloseCodeTooMuchData:
        return WireClosed::Cause::TooLarge;
    case QWebSocketProtocol::CloseCodeProtocolError:
    case QWebSocketProtocol::CloseCodeDatatypeNotSupported:
    case QWebSocketProtocol::CloseCodeWrongDatatype:
        return WireClosed::Cause::Protocol;
    default:
        return wasOpen ? WireClosed::Cause::Closed : WireClosed::Cause::Unreachable;
    }
}

} // namespace

// One connection after the other. Each that was asked for ends in exactly one WireClosed.
class WireSocket : public QObject
{
public:
    WireSocket(QUrl address, std::filesystem::path caFile, QtWire::Tell tell,
               std::shared_ptr<std::atomic<std::int64_t>> waiting)
        : address_(std::move(address)), caFile_(std::move(caFile)), tell_(std::move(tell)), waiting_(std::move(waiting))
    {
    }

    void open()
    {
        if (socket_)
            return;
        socket_ = std::make_unique<QWebSocket>();
        socket_->setMaxAllowedIncomingFrameSize(incomingMax);
        socket_->setMaxAllowedIncomingMessageSize(incomingMax);
        socket_->setOutgoingFrameSize(limits::frameBytesMax);
        socket_->setProxy(QNetworkProxy::NoProxy);
        if (address_.scheme() == QLatin1String("wss") && !trust())
            return end(WireClosed::Cause::CertificateRefused);
        listen();
        QWebSocketHandshakeOptions options;
        options.setSubprotocols({QStringLiteral("countersign.v1")});
        socket_->open(QNetworkRequest(address_), options);
    }

    void send(const std::string &text)
    {
        const auto size = static_cast<std::int64_t>(text.size());
        if (socket_ && isOpen_) {
            socket_->sendTextMessage(QString::fromUtf8(text.data(), size));
            inSocket_ += size;
        } else {
            *waiting_ -= size;
        }
    }

    void close()
    {
        if (!socket_)
            return;
        socket_->close(QWebSocketProtocol::CloseCodeGoingAway);
        if (!socket_) // closed at once
            return;
        QTimer::singleShot(closingMax, socket_.get(), [this] { socket_->abort(); });
    }

    // The last call: the thread ends when the connection has.
    void leave()
    {
        isLeaving_ = true;
        if (socket_)
            close();
        else
            thread()->quit();
    }

private:
    void listen()
    {
        auto *socket = socket_.get();
        connect(socket, &QWebSocket::connected, this, [this, socket] {
            if (socket->subprotocol() != QLatin1String("countersign.v1"))
                return end(WireClosed::Cause::Protocol);
            isOpen_ = true;
            tell_(ports::WireOpened{});
        });
        connect(socket, &QWebSocket::textMessageReceived, this, [this](const QString &text) {
            const auto bytes = text.toUtf8();
            tell_(ports::WireText{std::string(bytes.constData(), static_cast<std::size_t>(bytes.size()))});
        });
        connect(socket, &QWebSocket::binaryMessageReceived, this, [this] { end(WireClosed::Cause::Protocol); });
        connect(socket, &QWebSocket::bytesWritten, this, [this] { drained(); });
        connect(socket, &QWebSocket::disconnected, this, [this, socket] { end(causeOf(*socket, isOpen_)); });
        // A connection that never came about ends by its error alone.
        connect(socket, QOverload<QAbstractSocket::SocketError>::of(&QWebSocket::error), this, [this, socket] {
            if (socket->state() == QAbstractSocket::UnconnectedState || !isOpen_)
                end(causeOf(*socket, isOpen_));
        });
    }

    bool trust()
    {
        const auto configuration = trustIn(caFile_);
        if (configuration)
            socket_->setSslConfiguration(*configuration);
        return configuration.has_value();
    }

    void drained()
    {
        const auto left = std::min(inSocket_, static_cast<std::int64_t>(socket_->bytesToWrite()));
        *waiting_ -= inSocket_ - left;
        inSocket_ = left;
    }

    void end(WireClosed::Cause cause)
    {
        if (!socket_)
            return;
        socket_->disconnect(this);
        socket_->abort();
        socket_.release()->deleteLater(); // it may be the one that calls
        isOpen_ = false;
        *waiting_ -= std::exchange(inSocket_, 0);
        tell_(WireClosed{cause});
        if (isLeaving_)
            thread()->quit();
    }

    QUrl address_;
    std::filesystem::path caFile_;
    QtWire::Tell tell_;
    std::shared_ptr<std::atomic<std::int64_t>> waiting_;
    std::int64_t inSocket_ = 0;
    bool isOpen_ = false;
    bool isLeaving_ = false;
    std::unique_ptr<QWebSocket> socket_;
};

QtWire::QtWire(QUrl address, std::filesystem::path caFile, Tell tell)
    : waiting_(std::make_shared<std::atomic<std::int64_t>>(0))
{
    auto socket = std::make_unique<WireSocket>(std::move(address), std::move(caFile), std::move(tell), waiting_);
    socket_ = socket.get();
    socket_->moveToThread(&thread_);
    QObject::connect(&thread_, &QThread::finished, socket.release(), &QObject::deleteLater);
    thread_.setObjectName(QStringLiteral("wire"));
    thread_.start();
}

QtWire::~QtWire()
{
    Bridge::toQt(socket_, [socket = socket_] { socket->leave(); });
    thread_.wait();
}

void QtWire::connect()
{
    Bridge::toQt(socket_, [socket = socket_] { socket->open(); });
}

bool QtWire::send(std::string text)
{
    const auto size = static_cast<std::int64_t>(text.size());
    if (*waiting_ + size > waitingBytesMax)
        return false;
    *waiting_ += size;
    Bridge::toQt(socket_, [socket = socket_, text = std::move(text)] { socket->send(text); });
    return true;
}

void QtWire::close()
{
    Bridge::toQt(socket_, [socket = socket_] { socket->close(); });
}

} // namespace countersign::console
