// Rights that change while the gateway runs: by command, at once, with a leaf in the log; and the stream that began
// with other rights ends (stream.md, point 6).
#include "app/gateway/rights_requests.hpp"
#include "app/gateway/system_clock.hpp"
#include "tests/gateway/agent.hpp"
#include "tests/gateway/exported.hpp"
#include "tests/gateway/gateway_process.hpp"
#include "tests/gateway/test_console.hpp"
#include "tests/support/sample_proposal.hpp"

#include <doctest/doctest.h>

#include <fstream>

namespace countersign::gateway_test
{
namespace
{

using namespace gateway;

struct RunningGateway : TestGateway {
    RunningGateway()
    {
        for (const char *user : {"mara", "bea"})
            addUser(user, "clinician");
        REQUIRE(serve());
    }
    int user(std::vector<std::string> words, const std::string &input = {})
    {
        words.insert(words.begin(), "user");
        words.insert(words.end(), {"--data", data()});
        return runGateway(words, input).exitCode;
    }
    bool leavesNothing() const
    {
        const std::filesystem::path requests = data() + "/rights-requests";
        return !std::filesystem::exists(requests) || std::filesystem::is_empty(requests);
    }
};

const std::vector<RightsChange> &everyChange()
{
    static const domain::ReviewerId mara("mara"), bea("bea");
    static const std::vector<RightsChange> changes{
        AddAgent{{domain::AgentId("scribe"), Bytes(32, 7), {domain::WorkflowId("clinical-documentation")}}},
        AddUser{{mara, "Ibarra, Mara", domain::Role::Clinician, "MD", "1234567893"}, "$argon2id$…"},
        DisableUser{mara},
        RevokeTokens{mara},
        AddCover{mara, {bea, {}, Instant{std::chrono::seconds(10)}, Instant{std::chrono::seconds(20)}}},
        EndCovers{mara, bea},
        ReplaceToken{domain::AgentId("scribe"), Bytes(32, 9)},
        ApplyPolicy{{domain::Digest("sha256:" + std::string(64, 'a')), "{}"}}};
    return changes;
}

} // namespace

TEST_CASE("somebody who may not come any more is locked, sent away and not let in again; nobody else notices")
{
    RunningGateway gateway;
    TestConsole mara("mara", "desk-1"), bea("bea", "desk-2");
    REQUIRE(mara.enter(gateway.endpoint()));
    REQUIRE(bea.enter(gateway.endpoint()));
    REQUIRE(mara.follow());
    REQUIRE(bea.follow());
    CHECK(gateway.user({"disable", "mara"}) == 0);
    CHECK(mara.await<protocol::LockDesk>());
    CHECK_FALSE(mara.await<protocol::LockDesk>()); // the Bye
    CHECK(mara.farewell == "rights-changed");
    REQUIRE(mara.greet(gateway.endpoint()));
    CHECK_FALSE(mara.resume());
    CHECK(mara.refusal.rule == "revoked-key");
    REQUIRE(mara.greet(gateway.endpoint()));
    CHECK_FALSE(mara.signIn(password));
    CHECK(mara.refusal.rule == "disabled");
    REQUIRE(bea.say(protocol::Ping{}));
    CHECK(bea.await<protocol::Pong>());
    CHECK(gateway.leavesNothing());
    CHECK(gateway.stop() == 0);
    CHECK(verifiedExport(gateway).isValid());
}

TEST_CASE("a cover is told to the signer's desk at once, and so is its end")
{
    RunningGateway gateway;
    TestConsole mara("mara", "desk-1");
    REQUIRE(mara.enter(gateway.endpoint()));
    REQUIRE(mara.follow());
    CHECK(gateway.user({"cover", "mara", "--for", "bea", "--until", "2099-12-24"}) == 0);
    CHECK_FALSE(mara.await<protocol::LockDesk>());
    CHECK(mara.farewell == "rights-changed");
    REQUIRE(mara.greet(gateway.endpoint()));
    REQUIRE(mara.resume());
    REQUIRE(mara.session.covers.size() == 1);
    CHECK(mara.session.covers.front().absent == domain::ReviewerId("bea"));
    // A signature of this very second counts: it tells the time in whole seconds.
    CHECK(mara.session.covers.front().since.time_since_epoch() % std::chrono::seconds(1) == Instant::duration(0));
    CHECK(gateway.user({"uncover", "mara", "--for", "bea"}) == 0);
    CHECK(gateway.user({"uncover", "mara", "--for", "bea"}) == 1);
    REQUIRE(mara.greet(gateway.endpoint()));
    REQUIRE(mara.resume());
    CHECK(mara.session.covers.empty());
    CHECK(gateway.stop() == 0);
    CHECK(verifiedExport(gateway).isValid());
}

TEST_CASE("who is new may come at once, and what cannot be is refused as without a server")
{
    RunningGateway gateway;
    const auto token = gateway.addAgent("scribe");
    CHECK_FALSE(TestAgent(gateway.endpoint(), token).itemOf(support::sampleProposal(1)).empty());
    CHECK(gateway.user({"add", "cy", "--name", "Onwudiwe, Cy", "--role", "clinician", "--password-stdin"},
                       password + "\n")
          == 0);
    TestConsole cy("cy", "desk-3");
    CHECK(cy.enter(gateway.endpoint()));
    CHECK(gateway.user({"add", "cy", "--name", "Another", "--role", "clinician", "--password-stdin"}, "abc\n") == 3);
    CHECK(gateway.user({"disable", "nobody"}) == 1);
    CHECK(gateway.user({"revoke-token", "mara"}) == 1);
    CHECK(gateway.user({"cover", "mara", "--for", "nobody", "--until", "2099-12-24"}) == 3);
    CHECK(gateway.leavesNothing());
    CHECK(gateway.stop() == 0);
    CHECK(verifiedExport(gateway).isValid());
}

TEST_CASE("an agent that is stopped gets nothing in and nothing out, and comes back with another token")
{
    RunningGateway gateway;
    const auto agent = [&](const std::string &word) {
        return runGateway({"agent", word, "scribe", "--data", gateway.data()});
    };
    CHECK(agent("stop").exitCode == 1);
    const auto token = gateway.addAgent("scribe");
    const auto item = TestAgent(gateway.endpoint(), token).itemOf(support::sampleProposal(1));
    REQUIRE_FALSE(item.empty());
    CHECK(agent("stop").exitCode == 0);
    CHECK(TestAgent(gateway.endpoint(), token).propose(support::sampleProposal(2)).status == 401);
    CHECK(TestAgent(gateway.endpoint(), token).call("GET", "/v1/items/" + item).status == 401);
    auto renewed = agent("renew").out;
    renewed.resize(renewed.find('\n'));
    CHECK(TestAgent(gateway.endpoint(), renewed).call("GET", "/v1/items/" + item).status == 200);
    CHECK(TestAgent(gateway.endpoint(), token).call("GET", "/v1/items/" + item).status == 401);
    CHECK(gateway.leavesNothing());
}

TEST_CASE("a policy takes force at once, for every stream, and one that is not sound does not")
{
    RunningGateway gateway;
    TestConsole mara("mara", "desk-1"), bea("bea", "desk-2");
    REQUIRE(mara.enter(gateway.endpoint()));
    REQUIRE(bea.enter(gateway.endpoint()));
    const auto before = mara.session.policy.digest;
    auto text = *readFile(gateway.data() + "/policy.json");
    const auto version = text.find('"', text.find(':', text.find("\"version\""))) + 1;
    text.replace(version, text.find('"', version) - version, "2026-12");
    std::ofstream(gateway.folder() / "next.json") << text;
    const std::string file = gateway.folder() / "next.json";
    CHECK(runGateway({"policy", "apply", file, "--data", gateway.data()}).exitCode == 0);
    for (TestConsole *console : {&mara, &bea}) {
        CHECK_FALSE(console->await<protocol::LockDesk>());
        CHECK(console->farewell == "rights-changed");
        REQUIRE(console->greet(gateway.endpoint()));
        REQUIRE(console->resume());
        CHECK(console->session.policy.version == "2026-12");
        CHECK(console->session.policy.digest != before);
    }
    const auto token = gateway.addAgent("scribe");
    const TestAgent agent(gateway.endpoint(), token);
    const auto item = bea.fetch(domain::ItemId(agent.itemOf(support::sampleProposal(1))));
    REQUIRE(item);
    CHECK(bea.decide(*item, domain::Verdict::Reject)->outcome == domain::Outcome::Accepted);

    std::filesystem::create_directories(gateway.data() + "/rights-requests");
    std::ofstream(gateway.data() + "/rights-requests/a.json") << changeText(everyChange().back());
    CHECK(gateway.user({"cover", "bea", "--for", "mara", "--until", "2099-12-24"}) == 0); // comes after it
    CHECK(*readFile(gateway.data() + "/rights-requests/a.answer") == "refused");
    CHECK(gateway.stop() == 0);
    REQUIRE(gateway.serve());
    CHECK(gateway.stop() == 0);
    CHECK(verifiedExport(gateway).isValid());
}

TEST_CASE("what lies among the requests and is none changes nothing")
{
    RunningGateway gateway;
    const std::filesystem::path requests = gateway.data() + "/rights-requests";
    std::filesystem::create_directories(requests);
    std::ofstream(requests / "a.json") << R"({"change":"disable-user"})";
    std::ofstream(requests / "b.json") << "{";
    std::ofstream(requests / "c.json.part") << R"({"change":"disable-user","user":"mara"})";
    CHECK(gateway.user({"cover", "bea", "--for", "mara", "--until", "2099-12-24"}) == 0); // comes after them
    TestConsole mara("mara", "desk-1");
    CHECK(mara.enter(gateway.endpoint()));
    CHECK(*readFile(requests / "a.answer") == "failed");
    CHECK(*readFile(requests / "b.answer") == "failed");
    CHECK(gateway.isAlive());
}

TEST_CASE("every change is the same after its way through a file")
{
    for (const RightsChange &change : everyChange()) {
        const std::string text = changeText(change);
        CAPTURE(text);
        const auto read = readChange(text);
        REQUIRE(read.has_value());
        CHECK(read->index() == change.index());
        CHECK(changeText(*read) == text);
    }
    for (const char *text : {"", "{}", R"({"change":"add-administrator","user":"mara"})",
                             R"({"change":"disable-user","user":"not an id"})",
                             R"({"change":"add-agent","id":"a","tokenHash":"beef","workflows":[]})"})
        CHECK_FALSE(readChange(text).has_value());
}

TEST_CASE("where nobody answers the change is taken back")
{
    const TestGateway gateway;
    SystemDice dice;
    const DataDirectory directory(gateway.data());
    CHECK(askServer(directory, everyChange().front(), dice, std::chrono::seconds(0)) == ChangeAnswer::Unanswered);
    CHECK(takeRequests(directory).empty());
}

} // namespace countersign::gateway_test
