#include "core/authority/judgement.hpp"

#include "core/audit/carried_proof.hpp"
#include "core/audit/cover.hpp"
#include "core/authority/effects.hpp"
#include "core/crypto/digest.hpp"
#include "core/domain/auth_component.hpp"
#include "core/domain/names.hpp"
#include "core/policy/gates.hpp"
#include "core/policy/signing_words.hpp"
#include "core/protocol/decision_codec.hpp"
#include "core/protocol/proposal_codec.hpp"

#include <algorithm>

namespace countersign::authority
{
namespace
{

using domain::DecisionStatement;
using domain::ItemState;
using domain::Outcome;
using domain::RefusalCode;
using domain::Verdict;

// Nothing: no objection.
using Objection = std::optional<Outcome>;

domain::Digest digestOf(std::string_view bytes)
{
    return domain::Digest(crypto::digestText(asBytes(bytes)));
}

// Whether this person signed this, on this device, for this gateway.
Objection objectToOrigin(const SubmittedDecision &decision, const DecisionFacts &facts)
{
    const DecisionStatement &statement = decision.statement;
    if (!facts.key || facts.key->role != audit::KeyRole::Reviewer
        || !audit::isSignedBy(facts.key->publicKey, decision.jws, decision.parts))
        return Outcome::InvalidSignature;
    if (!audit::isValidAt(*facts.key, facts.now) || statement.signer.id.text() != facts.key->owner
        || statement.device != facts.key->device || statement.audience != facts.gatewayId)
        return Outcome::NotPermitted;
    return std::nullopt;
}

// The person proved to be there for this very verdict, and an edited draft is the one that was digested.
bool isSelfConsistent(const DecisionStatement &statement)
{
    const std::string nonce = protocol::signingNonceBytes(statement.itemDigest, statement.verdict);
    const bool isEdited = statement.verdict == Verdict::ApproveEdited;
    return statement.auth.nonce == digestOf(nonce) && statement.edited.has_value() == isEdited
           && (!isEdited || statement.edited->draftDigest == digestOf(protocol::draftBytes(statement.edited->draft)));
}

Objection objectToClock(const DecisionStatement &statement, const DecisionFacts &facts)
{
    const auto signedAt = parseInstant(statement.signedAt);
    if (!signedAt)
        return Outcome::ClockRefused;
    const auto skewMax = facts.policy ? facts.policy->clockSkewMax : std::chrono::seconds(0);
    if (facts.policy && !statement.clock.verified && *signedAt > facts.now + skewMax)
        return Outcome::ClockRefused;
    return std::nullopt;
}

// the issuer's word is what this gateway heard, and nobody else's.
bool isAsHeard(const DecisionStatement &statement, const DecisionFacts &facts)
{
    const auto &auth = statement.auth;
    const bool isClaimed = std::ranges::find(auth.components, domain::AuthComponent::Oidc) != auth.components.end();
    if (!isClaimed)
        return !facts.needsIssuer && auth.idpAuthTime.empty() && auth.acr.empty();
    const auto at = parseInstant(auth.idpAuthTime);
    return facts.heard && at && *at == facts.heard->authTime && auth.acr == facts.heard->acr;
}

// What the person carries spoke for this statement, where it is said to have spoken, and where it has to.
bool isCarriedTrue(const SubmittedDecision &decision, const DecisionFacts &facts)
{
    const DecisionStatement &statement = decision.statement;
    const bool isAsked = facts.policy && facts.policy->tokenRequired && statement.verdict != Verdict::Seal;
    return audit::isCarriedProofTrue(statement, decision.parts.payload, facts.carried, facts.now)
           && (!isAsked || audit::claimsCarried(statement));
}

Objection objectToItem(const DecisionStatement &statement, const DecisionFacts &facts)
{
    if (!facts.item || !facts.proposal || !facts.policy)
        return Outcome::StaleItem;
    const ItemRecord &item = *facts.item;
    const bool isSameItem = statement.itemId == item.row.id && statement.itemDigest == item.row.digest
                            && statement.itemRevision == item.row.revision && statement.policy == item.policy;
    const bool isGone = item.row.state == ItemState::Withdrawn || item.row.state == ItemState::Superseded
                        || item.row.state == ItemState::Invalidated;
    return !isSameItem || isGone ? Objection(Outcome::StaleItem) : std::nullopt;
}

// Printed name, credentials and role are the registry's, whatever the payload says, and the person was
// there: a device key alone is had by whoever has the device.
bool isSignedAsRegistered(const DecisionStatement &statement, const domain::Reviewer &reviewer)
{
    const domain::Signer &signer = statement.signer;
    return signer.name == reviewer.name && signer.credentials == reviewer.credentials && signer.npi == reviewer.npi
           && signer.role == domain::name(reviewer.role)
           && std::ranges::any_of(statement.auth.components, domain::isPersonal);
}

// What was seen is what is signed, under the words of the rule book.
bool isSignedAsShown(const SubmittedDecision &decision, const domain::Reviewer &reviewer)
{
    const DecisionStatement &statement = decision.statement;
    return statement.renderedDigest == digestOf(decision.rendered)
           && statement.meaning == policy::meaningOf(statement.verdict, reviewer.role)
           && statement.legal == policy::legalFor(statement.verdict);
}

// An edited draft has to keep every rule that the agent's had to keep.
bool isEditSound(const DecisionStatement &statement, const domain::Proposal &proposal)
{
    if (!statement.edited)
        return true;
    domain::Proposal edited = proposal;
    edited.draft = statement.edited->draft;
    return protocol::readProposal(protocol::encodeProposal(edited)).has_value();
}

Objection objectToWords(const SubmittedDecision &decision, const DecisionFacts &facts)
{
    const DecisionStatement &statement = decision.statement;
    const policy::Wording wording{statement.verdict, statement.reasons, statement.comment,
                                  statement.edited ? &statement.edited->draft : nullptr};
    const bool isWellSaid =
        isSignedAsRegistered(statement, *facts.reviewer) && isSignedAsShown(decision, *facts.reviewer)
        && !policy::refuseWording(wording, facts.proposal->draft) && isEditSound(statement, *facts.proposal);
    return isWellSaid ? std::nullopt : Objection(Outcome::NotPermitted);
}

Outcome outcomeOf(RefusalCode refusal, const ItemRecord &item)
{
    switch (refusal) {
    case RefusalCode::ItemExpired:
        return Outcome::Expired;
    case RefusalCode::ItemNotOpen:
        return item.effective ? Outcome::Superseded : Outcome::NotPermitted;
    default:
        return Outcome::NotPermitted;
    }
}

// Whose turn it is, and whether it may still be done.
Objection objectToVerdict(const DecisionStatement &statement, const DecisionFacts &facts)
{
    const ItemRecord &item = *facts.item;
    const policy::Matter matter{item.row, facts.proposal, statement.edited ? &statement.edited->draft : nullptr};
    if (const auto refusal = policy::refuse(*facts.policy, *facts.reviewer, statement.verdict, matter, facts.now))
        return outcomeOf(refusal->code, item);
    if (amendsAnother(statement.verdict) && (!item.effective || statement.amends != item.effective->decisionId))
        return Outcome::StaleItem;
    if (statement.verdict == Verdict::Retract && item.releaseAt && *item.releaseAt <= facts.now)
        return Outcome::NotPermitted;
    if (statement.verdict == Verdict::Cosign && hasSigned(item, statement.signer.id))
        return Outcome::NotPermitted;
    return std::nullopt;
}

Judgement judgeSeal(const SubmittedDecision &decision, Judgement judgement)
{
    const DecisionStatement &statement = decision.statement;
    const std::string sealed = audit::sealBytes(audit::chainKeyOf(statement), decision.parts.kid);
    const bool isSeal = statement.chain.seq == 0 && statement.itemDigest == digestOf(sealed);
    judgement.outcome = isSeal ? Outcome::Accepted : Outcome::NotPermitted;
    return judgement;
}

} // namespace

Result<SubmittedDecision, Unreadable> readSubmittedDecision(std::string jws, std::string rendered)
{
    auto parts = audit::parseJws(audit::JwsType::Decision, jws);
    if (!parts)
        return failure(Unreadable::Envelope);
    auto statement = protocol::readDecision(parts->payload);
    if (!statement)
        return failure(Unreadable::Statement);
    if (!protocol::readDisplayModel(rendered))
        return failure(Unreadable::DisplayModel);
    const domain::Digest digest = audit::jwsDigest(jws);
    return SubmittedDecision{std::move(jws), std::move(rendered), *std::move(parts), *std::move(statement), digest};
}

Judgement judgeDecision(const SubmittedDecision &decision, const DecisionFacts &facts)
{
    const DecisionStatement &statement = decision.statement;
    Judgement judgement;
    const auto refused = [&](Outcome outcome) {
        judgement.outcome = outcome;
        if (outcome == Outcome::Superseded)
            judgement.winner = facts.item->effective;
        return judgement;
    };
    if (const Objection origin = objectToOrigin(decision, facts))
        return refused(*origin);
    const auto head = audit::follow(facts.head, statement.chain, decision.digest);
    if (!head || !isSelfConsistent(statement))
        return refused(Outcome::NotPermitted);
    judgement.head = *head;
    if (facts.isIdTaken || !facts.reviewer)
        return refused(Outcome::NotPermitted);
    const bool isSeal = statement.verdict == Verdict::Seal; // a person's machine speaks, not the person
    if (!isSeal && !isAsHeard(statement, facts))
        return refused(Outcome::NotPermitted);
    if (!isCarriedTrue(decision, facts) || !audit::isCovered(statement, facts.covers))
        return refused(Outcome::NotPermitted);
    if (const Objection clock = objectToClock(statement, facts))
        return refused(*clock);
    if (isSeal)
        return judgeSeal(decision, judgement);
    if (const Objection item = objectToItem(statement, facts))
        return refused(*item);
    if (const Objection words = objectToWords(decision, facts))
        return refused(*words);
    if (const Objection verdict = objectToVerdict(statement, facts))
        return refused(*verdict);
    return takeEffect(statement, facts, judgement);
}

} // namespace countersign::authority
