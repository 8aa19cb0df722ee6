#include "app/gateway/connection.hpp"
#include "app/gateway/server.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>

#include <charconv>
#include <chrono>
#include <thread>
#include <vector>

namespace countersign::gateway
{
namespace
{

using asio::ip::tcp;

constexpr std::int64_t connectionsMax = 6'000;
constexpr std::chrono::seconds tlsHandshakeTime{10};
constexpr std::chrono::milliseconds pulseTime{200};
constexpr std::chrono::milliseconds acceptRest{100}; // after an error such as too many open files
constexpr int drainPulsesMax = 25;                   // five seconds

// Counts a connection while it lives.
class Counted
{
public:
    explicit Counted(Metrics &metrics) : metrics_(&metrics) { ++metrics_->connectionsOpen; }
    Counted(Counted &&other) noexcept : metrics_(std::exchange(other.metrics_, nullptr)) {}
    Counted &operator=(Counted &&) = delete;
    ~Counted()
    {
        if (metrics_)
            --metrics_->connectionsOpen;
    }

private:
    Metrics *metrics_;
};

std::optional<tcp::endpoint> parseAddress(std::string_view text)
{
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos)
        return std::nullopt;
    std::string_view host = text.substr(0, colon);
    if (host.starts_with('[') && host.ends_with(']'))
        host = host.substr(1, host.size() - 2);
    const std::string_view digits = text.substr(colon + 1);
    std::uint16_t port = 0;
    const auto [end, wrong] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    boost::system::error_code error;
    const auto address = asio::ip::make_address(std::string(host), error);
    if (error || wrong != std::errc() || end != digits.data() + digits.size())
        return std::nullopt;
    return tcp::endpoint(address, port);
}

} // namespace

struct Server::Parts {
    explicit Parts(Services &services)
        : door(services), shared{services, door}, tls(asio::ssl::context::tls_server), acceptor(asio::make_strand(io)),
          signals(io, SIGTERM, SIGINT), pulseTimer(io)
    {
    }

    // False where certificate or key cannot be used.
    bool loadTls(const TlsFiles &files)
    {
        boost::system::error_code error;
        SSL_CTX_set_min_proto_version(tls.native_handle(), TLS1_3_VERSION);
        SSL_CTX_set_num_tickets(tls.native_handle(), 0); // nobody resumes, and a ticket is one more write
        tls.use_certificate_chain_file(files.certificate.string(), error);
        if (!error)
            tls.use_private_key_file(files.key.string(), asio::ssl::context::pem, error);
        return !error && SSL_CTX_check_private_key(tls.native_handle()) == 1;
    }

    asio::awaitable<void> acceptAll()
    {
        asio::steady_timer rest(co_await asio::this_coro::executor);
        while (!isDraining) {
            auto [error, socket] = co_await acceptor.async_accept(asio::make_strand(io), awaited);
            if (error == asio::error::operation_aborted)
                co_return;
            if (error) {
                rest.expires_after(acceptRest);
                static_cast<void>(co_await rest.async_wait(awaited)); // only time passes
                continue;
            }
            Metrics &metrics = shared.services.metrics;
            if (metrics.connectionsOpen >= connectionsMax) {
                ++metrics.connectionsRefused;
                continue; // closes it
            }
            ++metrics.connectionsTaken;
            const auto strand = socket.get_executor();
            asio::co_spawn(strand, welcome(PlainStream(std::move(socket)), Counted(metrics)), asio::detached);
        }
    }

    asio::awaitable<void> welcome(PlainStream stream, [[maybe_unused]] Counted counted)
    {
        boost::system::error_code ignored; // a socket without it is only slower
        stream.socket().set_option(tcp::no_delay(true), ignored);
        if (!isTls)
            co_return co_await serveHttp(std::move(stream), shared);
        stream.expires_after(tlsHandshakeTime);
        TlsStream secured(std::move(stream), tls);
        const auto [error] = co_await secured.async_handshake(asio::ssl::stream_base::server, awaited);
        if (!error)
            co_await serveHttp(std::move(secured), shared);
    }

    asio::awaitable<void> pulseAlong(std::function<bool()> pulse)
    {
        for (int drained = 0;;) {
            pulseTimer.expires_after(pulseTime);
            static_cast<void>(co_await pulseTimer.async_wait(awaited)); // only time passes
            if (!pulse() && !isDraining)
                drain();
            const bool isQuiet = shared.underWay == 0;
            if (isDraining && (isQuiet || ++drained > drainPulsesMax))
                break;
        }
        io.stop();
    }

    // Takes nobody in and tells everybody that is here.
    void drain()
    {
        isDraining = true;
        boost::system::error_code ignored; // it is closed in any case
        acceptor.close(ignored);
        signals.cancel(ignored);
        shared.services.sessions.dismissAll("shutting-down");
        static_cast<void>(shared.services.store.offer([this] { shared.services.waiters.endAll(); }));
    }

    AgentDoor door;
    Shared shared;
    asio::io_context io;
    asio::ssl::context tls;
    tcp::acceptor acceptor;
    asio::signal_set signals;
    asio::steady_timer pulseTimer;
    bool isTls = false;
    std::atomic<bool> isDraining{false};
};

Server::Server(Services &services) : parts_(std::make_unique<Parts>(services)) {}

Server::~Server() = default;

Result<std::uint16_t, ListenError> Server::listen(const ListenOptions &options)
{
    const auto endpoint = parseAddress(options.address);
    if (!endpoint)
        return failure(ListenError::BadAddress);
    if (!options.tls && !endpoint->address().is_loopback())
        return failure(ListenError::PlainOffLoopback);
    parts_->isTls = options.tls.has_value();
    if (options.tls && !parts_->loadTls(*options.tls))
        return failure(ListenError::Certificate);
    boost::system::error_code error;
    tcp::acceptor &acceptor = parts_->acceptor;
    acceptor.open(endpoint->protocol(), error);
    if (!error)
        acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error)
        acceptor.bind(*endpoint, error);
    if (!error)
        acceptor.listen(tcp::acceptor::max_listen_connections, error);
    if (error)
        return failure(ListenError::Bind);
    return acceptor.local_endpoint(error).port();
}

void Server::run(unsigned threadCount, std::function<bool()> pulse)
{
    Parts &parts = *parts_;
    parts.signals.async_wait([&parts](const boost::system::error_code &error, int) {
        if (!error)
            parts.drain();
    });
    asio::co_spawn(parts.acceptor.get_executor(), parts.acceptAll(), asio::detached);
    asio::co_spawn(parts.io, parts.pulseAlong(std::move(pulse)), asio::detached);
    std::vector<std::thread> pool;
    for (unsigned i = 1; i < threadCount; ++i)
        pool.emplace_back([&parts] { parts.io.run(); });
    parts.io.run();
    for (std::thread &thread : pool)
        thread.join();
}

} // namespace countersign::gateway
