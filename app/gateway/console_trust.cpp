// What a signed-in console asks beside its work: a signature's proof by the issuer, broken glass, a key that takes
// over; and what a supervisor asks of it.
#include "app/gateway/console_session.hpp"

#include "app/gateway/oidc/issuer_office.hpp"
#include "core/base/encoding.hpp"
#include "core/policy/policy_document.hpp"

#include <algorithm>

namespace countersign::gateway
{
namespace
{

constexpr std::chrono::minutes emergencyLasts{60};

} // namespace

void ConsoleSession::signInByIssuer(const domain::ReviewerId &user, const std::string &token)
{
    if (!services_.issuer)
        return refuseEntry(user, {"issuer", std::chrono::seconds(0)});
    stage_ = Stage::Checking;
    const auto check = [this, token] {
        return services_.issuer->atDoor(token, nonce_, services_.clock.now(), services_.clock.monotonicMs());
    };
    ask(services_.passwords, check, [this, user](const Result<oidc::TokenWord, std::string_view> &word) {
        // Whom the token names is who comes in, and only under that name.
        if (!word || word->user != user) {
            stage_ = Stage::SigningIn;
            return refuseEntry(user, {"issuer", std::chrono::seconds(0)});
        }
        admitKnown(user);
    });
}

void ConsoleSession::handle(const protocol::ProveSigning &request)
{
    if (!isSignedIn())
        return;
    if (!services_.issuer)
        return say(protocol::SigningProved{request.nonce, "issuer", std::nullopt, {}});
    const auto check = [this, request] {
        return services_.issuer->atSigning(request.idToken, request.nonce.text(), services_.clock.now(),
                                           services_.clock.monotonicMs());
    };
    ask(services_.passwords, check,
        [this, nonce = request.nonce](const Result<oidc::TokenWord, std::string_view> &word) {
            if (!word || word->user != reviewer_.id || !word->authTime) {
                note({.kind = domain::AuditKind::SignatureRefused,
                      .isDone = false,
                      .who = reviewer_.id,
                      .detail = "issuer"},
                     true);
                const std::string rule = !word ? std::string(word.error()) : "another-person";
                return say(protocol::SigningProved{nonce, rule, std::nullopt, {}});
            }
            keepProof(nonce, *word->authTime, word->acr);
        });
}

// Durable before the console hears of it: what is signed on it must not be refused because this server started anew.
void ConsoleSession::keepProof(const domain::Digest &nonce, Instant authTime, const std::string &acr)
{
    const auto keep = [this, nonce, authTime, acr] {
        return services_.registrar.keepSigningProof(reviewer_.id, nonce, {authTime, acr}, services_.clock.now());
    };
    ask(services_.store, keep, [this, nonce, authTime, acr](const Stored<bool> &isNew) {
        if (!isNew)
            return end("shutting-down", "The gateway's store failed; nothing was signed.");
        if (!*isNew) // a token serves once
            return say(protocol::SigningProved{nonce, "used", std::nullopt, {}});
        say(protocol::SigningProved{nonce, {}, authTime, acr});
    });
}

void ConsoleSession::handle(const protocol::BeginEmergency &request)
{
    if (!isIn(Stage::Following))
        return;
    const bool isReason = std::ranges::find(domain::emergencyReasons, request.reason) != domain::emergencyReasons.end();
    if (!isReason || !policy::mayBreakGlass(services_.registrar.rules()->document, reviewer_.role)) {
        note({.kind = domain::AuditKind::AccessRefused, .isDone = false, .who = reviewer_.id, .detail = "emergency"},
             true);
        return say(protocol::EmergencyView{std::nullopt, "role"});
    }
    // In the trail before a single row of it is told.
    const auto write = [this, request] {
        const Instant now = services_.clock.now();
        return services_.registrar
            .note(
                {{.kind = domain::AuditKind::EmergencyBegun, .who = reviewer_.id, .at = now, .detail = request.reason}},
                now)
            .and_then([&](Done) {
                return services_.registrar.notify(domain::Notice::Kind::EmergencyBegun, reviewer_.id, request.reason,
                                                  now);
            });
    };
    ask(services_.store, write, [this](const Stored<Done> &noted) {
        if (!noted)
            return end("shutting-down", "The gateway's store failed.");
        emergencyUntil_ = services_.clock.now() + emergencyLasts;
        ++services_.metrics.emergencies;
        services_.tokens.setEmergency(token_, emergencyUntil_);
        say(protocol::EmergencyView{emergencyUntil_, {}});
        beginSnapshot();
    });
}

void ConsoleSession::tellNotices()
{
    const std::int64_t written = services_.notices;
    if (!takesNotices_ || reviewer_.role != domain::Role::Supervisor || noticesTold_ == written)
        return;
    noticesTold_ = written;
    const auto find = [this] { return services_.registrar.unseenNotices(reviewer_.id, services_.clock.now()); };
    ask(services_.store, find, [this](const Stored<std::vector<domain::Notice>> &unseen) {
        if (!unseen)
            return end("shutting-down", "The gateway's store failed.");
        say(protocol::Notices{*unseen});
    });
}

void ConsoleSession::handle(const protocol::SeeNotice &request)
{
    if (!isIn(Stage::Following))
        return;
    if (reviewer_.role != domain::Role::Supervisor)
        return end("protocol", "Notices are a supervisor's.");
    const auto see = [this, number = request.number] {
        return services_.registrar.seeNotice(number, reviewer_.id, services_.clock.now());
    };
    ask(services_.store, see, [this](const Stored<Done> &seen) {
        if (!seen)
            end("shutting-down", "The gateway's store failed.");
    });
}

void ConsoleSession::handle(const protocol::EndEmergency &)
{
    if (isIn(Stage::Following))
        endEmergency("asked");
}

void ConsoleSession::endEmergency(const char *why)
{
    if (!std::exchange(emergencyUntil_, std::nullopt))
        return;
    services_.tokens.setEmergency(token_, std::nullopt);
    note({.kind = domain::AuditKind::EmergencyEnded, .who = reviewer_.id, .detail = why}, true);
    items_.clear(); // of what is not to be seen any more; the console asks again for what it may see
    say(protocol::EmergencyView{});
    beginSnapshot();
}

void ConsoleSession::handle(const protocol::ReplaceKey &request)
{
    if (!isSignedIn())
        return;
    const auto bytes = base64urlDecode(request.publicKey);
    const auto vouching = base64urlDecode(request.vouching);
    const auto publicKey = bytes ? crypto::PublicKey::fromBytes(*bytes) : std::nullopt;
    if (!publicKey || !vouching)
        return say(protocol::KeyReplaced{{}, "malformed"});
    const audit::RegisteredKey key = keyFrom(*publicKey);
    const auto enrol = [this, key, vouching = *vouching]() -> Stored<bool> {
        const audit::RegisteredKey *old = services_.registrar.roll().keys.find(kid_);
        const bool isVouched = old && audit::isValidAt(*old, services_.clock.now())
                               && crypto::verify(old->publicKey, asBytes(protocol::nextKeyBytes(key.kid)), vouching);
        if (!isVouched)
            return false;
        return services_.registrar.enrol(key, "renewed").transform([](Done) { return true; });
    };
    ask(services_.store, enrol, [this, kid = key.kid](const Stored<bool> &isEnrolled) {
        if (!isEnrolled || !*isEnrolled)
            return say(protocol::KeyReplaced{{}, "vouching"});
        say(protocol::KeyReplaced{kid, {}});
    });
}

// Whoever has the token and its PIN, at a desk whose signing key vouches for it: which took the person's password.
void ConsoleSession::handle(const protocol::EnrolToken &request)
{
    if (!isSignedIn())
        return;
    const auto bytes = base64urlDecode(request.publicKey);
    const auto proof = base64urlDecode(request.proof);
    const auto vouching = base64urlDecode(request.vouching);
    const auto publicKey = bytes ? crypto::PublicKey::fromBytes(*bytes) : std::nullopt;
    if (!publicKey || !proof || !vouching)
        return say(protocol::TokenEnrolled{{}, "malformed"});
    audit::RegisteredKey token = keyFrom(*publicKey);
    token.device = {};
    if (!crypto::verify(*publicKey, asBytes(protocol::tokenLinkBytes(nonce_, reviewer_.id)), *proof))
        return say(protocol::TokenEnrolled{{}, "proof"});
    const auto enrol = [this, token, vouching = *vouching, label = request.label]() -> Stored<std::string> {
        const audit::RegisteredKey *device = services_.registrar.roll().keys.find(kid_);
        const bool isVouched =
            device && audit::isValidAt(*device, services_.clock.now())
            && crypto::verify(device->publicKey, asBytes(protocol::tokenKeyBytes(token.kid)), vouching);
        return isVouched ? services_.registrar.enrolToken(token, label) : Stored<std::string>("vouching");
    };
    ask(services_.store, enrol, [this, kid = token.kid](const Stored<std::string> &refused) {
        if (!refused)
            return end("shutting-down", "The gateway's store failed.");
        say(protocol::TokenEnrolled{refused->empty() ? kid : domain::KeyId(), *refused});
    });
}

void ConsoleSession::lockDesk()
{
    link_->post([self = shared_from_this()] {
        if (self->stage_ != Stage::Following && self->stage_ != Stage::SignedIn)
            return;
        self->note({.kind = domain::AuditKind::Locked, .who = self->reviewer_.id, .detail = "by-gateway"}, true);
        self->say(protocol::LockDesk{});
    });
}

} // namespace countersign::gateway
