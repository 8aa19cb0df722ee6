// One HTTP connection: bounded header, bounded body, bounded waits, answers from the agent's door.
#include "app/gateway/connection.hpp"
#include "app/gateway/problem.hpp"
#include "core/protocol/limits.hpp"

#include <boost/asio/post.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

#include <array>
#include <chrono>
#include <memory>

namespace countersign::gateway
{
namespace
{

namespace http = beast::http;
namespace limits = protocol::limits;

constexpr std::chrono::seconds headerTime{15}; // also how long an idle connection is kept
constexpr std::chrono::seconds bodyTime{60};
constexpr std::chrono::seconds writeTime{60};
constexpr std::chrono::seconds lingerTime{2};
constexpr std::size_t lingerBytesMax = 2 * limits::blobBytesMax;
constexpr std::size_t largeBody = limits::miB;
constexpr int largeBodiesMax = 8;

class LargeBody
{
public:
    LargeBody(std::atomic<int> &count, bool isLarge) : count_(isLarge ? &count : nullptr)
    {
        if (count_)
            isTooMany_ = ++*count_ > largeBodiesMax;
    }
    LargeBody(const LargeBody &) = delete;
    LargeBody &operator=(const LargeBody &) = delete;
    ~LargeBody()
    {
        if (count_)
            --*count_;
    }
    [[nodiscard]] bool isTooMany() const { return isTooMany_; }

private:
    std::atomic<int> *count_;
    bool isTooMany_ = false;
};

// Waits on the connection's strand for the door's reply, which comes from any thread.
asio::awaitable<HttpAnswer> ask(AgentDoor &door, HttpRequest request)
{
    const auto start = [&door](auto handler, HttpRequest asked) {
        const auto executor = asio::get_associated_executor(handler);
        const auto shared = std::make_shared<decltype(handler)>(std::move(handler));
        door.handle(std::move(asked), [shared, executor](HttpAnswer answer) {
            asio::post(executor, [shared, answer = std::move(answer)]() mutable { (*shared)(std::move(answer)); });
        });
    };
    return asio::async_initiate<const asio::use_awaitable_t<>, void(HttpAnswer)>(start, asio::use_awaitable,
                                                                                 std::move(request));
}

http::response<http::string_body> toResponse(HttpAnswer answer, unsigned version, bool keepsAlive)
{
    http::response<http::string_body> response{static_cast<http::status>(answer.status), version};
    response.set(http::field::server, "countersign-gateway");
    response.set(http::field::cache_control, "no-store");
    response.set("X-Content-Type-Options", "nosniff");
    if (!answer.body.empty())
        response.set(http::field::content_type, answer.contentType);
    for (const auto &[name, value] : answer.headers)
        response.set(name, value);
    response.keep_alive(keepsAlive);
    response.body() = std::move(answer.body);
    response.prepare_payload();
    return response;
}

template <class Stream>
asio::awaitable<bool> reply(Stream &stream, HttpAnswer answer, bool keepsAlive)
{
    const auto response = toResponse(std::move(answer), 11, keepsAlive);
    beast::get_lowest_layer(stream).expires_after(writeTime);
    const auto [error, size] = co_await http::async_write(stream, response, awaited);
    co_return !error && keepsAlive;
}

// What is wrong with a header by itself; status 0: nothing.
HttpAnswer objection(const http::request<http::empty_body> &header, const AgentDoor &door)
{
    const auto fieldCount = std::distance(header.begin(), header.end());
    if (header.target().size() > limits::urlBytesMax)
        return problem(414, "target-too-long", "The target is too long.");
    if (std::cmp_greater(fieldCount, limits::httpFieldsMax))
        return problem(431, "too-many-fields", "There are too many header fields.");
    if (!header.target().starts_with('/'))
        return problem(400, "bad-target", "The target is not a path.");
    const auto length = header.find(http::field::content_length);
    const bool hasBody = header.chunked() || (length != header.end() && length->value() != "0");
    if (hasBody && !door.isKnown(header[http::field::authorization]))
        return problem(401, "not-authenticated", "A known agent's token is needed.");
    return {.status = 0, .body = {}};
}

HttpAnswer answerTo(beast::error_code error)
{
    if (error == http::error::body_limit)
        return problem(413, "document-too-large", "The body is larger than this call allows.");
    if (error == http::error::header_limit)
        return problem(431, "header-too-large", "The header is too large.");
    return problem(400, "bad-request", "This is no HTTP request that can be read.");
}

bool isPeerGone(beast::error_code error)
{
    return error == http::error::end_of_stream || error == http::error::partial_message
           || error == beast::error::timeout
           || error.category() != make_error_code(http::error::end_of_stream).category();
}

// Lets the peer read the last answer: closing on bytes that nobody read would throw the answer away.
template <class Stream>
asio::awaitable<void> close(Stream &stream)
{
    auto &socket = beast::get_lowest_layer(stream);
    beast::error_code ignored; // the peer may be gone already
    socket.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    socket.expires_after(lingerTime);
    std::array<char, 4096> unread{};
    for (std::size_t total = 0; total < lingerBytesMax;) {
        const auto [error, size] = co_await socket.async_read_some(asio::buffer(unread), awaited);
        if (error)
            break;
        total += size;
    }
}

using HeaderParser = http::request_parser<http::empty_body>;

// The rest of the request and its answer. False: the connection ends.
template <class Stream>
asio::awaitable<bool> answerRequest(Stream &stream, beast::flat_buffer &buffer, HeaderParser &header, Shared &shared)
{
    if (HttpAnswer wrong = objection(header.get(), shared.door); wrong.status != 0)
        co_return co_await reply(stream, std::move(wrong), false);
    const std::string_view method = header.get().method_string();
    const std::size_t bodyMax = bodyBytesMax(method, header.get().target());
    const LargeBody large(shared.largeBodies, header.content_length().value_or(bodyMax) > largeBody);
    if (large.isTooMany())
        co_return co_await reply(stream, unavailable(), false);
    if (header.content_length().value_or(0) > bodyMax)
        co_return co_await reply(stream, answerTo(http::error::body_limit), false);
    if (beast::iequals(header.get()[http::field::expect], "100-continue")) {
        const http::response<http::empty_body> goOn{http::status::continue_, 11};
        static_cast<void>(co_await http::async_write(stream, goOn, awaited)); // a failure shows at the read
    }
    http::request_parser<http::string_body> parser(std::move(header));
    parser.body_limit(bodyMax);
    beast::get_lowest_layer(stream).expires_after(bodyTime);
    const UnderWay underWay(shared);
    const auto [error, size] = co_await http::async_read(stream, buffer, parser, awaited);
    if (error)
        co_return isPeerGone(error) ? false : co_await reply(stream, answerTo(error), false);
    auto request = parser.release();
    const bool keepsAlive = request.keep_alive();
    HttpRequest asked{.method = request.method_string(),
                      .target = request.target(),
                      .authorization = request[http::field::authorization],
                      .range = request[http::field::range],
                      .body = std::move(request.body())};
    beast::get_lowest_layer(stream).expires_never(); // the door bounds its own waits
    HttpAnswer answer = co_await ask(shared.door, std::move(asked));
    co_return co_await reply(stream, std::move(answer), keepsAlive);
}

} // namespace

template <class Stream>
asio::awaitable<void> serveHttp(Stream stream, Shared &shared)
{
    beast::flat_buffer buffer;
    for (bool goesOn = true; goesOn;) {
        HeaderParser header;
        header.header_limit(limits::httpHeaderBytesMax);
        header.body_limit(boost::none); // asked again when the target is known
        beast::get_lowest_layer(stream).expires_after(headerTime);
        const auto [error, size] = co_await http::async_read_header(stream, buffer, header, awaited);
        if (error) {
            if (!isPeerGone(error))
                co_await reply(stream, answerTo(error), false);
            break;
        }
        if (beast::websocket::is_upgrade(header.get())) {
            if (header.get().target() == "/v1/stream") {
                UpgradeRequest request(header.get().base());
                co_return co_await serveStream(std::move(stream), std::move(request), shared);
            }
            co_await reply(stream, problem(404, "not-found", "There is nothing of this name."), false);
            break;
        }
        goesOn = co_await answerRequest(stream, buffer, header, shared);
    }
    co_await close(stream);
}

template asio::awaitable<void> serveHttp(PlainStream, Shared &);
template asio::awaitable<void> serveHttp(TlsStream, Shared &);

} // namespace countersign::gateway
