// The gateway's listener: TLS 1.3, or plain on loopback; HTTP for agents, WebSocket for consoles.
#pragma once

#include "app/gateway/agent_door.hpp"
#include "app/gateway/services.hpp"
#include "core/base/result.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace countersign::gateway
{

enum class ListenError {
    BadAddress,
    PlainOffLoopback, // plain text is for loopback alone
    Certificate,      // it cannot be read, or its key does not fit
    Bind              // the address is taken or not ours
};

struct TlsFiles {
    std::filesystem::path certificate, key; // PEM
};
struct ListenOptions {
    std::string address; // "127.0.0.1:8443", "[::1]:0"; port 0 picks one
    std::optional<TlsFiles> tls;
};

class Server
{
public:
    explicit Server(Services &services);
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;
    ~Server();

    // The port that it listens on.
    [[nodiscard]] Result<std::uint16_t, ListenError> listen(const ListenOptions &options);
    // Serves until SIGTERM or SIGINT, or until the pulse says no; then takes nobody in, tells the consoles, waits a
    // bounded time for what is under way, and returns. `pulse` is called a few times a second.
    void run(unsigned threadCount, std::function<bool()> pulse);

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace countersign::gateway
