// The console's stream: who comes in, what is told, what ends it.
#include "core/base/encoding.hpp"
#include "tests/gateway/agent.hpp"
#include "tests/gateway/gateway_process.hpp"
#include "tests/gateway/test_console.hpp"
#include "tests/support/sample_proposal.hpp"

#include <doctest/doctest.h>

namespace countersign::gateway_test
{
namespace
{

using domain::Outcome;
using domain::Verdict;
using support::sampleProposal;

struct Clinic {
    Clinic()
    {
        token = gateway.addAgent("scribe", "clinical-documentation,patient-intake");
        gateway.addUser("mara", "clinician");
        gateway.addUser("joel", "clinician");
        gateway.addUser("nina", "coordinator");
        REQUIRE(gateway.serve());
    }

    [[nodiscard]] domain::ItemId propose(int number) const
    {
        return domain::ItemId(TestAgent(gateway.endpoint(), token).itemOf(sampleProposal(number)));
    }

    TestGateway gateway;
    std::string token;
};

TEST_CASE("a password, then a key: who may come in and by what")
{
    Clinic clinic;
    const auto &endpoint = clinic.gateway.endpoint();
    TestConsole console("mara", "desk-1");
    REQUIRE(console.greet(endpoint));
    CHECK(console.hello.organisation == "Test clinic");
    CHECK(!console.signIn("wrong"));
    CHECK(console.refusal.rule == "wrong-credentials");
    REQUIRE(console.signIn(password));
    CHECK(console.session.kid.isEmpty());
    CHECK(console.session.reviewer.name == "Dr mara");
    CHECK(console.enrol());

    REQUIRE(console.greet(endpoint)); // a fresh link and its nonce
    CHECK(console.resume());
    CHECK(console.session.kid == console.kid);

    TestConsole stranger("nobody", "desk-2");
    REQUIRE(stranger.greet(endpoint));
    CHECK(!stranger.signIn(password));
    CHECK(stranger.refusal.rule == "wrong-credentials");
    CHECK(!stranger.resume());
    CHECK(stranger.refusal.rule == "unknown-key");

    TestConsole thief("mara", "desk-1"); // another key, the right names
    thief.kid = console.kid;
    REQUIRE(thief.greet(endpoint));
    CHECK(!thief.resume());
    CHECK(thief.refusal.rule == "bad-proof");

    TestConsole guesser("joel", "desk-3");
    REQUIRE(guesser.greet(endpoint));
    for (int i = 0; i < 5; ++i)
        CHECK(!guesser.signIn("guess"));
    CHECK(guesser.refusal.retryAfterSeconds > 0);
    CHECK(!guesser.signIn(password));
    CHECK(guesser.refusal.rule == "too-many-attempts");
}

TEST_CASE("the queue is resumed where it was left, and not reloaded")
{
    Clinic clinic;
    for (int i = 0; i < 5; ++i)
        static_cast<void>(clinic.propose(i));
    TestConsole console("mara", "desk-1");
    REQUIRE(console.enter(clinic.gateway.endpoint()));
    REQUIRE(console.follow());
    REQUIRE(console.catchUp(5));
    CHECK(console.rows.size() == 5);
    static_cast<void>(clinic.propose(5));
    REQUIRE(console.catchUp(6)); // as it comes

    console.drop();
    static_cast<void>(clinic.propose(6));
    CHECK(clinic.gateway.stop() == 0);
    REQUIRE(clinic.gateway.serve());
    static_cast<void>(clinic.propose(7));
    REQUIRE(console.greet(clinic.gateway.endpoint()));
    REQUIRE(console.resume());
    REQUIRE(console.follow());
    REQUIRE(console.catchUp(8));
    CHECK(console.rows.size() == 8);
    CHECK(console.snapshots == 1);

    console.drop();
    console.position = 1000; // more than this gateway ever had
    REQUIRE(console.greet(clinic.gateway.endpoint()));
    REQUIRE(console.resume());
    REQUIRE(console.follow());
    REQUIRE(console.await<protocol::SnapshotEnd>());
    CHECK(console.snapshots == 2);
    CHECK(console.rows.size() == 8);
}

TEST_CASE("a role sees its workflows only, and its position moves on all the same")
{
    Clinic clinic;
    const domain::ItemId note = clinic.propose(1);
    domain::Proposal intake = sampleProposal(2);
    intake.workflow = domain::WorkflowId("patient-intake");
    intake.action.type = domain::ActionType("intake.update");
    const TestAgent agent(clinic.gateway.endpoint(), clinic.token);
    const domain::ItemId update(agent.itemOf(intake));
    TestConsole console("nina", "desk-1");
    REQUIRE(console.enter(clinic.gateway.endpoint()));
    REQUIRE(console.follow());
    REQUIRE(console.catchUp(2));
    REQUIRE(console.rows.size() == 1);
    CHECK(console.rows.begin()->first == update);
    static_cast<void>(clinic.propose(3));
    CHECK(console.catchUp(3));
    CHECK(console.rows.size() == 1);
    console.say(protocol::FetchItem{note});
    CHECK(console.await<protocol::ItemMissing>());
    CHECK(console.fetch(update));
    const auto item = console.fetch(update);
    REQUIRE(item);
    CHECK(console.decide(*item, Verdict::Approve)->outcome == Outcome::Accepted);
}

TEST_CASE("a large item comes whole, in parts that each fit a message")
{
    Clinic clinic;
    domain::Proposal proposal = sampleProposal(1);
    std::string text;
    while (text.size() < 1'500'000)
        text += "Ärztin: \"So\" sagte sie.\n";
    proposal.sources[0].content = text;
    const TestAgent agent(clinic.gateway.endpoint(), clinic.token);
    const domain::ItemId id(agent.itemOf(proposal));
    TestConsole console("mara", "desk-1");
    REQUIRE(console.enter(clinic.gateway.endpoint()));
    const auto item = console.fetch(id);
    REQUIRE(item);
    CHECK(item->digest.text() == textIn(agent.propose(proposal), "itemDigest"));
    CHECK(*item->proposal.sources[0].content == text);
}

TEST_CASE("a repeat is answered with the very same receipt, for as long as the log lives")
{
    Clinic clinic;
    const domain::ItemId id = clinic.propose(1);
    TestConsole console("mara", "desk-1");
    REQUIRE(console.enter(clinic.gateway.endpoint()));
    const auto item = console.fetch(id);
    REQUIRE(item);
    const std::string jws = console.sign(console.statement(*item, Verdict::Reject));
    const std::string receipt = console.submit(jws);
    REQUIRE(console.readReceipt(receipt, jws));
    CHECK(console.submit(jws) == receipt);
    clinic.gateway.kill();
    REQUIRE(clinic.gateway.serve());
    REQUIRE(console.greet(clinic.gateway.endpoint()));
    REQUIRE(console.resume());
    CHECK(console.submit(jws) == receipt);
    const TestAgent agent(clinic.gateway.endpoint(), clinic.token);
    domain::Proposal again = sampleProposal(1);
    again.id = domain::ProposalId("p-again");
    CHECK(textIn(agent.propose(again), "rule") == "rejected-before");
}

TEST_CASE("two consoles race: the first valid decision wins, and the other is told whose it was")
{
    Clinic clinic;
    TestConsole mara("mara", "desk-1"), joel("joel", "desk-2");
    REQUIRE(mara.enter(clinic.gateway.endpoint()));
    REQUIRE(joel.enter(clinic.gateway.endpoint()));
    for (int round = 0; round < 10; ++round) {
        const auto item = mara.fetch(clinic.propose(round));
        REQUIRE(item);
        const std::string hers = mara.sign(mara.statement(*item, Verdict::Approve));
        const std::string his = joel.sign(joel.statement(*item, Verdict::Reject));
        TestConsole &first = round % 2 == 0 ? mara : joel;
        TestConsole &second = round % 2 == 0 ? joel : mara;
        // Both are under way before either is answered.
        first.say(protocol::SubmitDecision{round % 2 == 0 ? hers : his, first.rendered});
        second.say(protocol::SubmitDecision{round % 2 == 0 ? his : hers, second.rendered});
        const auto hersAnswer = mara.await<protocol::DecisionReceipt>();
        const auto hisAnswer = joel.await<protocol::DecisionReceipt>();
        REQUIRE(hersAnswer);
        REQUIRE(hisAnswer);
        const auto hersReceipt = mara.readReceipt(hersAnswer->receipt, hers);
        const auto hisReceipt = joel.readReceipt(hisAnswer->receipt, his);
        REQUIRE(hersReceipt);
        REQUIRE(hisReceipt);
        const bool sheWon = hersReceipt->outcome == Outcome::Accepted;
        CHECK(sheWon != (hisReceipt->outcome == Outcome::Accepted));
        const auto &lost = sheWon ? *hisReceipt : *hersReceipt;
        CHECK(lost.outcome == Outcome::Superseded);
        REQUIRE(lost.winner);
        CHECK(lost.winner->signer.text() == (sheWon ? "mara" : "joel"));
    }
}

TEST_CASE("one session for a person at a device: the older one is told that it was replaced")
{
    Clinic clinic;
    TestConsole first("mara", "desk-1");
    REQUIRE(first.enter(clinic.gateway.endpoint()));
    TestConsole second("mara", "desk-1");
    REQUIRE(second.enter(clinic.gateway.endpoint()));
    CHECK(!first.await<protocol::Pong>());
    CHECK(first.farewell == "replaced");
    TestConsole elsewhere("mara", "desk-2");
    REQUIRE(elsewhere.enter(clinic.gateway.endpoint()));
    second.say(protocol::Ping{});
    CHECK(second.await<protocol::Pong>());
}

TEST_CASE("whatever a console says wrong ends its link with a reason, and nobody else's")
{
    Clinic clinic;
    const auto &endpoint = clinic.gateway.endpoint();
    TestConsole witness("joel", "desk-9");
    REQUIRE(witness.enter(endpoint));
    const std::vector<std::string> beforeHello{"",
                                               "{",
                                               "[]",
                                               "{}",
                                               R"({"type":"no-such-message"})",
                                               R"({"type":"ping","type":"ping"})",
                                               "\xff",
                                               std::string(2 << 20, 'x'),
                                               R"({"type":)" + std::string(100, '[') + "}"};
    for (const std::string &text : beforeHello) {
        TestConsole console("mara", "desk-1");
        REQUIRE(console.greet(endpoint));
        console.sayRaw(text);
        CHECK(!console.await<protocol::Pong>());
    }
    const std::vector<protocol::Message> outOfTurn{
        protocol::Follow{1},
        protocol::Stored{1},
        protocol::FetchItem{domain::ItemId("itm-x")},
        protocol::SubmitDecision{"a.b.c", "[]"},
        protocol::Enrol{"AAAA", "x", "AAAA"},
        protocol::ClientHello{.appName = "again", .appVersion = "1", .device = domain::DeviceId("desk-1")},
        protocol::SnapshotEnd{1, 1},
    };
    for (const protocol::Message &message : outOfTurn) {
        TestConsole console("mara", "desk-1");
        REQUIRE(console.greet(endpoint));
        console.say(message);
        CHECK(!console.await<protocol::Pong>());
        CHECK(console.farewell == "protocol");
    }
    TestConsole unreadable("mara", "desk-1");
    REQUIRE(unreadable.enter(endpoint));
    CHECK(unreadable.submit("not.a.jws").empty());
    CHECK(unreadable.farewell == "protocol");

    TestConsole future("mara", "desk-1");
    auto link = support::WebSocketClient::open(endpoint, "countersign.v1");
    REQUIRE(link);
    link->sendText(protocol::encodeMessage(protocol::ClientHello{.protocolMin = 2,
                                                                 .protocolMax = 3,
                                                                 .appName = "future",
                                                                 .appVersion = "9",
                                                                 .device = domain::DeviceId("desk-1")}));
    const auto bye = link->receive();
    REQUIRE(bye);
    CHECK(bye->find("versions") != std::string::npos);

    auto binary = support::WebSocketClient::open(endpoint, "countersign.v1");
    REQUIRE(binary);
    binary->sendBinary("bytes");
    const auto refused = binary->receive();
    REQUIRE(refused);
    CHECK(refused->find("protocol") != std::string::npos);
    CHECK(!support::WebSocketClient::open(endpoint, "another.v1"));
    CHECK(!support::WebSocketClient::open(endpoint, ""));

    witness.say(protocol::Ping{});
    CHECK(witness.await<protocol::Pong>());
    CHECK(clinic.gateway.isAlive());
}

TEST_CASE("a console that never says what it stored is not sent more than the window")
{
    Clinic clinic;
    auto link = support::WebSocketClient::open(clinic.gateway.endpoint(), "countersign.v1");
    REQUIRE(link);
    TestConsole helper("mara", "desk-1");
    REQUIRE(helper.enter(clinic.gateway.endpoint()));
    helper.drop();
    // By hand, so that nothing acknowledges.
    TestConsole quiet("mara", "desk-2");
    REQUIRE(quiet.enter(clinic.gateway.endpoint()));
    quiet.position = -1; // takes in no batch, so it says Stored for none
    quiet.say(protocol::Follow{0});
    REQUIRE(quiet.await<protocol::SnapshotEnd>());
    quiet.position = -1;
    int batches = 0;
    for (int i = 0; i < 8; ++i) {
        static_cast<void>(clinic.propose(i));
        quiet.say(protocol::Ping{}); // what comes before its answer was sent before it
        for (bool isAnswered = false; !isAnswered;) {
            const auto message = quiet.hear();
            REQUIRE(message);
            batches += std::holds_alternative<protocol::Changes>(*message) ? 1 : 0;
            isAnswered = std::holds_alternative<protocol::Pong>(*message);
        }
    }
    CHECK(batches <= 4);
    CHECK(batches >= 1);
}

TEST_CASE("a gateway that stops says so")
{
    Clinic clinic;
    TestConsole console("mara", "desk-1");
    REQUIRE(console.enter(clinic.gateway.endpoint()));
    CHECK(clinic.gateway.stop() == 0);
    CHECK(!console.await<protocol::Pong>());
    CHECK(console.farewell == "shutting-down");
}

} // namespace
} // namespace countersign::gateway_test
