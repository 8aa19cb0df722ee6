// proposal.schema.json and the contract's "Rules that a schema cannot say", but for those that need a digest
// (core/authority compares digests). Pure; any thread.
#pragma once

#include "core/base/result.hpp"
#include "core/domain/item.hpp"
#include "core/domain/proposal.hpp"
#include "core/protocol/json.hpp"
#include "core/protocol/wire_error.hpp"

#include <string>
#include <string_view>

namespace countersign::protocol
{

struct DecodedProposal {
    domain::Proposal proposal;
    Json document; // as it was written, unknown members included: these bytes become the item's
};

// A strict decode of one proposal. Every refusal names its rule and, where a member broke it, the pointer.
[[nodiscard]] Result<DecodedProposal, WireError> decodeProposal(std::string_view bytes);
// The same checks over a document that was decoded already.
[[nodiscard]] Result<domain::Proposal, WireError> readProposal(const Json &document);

[[nodiscard]] Json encodeDraft(const domain::Draft &draft);
[[nodiscard]] Result<domain::Draft, WireError> readDraft(const Json &document);
[[nodiscard]] Json encodeProposal(const domain::Proposal &proposal);

// The bytes that the item digest names: the proposal's object plus `policy` and `tier`, in RFC 8785 form.
[[nodiscard]] std::string itemBytes(Json proposal, const domain::PolicyRef &policy, domain::Tier tier);
// What those bytes say; id, revision and digest are left to the caller.
[[nodiscard]] Result<domain::Item, WireError> readItem(std::string_view canonical);

// The bytes whose digest a rejection forbids to come back: draft and sources alone (contract, law 5).
[[nodiscard]] std::string draftAndSourcesBytes(const Json &proposal);

} // namespace countersign::protocol
