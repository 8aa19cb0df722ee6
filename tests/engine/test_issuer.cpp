// The organisation's issuer at this desk (decision 23): who signs in there needs no password of the gateway, and a
// signature that takes a fresh sign-in says only what the gateway heard.
#include "tests/support/clinic.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace countersign;
using namespace countersign::support;
using domain::AuthComponent;
using domain::RefusalCode;
using domain::Verdict;

namespace
{

constexpr const char *ownWord = "vier gelbe Tassen"; // of this machine's store; no account's

struct Organisation : Clinic {
    explicit Organisation(const char *stepUp = "never") : Clinic(6)
    {
        gateway.issuer = protocol::Issuer{.issuer = "https://id.example",
                                          .clientId = "countersign",
                                          .authorizationEndpoint = "https://id.example/auth",
                                          .tokenEndpoint = "https://id.example/token",
                                          .scope = "openid",
                                          .ports = {},
                                          .acr = {"urn:mfa"},
                                          .stepUp = stepUp};
        answerAs("mara");
    }
    void answerAs(const char *user)
    {
        desk->signOn.onAsked = [user](const ports::SignOnQuestion &question) -> ports::SignOnEvent {
            return ports::SignOnAnswered{question.request,
                                         ModelGateway::tokenFor(domain::ReviewerId{user}, question.nonce)};
        };
    }
    desk::Reply signInThere(const char *word = ownWord)
    {
        return ask(desk::SignIn{domain::ReviewerId{"mara"}, password(word), true});
    }
    desk::Reply decideNext(const char *id = "mara")
    {
        ask(desk::OpenItem{items.at(next_)});
        const auto reply = ask(decideRequest(*desk->shown().open->item, Verdict::Approve, ownWord, id));
        if (!reply.refusal)
            ++next_;
        return reply;
    }
    [[nodiscard]] domain::DecisionStatement statement(const domain::DecisionId &id) const
    {
        return statementOf(gateway.received.at(id));
    }

private:
    std::size_t next_ = 0;
};

} // namespace

TEST_CASE("whoever the issuer names is let in, for this link's nonce, and the password never leaves the machine")
{
    Organisation clinic;
    REQUIRE_FALSE(clinic.signInThere().refusal);
    CHECK(clinic.desk->shown().session.state == desk::SessionState::SignedIn);
    REQUIRE(clinic.desk->signOn.asked.size() == 1);
    const auto &question = clinic.desk->signOn.asked[0];
    CHECK(question.isFresh);
    CHECK(question.loginHint == "mara");
    CHECK(question.authorizationEndpoint == "https://id.example/auth");
    bool hasSignedIn = false;
    for (const auto &message : clinic.heard) {
        CHECK(protocol::encodeMessage(message).find(ownWord) == std::string::npos);
        if (const auto *signIn = std::get_if<protocol::SignIn>(&message)) {
            hasSignedIn = true;
            CHECK(signIn->password.empty());
            CHECK(signIn->idToken == ModelGateway::tokenFor(signIn->user, question.nonce));
        }
    }
    CHECK(hasSignedIn);
    CHECK(clinic.disk.vault.password == ownWord);
    // From then on the device's key speaks, and offline the password opens what is here.
    clinic.killDesk();
    clinic.desk->wire.reach = ScriptedWire::Reach::Unreachable;
    CHECK_FALSE(clinic.signIn("mara", ownWord).refusal);
}

TEST_CASE("no sign-in comes of another person's token, a token twice, a closed browser, or an issuer that is not there")
{
    SUBCASE("another person")
    {
        Organisation clinic;
        clinic.answerAs("joel");
        CHECK(isRefused(clinic.signInThere(), RefusalCode::IssuerRefused));
    }
    SUBCASE("a closed browser, by each fault")
    {
        for (const auto fault :
             {ports::SignOnFault::NoBrowser, ports::SignOnFault::NoPort, ports::SignOnFault::Denied,
              ports::SignOnFault::TokenRefused, ports::SignOnFault::Unreachable, ports::SignOnFault::TimedOut}) {
            Organisation clinic;
            clinic.desk->signOn.onAsked = [fault](const ports::SignOnQuestion &question) -> ports::SignOnEvent {
                return ports::SignOnFailed{question.request, fault};
            };
            const auto reply = clinic.signInThere();
            CHECK(isRefused(reply, RefusalCode::IssuerRefused));
            CHECK_FALSE(reply.refusal->subject.empty());
            CHECK(clinic.desk->shown().session.state == desk::SessionState::SignedOut);
        }
    }
    SUBCASE("no issuer")
    {
        Organisation clinic;
        clinic.gateway.issuer.reset();
        CHECK(isRefused(clinic.signInThere(), RefusalCode::IssuerAbsent));
        CHECK(clinic.desk->signOn.asked.empty());
    }
    SUBCASE("a password that would guard the store badly")
    {
        Organisation clinic;
        CHECK(isRefused(clinic.signInThere("Password1234"), RefusalCode::PasswordTooWeak));
        CHECK(clinic.desk->signOn.asked.empty());
        CHECK_FALSE(clinic.signInThere().refusal);
    }
    SUBCASE("an answer to a question that nobody asks any more")
    {
        Organisation clinic;
        clinic.desk->signOn.onAsked = {};
        const auto command = clinic.desk->submit(desk::SignIn{domain::ReviewerId{"mara"}, password(ownWord), true});
        clinic.settle();
        clinic.ask(desk::SignOut{});
        const auto question = clinic.desk->signOn.asked.at(0);
        clinic.desk->signOn.answer(ports::SignOnAnswered{
            question.request, ModelGateway::tokenFor(domain::ReviewerId{"mara"}, question.nonce)});
        clinic.settle();
        CHECK(clinic.desk->replyTo(command)->refusal.has_value());
        CHECK(clinic.desk->shown().session.state == desk::SessionState::SignedOut);
        CHECK(clinic.desk->signOn.abandoned > 0);
    }
}

