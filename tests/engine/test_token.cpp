// A token that the person carries, at this desk: enrolled once, asked for its PIN at each signature in place of the
// password, and whatever it does instead of signing said in words (R-106, R-107, R-715; decision 27).
#include "core/audit/carried_proof.hpp"
#include "core/base/encoding.hpp"
#include "core/crypto/digest.hpp"
#include "core/protocol/audit_codec.hpp"
#include "core/protocol/decision_codec.hpp"
#include "tests/support/clinic.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace countersign;
using namespace countersign::support;
using domain::AuthComponent;
using domain::Outcome;
using domain::RefusalCode;
using domain::Verdict;
using State = desk::TokenView::State;

namespace
{

struct Ward : Clinic {
    Ward() : Clinic(6)
    {
        gateway.takesTokens = true;
        signIn();
        desk->tokens.putIn("mara's card");
        settle();
    }
    desk::Reply enrol(const char *pin = "4711", const char *word = "correct horse")
    {
        return ask(desk::EnrolToken{password(word), password(pin)});
    }
    desk::Reply decideWith(const char *credential, bool isPin = true, const char *id = "")
    {
        ask(desk::OpenItem{items.at(next_)});
        auto request = decideRequest(*desk->shown().open->item, Verdict::Approve, credential, id);
        request.isPin = isPin;
        const auto reply = ask(std::move(request));
        if (!reply.refusal)
            ++next_;
        return reply;
    }
    // A signature that the token does not answer; the command that waits for it.
    std::uint64_t waitForToken()
    {
        desk->tokens.isSilent = true;
        ask(desk::OpenItem{items.at(0)});
        auto request = decideRequest(*desk->shown().open->item, Verdict::Approve, "4711", "");
        request.isPin = true;
        const auto command = desk->submit(request);
        settle();
        return command;
    }
    [[nodiscard]] desk::TokenView view() const { return desk->shown().session.signing.token; }
    [[nodiscard]] std::vector<std::string> refusedSignatures() const
    {
        std::vector<std::string> details;
        for (const auto &kept : disk.ledger.events)
            if (const auto entry = protocol::readAuditEntry(kept.bytes);
                entry && entry->event.kind == domain::AuditKind::SignatureRefused)
                details.push_back(entry->event.detail);
        return details;
    }

private:
    std::size_t next_ = 0;
};

} // namespace

TEST_CASE("a token is enrolled with password and PIN, and its word stands in each signature that follows")
{
    Ward ward;
    CHECK(ward.view().state == State::NotRegistered);
    CHECK(ward.desk->shown().session.signing.asksId);
    REQUIRE_FALSE(ward.enrol().refusal);
    CHECK(ward.view().state == State::Ready);
    CHECK(ward.view().label == "mara's card");
    // Smart card and PIN are two components: nothing else is asked, at the first signature and at each later one.
    CHECK_FALSE(ward.desk->shown().session.signing.asksId);
    for (int i = 0; i < 2; ++i) {
        const auto reply = ward.decideWith("4711");
        REQUIRE_FALSE(reply.refusal);
        const auto &received = ward.gateway.received.at(reply.decision);
        CHECK(received.outcome == Outcome::Accepted);
        const auto statement = statementOf(received);
        CHECK(statement.auth.components
              == std::vector{AuthComponent::SmartCard, AuthComponent::Pin, AuthComponent::DeviceKey});
        REQUIRE(statement.auth.proof);
        const auto key = cardKey("mara's card").publicKey();
        CHECK(statement.auth.proof->kid.text() == crypto::thumbprint(key));
        CHECK(crypto::verify(key, asBytes(audit::carriedProofBytes(protocol::decisionBytes(statement))),
                             base64urlDecode(statement.auth.proof->signature).value()));
    }
    CHECK(ward.desk->tokens.asked == 3); // once to enrol, once for each signature
}

TEST_CASE("the PIN leaves the desk by no message, and is nowhere on its disk")
{
    Ward ward;
    ward.desk->tokens.pin = "a pin of many words";
    REQUIRE_FALSE(ward.enrol("a pin of many words").refusal);
    REQUIRE_FALSE(ward.decideWith("a pin of many words").refusal);
    for (const auto &message : ward.heard)
        CHECK(protocol::encodeMessage(message).find("a pin of many words") == std::string::npos);
    CHECK(ward.disk.vault.card.find("a pin of many words") == std::string::npos);
}

