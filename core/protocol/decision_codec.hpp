// decision.schema.json, receipt.schema.json and the display model as canonical bytes (RFC 8785) and back.
// Reading refuses a missing or ill-typed member, and bytes that are not their own canonical form. Pure; any thread.
#pragma once

#include "core/base/result.hpp"
#include "core/domain/decision.hpp"
#include "core/domain/display_model.hpp"
#include "core/domain/receipt.hpp"
#include "core/protocol/json.hpp"
#include "core/protocol/wire_error.hpp"

#include <string>
#include <string_view>

namespace countersign::protocol
{

[[nodiscard]] std::string decisionBytes(const domain::DecisionStatement &statement);
[[nodiscard]] Result<domain::DecisionStatement, WireError> readDecision(std::string_view payload);

// The statement of that payload without auth.proof, every other member as it is: what the proof is made over. Empty
// where the payload is no statement.
[[nodiscard]] std::string unprovenBytes(std::string_view payload);

[[nodiscard]] std::string receiptBytes(const domain::Receipt &receipt);
[[nodiscard]] Result<domain::Receipt, WireError> readReceipt(std::string_view payload);

// [{"label":…,"text":…,"folded":true?,"flagged":true?}, …]
[[nodiscard]] std::string displayModelBytes(const domain::DisplayModel &model);
[[nodiscard]] Result<domain::DisplayModel, WireError> readDisplayModel(std::string_view bytes);

// The draft's canonical bytes, whose digest is edited.draftDigest.
[[nodiscard]] std::string draftBytes(const domain::Draft &draft);

// A draft with what a reviewer changed in it, before it is signed.
[[nodiscard]] std::string editedBytes(const domain::EditedDraft &edited);
[[nodiscard]] Result<domain::EditedDraft, WireError> readEdited(std::string_view bytes);

// {"itemDigest":…,"verdict":…}: what the person authenticated for; its digest is auth.nonce.
[[nodiscard]] std::string signingNonceBytes(const domain::Digest &itemDigest, domain::Verdict verdict);

} // namespace countersign::protocol
