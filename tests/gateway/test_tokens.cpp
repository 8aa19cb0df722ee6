// A token that a person carries, at the real gateway: registered on its own word and the device's, believed for the
// statement that it spoke for, in the package that an auditor gets, and revoked (R-106, R-110; decision 27).
#include "core/audit/jws.hpp"
#include "core/audit/key_registry.hpp"
#include "core/base/encoding.hpp"
#include "core/crypto/digest.hpp"
#include "core/protocol/decision_codec.hpp"
#include "tests/gateway/agent.hpp"
#include "tests/gateway/exported.hpp"
#include "tests/gateway/gateway_process.hpp"
#include "tests/gateway/test_console.hpp"
#include "tests/support/carried_card.hpp"
#include "tests/support/sample_proposal.hpp"

#include <doctest/doctest.h>

#include <functional>

namespace countersign::gateway_test
{
namespace
{

using domain::AuthComponent;
using domain::Outcome;
using domain::Verdict;

struct Card {
    std::string name;
    crypto::SigningKey key;
    domain::KeyId kid;

    explicit Card(const std::string &card)
        : name(card), key(support::cardKey(card)), kid(crypto::thumbprint(key.publicKey()))
    {
    }
    void speak(domain::DecisionStatement &statement) const { support::speak(statement, name); }
};

struct TokenGateway : TestGateway {
    TokenGateway()
    {
        token = addAgent("scribe");
        addUser("mara", "clinician");
        addUser("joel", "clinician");
    }
    domain::Item next(TestConsole &console)
    {
        const TestAgent agent(endpoint(), token);
        auto item = console.fetch(domain::ItemId(agent.itemOf(support::sampleProposal(++proposed))));
        REQUIRE(item);
        return *std::move(item);
    }
    std::string token;
    int proposed = 0;
};

// What the gateway says to an enrolment in which one thing may be another's.
std::string enrol(TestConsole &console, const std::string &user, const Card &card, const Card &speaker,
                  const crypto::SigningKey &voucher, const std::string &nonce)
{
    const auto proof = crypto::sign(speaker.key, asBytes(protocol::tokenLinkBytes(nonce, domain::ReviewerId(user))));
    const auto vouching = crypto::sign(voucher, asBytes(protocol::tokenKeyBytes(card.kid)));
    REQUIRE(console.say(protocol::EnrolToken{base64urlEncode(card.key.publicKey().bytes), "card",
                                             base64urlEncode(proof), base64urlEncode(vouching)}));
    const auto answer = console.await<protocol::TokenEnrolled>();
    REQUIRE(answer);
    CHECK(answer->kid.text() == (answer->rule.empty() ? card.kid.text() : ""));
    return answer->rule;
}

std::string enrol(TestConsole &console, const std::string &user, const Card &card)
{
    return enrol(console, user, card, card, console.key, console.hello.nonce);
}

Outcome decide(TestConsole &console, const domain::Item &item,
               const std::function<void(domain::DecisionStatement &)> &with)
{
    auto statement = console.statement(item, Verdict::Reject);
    with(statement);
    const std::string jws = console.sign(statement);
    const auto receipt = console.readReceipt(console.submit(jws), jws);
    REQUIRE(receipt);
    return receipt->outcome;
}

} // namespace

TEST_CASE("a token is registered on its own word and the device's, and is nobody else's afterwards")
{
    TokenGateway gateway;
    REQUIRE(gateway.serve());
    TestConsole mara("mara", "desk-1");
    TestConsole joel("joel", "desk-2");
    REQUIRE(mara.enter(gateway.endpoint()));
    REQUIRE(joel.enter(gateway.endpoint()));
    CHECK(mara.hello.takesTokens);
    CHECK(mara.session.tokenKey.empty());
    const Card card("mara");
    const Card other("joel");
    CHECK(enrol(mara, "mara", card, other, mara.key, mara.hello.nonce) == "proof");
    CHECK(enrol(mara, "mara", card, card, mara.key, joel.hello.nonce) == "proof"); // of another link
    CHECK(enrol(mara, "joel", card) == "proof");                                   // for another person
    CHECK(enrol(mara, "mara", card, card, joel.key, mara.hello.nonce) == "vouching");
    CHECK(enrol(mara, "mara", card, card, card.key, mara.hello.nonce) == "vouching"); // by itself
    CHECK(enrol(mara, "mara", card).empty());
    CHECK(enrol(mara, "mara", card).empty()); // asked again
    CHECK(enrol(joel, "joel", card) == "of-another");
    // It is told to the person's next link.
    REQUIRE(mara.greet(gateway.endpoint()));
    REQUIRE(mara.resume());
    CHECK(mara.session.tokenKey == base64urlEncode(card.key.publicKey().bytes));
    CHECK(gateway.stop() == 0);
}

TEST_CASE("a claim of the smart card is accepted with that card's word for this decision, and with nothing else")
{
    TokenGateway gateway;
    REQUIRE(gateway.serve());
    TestConsole mara("mara", "desk-1");
    TestConsole joel("joel", "desk-2");
    REQUIRE(mara.enter(gateway.endpoint()));
    REQUIRE(joel.enter(gateway.endpoint()));
    const Card card("mara");
    const Card other("joel");
    REQUIRE(enrol(mara, "mara", card).empty());
    REQUIRE(enrol(joel, "joel", other).empty());

    const auto item = gateway.next(mara);
    CHECK(decide(mara, item, [](auto &s) { s.auth.components.push_back(AuthComponent::SmartCard); })
          == Outcome::NotPermitted);
    CHECK(decide(mara, item,
                 [&](auto &s) {
                     auto elsewhere = s;
                     elsewhere.verdict = Verdict::Approve;
                     elsewhere.auth.nonce = domain::Digest(
                         crypto::digestText(asBytes(protocol::signingNonceBytes(s.itemDigest, Verdict::Approve))));
                     card.speak(elsewhere);
                     s.auth.components = elsewhere.auth.components;
                     s.auth.proof = elsewhere.auth.proof;
                 })
          == Outcome::NotPermitted);
    CHECK(decide(mara, item, [&](auto &s) { other.speak(s); }) == Outcome::NotPermitted);
    CHECK(decide(mara, item, [&](auto &s) { Card("stranger").speak(s); }) == Outcome::NotPermitted);
    CHECK(decide(mara, item, [&](auto &s) { card.speak(s); }) == Outcome::Accepted);
    CHECK(decide(mara, gateway.next(mara), [](auto &) {}) == Outcome::Accepted); // the password, as ever

    // What the auditor gets holds, with the one decision that rests on the card.
    CHECK(gateway.stop() == 0);
    const auto report = verifiedExport(gateway);
    CHECK(report.isValid());
    CHECK(report.decisions.carried == 1);
}

TEST_CASE("a token that is revoked, or that another took the place of, signs nothing more; what it signed before holds")
{
    TokenGateway gateway;
    REQUIRE(gateway.serve());
    TestConsole mara("mara", "desk-1");
    REQUIRE(mara.enter(gateway.endpoint()));
    const Card first("mara");
    const Card second("mara's second");
    REQUIRE(enrol(mara, "mara", first).empty());
    CHECK(decide(mara, gateway.next(mara), [&](auto &s) { first.speak(s); }) == Outcome::Accepted);
    REQUIRE(enrol(mara, "mara", second).empty());
    const auto item = gateway.next(mara);
    CHECK(decide(mara, item, [&](auto &s) { first.speak(s); }) == Outcome::NotPermitted);
    CHECK(enrol(mara, "mara", first) == "revoked");
    CHECK(decide(mara, item, [&](auto &s) { second.speak(s); }) == Outcome::Accepted);
    CHECK(gateway.stop() == 0);

    CHECK(runGateway({"user", "revoke-token", "joel", "--data", gateway.data()}).exitCode == 1);
    CHECK(runGateway({"user", "revoke-token", "mara", "--data", gateway.data()}).exitCode == 0);
    CHECK(runGateway({"user", "revoke-token", "mara", "--data", gateway.data()}).exitCode == 1);
    REQUIRE(gateway.serve());
    REQUIRE(mara.greet(gateway.endpoint()));
    REQUIRE(mara.resume()); // the device's key is what it was
    CHECK(mara.session.tokenKey.empty());
    CHECK(decide(mara, gateway.next(mara), [&](auto &s) { second.speak(s); }) == Outcome::NotPermitted);
    CHECK(gateway.stop() == 0);
    const auto report = verifiedExport(gateway);
    CHECK(report.isValid());
    CHECK(report.decisions.carried == 2);
}

} // namespace countersign::gateway_test
