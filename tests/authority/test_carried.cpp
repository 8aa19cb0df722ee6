// A token that the signer carries, at the gateway: believed where it spoke for this very statement, and nowhere else
// (R-106, R-110; decision 27).
#include "core/audit/carried_proof.hpp"
#include "core/base/encoding.hpp"
#include "core/crypto/digest.hpp"
#include "core/protocol/decision_codec.hpp"
#include "tests/authority/bench.hpp"
#include "tests/support/carried_card.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace countersign;
using namespace countersign::authority_test;
using namespace countersign::support;
using domain::AuthComponent;
using domain::Outcome;
using domain::Verdict;

namespace
{

using Spoil = void (*)(domain::DecisionStatement &, audit::RegisteredKey &);
constexpr Spoil nothing = [](auto &, auto &) {};

struct Case {
    const char *what;
    Spoil spoil; // after the card spoke; the key is the one that the gateway finds by its kid
    bool isTaken;
};

Outcome outcomeOf(const Case &c, Bench &bench)
{
    auto statement = bench.statement(bench.mara, Verdict::Approve);
    auto card = registeredCard("mara", now - std::chrono::hours(1));
    speak(statement, "mara");
    c.spoil(statement, card);
    bench.carried = statement.auth.proof && card.kid == statement.auth.proof->kid ? &card : nullptr;
    return bench.judge(bench.mara, statement).outcome;
}

} // namespace

TEST_CASE("a claim of the smart card is believed by that card's word alone: every way to have another one")
{
    const Case cases[] = {
        {"the card of the signer spoke", nothing, true},
        {"a claim without a word", [](auto &s, auto &) { s.auth.proof.reset(); }, false},
        {"a word without a claim",
         [](auto &s, auto &) { s.auth.components = {AuthComponent::Password, AuthComponent::DeviceKey}; }, false},
        {"neither",
         [](auto &s, auto &) {
             s.auth.components = {AuthComponent::Password};
             s.auth.proof.reset();
         },
         true},
        {"the word for another item or verdict",
         [](auto &s, auto &) {
             const auto nonce = s.auth.nonce;
             s.auth.nonce = domain::Digest(crypto::digestText(asBytes("another")));
             speak(s, "mara");
             s.auth.nonce = nonce;
         },
         false},
        {"the word for another decision on the same item",
         [](auto &s, auto &) {
             s.decisionId = domain::DecisionId("dec-0");
             speak(s, "mara");
             s.decisionId = domain::DecisionId("dec-1");
         },
         false},
        {"a word before something was added to the statement", [](auto &s, auto &) { s.comment = "And more."; }, false},
        {"another person's card",
         [](auto &s, auto &key) {
             speak(s, "joel");
             key = registeredCard("joel", now - std::chrono::hours(1));
         },
         false},
        {"a card that nobody registered", [](auto &s, auto &) { speak(s, "stranger"); }, false},
        {"another's signature under the right name",
         [](auto &s, auto &) {
             const auto kid = s.auth.proof->kid;
             speak(s, "joel");
             s.auth.proof->kid = kid;
         },
         false},
        {"a card that was revoked", [](auto &, auto &key) { key.revokedAt = now; }, false},
        {"a card that is not valid yet", [](auto &, auto &key) { key.validFrom = now + std::chrono::seconds(1); },
         false},
        {"a key of a device for the card", [](auto &, auto &key) { key.device = domain::DeviceId("desk-mara"); },
         false},
        {"a key of the gateway for the card", [](auto &, auto &key) { key.role = audit::KeyRole::Gateway; }, false},
        {"half a signature", [](auto &s, auto &) { s.auth.proof->signature.resize(43); }, false},
        {"no base64url", [](auto &s, auto &) { s.auth.proof->signature = "a+/="; }, false},
    };
    for (const Case &c : cases) {
        CAPTURE(c.what);
        Bench bench;
        CHECK(outcomeOf(c, bench) == (c.isTaken ? Outcome::Accepted : Outcome::NotPermitted));
    }
}

TEST_CASE("every bit of a card's word counts")
{
    Bench bench;
    const auto card = registeredCard("mara", now - std::chrono::hours(1));
    auto statement = bench.statement(bench.mara, Verdict::Approve);
    speak(statement, "mara");
    bench.carried = &card;
    REQUIRE(bench.judge(bench.mara, statement).outcome == Outcome::Accepted);
    const auto word = base64urlDecode(statement.auth.proof->signature).value();
    for (std::size_t bit = 0; bit < word.size() * 8; ++bit) {
        auto bent = word;
        bent[bit / 8] = static_cast<std::uint8_t>(bent[bit / 8] ^ (1U << (bit % 8)));
        statement.auth.proof->signature = base64urlEncode(bent);
        CHECK(bench.judge(bench.mara, statement).outcome == Outcome::NotPermitted);
    }
}

TEST_CASE("a card's key signs no decision by itself")
{
    Bench bench;
    auto person = makePerson("mara", domain::Role::Clinician);
    person.key = cardKey("mara");
    person.registered = registeredCard("mara", now - std::chrono::hours(1));
    auto statement = bench.statement(bench.mara, Verdict::Approve);
    CHECK(bench.judge(person, statement).outcome == Outcome::NotPermitted);
}

TEST_CASE("where the policy asks for the card, a password signs nothing; where it does not, it does")
{
    for (const bool isRequired : {false, true}) {
        CAPTURE(isRequired);
        Bench bench;
        bench.policy.tokenRequired = isRequired;
        const auto plain = bench.statement(bench.mara, Verdict::Approve);
        CHECK(bench.judge(bench.mara, plain).outcome == (isRequired ? Outcome::NotPermitted : Outcome::Accepted));
        CHECK(outcomeOf({"with the card", nothing, true}, bench) == Outcome::Accepted);
        bench.carried = nullptr;
        auto claimed = bench.statement(bench.mara, Verdict::Approve);
        claimed.auth.components.push_back(AuthComponent::SmartCard);
        CHECK(bench.judge(bench.mara, claimed).outcome == Outcome::NotPermitted);
    }
}
