// Small clients over real sockets, for tests of the real gateway: one HTTP request at a time, one WebSocket. Every wait
// is bounded by ten seconds.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::support
{

struct Endpoint {
    std::uint16_t port = 0;
    std::string caFile; // PEM; empty: plain
};

struct HttpReply {
    int status = 0; // 0: no answer
    std::string body;
    std::map<std::string, std::string> headers; // lower-case names
};

using HttpHeaders = std::vector<std::pair<std::string, std::string>>;

// On a connection of its own.
[[nodiscard]] HttpReply sendHttp(const Endpoint &endpoint, const std::string &method, const std::string &target,
                                 const HttpHeaders &headers = {}, const std::string &body = {});

// Writes the bytes as they are and returns what comes back until the other side closes or says nothing for a while.
[[nodiscard]] std::string sendRaw(const Endpoint &endpoint, std::string_view bytes);

// Whether a TLS handshake of that version (0x0303 is 1.2, 0x0304 is 1.3) succeeds.
[[nodiscard]] bool canShakeHands(const Endpoint &endpoint, int tlsVersion);

class WebSocketClient
{
public:
    // Null where the handshake is refused.
    [[nodiscard]] static std::unique_ptr<WebSocketClient> open(const Endpoint &endpoint,
                                                               const std::string &subprotocol);
    virtual ~WebSocketClient() = default;

    virtual bool sendText(const std::string &text) = 0;
    virtual bool sendBinary(const std::string &bytes) = 0;
    // Nothing where the other side closed or was silent for too long.
    [[nodiscard]] virtual std::optional<std::string> receive() = 0;
    // Ends the connection without a word.
    virtual void drop() = 0;
};

} // namespace countersign::support
