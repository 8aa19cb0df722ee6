#include "app/gateway/console_session.hpp"

#include "app/gateway/oidc/issuer_office.hpp"
#include "core/base/encoding.hpp"
#include "core/protocol/limits.hpp"

#include <array>

namespace countersign::gateway
{
namespace
{

namespace limits = protocol::limits;

constexpr std::int64_t signInMaxMs = milliseconds(std::chrono::minutes(5)).count();
constexpr std::int64_t storedMaxMs = milliseconds(std::chrono::minutes(2)).count();
constexpr std::size_t queuedBytesMax = 4 * limits::miB;

std::string_view detailOf(std::string_view reason)
{
    if (reason == "replaced")
        return "This device signed in again elsewhere.";
    if (reason == "shutting-down")
        return "The gateway is closing.";
    return "The gateway ends this session.";
}

} // namespace

ConsoleSession::ConsoleSession(Services &services, std::shared_ptr<StreamLink> link)
    : services_(services), link_(std::move(link)), beganMs_(services.clock.monotonicMs()), heardMs_(beganMs_),
      storedMs_(beganMs_)
{
}

ConsoleSession::~ConsoleSession()
{
    leave();
    if (isCounted_)
        --services_.metrics.consolesSignedIn;
}

void ConsoleSession::onText(std::string_view frame)
{
    if (stage_ == Stage::Ended)
        return;
    heardMs_ = services_.clock.monotonicMs();
    isProbed_ = false;
    auto message = protocol::decodeMessage(frame);
    if (!message)
        return end("protocol", "A message could not be read: " + std::string(protocol::ruleText(message.error().rule)));
    std::visit([this](auto &known) { handle(known); }, *message);
}

void ConsoleSession::onTick()
{
    if (stage_ == Stage::Ended)
        return;
    const std::int64_t nowMs = services_.clock.monotonicMs();
    if (emergencyUntil_ && *emergencyUntil_ <= services_.clock.now())
        endEmergency("expired");
    const std::int64_t silenceMs = nowMs - heardMs_;
    const bool isLate = stage_ != Stage::SignedIn && stage_ != Stage::Following && nowMs - beganMs_ > signInMaxMs;
    const bool isSlow =
        (!unstored_.empty() && nowMs - storedMs_ > storedMaxMs) || link_->queuedBytes() > queuedBytesMax;
    if (isLate)
        end("protocol", "Nobody signed in.");
    else if (isSlow)
        end("slow-reader", "The console takes in changes too slowly; nothing is lost by reconnecting.");
    else if (silenceMs > milliseconds(limits::lostAfterSilence).count())
        end("protocol", "Nothing was heard for too long.");
    else if (silenceMs > milliseconds(limits::probeAfterSilence).count() && !std::exchange(isProbed_, true))
        say(protocol::Ping{});
}

void ConsoleSession::nudge()
{
    if (isNudged_.exchange(true))
        return;
    link_->post([self = shared_from_this()] {
        self->isNudged_ = false;
        self->mayHaveMore_ = true;
        self->pump();
    });
}

void ConsoleSession::dismiss(std::string_view reason)
{
    link_->post([self = shared_from_this(), reason = std::string(reason)] { self->end(reason, detailOf(reason)); });
}

void ConsoleSession::say(const protocol::Message &message)
{
    if (stage_ != Stage::Ended)
        link_->send(protocol::encodeMessage(message));
}

void ConsoleSession::end(std::string_view reason, std::string_view detail)
{
    if (stage_ == Stage::Ended)
        return;
    say(protocol::Bye{std::string(reason), std::string(detail)});
    stage_ = Stage::Ended;
    leave();
    link_->finish();
}

void ConsoleSession::leave()
{
    services_.sessions.leave({device_, reviewer_.id}, this);
    if (!token_.empty())
        services_.tokens.revoke(std::exchange(token_, {}));
}

bool ConsoleSession::isIn(Stage stage)
{
    if (stage_ == stage)
        return true;
    end("protocol", "This message was not expected now.");
    return false;
}

bool ConsoleSession::isSignedIn()
{
    return stage_ == Stage::Following || isIn(Stage::SignedIn);
}

void ConsoleSession::handle(const protocol::ClientHello &hello)
{
    if (!isIn(Stage::Hello))
        return;
    if (hello.protocolMin > protocol::protocolVersion || hello.protocolMax < protocol::protocolVersion)
        return end("versions", "This gateway speaks version " + std::to_string(protocol::protocolVersion)
                                   + " of the protocol; work on this machine is kept.");
    std::array<std::uint8_t, 32> nonce{};
    services_.dice.fill(nonce);
    nonce_ = base64urlEncode(nonce);
    device_ = hello.device;
    takesNotices_ = hello.takesNotices;
    stage_ = Stage::SigningIn;
    const Registrar::Identity &identity = services_.registrar.identity();
    say(protocol::ServerHello{.gatewayId = identity.gatewayId,
                              .organisation = identity.organisation,
                              .version = COUNTERSIGN_VERSION,
                              .protocol = protocol::protocolVersion,
                              .nonce = nonce_,
                              .now = services_.clock.now(),
                              .gatewayKey = base64urlEncode(identity.key.publicKey().bytes),
                              .takesEvents = true,
                              .provesLog = true,
                              .breaksGlass = true,
                              .takesTokens = true,
                              .issuer = services_.issuer ? std::optional(services_.issuer->told()) : std::nullopt});
}

void ConsoleSession::handle(const protocol::Ping &)
{
    say(protocol::Pong{services_.clock.now()});
}

void ConsoleSession::handle(const protocol::Bye &)
{
    stage_ = Stage::Ended;
    leave();
    link_->finish();
}

} // namespace countersign::gateway
