// The link to the gateway: a QWebSocket in a QThread of its own. TLS 1.3, the one authority that the composition named,
// the host's name checked, no error ever ignored. It bounds what comes in and what waits to go out, and reads nothing.
#pragma once

#include "app/console/bridge.hpp"
#include "core/ports/wire.hpp"

#include <QtCore/QThread>
#include <QtCore/QUrl>

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>

namespace countersign::console
{

class WireSocket;

class QtWire : public ports::Wire
{
public:
    using Tell = std::function<void(ports::WireEvent)>;

    // `tell` is called on the wire's thread.
    QtWire(QUrl address, std::filesystem::path caFile, Tell tell);
    // Ends within the time that closing may take.
    ~QtWire() override;

    void connect() override;
    [[nodiscard]] bool send(std::string text) override;
    void close() override;

private:
    QThread thread_;
    // Bytes that were taken and have not left: posted to the wire's thread, or in the socket.
    std::shared_ptr<std::atomic<std::int64_t>> waiting_;
    WireSocket *socket_ = nullptr; // lives and dies on thread_
};

} // namespace countersign::console
