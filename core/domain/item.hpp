// A proposal as the gateway accepted it: tiered, under a policy version, on its way to a person.
#pragma once

#include "core/domain/decision.hpp"
#include "core/domain/finding.hpp"
#include "core/domain/item_lifecycle.hpp"
#include "core/domain/proposal.hpp"

#include <cstdint>
#include <memory>
#include <string>

namespace countersign::domain
{

// Who decided what, as everybody who may see the item may see it.
struct DecisionSummary {
    DecisionId decisionId;
    Verdict verdict = Verdict::Approve;
    ReviewerId signerId;
    std::string signerName;
    std::vector<Reason> reasons;
    std::string signedAt; // local instant with offset
    bool operator==(const DecisionSummary &) const = default;
};

// What a queue shows of an item; small, so that 100,000 of them fit.
struct ItemSummary {
    ItemId id;
    std::int64_t revision = 1;
    Digest digest;
    ItemState state = ItemState::Waiting;
    Tier tier = Tier::Moderate;
    WorkflowId workflow;
    ActionType actionType;
    std::string title;
    AgentId agent;
    PatientId patient;
    Phi<std::string> family, given, birthDate, mrn;
    Patient::Sex sex = Patient::Sex::Unstated;
    Instant proposedAt;
    std::optional<Instant> dueAt;     // the earliest of the deadlines that oblige
    std::optional<Instant> expiresAt; // when it expires undecided
    ItemId supersedes;                // the item that this one replaces
    std::optional<DecisionSummary> decision;
    std::optional<FindingCounts> findings = std::nullopt; // of the checks on receipt; nothing: it was not checked then
    bool operator==(const ItemSummary &) const = default;
};

// The whole item. `canonical` are the exact bytes that `digest` names (contract, item digest).
struct Item {
    ItemId id;
    std::int64_t revision = 1;
    Digest digest;
    std::string canonical;
    Tier tier = Tier::Moderate;
    PolicyRef policy;
    Proposal proposal;
};

} // namespace countersign::domain