TEST_CASE("what the token does instead of signing is a refusal of its own, and signs nothing")
{
    struct Case {
        const char *what;
        void (*before)(FakeTokens &);
        const char *pin;
        RefusalCode code;
        const char *detail;
    };
    const Case cases[] = {
        {"another PIN", [](auto &) {}, "0000", RefusalCode::TokenPinWrong, "wrong-pin"},
        {"no try left", [](auto &t) { t.triesLeft = 0; }, "4711", RefusalCode::TokenPinLocked, "pin-locked"},
        {"a signature that does not hold", [](auto &t) { t.spoilsSignatures = true; }, "4711",
         RefusalCode::TokenUnusable, "token-unusable"},
        {"no PIN", [](auto &) {}, "", RefusalCode::TokenPinWrong, "component-missing"},
    };
    for (const Case &c : cases) {
        CAPTURE(c.what);
        Ward ward;
        REQUIRE_FALSE(ward.enrol().refusal);
        c.before(ward.desk->tokens);
        CHECK(isRefused(ward.decideWith(c.pin), c.code));
        CHECK(ward.gateway.received.empty());
        CHECK(ward.refusedSignatures() == std::vector<std::string>{c.detail});
        // The password still signs where the policy takes it.
        CHECK_FALSE(ward.decideWith("correct horse", false, "mara").refusal);
    }
}

TEST_CASE("a module that does not come back is given up after twenty seconds; what it says later is nothing")
{
    Ward ward;
    REQUIRE_FALSE(ward.enrol().refusal);
    const auto command = ward.waitForToken();
    ward.pass(std::chrono::seconds(19));
    CHECK_FALSE(ward.desk->replyTo(command));
    ward.pass(std::chrono::seconds(2));
    REQUIRE(ward.desk->replyTo(command));
    CHECK(isRefused(*ward.desk->replyTo(command), RefusalCode::TokenSilent));
    CHECK(ward.desk->tokens.abandoned == 1);
    ward.desk->tokens.answerLate();
    ward.settle();
    CHECK(ward.gateway.received.empty());
    ward.desk->tokens.isSilent = false;
    CHECK_FALSE(ward.decideWith("4711").refusal);
}

TEST_CASE("a token that is taken out while it signs ends the signature and locks the desk")
{
    Ward ward;
    REQUIRE_FALSE(ward.enrol().refusal);
    const auto command = ward.waitForToken();
    ward.desk->tokens.takeOut();
    ward.settle();
    CHECK(isRefused(*ward.desk->replyTo(command), RefusalCode::TokenAbsent));
    CHECK(ward.desk->shown().session.state == desk::SessionState::Locked);
    CHECK(ward.desk->shown().session.lockedBy == desk::LockCause::SmartCardRemoved);
    CHECK(ward.gateway.received.empty());
    // Put in again, it waits for whoever unlocks.
    ward.desk->tokens.isSilent = false;
    ward.desk->tokens.putIn("mara's card");
    ward.settle();
    CHECK(ward.desk->shown().session.state == desk::SessionState::Locked);
    REQUIRE_FALSE(ward.ask(desk::Unlock{password("correct horse")}).refusal);
    CHECK(ward.view().state == State::Ready);
    CHECK_FALSE(ward.decideWith("4711").refusal);
}

TEST_CASE("a desk that is locked while the token works gives it up")
{
    Ward ward;
    REQUIRE_FALSE(ward.enrol().refusal);
    const auto command = ward.waitForToken();
    ward.ask(desk::Lock{});
    CHECK(isRefused(*ward.desk->replyTo(command), RefusalCode::Locked));
    CHECK(ward.desk->tokens.abandoned == 1);
}

TEST_CASE("another person's token, an unusable one and none at all sign nothing here")
{
    Ward ward;
    REQUIRE_FALSE(ward.enrol().refusal);
    ward.desk->tokens.putIn("joel's card");
    ward.settle();
    CHECK(ward.view().state == State::NotRegistered);
    CHECK(ward.view().hasOne);
    CHECK(ward.desk->shown().session.signing.asksId); // so that the sheet asks for id and password
    CHECK(isRefused(ward.decideWith("4711"), RefusalCode::TokenNotRegistered));
    ward.desk->tokens.putInUnusable();
    ward.settle();
    CHECK(ward.view().state == State::Unusable);
    CHECK(isRefused(ward.decideWith("4711"), RefusalCode::TokenAbsent));
    CHECK(ward.desk->tokens.asked == 1); // no PIN of mara's went to another card
    CHECK(ward.gateway.received.empty());
}

TEST_CASE("offline, the token that the profile knows signs as before, and what it signed is accepted later")
{
    Ward ward;
    REQUIRE_FALSE(ward.enrol().refusal);
    ward.ask(desk::OpenItem{ward.items[0]}); // so that it is here
    ward.killDesk();
    ward.desk->wire.reach = ScriptedWire::Reach::Unreachable;
    REQUIRE_FALSE(ward.signIn().refusal);
    ward.desk->tokens.putIn("mara's card");
    ward.settle();
    CHECK(ward.view().state == State::Ready);
    const auto reply = ward.decideWith("4711");
    REQUIRE_FALSE(reply.refusal);
    ward.desk->wire.reach = ScriptedWire::Reach::Open;
    ward.pass(std::chrono::seconds(70));
    CHECK(ward.gateway.received.at(reply.decision).outcome == Outcome::Accepted);
}

