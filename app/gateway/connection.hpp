// What the three sources that speak Asio share. Nobody else includes it: each of them costs a long compile.
#pragma once

#include "app/gateway/agent_door.hpp"
#include "app/gateway/services.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

#include <atomic>

namespace countersign::gateway
{

namespace asio = boost::asio;
namespace beast = boost::beast;

using PlainStream = beast::tcp_stream;
using TlsStream = asio::ssl::stream<beast::tcp_stream>;
using UpgradeRequest = beast::http::request<beast::http::string_body>;

// Completes with a tuple that begins with the error code: nothing here throws for a peer's fault.
inline constexpr auto awaited = asio::as_tuple(asio::use_awaitable);

struct Shared {
    Services &services;
    AgentDoor &door;
    std::atomic<int> largeBodies{0}; // being read just now
    std::atomic<int> underWay{0};    // requests and streams that a closing gateway waits for
};

// Counts while it lives.
class UnderWay
{
public:
    explicit UnderWay(Shared &shared) : count_(shared.underWay) { ++count_; }
    UnderWay(const UnderWay &) = delete;
    UnderWay &operator=(const UnderWay &) = delete;
    ~UnderWay() { --count_; }

private:
    std::atomic<int> &count_;
};

// Serves one connection until it ends; on the connection's strand. Defined in http_session.cpp and stream_session.cpp.
template <class Stream>
asio::awaitable<void> serveHttp(Stream stream, Shared &shared);
template <class Stream>
asio::awaitable<void> serveStream(Stream stream, UpgradeRequest request, Shared &shared);

} // namespace countersign::gateway
