// The automatic checks on receipt: the same findings as everywhere, kept with the item, counted, told to consoles, and
// raising the tier as far as the policy lets them.
#include "core/protocol/canonical.hpp"
#include "core/protocol/proposal_codec.hpp"
#include "core/rulebook/policy_checks.hpp"
#include "core/rulebook/policy_codec.hpp"
#include "tests/gateway/agent.hpp"
#include "tests/gateway/gateway_process.hpp"
#include "tests/gateway/test_console.hpp"
#include "tests/support/sample_proposal.hpp"

#include <doctest/doctest.h>

#include <fstream>

namespace countersign::gateway_test
{
namespace
{

using support::sampleProposal;

// A statement that quotes what its source does not hold.
domain::Proposal flawed(int number)
{
    auto proposal = sampleProposal(number);
    auto &statement = domain::sectionsOf(proposal.draft)->front().statements.front();
    statement.citations.push_back({domain::SourceId("src1"), domain::QuoteSelector{"take ibuprofen", {}, {}, {}, {}}});
    statement.hasCitations = true;
    return proposal;
}

// Any warning makes an item high.
policy::PolicyDocument strictPolicy()
{
    auto policy = policy::startingPolicy();
    policy.version = "strict";
    policy.findings.raising = {{{}, domain::Severity::Warning, domain::Tier::High}};
    return policy;
}

struct CheckedGateway {
    CheckedGateway()
    {
        gateway.addUser("mara", "clinician");
        agent.emplace(gateway.endpoint(), gateway.addAgent("scribe"));
        const std::string file = gateway.folder() / "strict.json";
        std::ofstream(file, std::ios::binary) << rulebook::policyText(policy);
        REQUIRE(runGateway({"policy", "apply", file, "--data", gateway.data()}).exitCode == 0);
        REQUIRE(gateway.serve());
    }
    ~CheckedGateway() { CHECK(gateway.stop() == 0); }
    CheckedGateway(const CheckedGateway &) = delete;
    CheckedGateway &operator=(const CheckedGateway &) = delete;

    policy::PolicyDocument policy = strictPolicy();
    TestGateway gateway;
    std::optional<TestAgent> agent;
};

TEST_CASE_FIXTURE(CheckedGateway,
                  "what is found on receipt raises the tier, is counted, and is told as anybody would find it")
{
    const auto proposal = flawed(1);
    const auto findings = rulebook::findingsOf(proposal, policy);
    REQUIRE(domain::countsOf(findings).warning + domain::countsOf(findings).stop > 0);
    const auto answer = agent->propose(proposal);
    CHECK(textIn(answer, "tier") == "high");
    CHECK(agent->propose(proposal).status == 200); // again, and nothing is counted twice

    TestConsole console("mara", "desk-1");
    REQUIRE(console.enter(gateway.endpoint()));
    REQUIRE(console.follow());
    REQUIRE(console.catchUp(1));
    const domain::ItemId id(textIn(answer, "itemId"));
    CHECK(console.rows.at(id).findings == domain::countsOf(findings));
    CHECK(console.rows.at(id).tier == domain::Tier::High);
    console.say(protocol::FetchItem{id, true});
    const auto told = console.await<protocol::ItemFindings>();
    REQUIRE(told);
    CHECK(told->itemId == id);
    CHECK(told->total == std::ssize(findings));
    CHECK(told->findings == findings);

    const auto metrics = support::sendHttp(gateway.endpoint(), "GET", "/metrics").body;
    const auto counts = domain::countsOf(findings);
    CHECK(metrics.find("countersign_findings_warning_total " + std::to_string(counts.warning) + "\n")
          != std::string::npos);
    CHECK(metrics.find("countersign_tiers_raised_total 1\n") != std::string::npos);
}

TEST_CASE_FIXTURE(CheckedGateway, "findings outlive the gateway, and who does not ask is not told")
{
    const auto proposal = flawed(1);
    const domain::ItemId id(agent->itemOf(proposal));
    REQUIRE(gateway.stop() == 0);
    REQUIRE(gateway.serve());
    TestConsole console("mara", "desk-1");
    REQUIRE(console.enter(gateway.endpoint()));
    CHECK(console.fetch(id)); // as an older console asks
    console.say(protocol::Ping{});
    CHECK(std::holds_alternative<protocol::Pong>(console.hear().value()));
    console.say(protocol::FetchItem{id, true});
    const auto told = console.await<protocol::ItemFindings>();
    REQUIRE(told);
    CHECK(told->findings == rulebook::findingsOf(proposal, policy));
}

TEST_CASE_FIXTURE(CheckedGateway, "the policy in force is told at sign-in, in the bytes that its reference names")
{
    TestConsole console("mara", "desk-1");
    REQUIRE(console.enter(gateway.endpoint()));
    const auto told = rulebook::readPolicy(console.session.policyDocument);
    REQUIRE(told);
    CHECK(*told == policy);
    CHECK(rulebook::policyRef(*told) == console.session.policy);
    CHECK(console.session.policyDocument == rulebook::policyBytes(*told));
}

} // namespace
} // namespace countersign::gateway_test
