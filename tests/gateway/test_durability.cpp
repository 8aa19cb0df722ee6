// What was answered is there after a kill, and time goes on for what is held and what expires.
#include "core/base/instant.hpp"
#include "tests/gateway/agent.hpp"
#include "tests/gateway/gateway_process.hpp"
#include "tests/gateway/test_console.hpp"
#include "tests/support/sample_proposal.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

namespace countersign::gateway_test
{
namespace
{

using domain::ItemState;
using domain::Outcome;
using domain::Verdict;
using support::sampleProposal;

// Notes are held for that many seconds under the policy that this applies.
void holdNotes(const TestGateway &gateway, int seconds)
{
    std::ifstream stream(gateway.data() + "/policy.json", std::ios::binary);
    std::string policy{std::istreambuf_iterator<char>(stream), {}};
    const std::string before = R"("holdSeconds": 0)";
    policy.replace(policy.find(before), before.size(), R"("holdSeconds": )" + std::to_string(seconds));
    const std::filesystem::path file = gateway.folder() / "held.json";
    std::ofstream(file, std::ios::binary) << policy;
    REQUIRE(runGateway({"policy", "apply", file, "--data", gateway.data()}).exitCode == 0);
}

TEST_CASE("kill -9 between answers loses nothing that was answered")
{
    TestGateway gateway;
    const std::string token = gateway.addAgent("scribe");
    gateway.addUser("mara", "clinician");
    REQUIRE(gateway.serve());
    TestConsole console("mara", "desk-1");
    REQUIRE(console.enter(gateway.endpoint()));
    std::vector<std::string> accepted;
    std::vector<std::pair<std::string, std::string>> receipted;
    for (int round = 0; round < 10; ++round) {
        const TestAgent agent(gateway.endpoint(), token);
        for (int i = 0; i < 3; ++i) {
            const auto reply = agent.propose(sampleProposal(10 * round + i));
            REQUIRE(reply.status == 201);
            accepted.push_back(textIn(reply, "itemId"));
        }
        const auto item = console.fetch(domain::ItemId(accepted.back()));
        REQUIRE(item);
        const std::string jws = console.sign(console.statement(*item, Verdict::Approve));
        receipted.emplace_back(jws, console.submit(jws));
        REQUIRE(console.readReceipt(receipted.back().second, jws));
        gateway.kill();
        REQUIRE(gateway.serve());
        REQUIRE(console.greet(gateway.endpoint()));
        REQUIRE(console.resume());
    }
    const TestAgent agent(gateway.endpoint(), token);
    for (const std::string &itemId : accepted)
        CHECK(agent.call("GET", "/v1/items/" + itemId).status == 200);
    for (const auto &[jws, receipt] : receipted)
        CHECK(console.submit(jws) == receipt);
    console.position = 0;
    REQUIRE(console.follow());
    REQUIRE(console.await<protocol::SnapshotEnd>());
    CHECK(console.rows.size() == 20); // ten of thirty are released
    CHECK(console.position == 40);
    CHECK(gateway.stop() == 0);
}

TEST_CASE("an approval is held, can be retracted, and is released in the end even by another process")
{
    TestGateway gateway;
    const std::string token = gateway.addAgent("scribe");
    gateway.addUser("mara", "clinician");
    holdNotes(gateway, 2);
    REQUIRE(gateway.serve());
    const TestAgent agent(gateway.endpoint(), token);
    TestConsole console("mara", "desk-1");
    REQUIRE(console.enter(gateway.endpoint()));
    const std::string itemId = agent.itemOf(sampleProposal(1));
    const auto item = console.fetch(domain::ItemId(itemId));
    REQUIRE(item);
    const auto held = console.decide(*item, Verdict::Approve);
    REQUIRE(held);
    CHECK(held->outcome == Outcome::Held);
    CHECK(held->releaseAt);
    CHECK(agent.call("GET", "/v1/items/" + itemId + "/decision?wait=0").status == 204);
    CHECK(textIn(agent.call("GET", "/v1/items/" + itemId), "state") == "decided");

    domain::DecisionStatement retract = console.statement(*item, Verdict::Retract);
    retract.amends = held->decisionId;
    const std::string retraction = console.sign(retract);
    CHECK(console.readReceipt(console.submit(retraction), retraction)->outcome == Outcome::Accepted);
    CHECK(textIn(agent.call("GET", "/v1/items/" + itemId), "state") == "waiting");

    CHECK(console.decide(*item, Verdict::Approve)->outcome == Outcome::Held);
    gateway.kill();
    REQUIRE(gateway.serve());
    const auto decision = agent.call("GET", "/v1/items/" + itemId + "/decision?wait=8");
    CHECK(decision.status == 200);
    CHECK(!textIn(decision, "releaseToken").empty());
    CHECK(gateway.stop() == 0);
}

TEST_CASE("what nobody decides expires, and is no approval")
{
    TestGateway gateway;
    const std::string token = gateway.addAgent("scribe");
    gateway.addUser("mara", "clinician");
    REQUIRE(gateway.serve());
    const TestAgent agent(gateway.endpoint(), token);
    TestConsole console("mara", "desk-1");
    REQUIRE(console.enter(gateway.endpoint()));
    domain::Proposal proposal = sampleProposal(1);
    proposal.deadline.expiresAt = console.hello.now + std::chrono::seconds(2);
    const std::string itemId = agent.itemOf(proposal);
    const auto item = console.fetch(domain::ItemId(itemId));
    REQUIRE(item);
    REQUIRE(console.follow());
    REQUIRE(console.catchUp(2));
    CHECK(console.rows.at(item->id).state == ItemState::Expired);
    CHECK(console.decide(*item, Verdict::Approve)->outcome == Outcome::Expired);
    CHECK(agent.call("GET", "/v1/items/" + itemId + "/decision?wait=0").status == 204);
    CHECK(textIn(agent.call("GET", "/v1/items/" + itemId), "state") == "expired");
    CHECK(gateway.stop() == 0);
}

TEST_CASE("no proposal's text is readable in any file of the gateway")
{
    TestGateway gateway;
    const std::string token = gateway.addAgent("scribe");
    REQUIRE(gateway.serve());
    const TestAgent agent(gateway.endpoint(), token);
    for (int i = 0; i < 20; ++i)
        REQUIRE(agent.propose(sampleProposal(i)).status == 201);
    const auto scan = [&] {
        for (const auto &entry : std::filesystem::directory_iterator(gateway.data())) {
            std::ifstream stream(entry.path(), std::ios::binary);
            const std::string content{std::istreambuf_iterator<char>(stream), {}};
            for (const char *canary : {"Testperson", "Amoxicillin", "amoxicillin"})
                CHECK_MESSAGE(content.find(canary) == std::string::npos, entry.path().filename().string());
        }
    };
    scan(); // while the log is still beside the file
    CHECK(gateway.stop() == 0);
    scan();
}

} // namespace
} // namespace countersign::gateway_test
