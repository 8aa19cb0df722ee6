// A console proves who it is: by the person's password, or by the device's key over this link's nonce.
#include "app/gateway/console_session.hpp"

#include "core/base/encoding.hpp"
#include "core/protocol/limits.hpp"

namespace countersign::gateway
{
ConsoleSession::Entry ConsoleSession::entryOf(const Roll &roll, const domain::Reviewer &reviewer,
                                              const audit::RegisteredKey *key, Instant now)
{
    const audit::RegisteredKey *token = roll.tokenOf(reviewer.id, now);
    std::vector<domain::Cover> covers = roll.coversOf(reviewer.id);
    std::erase_if(covers, [&](const domain::Cover &cover) { return cover.until < now; });
    return {.refusal = {},
            .reviewer = reviewer,
            .kid = key ? key->kid : domain::KeyId(),
            .tokenKey = token ? base64urlEncode(token->publicKey.bytes) : std::string(),
            .covers = std::move(covers)};
}

bool ConsoleSession::isProof(const crypto::PublicKey &key, const domain::ReviewerId &user,
                             std::string_view signature) const
{
    const auto bytes = base64urlDecode(signature);
    const std::string proof = protocol::linkProofBytes(nonce_, user);
    return bytes && crypto::verify(key, asBytes(proof), BytesView(*bytes));
}

void ConsoleSession::note(domain::AuditEvent event, bool isUrgent)
{
    event.at = services_.clock.now();
    const auto write = [this, event, isUrgent]() -> Stored<Done> {
        if (isUrgent)
            return services_.registrar.note({event}, event.at);
        services_.registrar.noteSoon(event);
        return Done{};
    };
    ask(services_.store, write, [this](const Stored<Done> &noted) {
        if (!noted)
            end("shutting-down", "The gateway's store failed.");
    });
}

void ConsoleSession::refuseSignIn(std::string_view rule, std::chrono::seconds retryAfter)
{
    say(protocol::SignInRefused{std::string(rule), retryAfter.count()});
}

void ConsoleSession::refuseEntry(const domain::ReviewerId &user, const SignInRefusal &refusal)
{
    note({.kind = domain::AuditKind::SignInRefused, .isDone = false, .who = user, .detail = std::string(refusal.rule)},
         true);
    if (refusal.isBlocking)
        ask(
            services_.store,
            [this, user] {
                return services_.registrar.notify(domain::Notice::Kind::SignInsRefused, user,
                                                  std::string(domain::tooManyAttempts), services_.clock.now());
            },
            [](const Stored<Done> &) {});
    refuseSignIn(refusal.rule, refusal.retryAfter);
}

void ConsoleSession::admitKnown(const domain::ReviewerId &user)
{
    const auto find = [this, user]() -> Entry {
        const Instant now = services_.clock.now();
        const Roll &roll = services_.registrar.roll();
        const domain::Reviewer *reviewer = roll.reviewer(user);
        return reviewer ? entryOf(roll, *reviewer, roll.keyOf(user, device_, now), now) : Entry{.refusal = "disabled"};
    };
    ask(services_.store, find, [this, user](const Entry &entry) {
        if (entry.refusal.empty())
            return admit(entry);
        stage_ = Stage::SigningIn;
        refuseEntry(user, {entry.refusal, std::chrono::seconds(0)});
    });
}

void ConsoleSession::admit(const Entry &entry)
{
    reviewer_ = entry.reviewer;
    kid_ = entry.kid;
    stage_ = kid_.isEmpty() ? Stage::Enrolling : Stage::SignedIn;
    if (!std::exchange(isCounted_, true))
        ++services_.metrics.consolesSignedIn;
    services_.sessions.enter({device_, reviewer_.id}, shared_from_this());
    token_ = services_.tokens.issue(reviewer_, services_.dice);
    note({.kind = domain::AuditKind::SignedIn, .who = reviewer_.id}, false);
    const auto rules = services_.registrar.rules();
    protocol::SignedIn answer{.reviewer = reviewer_,
                              .kid = kid_,
                              .policy = rules->ref,
                              .session = token_,
                              .policyDocument = rules->text,
                              .tokenKey = entry.tokenKey,
                              .covers = entry.covers};
    if (answer.covers.size() > protocol::limits::coversMax)
        answer.covers.resize(protocol::limits::coversMax);
    say(answer);
}

void ConsoleSession::handle(protocol::SignIn &request)
{
    const auto password = std::make_shared<SecretBytes>(SecretBytes::copyOf(asBytes(request.password)));
    wipeMemory(request.password.data(), request.password.size());
    if (!isIn(Stage::SigningIn))
        return;
    if (!request.idToken.empty())
        return signInByIssuer(request.user, request.idToken);
    stage_ = Stage::Checking;
    const auto check = [this, password, user = request.user] {
        return services_.guard.check(user, *password, services_.clock.monotonicMs());
    };
    ask(services_.passwords, check, [this, user = request.user](std::variant<domain::Reviewer, SignInRefusal> checked) {
        if (const auto *refusal = std::get_if<SignInRefusal>(&checked)) {
            stage_ = Stage::SigningIn;
            return refuseEntry(user, *refusal);
        }
        admitKnown(user);
    });
}

void ConsoleSession::handle(const protocol::Resume &request)
{
    if (!isIn(Stage::SigningIn))
        return;
    stage_ = Stage::Checking;
    const auto check = [this, request]() -> Entry {
        const Roll &roll = services_.registrar.roll();
        const audit::RegisteredKey *key = roll.keys.find(request.kid);
        const domain::Reviewer *reviewer = roll.reviewer(request.user);
        if (!key || key->role != audit::KeyRole::Reviewer || key->owner != request.user.text()
            || key->device != device_)
            return {.refusal = "unknown-key"};
        if (!audit::isValidAt(*key, services_.clock.now()))
            return {.refusal = "revoked-key"};
        if (!isProof(key->publicKey, request.user, request.signature))
            return {.refusal = "bad-proof"};
        if (!reviewer)
            return {.refusal = "disabled"};
        // The key that took over speaks for the first time: those before it are done.
        const auto retired = services_.registrar.retireKeysBefore(*key, services_.clock.now());
        return retired ? entryOf(roll, *reviewer, key, services_.clock.now()) : Entry{.refusal = "try-again"};
    };
    ask(services_.store, check, [this, user = request.user](const Entry &entry) {
        stage_ = Stage::SigningIn;
        if (entry.refusal.empty())
            return admit(entry);
        note({.kind = domain::AuditKind::SignInRefused,
              .isDone = false,
              .who = user,
              .detail = std::string(entry.refusal)},
             false);
        refuseSignIn(entry.refusal);
    });
}

audit::RegisteredKey ConsoleSession::keyFrom(const crypto::PublicKey &publicKey) const
{
    return {.kid = domain::KeyId(crypto::thumbprint(publicKey)),
            .publicKey = publicKey,
            .role = audit::KeyRole::Reviewer,
            .owner = reviewer_.id.text(),
            .device = device_,
            .validFrom = services_.clock.now(),
            .revokedAt = {}};
}

void ConsoleSession::handle(const protocol::Enrol &request)
{
    // A person who lost the device's keys signs in by password and enrols new ones over the old.
    if (stage_ != Stage::SignedIn && !isIn(Stage::Enrolling))
        return;
    const auto bytes = base64urlDecode(request.publicKey);
    const auto publicKey = bytes ? crypto::PublicKey::fromBytes(*bytes) : std::nullopt;
    if (!publicKey || !isProof(*publicKey, reviewer_.id, request.signature))
        return refuseSignIn("bad-proof");
    const audit::RegisteredKey key = keyFrom(*publicKey);
    const auto enrol = [this, key, name = request.deviceName] { return services_.registrar.enrol(key, name); };
    ask(services_.store, enrol, [this, kid = key.kid](const Stored<Done> &enrolled) {
        if (!enrolled)
            return refuseSignIn("bad-proof");
        stage_ = Stage::SignedIn;
        kid_ = kid;
        say(protocol::Enrolled{kid});
    });
}

} // namespace countersign::gateway
