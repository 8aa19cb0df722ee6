#include "core/engine/steps.hpp"

#include "core/base/encoding.hpp"
#include "core/base/result.hpp"

#include <cstring>

namespace countersign::engine
{
namespace
{

using domain::RefusalCode;

constexpr std::uint64_t noCommand = 0;

// [0, 1), of those bytes that an id leaves to the time.
double chanceOf(const Dice &dice)
{
    std::uint32_t number = 0;
    std::memcpy(&number, dice.data(), sizeof number);
    return static_cast<double>(number) / 4294967296.0;
}

bool isEnteringAtGateway(const World &world)
{
    return world.entering && world.entering->stage == Entering::Stage::AskingGateway;
}

void prove(Turn &turn)
{
    auto &world = turn.world;
    world.proofRequest = ++world.lastRequest;
    turn.effects.push_back(
        effect::ProveLink{world.proofRequest, protocol::linkProofBytes(world.hello->nonce, world.identity->user)});
}

void authenticate(Turn &turn)
{
    auto &world = turn.world;
    if (!isEnteringAtGateway(world))
        return prove(turn);
    const auto &entering = *world.entering;
    if (entering.byIssuer)
        return askIssuerAtDoor(turn);
    turn.effects.push_back(
        effect::Send{protocol::SignIn{entering.user, std::string(asText(entering.password->view())), {}}});
}

void beginFollowing(Turn &turn)
{
    turn.world.linkedSince = turn.moment.now;
    // While the ledger is being opened nothing can be stored yet; what it held decides where to go on.
    if (turn.world.ledger != LedgerState::Open)
        return;
    demandProof(turn);
    if (!sync::isFollowing(turn.world.link))
        return;
    followEvent(turn, sync::follow::Linked{});
    fetchEvent(turn, sync::fetch::Linked{});
    outboxEvent(turn, sync::outbox::Linked{});
    if (turn.world.hello && turn.world.hello->takesEvents)
        trailEvent(turn, sync::trail::Linked{});
    retryBlobs(turn);
}

void unlink(Turn &turn)
{
    auto &world = turn.world;
    world.hello.reset();
    world.httpSession.clear();
    world.linkedSince.reset();
    world.proofRequest = 0;
    endEmergency(turn, "link-lost");
    abandonIssuer(turn);
    keyChangeCut(turn);
    suspendLink(turn);
}

void perform(Turn &turn, sync::LinkEffect wanted)
{
    auto &world = turn.world;
    switch (wanted) {
    case sync::LinkEffect::Connect:
        return turn.effects.push_back(effect::Connect{});
    case sync::LinkEffect::Close:
        return turn.effects.push_back(effect::Disconnect{});
    case sync::LinkEffect::SayHello:
        return turn.effects.push_back(effect::Send{protocol::ClientHello{.appName = world.setup.appName,
                                                                         .appVersion = world.setup.appVersion,
                                                                         .device = world.setup.device,
                                                                         .takesNotices = true}});
    case sync::LinkEffect::Authenticate:
        return authenticate(turn);
    case sync::LinkEffect::Enrol:
        world.entering->stage = Entering::Stage::EnrollingDevice;
        return prove(turn);
    case sync::LinkEffect::Follow:
        return beginFollowing(turn);
    case sync::LinkEffect::Probe:
        return turn.effects.push_back(effect::Send{protocol::Ping{}});
    }
}

bool hasHandshake(const sync::Link &link)
{
    return std::holds_alternative<sync::link::SigningIn>(link.state)
           || std::holds_alternative<sync::link::Enrolling>(link.state) || sync::isFollowing(link);
}

void linkEvent(Turn &turn, const sync::LinkEvent &event)
{
    auto &world = turn.world;
    const bool wasUp = hasHandshake(world.link);
    const auto before = world.link.state;
    auto [next, effects] =
        sync::step(std::move(world.link), event, {turn.moment.monotonicMs, chanceOf(turn.moment.dice)});
    world.link = std::move(next);
    turn.changed.any |= world.link.state != before;
    if (wasUp && !hasHandshake(world.link))
        unlink(turn);
    for (const auto wanted : effects)
        perform(turn, wanted);
}

// Another gateway behind the same address, or one that changed its key: its receipts would prove nothing.
bool isOurGateway(const World &world, const protocol::ServerHello &hello)
{
    return !world.card || (world.card->gatewayId == hello.gatewayId && world.card->gatewayKey == hello.gatewayKey);
}

void greeted(Turn &turn, protocol::ServerHello hello)
{
    auto &world = turn.world;
    if (hello.protocol != protocol::protocolVersion)
        return dropLink(turn, "versions", true);
    if (!isOurGateway(world, hello))
        return dropLink(turn, "other-gateway", true);
    world.skewMs = (hello.now - turn.moment.now).count();
    if (std::holds_alternative<sync::link::Greeting>(world.link.state))
        world.hello = std::move(hello);
    linkEvent(turn, sync::link::Greeted{});
}

void signedIn(Turn &turn, const protocol::SignedIn &answer)
{
    if (!std::holds_alternative<sync::link::SigningIn>(turn.world.link.state))
        return linkEvent(turn, sync::link::Admitted{});
    gatewayAccepted(turn, answer);
}

RefusalCode refusalFor(const std::string &rule)
{
    if (rule == "wrong-credentials")
        return RefusalCode::WrongPassword;
    if (rule == "too-many-attempts")
        return RefusalCode::TooManyAttempts;
    if (rule == "issuer")
        return RefusalCode::IssuerRefused;
    if (rule == "unknown-key" || rule == "revoked-key")
        return RefusalCode::KeyNotEnrolled;
    return RefusalCode::GatewayRefusedSignIn;
}

void signInRefused(Turn &turn, const protocol::SignInRefused &refused)
{
    const auto wait = refused.retryAfterSeconds > 0 ? std::to_string(refused.retryAfterSeconds) : std::string();
    gatewayLost(turn, refusalFor(refused.rule), wait);
    endSigning(turn, access::SigningEnd::TokenNotRefreshed); // it does not know this desk's key any more
    dropLink(turn, refused.rule, true);
}

void enrolled(Turn &turn, const protocol::Enrolled &answer)
{
    auto &world = turn.world;
    if (std::holds_alternative<sync::link::Enrolling>(world.link.state)) {
        if (answer.kid != world.identity->kid)
            return dropLink(turn, "protocol", true);
        deviceEnrolled(turn);
    }
    linkEvent(turn, sync::link::Enrolled{});
}

// Before Following the handshake's answers alone have a place.
template <class Handle>
void whileFollowing(Turn &turn, Handle handle)
{
    if (sync::isFollowing(turn.world.link))
        handle();
    else
        dropLink(turn, "protocol", true);
}

void messageCame(Turn &turn, protocol::Message message)
{
    std::visit(
        Overload{
            [&](protocol::ServerHello &hello) { greeted(turn, std::move(hello)); },
            [&](const protocol::SignedIn &answer) { signedIn(turn, answer); },
            [&](const protocol::SignInRefused &refused) { signInRefused(turn, refused); },
            [&](const protocol::Enrolled &answer) { enrolled(turn, answer); },
            [&](protocol::Changes &m) { whileFollowing(turn, [&] { followEvent(turn, std::move(m)); }); },
            [&](protocol::SnapshotBegin &m) { whileFollowing(turn, [&] { followEvent(turn, m); }); },
            [&](protocol::SnapshotRows &m) { whileFollowing(turn, [&] { followEvent(turn, std::move(m)); }); },
            [&](protocol::SnapshotEnd &m) { whileFollowing(turn, [&] { followEvent(turn, m); }); },
            [&](protocol::ItemPart &m) { whileFollowing(turn, [&] { fetchEvent(turn, std::move(m)); }); },
            [&](protocol::ItemMissing &m) { whileFollowing(turn, [&] { fetchEvent(turn, std::move(m)); }); },
            [&](const protocol::DecisionReceipt &m) { whileFollowing(turn, [&] { receiptCame(turn, m); }); },
            [&](const protocol::LogProved &m) { whileFollowing(turn, [&] { logProved(turn, m); }); },
            [&](const protocol::EventsReceived &m) { whileFollowing(turn, [&] { eventsReceived(turn, m); }); },
            [&](const protocol::SigningProved &m) { whileFollowing(turn, [&] { signingProved(turn, m); }); },
            [&](const protocol::EmergencyView &m) { whileFollowing(turn, [&] { emergencyAnswered(turn, m); }); },
            [&](const protocol::KeyReplaced &m) { whileFollowing(turn, [&] { keyReplaced(turn, m); }); },
            [&](const protocol::Notices &m) { whileFollowing(turn, [&] { noticesCame(turn, m); }); },
            [&](const protocol::TokenEnrolled &m) { whileFollowing(turn, [&] { tokenEnrolled(turn, m); }); },
            [&](const protocol::LockDesk &) { lock(turn, noCommand, desk::LockCause::ByGateway); },
            [&](const protocol::Ping &) { turn.effects.push_back(effect::Send{protocol::Pong{turn.moment.now}}); },
            [&](const protocol::Pong &pong) { turn.world.skewMs = (pong.now - turn.moment.now).count(); },
            [&](const protocol::Bye &bye) {
                const bool isSoonRight =
                    bye.reason == "shutting-down" || bye.reason == "slow-reader" || bye.reason == "rights-changed";
                dropLink(turn, bye.reason, !isSoonRight);
            },
            [&](const auto &) { dropLink(turn, "protocol", true); }, // what only a console says
        },
        message);
}

void textCame(Turn &turn, const std::string &text)
{
    linkEvent(turn, sync::link::Heard{});
    if (std::holds_alternative<sync::link::Closing>(turn.world.link.state))
        return;
    auto message = protocol::decodeMessage(text);
    if (!message)
        return dropLink(turn, "protocol", true);
    messageCame(turn, std::move(*message));
}

const char *reasonFor(ports::WireClosed::Cause cause)
{
    using Cause = ports::WireClosed::Cause;
    switch (cause) {
    case Cause::Closed:
        break;
    case Cause::Unreachable:
        return "unreachable";
    case Cause::CertificateRefused:
        return "certificate-refused";
    case Cause::TooLarge:
        return "limits";
    case Cause::Timeout:
        return "silent";
    case Cause::Protocol:
        return "protocol";
    }
    return "closed";
}

} // namespace

void wantLink(Turn &turn)
{
    if (!turn.world.isOfflineByChoice && !turn.world.witness.isHeld)
        linkEvent(turn, sync::link::Want{});
}

void suspendLink(Turn &turn)
{
    followEvent(turn, sync::follow::LinkLost{});
    fetchEvent(turn, sync::fetch::LinkLost{});
    forgetDemands(turn);
    outboxEvent(turn, sync::outbox::Unlinked{});
    trailEvent(turn, sync::trail::Unlinked{});
}

void resumeLink(Turn &turn)
{
    if (sync::isFollowing(turn.world.link))
        beginFollowing(turn);
    else
        wantLink(turn);
}

void unwantLink(Turn &turn)
{
    linkEvent(turn, sync::link::Unwant{});
}

void dropLink(Turn &turn, std::string reason, bool isPatient)
{
    gatewayLost(turn, reason == "versions" ? RefusalCode::VersionsIncompatible : RefusalCode::Offline, reason);
    linkEvent(turn, sync::link::Drop{std::move(reason), isPatient});
}

void goOffline(Turn &turn, std::uint64_t command)
{
    turn.world.isOfflineByChoice = true;
    gatewayLost(turn, RefusalCode::Offline);
    unwantLink(turn);
    turn.changed.any = true;
    reply(turn, command);
}

void goOnline(Turn &turn, std::uint64_t command)
{
    turn.world.isOfflineByChoice = false;
    turn.world.witness.isHeld = false; // to see whether it has its log again; the alarm stays until it proves that
    if (std::holds_alternative<access::session::SignedIn>(turn.world.session))
        wantLink(turn);
    turn.changed.any = true;
    reply(turn, command);
}

void wireAnswered(Turn &turn, ports::WireEvent event)
{
    std::visit(Overload{
                   [&](const ports::WireOpened &) { linkEvent(turn, sync::link::WireOpen{}); },
                   [&](const ports::WireText &text) { textCame(turn, text.text); },
                   [&](const ports::WireClosed &closed) {
                       linkEvent(turn, sync::link::WireEnd{reasonFor(closed.cause)});
                       gatewayLost(turn, RefusalCode::Offline, reasonFor(closed.cause));
                   },
               },
               event);
}

void linkProved(Turn &turn, const ports::SignatureMade &made)
{
    auto &world = turn.world;
    if (made.request != world.proofRequest)
        return;
    world.proofRequest = 0;
    auto signature = base64urlEncode(made.signature);
    if (std::holds_alternative<sync::link::Enrolling>(world.link.state))
        turn.effects.push_back(effect::Send{
            protocol::Enrol{base64urlEncode(world.identity->publicKey), world.setup.deviceName, std::move(signature)}});
    else if (std::holds_alternative<sync::link::SigningIn>(world.link.state))
        turn.effects.push_back(
            effect::Send{protocol::Resume{world.identity->user, world.identity->kid, std::move(signature)}});
}

void deviceKnown(Turn &turn, bool isEnrolled)
{
    if (isEnrolled && turn.world.entering)
        deviceEnrolled(turn);
    linkEvent(turn, sync::link::Admitted{isEnrolled});
}

void tick(Turn &turn)
{
    linkEvent(turn, sync::link::Tick{});
}

} // namespace countersign::engine
