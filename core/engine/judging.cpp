#include "core/engine/steps.hpp"

#include "core/policy/gates.hpp"

#include <algorithm>

namespace countersign::engine
{
namespace
{

using domain::Refusal;
using domain::RefusalCode;
using domain::Standing;
using domain::Verdict;

bool isUnsettled(const desk::DecisionView &view)
{
    return view.standing == Standing::Stored || view.standing == Standing::Sent;
}

bool counts(const desk::DecisionView &view)
{
    return isUnsettled(view) || view.standing == Standing::Confirmed || view.standing == Standing::Held;
}

bool isTakenBack(const std::vector<const OwnDecision *> &onItem, const domain::DecisionId &id)
{
    return std::ranges::any_of(onItem, [&](const OwnDecision *own) {
        return own->view->statement->verdict == Verdict::Retract && own->view->statement->amends == id
               && counts(*own->view);
    });
}

// One's own decision on this very item that stands, or may yet stand when the gateway has heard of it.
bool isDecidedHere(const World &world, const domain::ItemSummary &row)
{
    const auto onItem = world.own.on(row.id);
    return std::ranges::any_of(onItem, [&](const OwnDecision *own) {
        const auto &statement = *own->view->statement;
        if (statement.itemDigest != row.digest || !counts(*own->view))
            return false;
        if (isUnsettled(*own->view))
            return true;
        return statement.verdict != Verdict::Retract && statement.verdict != Verdict::Escalate
               && !isTakenBack(onItem, own->view->id);
    });
}

} // namespace

// An item is judged by the version under which it was accepted. Where that is not known here the console leaves to the
// gateway what role and action may do, rather than refuse by the wrong book.
std::shared_ptr<const policy::PolicyDocument> policyFor(const World &world, const domain::ItemSummary &row)
{
    const Card &card = *world.card;
    if (world.rules && world.open->item->policy.digest == card.policy.digest)
        return world.rules;
    const std::vector<Verdict> every{Verdict::Approve, Verdict::ApproveEdited, Verdict::Reject, Verdict::Return,
                                     Verdict::Respond, Verdict::Escalate,      Verdict::Cosign, Verdict::DeclineCosign,
                                     Verdict::Retract, Verdict::RollBack};
    auto document = policy::startingPolicy();
    document.workflows = {{.id = row.workflow,
                           .actions = {{.type = row.actionType,
                                        .tier = row.tier,
                                        .approvers = {card.reviewer.role},
                                        .signsPrescription = true}}}};
    document.roles = {{card.reviewer.role, every, domain::Tier::Critical, {row.workflow}}};
    return std::make_shared<const policy::PolicyDocument>(std::move(document));
}

std::optional<Refusal> objection(const World &world, Verdict verdict, Instant now)
{
    if (!world.open)
        return Refusal{RefusalCode::ItemNotLoaded, {}};
    const auto row = world.rows.find(world.open->id);
    if (!row)
        return Refusal{RefusalCode::ItemNotOpen, {}};
    const auto &item = world.open->item;
    if (!item || !world.card)
        return Refusal{RefusalCode::ItemNotLoaded, {}};
    if (item->digest != row->digest || item->revision != row->revision)
        return Refusal{RefusalCode::ItemChanged, {}};
    if (world.isQuarantined)
        return Refusal{RefusalCode::LedgerQuarantined, {}};
    if (isDecidedHere(world, *row))
        return Refusal{RefusalCode::AlreadyDecidedHere, {}};
    if (world.rules && !policy::maySee(*world.rules, world.card->reviewer.role, row->workflow))
        return Refusal{RefusalCode::RoleMayNot, {}}; // broken glass shows, and decides nothing
    return policy::refuse(*policyFor(world, *row), world.card->reviewer, verdict, {*row, &item->proposal}, now);
}

bool isRetractable(const desk::DecisionView &view, Instant now)
{
    return view.standing == Standing::Held && view.statement && policy::isApproving(view.statement->verdict)
           && view.releaseAt && now < *view.releaseAt;
}

} // namespace countersign::engine
