// What a policy tells the checks, and what their findings tell the tier.
#include "core/policy/tiers.hpp"
#include "core/rulebook/policy_checks.hpp"
#include "core/rulebook/policy_codec.hpp"
#include "tests/support/sample_proposal.hpp"

#include <doctest/doctest.h>

namespace countersign::rulebook
{
namespace
{

using domain::Severity;
using domain::Tier;
using policy::PolicyDocument;
using policy::RaisingRule;
using policy::TierRule;

domain::Finding finding(const std::string &code, Severity severity)
{
    domain::Finding made;
    made.code = code;
    made.severity = severity;
    return made;
}

TEST_CASE("rules on findings are read back as they were written, and change the policy's digest")
{
    PolicyDocument policy = policy::startingPolicy();
    const auto plain = policyRef(policy).digest;
    policy.findings = {.severities = {{"scope-drift", Severity::Info}, {"stale-source", Severity::Stop}},
                       .silenced = {"error-prone-notation"},
                       .raising = {{"wrong-patient-source", {}, Tier::Critical}, {{}, Severity::Stop, Tier::High}}};
    CHECK(readPolicy(policyBytes(policy)).value() == policy);
    CHECK(readPolicy(policyText(policy)).value() == policy);
    CHECK(policyRef(policy).digest != plain);
    CHECK(policyBytes(policy::startingPolicy()).find("findings") == std::string::npos);
}

TEST_CASE("rules on findings that are not well written are refused by name and place")
{
    const std::string whole = policyBytes(policy::startingPolicy());
    const auto broken = [&](const std::string &findings) {
        const auto read = readPolicy("{\"findings\":" + findings + "," + whole.substr(1));
        REQUIRE(!read);
        return describe(read.error());
    };
    CHECK(broken(R"({"severities":{"x":"grave"}})") == "unknown-word at /findings");
    CHECK(broken(R"({"severities":["x"]})") == "wrong-type at /findings/severities");
    CHECK(broken(R"({"severities":{"x":3}})") == "wrong-type at /findings/severities");
    CHECK(broken(R"({"silenced":"x"})") == "wrong-type at /findings/silenced");
    CHECK(broken(R"({"raising":[{"code":"x"}]})") == "missing-member at /findings/raising/0/tier");
    CHECK(broken(R"({"raising":[{"tier":"grave"}]})") == "unknown-word at /findings/raising/0/tier");
}

TEST_CASE("what a policy says is what the checks are told")
{
    PolicyDocument policy = policy::startingPolicy();
    policy.findings = {.severities = {{"a", Severity::Stop}}, .silenced = {"b"}, .raising = {}};
    policy.workflows[0].functionClass = domain::Risk::Samd::Administrative;
    const auto rules = checkPolicyFor(policy, policy.workflows[0].id);
    CHECK(rules.severities.at("a") == Severity::Stop);
    CHECK(rules.silenced.contains("b"));
    CHECK(rules.functionClass == static_cast<int>(domain::Risk::Samd::Administrative));
    CHECK_FALSE(checkPolicyFor(policy, domain::WorkflowId("unheard-of")).functionClass);
}

TEST_CASE("findings raise the tier as the policy says, and never lower it")
{
    struct Row {
        std::vector<RaisingRule> raising;
        std::vector<domain::Finding> findings;
        Tier tier;
        bool isByFinding;
    };
    const auto stop = finding("wrong-patient-source", Severity::Stop);
    const auto info = finding("stale-source", Severity::Info);
    const std::vector<Row> rows{
        {{}, {stop}, Tier::Moderate, false},
        {{{{}, Severity::Stop, Tier::High}}, {}, Tier::Moderate, false},
        {{{{}, Severity::Stop, Tier::High}}, {info}, Tier::Moderate, false},
        {{{{}, Severity::Stop, Tier::High}}, {info, stop}, Tier::High, true},
        {{{{}, Severity::Warning, Tier::High}}, {stop}, Tier::High, true}, // or a worse one
        {{{"stale-source", {}, Tier::Critical}}, {info}, Tier::Critical, true},
        {{{"stale-source", Severity::Warning, Tier::Critical}}, {info}, Tier::Moderate, false},
        {{{"stale-source", {}, Tier::Low}}, {info}, Tier::Moderate, false},
        {{{{}, {}, Tier::High}, {"stale-source", {}, Tier::Critical}}, {info}, Tier::Critical, true},
    };
    for (std::size_t i = 0; i < rows.size(); ++i) {
        CAPTURE(i);
        PolicyDocument policy = policy::startingPolicy();
        policy.findings.raising = rows[i].raising;
        const auto judged = policy::tierFor(policy, support::sampleProposal(1), rows[i].findings);
        CHECK(judged.tier == rows[i].tier);
        CHECK(judged.rules == std::vector{rows[i].isByFinding ? TierRule::Finding : TierRule::Policy});
    }
}

TEST_CASE("the same proposal has the same findings, whenever it is checked")
{
    const auto proposal = support::sampleProposal(1);
    const auto policy = policy::startingPolicy();
    CHECK(findingsOf(proposal, policy) == findingsOf(proposal, policy));
    CHECK(findingsOf(proposal, policy) == findingsOf(proposal, policy, proposal.proposedAt));
}

} // namespace
} // namespace countersign::rulebook
