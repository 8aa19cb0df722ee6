// One console's WebSocket: frames in to the session, frames out of a bounded queue, one write at a time.
#include "app/gateway/connection.hpp"
#include "app/gateway/console_session.hpp"
#include "core/protocol/limits.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/ssl.hpp>
#include <boost/beast/websocket.hpp>
#include <boost/beast/websocket/ssl.hpp>

#include <chrono>
#include <deque>
#include <memory>

namespace countersign::gateway
{
namespace
{

namespace http = beast::http;
namespace limits = protocol::limits;
namespace websocket = beast::websocket;

constexpr std::string_view subprotocol = "countersign.v1";
constexpr std::chrono::seconds handshakeTime{15};
constexpr std::chrono::seconds farewellTime{5};
constexpr std::chrono::seconds tickTime{1};
constexpr std::size_t fragmentBytes = 64 * limits::kiB;
constexpr std::size_t lowWaterBytes = 256 * limits::kiB;

template <class Stream>
class StreamConnection final : public StreamLink, public std::enable_shared_from_this<StreamConnection<Stream>>
{
public:
    explicit StreamConnection(Stream stream)
        : socket_(std::move(stream)), executor_(socket_.get_executor()), written_(executor_), answered_(executor_),
          tick_(executor_)
    {
    }

    // The request stays with the caller: GCC 12 loses the frame of a coroutine that takes a message by value.
    asio::awaitable<void> run(const UpgradeRequest &request, Services &services)
    {
        const bool isAccepted = co_await accept(request);
        if (!isAccepted)
            co_return;
        session_ = std::make_shared<ConsoleSession>(services, this->shared_from_this());
        asio::co_spawn(executor_, writeAll(), asio::detached);
        asio::co_spawn(executor_, tickAlong(), asio::detached);
        co_await readAll();
        hangUp();
    }

    void send(std::string frame) override
    {
        queuedBytes_ += frame.size();
        frames_.push_back(std::move(frame));
        written_.cancel();
    }
    [[nodiscard]] std::size_t queuedBytes() const override { return queuedBytes_; }
    void finish() override
    {
        isFinishing_ = true;
        tick_.expires_after(farewellTime);
        written_.cancel();
        answered_.cancel();
    }
    void post(std::function<void()> job) override
    {
        asio::post(executor_, [self = this->shared_from_this(), job = std::move(job)] {
            if (!self->session_)
                return;
            job();
            self->answered_.cancel();
        });
    }

private:
    asio::awaitable<bool> accept(const UpgradeRequest &request)
    {
        beast::get_lowest_layer(socket_).expires_never();
        socket_.set_option(websocket::stream_base::timeout{handshakeTime, websocket::stream_base::none(), false});
        socket_.set_option(websocket::stream_base::decorator([](websocket::response_type &response) {
            response.set(http::field::sec_websocket_protocol, subprotocol);
        }));
        socket_.read_message_max(limits::messageBytesMax);
        socket_.write_buffer_bytes(fragmentBytes);
        socket_.auto_fragment(true);
        socket_.text(true);
        if (!http::token_list(request[http::field::sec_websocket_protocol]).exists(subprotocol)) {
            http::response<http::string_body> refusal{http::status::bad_request, 11};
            refusal.body() = "The subprotocol is countersign.v1.\n";
            refusal.prepare_payload();
            static_cast<void>(co_await http::async_write(socket_.next_layer(), refusal, awaited)); // it ends anyway
            co_return false;
        }
        const auto [error] = co_await socket_.async_accept(request, awaited);
        co_return !error;
    }

    asio::awaitable<void> readAll()
    {
        const auto self = this->shared_from_this();
        beast::flat_buffer buffer;
        while (!isFinishing_) {
            const auto [error, size] = co_await socket_.async_read(buffer, awaited);
            if (error || isFinishing_)
                break;
            if (socket_.got_text())
                session_->onText({static_cast<const char *>(buffer.data().data()), buffer.size()});
            else
                session_->onBinary();
            buffer.consume(buffer.size());
            while (!isFinishing_ && session_->isFull())
                co_await pause(answered_);
        }
        // The farewell is on its way: take what the other side still says until it closes or time is up.
        while (isFinishing_ && !isOver_) {
            buffer.consume(buffer.size());
            const auto [error, size] = co_await socket_.async_read(buffer, awaited);
            if (error)
                break;
        }
    }

    asio::awaitable<void> writeAll()
    {
        const auto self = this->shared_from_this();
        while (!isOver_) {
            if (frames_.empty() && isFinishing_) {
                static_cast<void>(
                    co_await socket_.async_close(websocket::close_code::normal, awaited)); // it ends anyway
                break;
            }
            if (frames_.empty()) {
                co_await pause(written_);
                continue;
            }
            isWriting_ = true;
            const auto [error, size] = co_await socket_.async_write(asio::buffer(frames_.front()), awaited);
            isWriting_ = false;
            if (error)
                break;
            queuedBytes_ -= frames_.front().size();
            frames_.pop_front();
            stalledTicks_ = 0;
            if (session_ && queuedBytes_ < lowWaterBytes)
                session_->onWritable();
        }
        hangUp();
    }

    asio::awaitable<void> tickAlong()
    {
        const auto self = this->shared_from_this();
        constexpr int stalledMax = static_cast<int>(limits::lostAfterSilence / tickTime);
        int farewellTicks = 0;
        while (!isOver_) {
            tick_.expires_after(tickTime);
            static_cast<void>(co_await tick_.async_wait(awaited)); // cut short when the connection ends
            if (isFinishing_ && ++farewellTicks > farewellTime / tickTime)
                break;
            if (isWriting_ && ++stalledTicks_ > stalledMax) // the reader took nothing for a minute
                break;
            if (session_)
                session_->onTick();
        }
        hangUp();
    }

    // Until somebody cancels the timer.
    asio::awaitable<void> pause(asio::steady_timer &timer)
    {
        timer.expires_at(asio::steady_timer::time_point::max());
        static_cast<void>(co_await timer.async_wait(awaited)); // being cancelled is how it ends
    }

    void hangUp()
    {
        if (std::exchange(isOver_, true))
            return;
        isFinishing_ = true;
        session_.reset();
        written_.cancel();
        answered_.cancel();
        tick_.cancel();
        beast::get_lowest_layer(socket_).close();
    }

    websocket::stream<Stream> socket_;
    typename websocket::stream<Stream>::executor_type executor_;
    asio::steady_timer written_, answered_, tick_;
    std::shared_ptr<ConsoleSession> session_; // until the connection ends: they hold each other
    std::deque<std::string> frames_;
    std::size_t queuedBytes_ = 0;
    int stalledTicks_ = 0;
    bool isWriting_ = false;
    bool isFinishing_ = false;
    bool isOver_ = false;
};

} // namespace

template <class Stream>
asio::awaitable<void> serveStream(Stream stream, UpgradeRequest request, Shared &shared)
{
    const UnderWay underWay(shared);
    const auto connection = std::make_shared<StreamConnection<Stream>>(std::move(stream));
    co_await connection->run(request, shared.services);
}

template asio::awaitable<void> serveStream(PlainStream, UpgradeRequest, Shared &);
template asio::awaitable<void> serveStream(TlsStream, UpgradeRequest, Shared &);

} // namespace countersign::gateway
