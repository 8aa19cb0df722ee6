// A proposal at the door: read, digested, and accepted or refused (contract, agent-api.md and "Rules that a schema
// cannot say"). Pure; any thread.
#pragma once

#include "core/authority/item_record.hpp"
#include "core/base/result.hpp"
#include "core/policy/policy_document.hpp"
#include "core/protocol/proposal_codec.hpp"

#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace countersign::authority
{

// A proposal as it came, with what the store has to be asked about it.
struct Submission {
    domain::Proposal proposal;
    protocol::Json document;
    domain::ItemId itemId; // of its agent and its id, so that the same proposal is the same item
    domain::ItemId supersedes;
    domain::Digest contentDigest;
    domain::Digest draftDigest;
    std::vector<domain::Digest> blobs; // that its sources name
};

[[nodiscard]] domain::ItemId itemIdOf(const domain::AgentId &agent, const domain::ProposalId &proposal);
// Refuses a digest of a source that is not the source's, beside what the decoder refuses.
[[nodiscard]] Result<Submission, protocol::WireError> readSubmission(std::string_view bytes);

struct AgentGrant {
    domain::AgentId id;
    std::vector<domain::WorkflowId> workflows;
    bool operator==(const AgentGrant &) const = default;
};

enum class IntakeRule {
    // 403
    OtherAgent,    // the proposal names another agent than its token
    OutsideScope,  // the agent was not granted that workflow
    FunctionClass, // it declares more than the workflow may be
    // 409
    OtherBytes,      // this id was used for other content
    RejectedBefore,  // a person rejected this draft on these sources
    SupersedesEnded, // what it replaces can no longer be replaced
    // 422
    UnknownWorkflow,
    UnknownAction,
    BlobMissing, // upload it first
    SupersedesUnknown,
    SupersedesOtherPatient,
    ChangeNoteMissing // law 5: a changed revision says what changed
};
[[nodiscard]] std::string_view ruleText(IntakeRule rule);
[[nodiscard]] int httpStatus(IntakeRule rule);

struct IntakeRefusal {
    IntakeRule rule = IntakeRule::OutsideScope;
    std::string pointer; // RFC 6901; empty for the document
    bool operator==(const IntakeRefusal &) const = default;
};

struct IntakeFacts {
    const policy::PolicyDocument &policy; // the one in force
    const AgentGrant &agent;
    const ItemRecord *same = nullptr;       // the item of that id, if there is one
    const ItemRecord *superseded = nullptr; // the item that it names, if there is one
    bool wasRejected = false;               // its draftDigest was
    std::set<domain::Digest> blobs;         // those of its blobs that are here
    Instant now;
    // What the automatic checks say of it by this policy (rulebook::findingsOf).
    std::vector<domain::Finding> findings = {};
};

struct AcceptedItem {
    ItemRecord item;
    std::string canonical; // the bytes that its digest names
    bool isRaised = false; // findings made its tier what it is
    std::optional<ItemChange> superseded;
};
struct SameAgain {
};
using Acceptance = std::variant<AcceptedItem, SameAgain>;

[[nodiscard]] Result<Acceptance, IntakeRefusal> judgeProposal(const Submission &submission, const IntakeFacts &facts);

} // namespace countersign::authority
