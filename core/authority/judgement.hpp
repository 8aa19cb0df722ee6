// What the gateway makes of a signed decision (reliability.md 5.4.3). First valid decision wins; whatever is wrong with
// a decision becomes one of the contract's outcomes and is logged with it. Pure; any thread.
#pragma once

#include "core/audit/chain.hpp"
#include "core/audit/jws.hpp"
#include "core/audit/key_registry.hpp"
#include "core/authority/item_record.hpp"
#include "core/base/result.hpp"
#include "core/domain/reviewer.hpp"
#include "core/policy/policy_document.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace countersign::authority
{

// A decision whose envelope and statement can be read; whether it is true is judged below.
struct SubmittedDecision {
    std::string jws;
    std::string rendered; // display model bytes
    audit::JwsParts parts;
    domain::DecisionStatement statement;
    domain::Digest digest; // of the compact JWS
};

enum class Unreadable { Envelope, Statement, DisplayModel };
[[nodiscard]] Result<SubmittedDecision, Unreadable> readSubmittedDecision(std::string jws, std::string rendered);

// What this gateway heard the issuer say of the signer, for this very signature.
struct IssuerProof {
    Instant authTime;
    std::string acr;
};

struct DecisionFacts {
    const std::string &gatewayId;
    const audit::RegisteredKey *key = nullptr;  // of its kid
    const domain::Reviewer *reviewer = nullptr; // who owns that key; null when the account is disabled
    audit::ChainHead head;                      // of the signer's chain on that device
    bool isIdTaken = false;                     // another decision with other bytes bears its id
    const ItemRecord *item = nullptr;
    const domain::Proposal *proposal = nullptr;     // of the item
    const policy::PolicyDocument *policy = nullptr; // the version under which the item was accepted
    Instant now;
    std::optional<IssuerProof> heard{};
    bool needsIssuer = false;                      // of every signature
    const audit::RegisteredKey *carried = nullptr; // that auth.proof names; null where it names none, or none is known
    std::vector<domain::Cover> covers{};           // of the signer, less those that were ended before their time
};

struct Judgement {
    domain::Outcome outcome = domain::Outcome::NotPermitted;
    std::optional<domain::Winner> winner; // with Superseded
    std::optional<Instant> releaseAt;     // with Held
    std::optional<audit::ChainHead> head; // the chain after it; nothing where it is no link of it
    std::optional<ItemChange> change;
    bool forbidsDraft = false; // law 5: a rejected digest may not come back
};

// The outcomes, in the order in which they are found:
//   invalid-signature  no registered key made it
//   not-permitted      revoked key, another's name or device, another gateway, a nonce or an edited draft that is not
//                      what was digested, or no link of the chain: a gap or a fork is refused, for the console sends
//                      in order and nothing may be left out. Up to here the chain does not move; from here it does.
//   not-permitted      the id was used before, or the account is disabled
//   not-permitted      it claims the issuer's word, and this gateway did not hear it; or lacks it where it is asked for
//   not-permitted      it claims the token that a person carries without that token's word for this very statement, or
//                      has the word and no claim, or lacks it where the policy asks for it
//   not-permitted      it is signed on behalf of somebody for whom the signer did not stand in when it was signed
//   clock-refused      the clock was unverified and ahead of ours by more than the policy allows stale-item the
//   item is unknown, changed, withdrawn, replaced or invalidated not-permitted      the registry's role, the wording or
//   the words above the signature do not fit expired            nobody decided in time superseded         another
//   decision was first; `winner` says whose accepted, held, awaiting-cosign
[[nodiscard]] Judgement judgeDecision(const SubmittedDecision &decision, const DecisionFacts &facts);

} // namespace countersign::authority