TEST_CASE("where the policy asks for the token, no password signs at this desk")
{
    Ward ward;
    ward.gateway.policy.tokenRequired = true;
    ward.killDesk();
    REQUIRE_FALSE(ward.signIn().refusal);
    CHECK(ward.view().isRequired);
    CHECK(isRefused(ward.decideWith("correct horse", false, "mara"), RefusalCode::TokenRequired));
    ward.desk->tokens.putIn("mara's card");
    ward.settle();
    REQUIRE_FALSE(ward.enrol().refusal);
    CHECK(isRefused(ward.decideWith("correct horse", false, "mara"), RefusalCode::TokenRequired));
    CHECK_FALSE(ward.decideWith("4711").refusal);
}

TEST_CASE(
    "a token that the gateway has revoked signs nothing that counts, and is not this person's after the next link")
{
    Ward ward;
    REQUIRE_FALSE(ward.enrol().refusal);
    ward.gateway.revokeToken(domain::ReviewerId{"mara"});
    const auto reply = ward.decideWith("4711");
    REQUIRE_FALSE(reply.refusal);
    CHECK(ward.gateway.received.at(reply.decision).outcome == Outcome::NotPermitted);
    ward.cut();
    ward.pass(std::chrono::seconds(70));
    CHECK(ward.view().state == State::NotRegistered);
    CHECK_FALSE(ward.view().hasOne);
}

TEST_CASE("what goes wrong when a token is enrolled leaves none registered")
{
    struct Case {
        const char *what;
        const char *pin, *word;
        RefusalCode code;
        void (*before)(Ward &);
    };
    const Case cases[] = {
        {"another PIN", "0000", "correct horse", RefusalCode::TokenPinWrong, [](auto &) {}},
        {"another password", "4711", "wrong horse", RefusalCode::WrongPassword, [](auto &) {}},
        {"no PIN", "", "correct horse", RefusalCode::TokenPinWrong, [](auto &) {}},
        {"no token", "4711", "correct horse", RefusalCode::TokenAbsent,
         [](auto &ward) {
             ward.killDesk();
             ward.signIn();
         }},
        {"one that cannot be used", "4711", "correct horse", RefusalCode::TokenUnusable,
         [](auto &ward) {
             ward.desk->tokens.putInUnusable();
             ward.settle();
         }},
        {"a gateway of before", "4711", "correct horse", RefusalCode::Offline,
         [](auto &ward) {
             ward.gateway.takesTokens = false;
             ward.killDesk();
             ward.signIn();
             ward.desk->tokens.putIn("mara's card");
             ward.settle();
         }},
        {"a gateway that refuses", "4711", "correct horse", RefusalCode::TokenRefused,
         [](auto &ward) {
             ward.onSaid = [](protocol::Message &message) {
                 if (auto *answer = std::get_if<protocol::TokenEnrolled>(&message))
                     *answer = {{}, "of-another"};
                 return true;
             };
         }},
        {"a gateway that registers another key", "4711", "correct horse", RefusalCode::TokenRefused,
         [](auto &ward) {
             ward.onSaid = [](protocol::Message &message) {
                 if (auto *answer = std::get_if<protocol::TokenEnrolled>(&message))
                     answer->kid = domain::KeyId{"another"};
                 return true;
             };
         }},
    };
    for (const Case &c : cases) {
        CAPTURE(c.what);
        Ward ward;
        c.before(ward);
        CHECK(isRefused(ward.enrol(c.pin, c.word), c.code));
        CHECK_FALSE(ward.view().hasOne);
    }
}

TEST_CASE("a link that is lost while a token is enrolled says so, and it can be asked again")
{
    Ward ward;
    ward.onSaid = [](protocol::Message &message) { return !std::holds_alternative<protocol::TokenEnrolled>(message); };
    const auto command = ward.desk->submit(desk::EnrolToken{password("correct horse"), password("4711")});
    ward.settle();
    CHECK_FALSE(ward.desk->replyTo(command));
    ward.cut();
    CHECK(isRefused(*ward.desk->replyTo(command), RefusalCode::Offline));
    ward.onSaid = {};
    ward.pass(std::chrono::seconds(70));
    REQUIRE_FALSE(ward.enrol().refusal);
    CHECK_FALSE(ward.decideWith("4711").refusal);
}
