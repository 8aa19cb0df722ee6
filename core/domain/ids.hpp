// The names of things. Each is 1 to 64 characters of A-Z a-z 0-9 . _ : - (contract, Common types).
#pragma once

#include "core/base/strong_id.hpp"

namespace countersign::domain
{

using ProposalId = StrongId<struct ProposalTag>;
using ItemId = StrongId<struct ItemTag>;
using DecisionId = StrongId<struct DecisionTag>; // UUIDv7, minted once, the idempotency key of delivery
using SectionId = StrongId<struct SectionTag>;
using StatementId = StrongId<struct StatementTag>;
using SourceId = StrongId<struct SourceTag>;
using AgentId = StrongId<struct AgentTag>;
using PatientId = StrongId<struct PatientTag>;
using ReviewerId = StrongId<struct ReviewerTag>;
using DeviceId = StrongId<struct DeviceTag>;
using WorkflowId = StrongId<struct WorkflowTag>;
using ActionType = StrongId<struct ActionTag>;
using FindingId = StrongId<struct FindingTag>;
using KeyId = StrongId<struct KeyTag>; // RFC 7638 SHA-256 thumbprint

// "sha256:" and 64 lower-case hex digits.
using Digest = StrongId<struct DigestTag>;

} // namespace countersign::domain