TEST_CASE("step-up: which signatures take a fresh sign-in, and what the statement then says")
{
    struct Case {
        const char *stepUp;
        int first, second;
    };
    for (const auto &c : {Case{"never", 0, 0}, Case{"first", 1, 0}, Case{"each", 1, 1}}) {
        CAPTURE(c.stepUp);
        Organisation clinic(c.stepUp);
        REQUIRE_FALSE(clinic.signInThere().refusal);
        for (const int wanted : {c.first, c.second}) {
            clinic.desk->signOn.asked.clear();
            const auto reply = clinic.decideNext();
            REQUIRE_FALSE(reply.refusal);
            CHECK(std::ssize(clinic.desk->signOn.asked) == wanted);
            const auto signed_ = clinic.statement(reply.decision);
            const bool saysSo =
                std::ranges::find(signed_.auth.components, AuthComponent::Oidc) != signed_.auth.components.end();
            CHECK(saysSo == (wanted == 1));
            CHECK(signed_.auth.idpAuthTime.empty() != saysSo);
            CHECK(signed_.auth.acr == (saysSo ? "urn:mfa" : ""));
            if (wanted == 0)
                continue;
            const auto &question = clinic.desk->signOn.asked[0];
            CHECK(question.nonce == signed_.auth.nonce.text()); // of this item and verdict, and no other
            CHECK(question.isFresh);
            CHECK(question.acr == std::vector<std::string>{"urn:mfa"});
        }
    }
}

TEST_CASE("a signature whose step-up fails is none, and begins no session")
{
    Organisation clinic("first");
    REQUIRE_FALSE(clinic.signInThere().refusal);
    clinic.answerAs("joel");
    CHECK(isRefused(clinic.decideNext(), RefusalCode::IssuerRefused));
    clinic.desk->signOn.onAsked = [](const ports::SignOnQuestion &question) -> ports::SignOnEvent {
        return ports::SignOnFailed{question.request, ports::SignOnFault::Denied};
    };
    CHECK(isRefused(clinic.decideNext(), RefusalCode::IssuerRefused));
    CHECK(clinic.disk.ledger.decisions.empty());
    CHECK(clinic.desk->shown().session.signing.asksId);
    clinic.answerAs("mara");
    CHECK_FALSE(clinic.decideNext().refusal);
}

TEST_CASE("without a link: the first signature goes by id and password, one that takes the issuer each time does not")
{
    for (const char *stepUp : {"first", "each"}) {
        CAPTURE(stepUp);
        Organisation clinic(stepUp);
        REQUIRE_FALSE(clinic.signInThere().refusal);
        for (const auto &item : clinic.items)
            clinic.ask(desk::Prefetch{item});
        clinic.desk->wire.reach = ScriptedWire::Reach::Unreachable;
        clinic.cut();
        const auto reply = clinic.decideNext();
        const bool isEach = std::string_view(stepUp) == "each";
        CHECK(isRefused(reply, RefusalCode::Offline) == isEach);
        CHECK(clinic.disk.ledger.decisions.size() == (isEach ? 0 : 1));
    }
}

TEST_CASE("the desk or the link is left while the browser is open: nothing is signed, and the next signature can be")
{
    for (const bool isLocked : {true, false}) {
        Organisation clinic("first");
        REQUIRE_FALSE(clinic.signInThere().refusal);
        clinic.desk->signOn.onAsked = {};
        clinic.ask(desk::OpenItem{clinic.items[0]});
        const auto command =
            clinic.desk->submit(decideRequest(*clinic.desk->shown().open->item, Verdict::Approve, ownWord));
        clinic.settle();
        REQUIRE_FALSE(clinic.desk->replyTo(command).has_value());
        const auto question = clinic.desk->signOn.asked.back();
        if (isLocked) {
            clinic.ask(desk::Lock{});
            clinic.ask(desk::Unlock{password(ownWord)});
        } else {
            clinic.cut();
            clinic.pass(std::chrono::seconds(70));
        }
        CHECK(isRefused(*clinic.desk->replyTo(command), isLocked ? RefusalCode::Locked : RefusalCode::Offline));
        clinic.desk->signOn.answer(ports::SignOnAnswered{
            question.request, ModelGateway::tokenFor(domain::ReviewerId{"mara"}, question.nonce)});
        clinic.settle();
        CHECK(clinic.disk.ledger.decisions.empty());
        clinic.answerAs("mara");
        CHECK_FALSE(clinic.decideNext().refusal);
    }
}
