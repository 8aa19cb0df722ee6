#include "core/policy/deadlines.hpp"
#include "core/policy/tiers.hpp"

#include <doctest/doctest.h>

namespace countersign::policy
{
namespace
{

using domain::Tier;

domain::Proposal noteProposal()
{
    domain::Proposal proposal;
    proposal.workflow = domain::WorkflowId("clinical-documentation");
    proposal.action.type = domain::ActionType("note.file");
    return proposal;
}

TEST_CASE("policy sets the tier and the agent can only raise it")
{
    struct Row {
        std::optional<Tier> agent;
        std::optional<bool> reversible;
        Tier tier;
        std::vector<TierRule> rules;
    };
    const std::vector<Row> rows{
        {std::nullopt, std::nullopt, Tier::Moderate, {TierRule::Policy}},
        {Tier::Low, std::nullopt, Tier::Moderate, {TierRule::Policy}},
        {Tier::Moderate, true, Tier::Moderate, {TierRule::Policy, TierRule::AgentView}},
        {Tier::High, std::nullopt, Tier::High, {TierRule::AgentView}},
        {Tier::Critical, false, Tier::Critical, {TierRule::AgentView}},
        {Tier::Low, false, Tier::High, {TierRule::Irreversible}},
        {Tier::High, false, Tier::High, {TierRule::AgentView, TierRule::Irreversible}},
    };
    for (const Row &row : rows) {
        domain::Proposal proposal = noteProposal();
        proposal.risk.tier = row.agent;
        proposal.action.reversible = row.reversible;
        CHECK(tierFor(startingPolicy(), proposal) == TierJudgement{row.tier, row.rules});
    }
}

TEST_CASE("what names no basis is never low")
{
    domain::Proposal proposal;
    proposal.workflow = domain::WorkflowId("patient-intake");
    proposal.action.type = domain::ActionType("intake.update");
    CHECK(tierFor(startingPolicy(), proposal) == TierJudgement{Tier::Moderate, {TierRule::BasisMissing}});
    domain::Item item;
    item.proposal = proposal;
    item.tier = Tier::Moderate;
    CHECK(tierRules(startingPolicy(), item) == std::vector<std::string>{"basis-missing"});
    proposal.agent.promptDigest = domain::Digest("sha256:00");
    CHECK(tierFor(startingPolicy(), proposal).tier == Tier::Low);
    proposal.agent.promptDigest = {};
    proposal.sources.resize(1);
    CHECK(tierFor(startingPolicy(), proposal).tier == Tier::Moderate);
    proposal.sources[0].read = true;
    CHECK(tierFor(startingPolicy(), proposal).tier == Tier::Low);
}

TEST_CASE("an action that no rule names is critical")
{
    domain::Proposal proposal = noteProposal();
    proposal.workflow = domain::WorkflowId("elsewhere");
    CHECK(tierFor(startingPolicy(), proposal).tier == Tier::Critical);
}

TEST_CASE("the earliest deadline obliges, and an agent can ask for less time only")
{
    const Instant now = *parseInstant("2026-11-02T09:00:00Z");
    const Instant early = *parseInstant("2026-11-02T10:00:00Z");
    const Instant late = *parseInstant("2027-11-02T10:00:00Z");
    ActionRule rule;
    rule.dueAfter = std::chrono::hours(8);
    rule.expireAfter = std::chrono::hours(24);
    CHECK(dueAt(rule, {}, now) == now + std::chrono::hours(8));
    CHECK(dueAt(rule, {.clinicalAt = late, .payerAt = early, .expiresAt = {}, .basis = {}}, now) == early);
    CHECK(dueAt(rule, {.clinicalAt = early, .payerAt = late, .expiresAt = {}, .basis = {}}, now) == early);
    CHECK(dueAt(rule, {.clinicalAt = late, .payerAt = {}, .expiresAt = {}, .basis = {}}, now) == late);
    CHECK(dueAt(rule, {.clinicalAt = {}, .payerAt = late, .expiresAt = {}, .basis = {}}, now) == late);
    CHECK(expiresAt(rule, {}, now) == now + std::chrono::hours(24));
    CHECK(expiresAt(rule, {.clinicalAt = {}, .payerAt = {}, .expiresAt = early, .basis = {}}, now) == early);
    CHECK(expiresAt(rule, {.clinicalAt = {}, .payerAt = {}, .expiresAt = late, .basis = {}}, now)
          == now + std::chrono::hours(24));
}

} // namespace
} // namespace countersign::policy
