// The agent's calls, one refusal after the other, against the real program.
#include "core/base/encoding.hpp"
#include "core/crypto/digest.hpp"
#include "tests/gateway/agent.hpp"
#include "tests/gateway/gateway_process.hpp"
#include "tests/support/sample_proposal.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace countersign::gateway_test
{
namespace
{

using support::sampleProposal;
using support::sendHttp;
using support::sendRaw;

struct Door {
    Door() { REQUIRE(gateway.serve()); }
    ~Door()
    {
        CHECK(gateway.isAlive());
        CHECK(gateway.stop() == 0);
    }
    Door(const Door &) = delete;
    Door &operator=(const Door &) = delete;

    TestGateway gateway;
    TestAgent agent{gateway.endpoint(), gateway.addAgent("scribe")};
    TestAgent other{gateway.endpoint(), gateway.addAgent("other", "patient-intake")};
    TestAgent stranger{gateway.endpoint(), "no such token"};
};

std::string ruleOf(const support::HttpReply &reply)
{
    return textIn(reply, "rule");
}

TEST_CASE_FIXTURE(Door, "health, keys and metrics are open, everything else is not")
{
    for (const char *path : {"/healthz", "/readyz", "/metrics", "/.well-known/countersign-keys"})
        CHECK(sendHttp(gateway.endpoint(), "GET", path).status == 200);
    CHECK(sendHttp(gateway.endpoint(), "POST", "/healthz").status == 405);
    CHECK(sendHttp(gateway.endpoint(), "GET", "/v1/items/x").status == 401);
    CHECK(stranger.call("GET", "/v1/items/x").status == 401);
    CHECK(stranger.propose(sampleProposal(1)).status == 401);
    CHECK(agent.call("GET", "/v1/nothing").status == 404);
    CHECK(agent.call("DELETE", "/v1/proposals").status == 404);
    CHECK(agent.call("GET", "/v1/items/itm-none").status == 404);
    CHECK(agent.call("GET", "/v1/items/itm-none/decision?wait=1").status == 404);
}

TEST_CASE_FIXTURE(Door, "proposals")
{
    const auto first = agent.propose(sampleProposal(1));
    CHECK(first.status == 201);
    CHECK(first.headers.at("content-type") == "application/json");
    CHECK(textIn(first, "tier") == "moderate");
    CHECK(textIn(first, "state") == "waiting");
    const auto again = agent.propose(sampleProposal(1));
    CHECK(again.status == 200);
    CHECK(again.body == first.body);
    domain::Proposal changed = sampleProposal(1);
    changed.action.title = "Another";
    const auto conflict = agent.propose(changed);
    CHECK(conflict.status == 409);
    CHECK(conflict.headers.at("content-type") == "application/problem+json");
    CHECK(ruleOf(conflict) == "same-id-other-bytes");
    CHECK(other.propose(sampleProposal(2)).status == 403);
    domain::Proposal elsewhere = sampleProposal(2);
    elsewhere.workflow = domain::WorkflowId("patient-intake");
    CHECK(ruleOf(agent.propose(elsewhere)) == "outside-scope");
    CHECK(other.call("GET", "/v1/items/" + textIn(first, "itemId")).status == 404);
}

TEST_CASE_FIXTURE(Door, "a revision replaces its predecessor")
{
    const std::string firstId = agent.itemOf(sampleProposal(1));
    domain::Proposal revision = sampleProposal(2);
    revision.patient = sampleProposal(1).patient;
    revision.sources[0].patientId = revision.patient.id;
    revision.supersedes = domain::ProposalId("p-1");
    CHECK(ruleOf(agent.propose(revision)) == "change-note-missing");
    revision.changeNote = "The dose.";
    CHECK(agent.propose(revision).status == 201);
    CHECK(textIn(agent.call("GET", "/v1/items/" + firstId), "state") == "superseded");
}

TEST_CASE_FIXTURE(Door, "withdrawal")
{
    const std::string itemId = agent.itemOf(sampleProposal(1));
    CHECK(ruleOf(agent.call("POST", "/v1/items/" + itemId + "/withdraw", "{}")) == "missing-member");
    CHECK(agent.call("POST", "/v1/items/" + itemId + "/withdraw", R"({"reason":"Not needed."})").status == 200);
    CHECK(textIn(agent.call("GET", "/v1/items/" + itemId), "state") == "withdrawn");
    CHECK(agent.call("POST", "/v1/items/" + itemId + "/withdraw", R"({"reason":"Again."})").status == 409);
    CHECK(agent.call("GET", "/v1/items/" + itemId + "/decision?wait=0").status == 204);
}

TEST_CASE_FIXTURE(Door, "an outcome needs a release")
{
    const std::string path = "/v1/items/" + agent.itemOf(sampleProposal(1)) + "/outcome";
    const auto report = [&](const std::string &status) {
        return agent.call("POST", path,
                          R"({"releaseToken":"x","at":"2026-11-02T09:00:00Z","status":")" + status + R"("})");
    };
    CHECK(report("completed").status == 403);
    CHECK(ruleOf(report("splendid")) == "unknown-word");
    CHECK(agent.call("POST", path, "[]").status == 422);
}

TEST_CASE_FIXTURE(Door, "blobs")
{
    const std::string page(3'000'000, 'p');
    const std::string path = "/v1/blobs/" + hexOf(page);
    CHECK(agent.call("GET", path).status == 404);
    CHECK(agent.call("PUT", path, page).status == 201);
    CHECK(agent.call("PUT", path, page).status == 200);
    CHECK(ruleOf(agent.call("PUT", path, "another page")) == "wrong-digest");
    CHECK(ruleOf(agent.call("PUT", "/v1/blobs/XYZ", "x")) == "bad-digest");
    CHECK(agent.call("GET", path).body == page);
    const auto part = agent.call("GET", path, {}, {{"Range", "bytes=1048570-1048589"}});
    CHECK(part.status == 206);
    CHECK(part.body == std::string(20, 'p'));
    CHECK(part.headers.at("content-range") == "bytes 1048570-1048589/3000000");
    CHECK(agent.call("GET", path, {}, {{"Range", "bytes=-5"}}).body.size() == 5);
    CHECK(agent.call("GET", path, {}, {{"Range", "bytes=2999999-"}}).body.size() == 1);
    CHECK(agent.call("GET", path, {}, {{"Range", "bytes=3000000-"}}).status == 416);
    CHECK(agent.call("GET", path, {}, {{"Range", "bytes=9-1"}}).status == 416);
    CHECK(stranger.call("GET", path).status == 401);

    domain::Proposal fax = sampleProposal(1);
    fax.sources[0].content.reset();
    fax.sources[0].kind = domain::Source::Kind::Document;
    fax.sources[0].mediaType = domain::Source::MediaType::Pdf;
    fax.sources[0].blob = domain::Digest("sha256:" + hexOf("not uploaded"));
    CHECK(ruleOf(agent.propose(fax)) == "blob-missing");
    fax.sources[0].blob = domain::Digest("sha256:" + hexOf(page));
    CHECK(agent.propose(fax).status == 201);
}

TEST_CASE_FIXTURE(Door, "limits")
{
    CHECK(agent.call("POST", "/v1/proposals", std::string(8 * 1024 * 1024 + 1, ' ')).status == 413);
    CHECK(agent.call("POST", "/v1/items/x/withdraw", std::string(70'000, ' ')).status == 413);
    CHECK(agent.call("GET", "/v1/items/" + std::string(3000, 'x')).status == 414);
    CHECK(agent.call("GET", "/healthz", {}, {{"X-Padding", std::string(9000, 'x')}}).status == 431);
    support::HttpHeaders many;
    for (int i = 0; i < 70; ++i)
        many.emplace_back("X-" + std::to_string(i), "x");
    CHECK(agent.call("GET", "/healthz", {}, many).status == 431);
    CHECK(sendRaw(gateway.endpoint(), "NONSENSE\r\n\r\n").starts_with("HTTP/1.1 400"));
    CHECK(sendRaw(gateway.endpoint(), "GET http://elsewhere/ HTTP/1.1\r\nHost: x\r\n\r\n").starts_with("HTTP/1.1 400"));
    CHECK(sendHttp(gateway.endpoint(), "GET", "/healthz").status == 200);
}

TEST_CASE("every malformed proposal is refused by a rule, without its content, and nothing falls over")
{
    const char *data = std::getenv("COUNTERSIGN_DATA");
    if (data == nullptr) {
        MESSAGE("left out: COUNTERSIGN_DATA is not set");
        return;
    }
    TestGateway gateway;
    const std::string token = gateway.addAgent("scribe-human");
    REQUIRE(gateway.serve());
    const TestAgent agent(gateway.endpoint(), token);
    int count = 0;
    for (const auto &entry : std::filesystem::directory_iterator(std::string(data) + "/proposals/malformed")) {
        if (entry.path().extension() != ".json")
            continue;
        ++count;
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string body{std::istreambuf_iterator<char>(file), {}};
        const auto reply = agent.call("POST", "/v1/proposals", body);
        CAPTURE(entry.path().filename().string());
        if (entry.path().filename() == "ok-smallest.json") {
            CHECK((reply.status == 201 || reply.status == 409)); // 409 only where another file of its id was taken
            continue;
        }
        CHECK(reply.status / 100 == 4);
        CHECK(!textIn(reply, "rule").empty());
        CHECK(reply.body.find("Collins") == std::string::npos);
    }
    CHECK(count > 30);
    CHECK(sendHttp(gateway.endpoint(), "GET", "/readyz").status == 200);
    CHECK(gateway.stop() == 0);
}

TEST_CASE("TLS 1.3 and nothing older; plain is for loopback")
{
    TestGateway gateway;
    REQUIRE(gateway.serve());
    constexpr int tls12 = 0x0303, tls13 = 0x0304;
    CHECK(support::canShakeHands(gateway.endpoint(), tls13));
    CHECK(!support::canShakeHands(gateway.endpoint(), tls12));
    CHECK(sendHttp({gateway.endpoint().port, {}}, "GET", "/healthz").status == 0); // plain, to a TLS port
    CHECK(gateway.stop() == 0);
    REQUIRE(gateway.serve(true));
    CHECK(sendHttp(gateway.endpoint(), "GET", "/healthz").status == 200);
    CHECK(gateway.stop() == 0);
}

} // namespace
} // namespace countersign::gateway_test
