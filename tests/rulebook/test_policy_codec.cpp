#include "core/rulebook/policy_codec.hpp"

#include <doctest/doctest.h>

#include <functional>

namespace countersign::rulebook
{
namespace
{

using policy::PolicyDocument;

TEST_CASE("a policy is read back as it was written, and its digest tells versions apart")
{
    const PolicyDocument policy = policy::startingPolicy();
    const auto read = readPolicy(policyBytes(policy));
    REQUIRE(read);
    CHECK(*read == policy);
    CHECK(readPolicy(policyText(policy)) == read);
    CHECK(policyText(policy).find("\n      \"id\": \"clinical-documentation\"") != std::string::npos);
    PolicyDocument changed = policy;
    changed.workflows[0].actions[0].hold = std::chrono::seconds(1);
    CHECK(policyRef(changed).digest != policyRef(policy).digest);
}

TEST_CASE("that signatures take the token is said only where it is so: a policy of before keeps its digest")
{
    auto policy = policy::startingPolicy();
    CHECK(policyBytes(policy).find("tokenRequired") == std::string::npos);
    const auto before = policyRef(policy).digest;
    policy.tokenRequired = true;
    CHECK(readPolicy(policyBytes(policy)) == policy);
    CHECK(policyRef(policy).digest != before);
}

TEST_CASE("a policy that is not sound is refused by the rule's name")
{
    struct Row {
        PolicyFault fault;
        std::function<void(PolicyDocument &)> spoil;
    };
    const std::vector<Row> rows{
        {PolicyFault::NoWorkflow, [](PolicyDocument &p) { p.workflows.clear(); }},
        {PolicyFault::RepeatedWorkflow, [](PolicyDocument &p) { p.workflows.push_back(p.workflows[0]); }},
        {PolicyFault::RepeatedAction,
         [](PolicyDocument &p) { p.workflows[0].actions.push_back(p.workflows[0].actions[0]); }},
        {PolicyFault::RepeatedRole, [](PolicyDocument &p) { p.roles.push_back(p.roles[0]); }},
        {PolicyFault::NoApprover, [](PolicyDocument &p) { p.workflows[0].actions[0].approvers.clear(); }},
        {PolicyFault::NoApprover,
         [](PolicyDocument &p) { p.workflows[0].actions[0].approvers = {domain::Role::Auditor}; }},
        {PolicyFault::UnknownWorkflow, [](PolicyDocument &p) { p.roles[0].workflows.emplace_back("elsewhere"); }},
        {PolicyFault::ExpiresBeforeDue,
         [](PolicyDocument &p) { p.workflows[0].actions[0].expireAfter = std::chrono::seconds(1); }},
    };
    for (const Row &row : rows) {
        CAPTURE(faultText(row.fault));
        PolicyDocument policy = policy::startingPolicy();
        row.spoil(policy);
        const auto read = readPolicy(policyBytes(policy));
        REQUIRE(!read);
        REQUIRE(std::holds_alternative<PolicyFault>(read.error()));
        CHECK(std::get<PolicyFault>(read.error()) == row.fault);
    }
}

TEST_CASE("a policy that is not well written is refused with the place")
{
    const auto refusal = [](const std::string &from, const std::string &to) {
        std::string text = policyBytes(policy::startingPolicy());
        text.replace(text.find(from), from.size(), to);
        const auto read = readPolicy(text);
        REQUIRE(!read);
        return std::get<protocol::WireError>(read.error());
    };
    CHECK(refusal(R"("tier":"moderate")", R"("tier":"mild")").rule == protocol::Rule::UnknownWord);
    CHECK(refusal(R"("requiredSignatures":1)", R"("requiredSignatures":0)").rule == protocol::Rule::OutOfRange);
    CHECK(refusal(R"("holdSeconds":0)", R"("holdSeconds":-1)").pointer == "/workflows/0/actions/0/holdSeconds");
    CHECK(refusal(R"("clockSkewMaxSeconds")", R"("clockSkew")").rule == protocol::Rule::MissingMember);
}

} // namespace
} // namespace countersign::rulebook
