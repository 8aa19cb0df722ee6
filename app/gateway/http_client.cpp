#include "app/gateway/http_client.hpp"

#include "core/protocol/limits.hpp"

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>

#include <openssl/ssl.h>

#include <chrono>
#include <optional>

namespace countersign::gateway
{
namespace
{

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::ip::tcp;
using Error = boost::system::error_code;
using Tls = asio::ssl::stream<beast::tcp_stream>;

constexpr std::chrono::seconds patience{60};

struct Address {
    std::string host, port;
    bool isEncrypted = true;
};

bool isLoopback(const std::string &host)
{
    Error none;
    const auto address = asio::ip::make_address(host, none);
    return host == "localhost" || (!none && address.is_loopback());
}

std::optional<Address> readUrl(std::string_view url)
{
    Address address;
    address.isEncrypted = url.starts_with("https://");
    if (!address.isEncrypted && !url.starts_with("http://"))
        return std::nullopt;
    url.remove_prefix(url.find("//") + 2);
    if (url.ends_with('/'))
        url.remove_suffix(1);
    const std::size_t bracket = url.find(']'); // of an IPv6 address
    const std::size_t colon = url.find(':', bracket == std::string_view::npos ? 0 : bracket);
    address.host = url.substr(0, colon);
    if (address.host.starts_with('[') && address.host.ends_with(']'))
        address.host = address.host.substr(1, address.host.size() - 2);
    address.port = colon == std::string_view::npos ? (address.isEncrypted ? "443" : "80") : url.substr(colon + 1);
    const bool isPort = !address.port.empty() && address.port.find_first_not_of("0123456789") == std::string::npos;
    if (address.host.empty() || address.host.find_first_of("/?#@") != std::string::npos || !isPort)
        return std::nullopt;
    return address.isEncrypted || isLoopback(address.host) ? std::optional(address) : std::nullopt;
}

// With the port where it is not the usual one (RFC 9110, 7.2): some answer with addresses of their own made from it.
std::string hostField(const Address &address)
{
    const std::string host = address.host.find(':') == std::string::npos ? address.host : "[" + address.host + "]";
    const bool isUsual = address.port == (address.isEncrypted ? "443" : "80");
    return isUsual ? host : host + ":" + address.port;
}

} // namespace

struct HttpClient::Parts {
    Address address;
    std::string token;
    asio::io_context io{1};
    asio::ssl::context trust{asio::ssl::context::tls_client};
    std::optional<Tls> stream; // its lower layer alone where it is plain

    // Runs one asynchronous call to its end, so that its time is bounded.
    template <class Start>
    Error await(Start start)
    {
        Error result = asio::error::timed_out;
        stream->next_layer().expires_after(patience);
        start([&](const Error &error, auto &&...) { result = error; });
        io.restart();
        io.run();
        return result;
    }

    Result<Done, ClientError> open()
    {
        stream.emplace(io, trust);
        Error error;
        tcp::resolver resolver(io);
        const auto places = resolver.resolve(address.host, address.port, error);
        if (!error)
            error = await([&](auto done) { stream->next_layer().async_connect(places, done); });
        if (error)
            return failure(ClientError::Unreachable);
        if (!address.isEncrypted)
            return Done{};
        // What SSL_set_tlsext_host_name does, without its cast.
        std::string name = address.host;
        SSL_ctrl(stream->native_handle(), SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, name.data());
        stream->set_verify_callback(asio::ssl::host_name_verification(address.host));
        if (await([&](auto done) { stream->async_handshake(Tls::client, done); }))
            return failure(ClientError::Untrusted);
        return Done{};
    }

    std::optional<HttpAnswer> ask(http::request<http::string_body> &request)
    {
        beast::flat_buffer buffer;
        http::response_parser<http::string_body> parser;
        parser.body_limit(protocol::limits::blobBytesMax);
        const auto exchange = [&](auto &channel) {
            const auto error = await([&](auto done) { http::async_write(channel, request, done); });
            // A refusal may come before the whole body was taken.
            return await([&](auto done) { http::async_read(channel, buffer, parser, done); }) || error;
        };
        const bool hasFailed = address.isEncrypted ? exchange(*stream) : exchange(stream->next_layer());
        if (!parser.is_done())
            return std::nullopt;
        auto response = parser.release();
        if (hasFailed || !response.keep_alive())
            stream.reset();
        return HttpAnswer{.status = static_cast<int>(response.result_int()),
                          .contentType = std::string(response[http::field::content_type]),
                          .body = std::move(response.body())};
    }
};

HttpClient::HttpClient(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
HttpClient::HttpClient(HttpClient &&) noexcept = default;
HttpClient &HttpClient::operator=(HttpClient &&) noexcept = default;
HttpClient::~HttpClient() = default;

Result<HttpClient, ClientError> HttpClient::connect(std::string_view url, std::string token,
                                                    const std::filesystem::path &caFile)
{
    const auto address = readUrl(url);
    if (!address)
        return failure(ClientError::BadUrl);
    auto parts = std::make_unique<Parts>();
    parts->address = *address;
    parts->token = std::move(token);
    Error error;
    SSL_CTX_set_min_proto_version(parts->trust.native_handle(), TLS1_3_VERSION);
    parts->trust.set_verify_mode(asio::ssl::verify_peer, error);
    if (caFile.empty())
        parts->trust.set_default_verify_paths(error);
    else
        parts->trust.load_verify_file(caFile.string(), error);
    if (error)
        return failure(ClientError::Authority);
    if (const auto opened = parts->open(); !opened)
        return failure(opened.error());
    return HttpClient(std::move(parts));
}

Result<HttpAnswer, ClientError> HttpClient::call(std::string_view method, std::string_view target,
                                                 std::string_view contentType, std::string_view body)
{
    http::request<http::string_body> request;
    request.version(11);
    request.method_string({method.data(), method.size()});
    request.target({target.data(), target.size()});
    request.set(http::field::host, hostField(parts_->address));
    request.set(http::field::user_agent, "countersign-gateway");
    if (!parts_->token.empty())
        request.set(http::field::authorization, "Bearer " + parts_->token);
    if (!contentType.empty())
        request.set(http::field::content_type, std::string(contentType));
    request.body() = std::string(body);
    request.prepare_payload();
    for (int tries = 0; tries < 2;
         ++tries) { // an idle connection may have been closed; every call here can be repeated
        if (!parts_->stream) {
            if (const auto opened = parts_->open(); !opened)
                return failure(opened.error());
        }
        if (auto answer = parts_->ask(request))
            return *std::move(answer);
        parts_->stream.reset();
    }
    return failure(ClientError::Broken);
}

} // namespace countersign::gateway
