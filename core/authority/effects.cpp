#include "core/authority/effects.hpp"

#include "core/authority/lifetimes.hpp"
#include "core/policy/gates.hpp"

#include <algorithm>

namespace countersign::authority
{
namespace
{

using domain::DecisionStatement;
using domain::ItemEvent;
using domain::ItemState;
using domain::Outcome;
using domain::Verdict;

// The gate has asked the table already, so that the step exists.
void advance(ItemRecord &item, ItemEvent event)
{
    item.row.state = domain::step(item.row.state, event).value_or(item.row.state);
}

// Enough signatures: released at once, or after the hold window.
Outcome settle(ItemChange &change, const policy::ActionRule &rule, Instant now)
{
    advance(change.item, ItemEvent::Decide);
    if (rule.hold.count() > 0) {
        change.item.releaseAt = now + rule.hold;
        return Outcome::Held;
    }
    change.item.releaseAt = now;
    change = *release(change.item, rule, now);
    return Outcome::Accepted;
}

Outcome approve(ItemChange &change, const domain::Winner &signature, const policy::ActionRule &rule, Instant now)
{
    ItemRecord &item = change.item;
    item.signatures.push_back(signature);
    if (!item.effective)
        item.effective = signature;
    if (std::cmp_greater_equal(item.signatures.size(), rule.requiredSignatures))
        return settle(change, rule, now);
    if (item.row.state != ItemState::AwaitingCosign)
        advance(item, ItemEvent::NeedCosign);
    return Outcome::AwaitingCosign;
}

// The item goes back to the queue as if nothing had been decided.
void reopen(ItemChange &change)
{
    ItemRecord &item = change.item;
    advance(item, ItemEvent::Retract);
    advance(item, ItemEvent::Queue);
    item.signatures.clear();
    item.effective.reset();
    item.releaseAt.reset();
}

Outcome apply(ItemChange &change, Verdict verdict, const domain::Winner &signature, const policy::ActionRule &rule,
              Instant now)
{
    switch (verdict) {
    case Verdict::Approve:
    case Verdict::ApproveEdited:
    case Verdict::Cosign:
        return approve(change, signature, rule, now);
    case Verdict::Escalate:
        advance(change.item, ItemEvent::Escalate);
        return Outcome::Accepted;
    case Verdict::Retract:
        reopen(change);
        return Outcome::Accepted;
    case Verdict::RollBack:
        advance(change.item, ItemEvent::RollBack);
        return Outcome::Accepted;
    default: // an ending that releases nothing
        advance(change.item, ItemEvent::Decide);
        change.item.signatures.clear();
        change.item.effective = signature;
        return Outcome::Accepted;
    }
}

domain::DecisionSummary summarise(const DecisionStatement &statement, const domain::Reviewer &reviewer)
{
    return {statement.decisionId, statement.verdict, reviewer.id, reviewer.name, statement.reasons, statement.signedAt};
}

} // namespace

bool amendsAnother(Verdict verdict)
{
    return verdict == Verdict::Retract || verdict == Verdict::RollBack || verdict == Verdict::Cosign
           || verdict == Verdict::DeclineCosign;
}

bool hasSigned(const ItemRecord &item, const domain::ReviewerId &person)
{
    return std::any_of(item.signatures.begin(), item.signatures.end(),
                       [&](const domain::Winner &signature) { return signature.signer == person; });
}

Judgement takeEffect(const DecisionStatement &statement, const DecisionFacts &facts, Judgement judgement)
{
    const policy::ActionRule &rule =
        *policy::findAction(*facts.policy, facts.item->row.workflow, facts.item->row.actionType);
    const domain::Winner signature{statement.decisionId, statement.signer.id, formatInstant(facts.now)};
    ItemChange change{*facts.item, {}};
    judgement.outcome = apply(change, statement.verdict, signature, rule, facts.now);
    if (statement.verdict == Verdict::Retract)
        change.item.row.decision.reset();
    else if (statement.verdict != Verdict::Cosign) // the row keeps saying what was approved, and who approved it first
        change.item.row.decision = summarise(statement, *facts.reviewer);
    judgement.releaseAt = change.item.releaseAt;
    judgement.forbidsDraft = statement.verdict == Verdict::Reject;
    judgement.change = std::move(change);
    return judgement;
}

} // namespace countersign::authority
