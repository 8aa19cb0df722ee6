#include "core/engine/steps.hpp"

namespace countersign::engine
{
namespace
{

using domain::RefusalCode;
using Stage = Signing::Stage;

// Always a fresh sign-in: whoever is signed in at this browser may not be who sits here.
ports::SignOnQuestion questionFor(World &world, const std::string &nonce, const domain::ReviewerId &who)
{
    const auto &issuer = *world.hello->issuer;
    world.issuerRequest = ++world.lastRequest;
    return {.request = world.issuerRequest,
            .issuer = issuer.issuer,
            .clientId = issuer.clientId,
            .authorizationEndpoint = issuer.authorizationEndpoint,
            .tokenEndpoint = issuer.tokenEndpoint,
            .scope = issuer.scope,
            .ports = issuer.ports,
            .nonce = nonce,
            .isFresh = true,
            .acr = {},
            .loginHint = who.text()};
}

const char *codeOf(ports::SignOnFault fault)
{
    switch (fault) {
    case ports::SignOnFault::NoBrowser:
        return "no-browser";
    case ports::SignOnFault::NoPort:
        return "no-port";
    case ports::SignOnFault::Denied:
        return "denied";
    case ports::SignOnFault::TokenRefused:
        return "token-refused";
    case ports::SignOnFault::Unreachable:
        return "unreachable";
    case ports::SignOnFault::TimedOut:
        break;
    }
    return "timed-out";
}

bool isAtDoor(const World &world)
{
    return world.entering && world.entering->stage == Entering::Stage::AskingGateway;
}

bool isSigningThere(const World &world)
{
    return world.signing
           && (world.signing->stage == Stage::AwaitingIssuer || world.signing->stage == Stage::AwaitingProof);
}

void tokenCame(Turn &turn, const std::string &token)
{
    auto &world = turn.world;
    if (isAtDoor(world) && world.hello)
        return turn.effects.push_back(effect::Send{protocol::SignIn{world.entering->user, {}, token}});
    if (!world.signing || world.signing->stage != Stage::AwaitingIssuer)
        return;
    if (!sync::isFollowing(world.link))
        return failSigning(turn, RefusalCode::Offline);
    world.signing->stage = Stage::AwaitingProof;
    turn.effects.push_back(effect::Send{protocol::ProveSigning{world.signing->statement->auth.nonce, token}});
}

void issuerFailed(Turn &turn, const char *why)
{
    if (isAtDoor(turn.world)) {
        gatewayLost(turn, RefusalCode::IssuerRefused, why);
        return dropLink(turn, "issuer", true);
    }
    if (isSigningThere(turn.world))
        failSigning(turn, RefusalCode::IssuerRefused, why);
}

} // namespace

void askIssuerAtDoor(Turn &turn)
{
    auto &world = turn.world;
    if (!world.hello->issuer) {
        gatewayLost(turn, RefusalCode::IssuerAbsent);
        return dropLink(turn, "issuer", true);
    }
    turn.effects.push_back(effect::AskIssuer{questionFor(world, world.hello->nonce, world.entering->user)});
}

// What an organisation asks for at each signature is not to be had without a link, and the gateway would refuse what
// lacks it. What it asks for at the first of a session gives way to id and password while there is none.
bool needsIssuer(const World &world, const access::SigningSession &before)
{
    if (!world.card || world.card->stepUp.empty() || world.card->stepUp == "never")
        return false;
    if (world.card->stepUp == "each")
        return true;
    return !before.period && sync::isFollowing(world.link) && world.hello && world.hello->issuer.has_value();
}

void askIssuerForSigning(Turn &turn)
{
    auto &world = turn.world;
    if (!sync::isFollowing(world.link) || !world.hello || !world.hello->issuer)
        return failSigning(turn, RefusalCode::Offline);
    auto question = questionFor(world, world.signing->statement->auth.nonce.text(), world.identity->user);
    question.acr = world.hello->issuer->acr;
    world.signing->stage = Stage::AwaitingIssuer;
    turn.effects.push_back(effect::AskIssuer{std::move(question)});
}

void issuerAnswered(Turn &turn, const ports::SignOnEvent &event)
{
    const auto request = std::visit([](const auto &answer) { return answer.request; }, event);
    if (request == 0 || request != turn.world.issuerRequest)
        return; // of a question that nobody asks any more
    turn.world.issuerRequest = 0;
    if (const auto *answered = std::get_if<ports::SignOnAnswered>(&event))
        tokenCame(turn, answered->idToken);
    else
        issuerFailed(turn, codeOf(std::get<ports::SignOnFailed>(event).fault));
}

// The gateway heard the issuer, for this very signature: that is what the statement says, and only that.
void signingProved(Turn &turn, const protocol::SigningProved &answer)
{
    auto &world = turn.world;
    if (!world.signing || world.signing->stage != Stage::AwaitingProof
        || world.signing->statement->auth.nonce != answer.nonce)
        return;
    if (!answer.rule.empty() || !answer.authTime) {
        note(turn, {.kind = domain::AuditKind::SignatureRefused,
                    .isDone = false,
                    .item = world.signing->statement->itemId,
                    .detail = "issuer"});
        return failSigning(turn, RefusalCode::IssuerRefused, answer.rule);
    }
    auto &auth = world.signing->statement->auth;
    auth.components.push_back(domain::AuthComponent::Oidc);
    auth.idpAuthTime = formatInstant(*answer.authTime);
    auth.acr = answer.acr;
    askSignature(turn);
}

void abandonIssuer(Turn &turn)
{
    auto &world = turn.world;
    if (std::exchange(world.issuerRequest, 0) != 0)
        turn.effects.push_back(effect::AbandonIssuer{});
    if (isSigningThere(world))
        failSigning(turn, std::holds_alternative<access::session::SignedIn>(world.session) ? RefusalCode::Offline
                                                                                           : RefusalCode::Locked);
}

} // namespace countersign::engine
