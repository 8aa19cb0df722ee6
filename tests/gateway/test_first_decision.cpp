// The main job once, whole: proposed, shown, signed, receipted, released, reported, exported.
#include "tests/gateway/agent.hpp"
#include "tests/gateway/gateway_process.hpp"
#include "tests/gateway/test_console.hpp"
#include "tests/support/sample_proposal.hpp"

#include <doctest/doctest.h>

namespace countersign::gateway_test
{
namespace
{

using domain::ItemState;
using domain::Outcome;
using domain::Verdict;

TEST_CASE("an approved action is released once and reported once")
{
    TestGateway gateway;
    const std::string token = gateway.addAgent("scribe");
    gateway.addUser("mara", "clinician");
    REQUIRE(gateway.serve());
    const TestAgent agent(gateway.endpoint(), token);
    const std::string itemId = agent.itemOf(support::sampleProposal(1));
    REQUIRE(!itemId.empty());

    TestConsole console("mara", "desk-1");
    REQUIRE(console.enter(gateway.endpoint()));
    REQUIRE(console.follow());
    REQUIRE(console.catchUp(1));
    CHECK(console.rows.size() == 1);
    CHECK(console.snapshots == 1);
    const auto item = console.fetch(domain::ItemId(itemId));
    REQUIRE(item);
    CHECK(item->digest == console.rows.begin()->second.digest);
    CHECK(agent.call("GET", "/v1/items/" + itemId + "/decision?wait=0").status == 204);

    const auto receipt = console.decide(*item, Verdict::Approve);
    REQUIRE(receipt);
    CHECK(receipt->outcome == Outcome::Accepted);
    REQUIRE(console.catchUp(2));
    CHECK(console.rows.begin()->second.state == ItemState::Released);

    const auto decision = agent.call("GET", "/v1/items/" + itemId + "/decision?wait=5");
    REQUIRE(decision.status == 200);
    CHECK(textIn(decision, "verdict") == "approve");
    CHECK(textIn(decision, "state") == "released");
    const std::string report = R"({"releaseToken":")" + textIn(decision, "releaseToken")
                               + R"(","status":"completed","at":"2026-11-02T10:00:00Z"})";
    CHECK(agent.call("POST", "/v1/items/" + itemId + "/outcome", report).status == 200);
    const auto again = agent.call("POST", "/v1/items/" + itemId + "/outcome", report);
    CHECK(again.status == 409);
    CHECK(textIn(again, "rule") == "reported-already");
    CHECK(textIn(agent.call("GET", "/v1/items/" + itemId), "state") == "completed");

    CHECK(gateway.stop() == 0);
    const std::string package = gateway.folder() / "package";
    CHECK(runGateway({"export-audit", "--data", gateway.data(), "--out", package, "--with-phi"}).exitCode == 0);
    CHECK(runGateway({"export-audit", "--data", gateway.data(), "--out", package + ".zip"}).exitCode == 0);
    for (const char *file : {"manifest.json", "decisions.ndjson", "outcomes.ndjson", "keys.json", "fhir/bundle.json"})
        CHECK_MESSAGE(std::filesystem::exists(std::filesystem::path(package) / file), file);
}

} // namespace
} // namespace countersign::gateway_test
