// Decisions as FHIR R4 for the auditor: Provenance with the signature, AuditEvent in the IHE BALP minimal pattern, and
// Task. No patient name and no free text (contract, audit-package.md). Pure; any thread.
#pragma once

#include "core/base/instant.hpp"
#include "core/domain/audit_event.hpp"
#include "core/domain/decision.hpp"
#include "core/domain/item_lifecycle.hpp"
#include "core/domain/receipt.hpp"

#include <span>
#include <string>

namespace countersign::fhir
{

struct DecidedAction {
    domain::DecisionId decisionId;
    domain::ItemId itemId;
    domain::Digest itemDigest;
    domain::ActionType actionType;
    domain::AgentId agent;
    domain::PatientId patient; // an id, no name
    domain::Verdict verdict = domain::Verdict::Approve;
    domain::Meaning meaning = domain::Meaning::Approval;
    domain::ReviewerId signer;
    std::string signedAt; // with offset
    std::string jws;      // compact
    Instant receivedAt;
    domain::Outcome outcome = domain::Outcome::Accepted;
    domain::ItemState state = domain::ItemState::Decided; // of the item at the time of export
};

// One collection Bundle of all three kinds, with an AuditEvent for each entry of an audit trail, as JSON text.
[[nodiscard]] std::string evidenceBundle(std::string_view gatewayId, std::span<const DecidedAction> actions,
                                         std::span<const domain::AuditEntry> trail = {});

} // namespace countersign::fhir
