#include "tests/support/loopback_client.hpp"

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <boost/beast/websocket.hpp>
#include <boost/beast/websocket/ssl.hpp>

#include <chrono>

namespace countersign::support
{
namespace
{

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;
using asio::ip::tcp;
using Error = boost::system::error_code;
using Tls = asio::ssl::stream<beast::tcp_stream>;
using Plain = beast::tcp_stream;

constexpr std::chrono::seconds patience{10};
const std::string host = "127.0.0.1";

// Runs one asynchronous call to its end, or gives up.
template <class Start>
Error await(asio::io_context &io, Start start)
{
    Error result = asio::error::timed_out;
    bool isDone = false;
    start([&](const Error &error, auto &&...) {
        result = error;
        isDone = true;
    });
    io.restart();
    const auto until = std::chrono::steady_clock::now() + patience;
    while (!isDone && std::chrono::steady_clock::now() < until && !io.stopped())
        io.run_one_until(until);
    return result;
}

struct Base {
    explicit Base(const Endpoint &server, int version = 0) : endpoint(server), tls(asio::ssl::context::tls_client)
    {
        if (version != 0) {
            SSL_CTX_set_min_proto_version(tls.native_handle(), version);
            SSL_CTX_set_max_proto_version(tls.native_handle(), version);
        }
        if (server.caFile.empty())
            return;
        tls.load_verify_file(server.caFile);
        tls.set_verify_mode(asio::ssl::verify_peer);
    }

    Error connect(Plain &stream)
    {
        const tcp::endpoint place(asio::ip::make_address(host), endpoint.port);
        return await(io, [&](auto done) { stream.async_connect(place, done); });
    }
    Error connect(Tls &stream)
    {
        stream.set_verify_callback(asio::ssl::host_name_verification(host));
        if (const Error error = connect(stream.next_layer()))
            return error;
        return await(io, [&](auto done) { stream.async_handshake(asio::ssl::stream_base::client, done); });
    }

    Endpoint endpoint;
    asio::io_context io;
    asio::ssl::context tls;
};

template <class Stream>
HttpReply exchange(Base &base, Stream &stream, const http::request<http::string_body> &request)
{
    if (base.connect(stream))
        return {};
    // A server that refuses the body may answer before it has read it.
    await(base.io, [&](auto done) { http::async_write(stream, request, done); });
    beast::flat_buffer buffer;
    http::response_parser<http::string_body> parser;
    parser.body_limit(std::uint64_t{128} << 20);
    if (await(base.io, [&](auto done) { http::async_read(stream, buffer, parser, done); }))
        return {};
    HttpReply reply{static_cast<int>(parser.get().result_int()), parser.get().body(), {}};
    for (const auto &field : parser.get()) {
        std::string name(field.name_string());
        for (char &c : name)
            c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        reply.headers[name] = std::string(field.value());
    }
    return reply;
}

template <class Stream>
class Client final : public WebSocketClient
{
public:
    template <class... Args>
    explicit Client(const Endpoint &endpoint) : base_(endpoint), socket_(make(base_))
    {
    }

    bool shakeHands(const std::string &subprotocol)
    {
        if (base_.connect(socket_.next_layer()))
            return false;
        beast::get_lowest_layer(socket_).expires_never();
        socket_.set_option(websocket::stream_base::decorator([&](websocket::request_type &request) {
            if (!subprotocol.empty())
                request.set(http::field::sec_websocket_protocol, subprotocol);
        }));
        socket_.read_message_max(std::size_t{4} << 20);
        websocket::response_type response;
        const Error error =
            await(base_.io, [&](auto done) { socket_.async_handshake(response, host, "/v1/stream", done); });
        return !error && response[http::field::sec_websocket_protocol] == subprotocol;
    }

    bool sendText(const std::string &text) override { return send(text, true); }
    bool sendBinary(const std::string &bytes) override { return send(bytes, false); }
    std::optional<std::string> receive() override
    {
        beast::flat_buffer buffer;
        if (await(base_.io, [&](auto done) { socket_.async_read(buffer, done); }))
            return std::nullopt;
        return beast::buffers_to_string(buffer.data());
    }
    void drop() override { beast::get_lowest_layer(socket_).close(); }

private:
    static websocket::stream<Stream> make(Base &base)
    {
        if constexpr (std::is_same_v<Stream, Tls>)
            return websocket::stream<Stream>(base.io, base.tls);
        else
            return websocket::stream<Stream>(base.io);
    }

    bool send(const std::string &bytes, bool isText)
    {
        socket_.text(isText);
        return !await(base_.io, [&](auto done) { socket_.async_write(asio::buffer(bytes), done); });
    }

    Base base_;
    websocket::stream<Stream> socket_;
};

template <class Stream>
std::unique_ptr<WebSocketClient> openAs(const Endpoint &endpoint, const std::string &subprotocol)
{
    auto client = std::make_unique<Client<Stream>>(endpoint);
    return client->shakeHands(subprotocol) ? std::move(client) : nullptr;
}

template <class Stream>
std::string exchangeRaw(Base &base, Stream &stream, std::string_view bytes)
{
    if (base.connect(stream))
        return {};
    await(base.io, [&](auto done) { asio::async_write(stream, asio::buffer(bytes), done); });
    std::string answer;
    await(base.io, [&](auto done) { asio::async_read(stream, asio::dynamic_buffer(answer), done); });
    return answer;
}

} // namespace

HttpReply sendHttp(const Endpoint &endpoint, const std::string &method, const std::string &target,
                   const HttpHeaders &headers, const std::string &body)
{
    Base base(endpoint);
    http::request<http::string_body> request;
    request.method_string(method);
    request.target(target);
    request.set(http::field::host, host);
    for (const auto &[name, value] : headers)
        request.set(name, value);
    request.body() = body;
    request.prepare_payload();
    if (endpoint.caFile.empty()) {
        Plain stream(base.io);
        return exchange(base, stream, request);
    }
    Tls stream(base.io, base.tls);
    return exchange(base, stream, request);
}

std::string sendRaw(const Endpoint &endpoint, std::string_view bytes)
{
    Base base(endpoint);
    if (endpoint.caFile.empty()) {
        Plain stream(base.io);
        return exchangeRaw(base, stream, bytes);
    }
    Tls stream(base.io, base.tls);
    return exchangeRaw(base, stream, bytes);
}

bool canShakeHands(const Endpoint &endpoint, int tlsVersion)
{
    Base base(endpoint, tlsVersion);
    Tls stream(base.io, base.tls);
    return !base.connect(stream);
}

std::unique_ptr<WebSocketClient> WebSocketClient::open(const Endpoint &endpoint, const std::string &subprotocol)
{
    return endpoint.caFile.empty() ? openAs<Plain>(endpoint, subprotocol) : openAs<Tls>(endpoint, subprotocol);
}

} // namespace countersign::support
