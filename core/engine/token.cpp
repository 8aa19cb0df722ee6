#include "core/engine/steps.hpp"

#include "core/audit/carried_proof.hpp"
#include "core/base/encoding.hpp"
#include "core/base/result.hpp"
#include "core/protocol/decision_codec.hpp"

namespace countersign::engine
{
namespace
{

using domain::RefusalCode;
using ports::AuthenticatorFault;
using Stage = Signing::Stage;

// A card takes a second or two. What takes longer than this does not come back.
constexpr std::int64_t answerMaxMs = 20 * 1000;

RefusalCode refusalFor(AuthenticatorFault fault)
{
    switch (fault) {
    case AuthenticatorFault::Absent:
        return RefusalCode::TokenAbsent;
    case AuthenticatorFault::WrongPin:
        return RefusalCode::TokenPinWrong;
    case AuthenticatorFault::PinLocked:
        return RefusalCode::TokenPinLocked;
    case AuthenticatorFault::NoKey:
    case AuthenticatorFault::Broken:
        break;
    }
    return RefusalCode::TokenUnusable;
}

// Its code in the audit trail.
const char *detailOf(RefusalCode code)
{
    switch (code) {
    case RefusalCode::TokenAbsent:
        return "token-absent";
    case RefusalCode::TokenPinWrong:
        return "wrong-pin";
    case RefusalCode::TokenPinLocked:
        return "pin-locked";
    case RefusalCode::TokenSilent:
        return "token-silent";
    default:
        return "token-unusable";
    }
}

domain::KeyId kidOf(const ports::AuthenticatorIdentity &token)
{
    return domain::KeyId{crypto::thumbprint({token.publicKey})};
}

bool isSpeakingForSignature(const World &world)
{
    return world.signing && world.signing->stage == Stage::AwaitingToken;
}

void ask(Turn &turn, desk::Password pin, std::string bytes)
{
    auto &reader = turn.world.reader;
    reader.request = ++turn.world.lastRequest;
    reader.dueAtMs = turn.moment.monotonicMs + answerMaxMs;
    turn.effects.push_back(effect::AskToken{reader.request, std::move(pin), std::move(bytes)});
}

void failToken(Turn &turn, RefusalCode code)
{
    auto &world = turn.world;
    world.reader.request = 0;
    if (code == RefusalCode::TokenPinWrong)
        countFailure(turn, domain::AuditKind::SignatureRefused);
    if (isSpeakingForSignature(world)) {
        note(turn, {.kind = domain::AuditKind::SignatureRefused,
                    .isDone = false,
                    .item = world.signing->statement->itemId,
                    .detail = detailOf(code)});
        return failSigning(turn, code);
    }
    if (isEnrollingToken(world))
        refuse(turn, std::exchange(world.keyChange, std::nullopt)->command, code);
}

// The word goes into the statement, and with it under the device's signature.
void spokeForSignature(Turn &turn, const std::array<std::uint8_t, 64> &signature)
{
    auto &world = turn.world;
    auto &signing = *world.signing;
    ports::CarriedWord word{world.reader.token->publicKey,
                            audit::carriedProofBytes(protocol::decisionBytes(*signing.statement)), signature};
    // A token that signs with another key than it shows, or badly, is found here.
    if (!crypto::verify({word.publicKey}, asBytes(word.bytes), word.signature))
        return failToken(turn, RefusalCode::TokenUnusable);
    signing.statement->auth.proof = domain::CarriedProof{kidOf(*world.reader.token), base64urlEncode(signature)};
    signing.word = std::move(word);
    askSignature(turn);
}

// Then the device's key vouches for it, which takes the password.
void spokeForItself(Turn &turn, const std::array<std::uint8_t, 64> &signature)
{
    auto &change = *turn.world.keyChange;
    change.proof = base64urlEncode(signature);
    change.request = ++turn.world.lastRequest;
    turn.effects.push_back(effect::SignDecision{change.request, std::exchange(change.password, nullptr),
                                                protocol::tokenKeyBytes(change.newKid)});
}

void signedBy(Turn &turn, const ports::TokenSigned &made)
{
    auto &world = turn.world;
    if (made.request == 0 || made.request != world.reader.request || !world.reader.token)
        return; // of a question that nobody asks any more
    world.reader.request = 0;
    if (isSpeakingForSignature(world))
        spokeForSignature(turn, made.signature);
    else if (isEnrollingToken(world))
        spokeForItself(turn, made.signature);
}

// Whoever takes it out leaves the desk.
void takenOut(Turn &turn)
{
    auto &world = turn.world;
    world.reader.token.reset();
    world.reader.isUnusable = false;
    turn.changed.any = true;
    if (world.reader.request != 0)
        failToken(turn, RefusalCode::TokenAbsent);
    if (std::holds_alternative<access::session::SignedIn>(world.session))
        lock(turn, 0, desk::LockCause::SmartCardRemoved);
}

void putIn(Turn &turn, std::optional<ports::AuthenticatorIdentity> token)
{
    turn.world.reader.isUnusable = !token;
    turn.world.reader.token = std::move(token);
    turn.changed.any = true;
}

} // namespace

bool isEnrollingToken(const World &world)
{
    return world.keyChange && world.keyChange->kind == KeyChange::Kind::EnrollingToken;
}

void tokenAnswered(Turn &turn, const ports::TokenEvent &event)
{
    std::visit(Overload{
                   [&](const ports::TokenSeen &seen) { putIn(turn, seen.identity); },
                   [&](const ports::TokenUnusable &) { putIn(turn, std::nullopt); },
                   [&](const ports::TokenGone &) { takenOut(turn); },
                   [&](const ports::TokenSigned &made) { signedBy(turn, made); },
                   [&](const ports::TokenRefused &refused) {
                       if (refused.request != 0 && refused.request == turn.world.reader.request)
                           failToken(turn, refusalFor(refused.fault));
                   },
               },
               event);
}

bool isOwnTokenHere(const World &world)
{
    return world.card && world.reader.token && !world.card->tokenKey.empty()
           && base64urlEncode(world.reader.token->publicKey) == world.card->tokenKey;
}

std::optional<RefusalCode> tokenObjection(const World &world, bool isPin)
{
    const bool isRequired = world.rules && world.rules->tokenRequired;
    if (!isPin)
        return isRequired ? std::optional(RefusalCode::TokenRequired) : std::nullopt;
    if (isOwnTokenHere(world))
        return std::nullopt;
    return world.reader.token ? RefusalCode::TokenNotRegistered : RefusalCode::TokenAbsent;
}

desk::TokenView viewToken(const World &world)
{
    using State = desk::TokenView::State;
    desk::TokenView view;
    view.isRequired = world.rules && world.rules->tokenRequired;
    view.hasOne = world.card && !world.card->tokenKey.empty();
    if (world.reader.token)
        view.label = world.reader.token->label;
    view.state = isOwnTokenHere(world)     ? State::Ready
                 : world.reader.token      ? State::NotRegistered
                 : world.reader.isUnusable ? State::Unusable
                                           : State::Absent;
    return view;
}

void askToken(Turn &turn)
{
    auto &signing = *turn.world.signing;
    signing.stage = Stage::AwaitingToken;
    if (!isOwnTokenHere(turn.world)) // while the issuer was asked
        return failToken(turn, RefusalCode::TokenAbsent);
    ask(turn, std::exchange(signing.password, nullptr),
        audit::carriedProofBytes(protocol::decisionBytes(*signing.statement)));
}

std::optional<std::int64_t> tokenDueAtMs(const World &world)
{
    return world.reader.request != 0 ? std::optional(world.reader.dueAtMs) : std::nullopt;
}

void expireToken(Turn &turn)
{
    const auto &reader = turn.world.reader;
    if (reader.request == 0 || turn.moment.monotonicMs < reader.dueAtMs)
        return;
    turn.effects.push_back(effect::AbandonToken{});
    failToken(turn, RefusalCode::TokenSilent);
}

void abandonToken(Turn &turn)
{
    auto &world = turn.world;
    if (std::exchange(world.reader.request, 0) != 0)
        turn.effects.push_back(effect::AbandonToken{});
    if (isSpeakingForSignature(world))
        failSigning(turn, RefusalCode::Locked);
}

void enrolToken(Turn &turn, std::uint64_t command, const desk::EnrolToken &request)
{
    auto &world = turn.world;
    if (!std::holds_alternative<access::session::SignedIn>(world.session) || !world.identity)
        return refuse(turn, command, RefusalCode::NotSignedIn);
    if (world.keyChange || world.signing)
        return refuse(turn, command, RefusalCode::Busy);
    if (!mayTryPassword(turn, command))
        return;
    if (!sync::isFollowing(world.link) || !world.hello || !world.hello->takesTokens)
        return refuse(turn, command, RefusalCode::Offline);
    if (!world.reader.token)
        return refuse(turn, command, world.reader.isUnusable ? RefusalCode::TokenUnusable : RefusalCode::TokenAbsent);
    if (!request.pin || request.pin->isEmpty())
        return refuse(turn, command, RefusalCode::TokenPinWrong);
    KeyChange change{.command = command, .kind = KeyChange::Kind::EnrollingToken};
    change.newKid = kidOf(*world.reader.token);
    change.password = request.password;
    change.token = *world.reader.token;
    world.keyChange = std::move(change);
    ask(turn, request.pin, protocol::tokenLinkBytes(world.hello->nonce, world.identity->user));
}

void tokenVouched(Turn &turn, const ports::SignatureMade &made)
{
    auto &world = turn.world;
    const auto &change = *world.keyChange;
    world.attempts = {};
    turn.effects.push_back(effect::Send{protocol::EnrolToken{
        base64urlEncode(change.token.publicKey), change.token.label, change.proof, base64urlEncode(made.signature)}});
}

void tokenEnrolled(Turn &turn, const protocol::TokenEnrolled &answer)
{
    auto &world = turn.world;
    if (!isEnrollingToken(world) || world.keyChange->proof.empty() || !world.card)
        return;
    const auto change = *std::exchange(world.keyChange, std::nullopt);
    if (!answer.rule.empty() || answer.kid != change.newKid)
        return refuse(turn, change.command, RefusalCode::TokenRefused, answer.rule);
    world.card->tokenKey = base64urlEncode(change.token.publicKey);
    turn.effects.push_back(effect::KeepCard{cardBytes(*world.card)});
    reply(turn, change.command);
}

} // namespace countersign::engine
