// A gateway's bench for tests: a policy, an accepted item, two reviewers with keys, and decisions made on it. Each test
// changes one thing.
#pragma once

#include "core/authority/intake.hpp"
#include "core/authority/judgement.hpp"
#include "core/crypto/signing.hpp"

#include <string>

namespace countersign::authority_test
{

inline const Instant now = *parseInstant("2026-11-02T09:00:00Z");

struct Person {
    domain::Reviewer reviewer;
    crypto::SigningKey key;
    audit::RegisteredKey registered;
};
[[nodiscard]] Person makePerson(const std::string &id, domain::Role role);

struct Bench {
    // With these rules for notes.
    explicit Bench(std::int64_t requiredSignatures = 1, std::chrono::seconds hold = std::chrono::seconds(0));

    // A whole, true statement of that person on the item as it is.
    [[nodiscard]] domain::DecisionStatement statement(const Person &person, domain::Verdict verdict,
                                                      const std::string &id = "dec-1") const;
    [[nodiscard]] authority::SubmittedDecision signedBy(const Person &person,
                                                        const domain::DecisionStatement &statement) const;
    [[nodiscard]] authority::DecisionFacts factsFor(const Person &person) const;
    [[nodiscard]] authority::Judgement judge(const Person &person, const domain::DecisionStatement &statement) const;
    // statement, judge; and the item is as it left it.
    authority::Judgement decide(const Person &person, domain::Verdict verdict, const std::string &id);

    policy::PolicyDocument policy;
    std::string gatewayId = "gw-test";
    Person mara = makePerson("mara", domain::Role::Clinician);
    Person joel = makePerson("joel", domain::Role::Clinician);
    Person nina = makePerson("nina", domain::Role::Coordinator); // sees no notes
    authority::AgentGrant agent{domain::AgentId("scribe"), {domain::WorkflowId("clinical-documentation")}};
    domain::Proposal proposal;
    authority::ItemRecord item;
    std::string canonical;
    std::optional<authority::IssuerProof> heard; // of the issuer
    bool needsIssuer = false;
    const audit::RegisteredKey *carried = nullptr;
    std::vector<domain::Cover> covers; // of whoever signs
    std::string rendered = R"([{"label":"patient","text":"as shown"}])";
};

[[nodiscard]] std::string textOf(const domain::Proposal &proposal);

} // namespace countersign::authority_test
