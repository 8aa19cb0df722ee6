#include "core/policy/gates.hpp"

#include "core/domain/names.hpp"
#include "core/policy/controlled_substances.hpp"

#include <algorithm>
#include <variant>

namespace countersign::policy
{
namespace
{

using domain::ItemState;
using domain::Refusal;
using domain::RefusalCode;
using domain::Verdict;
using Answer = std::optional<Refusal>;

template <class Range, class Value>
bool contains(const Range &range, const Value &value)
{
    return std::find(range.begin(), range.end(), value) != range.end();
}

Answer refuseByRole(const PolicyDocument &policy, const domain::Reviewer &reviewer, Verdict verdict,
                    const domain::ItemSummary &item)
{
    const Refusal roleMayNot{RefusalCode::RoleMayNot, std::string(domain::name(reviewer.role))};
    const RoleRule *role = findRole(policy, reviewer.role);
    const ActionRule *action = findAction(policy, item.workflow, item.actionType);
    if (!role || !action || !maySee(policy, reviewer.role, item.workflow) || !contains(role->verdicts, verdict))
        return roleMayNot;
    if (isApproving(verdict) && (item.tier > role->approvesUpTo || !contains(action->approvers, reviewer.role)))
        return roleMayNot;
    return std::nullopt;
}

Answer refuseByState(Verdict verdict, const domain::Reviewer &reviewer, const domain::ItemSummary &item, Instant now)
{
    const Refusal notOpen{RefusalCode::ItemNotOpen, std::string(domain::name(item.state))};
    const bool isOwn = item.decision && item.decision->signerId == reviewer.id;
    switch (verdict) {
    case Verdict::Retract: {
        const bool isHeld = item.state == ItemState::Decided || item.state == ItemState::AwaitingCosign;
        return isHeld && isOwn && isApproving(item.decision->verdict)
                   ? Answer{}
                   : Refusal{RefusalCode::NotRetractable, std::string(domain::name(item.state))};
    }
    case Verdict::RollBack:
        return domain::step(item.state, domain::ItemEvent::RollBack) ? Answer{} : notOpen;
    case Verdict::BreakGlass:
    case Verdict::Seal:
        return Refusal{RefusalCode::VerdictNotOffered, std::string(domain::name(verdict))};
    default:
        break;
    }
    if (item.state == ItemState::Expired || (domain::isOpen(item.state) && item.expiresAt && *item.expiresAt <= now))
        return Refusal{RefusalCode::ItemExpired, {}};
    const bool isCosigning = verdict == Verdict::Cosign || verdict == Verdict::DeclineCosign;
    if (!domain::isOpen(item.state) || isCosigning != (item.state == ItemState::AwaitingCosign))
        return notOpen;
    return isCosigning && isOwn ? Answer{{RefusalCode::AlreadyDecidedHere, {}}} : Answer{};
}

Answer refuseByContent(const PolicyDocument &policy, Verdict verdict, const Matter &matter)
{
    if (!matter.proposal || !isApproving(verdict))
        return std::nullopt;
    const ActionRule *action = findAction(policy, matter.item.workflow, matter.item.actionType);
    const bool isControlled =
        namesControlledSubstance(matter.proposal->draft) || (matter.edited && namesControlledSubstance(*matter.edited));
    if (action && action->signsPrescription && isControlled)
        return Refusal{RefusalCode::ControlledSubstance, {}};
    if (verdict == Verdict::ApproveEdited && std::holds_alternative<domain::ToolCallDraft>(matter.proposal->draft))
        return Refusal{RefusalCode::ToolCallNotEditable, {}};
    return std::nullopt;
}

} // namespace

bool isApproving(Verdict verdict)
{
    return verdict == Verdict::Approve || verdict == Verdict::ApproveEdited || verdict == Verdict::Cosign;
}

bool maySetAside(const domain::Finding &finding)
{
    return contains(finding.resolvableBy, domain::ResolvableBy::Acknowledge)
           || contains(finding.resolvableBy, domain::ResolvableBy::OwnKnowledge);
}

bool isResolved(const domain::Finding &finding, const Examined &examined)
{
    if (examined.resolutions == nullptr || !maySetAside(finding))
        return false;
    const auto found = examined.resolutions->find(finding.id);
    return found != examined.resolutions->end() && found->second.resolution != domain::FindingView::Resolution::Shown;
}

std::vector<Refusal> needs(Verdict verdict, const Examined &examined)
{
    if (!isApproving(verdict))
        return {};
    const auto open = std::count_if(examined.findings.begin(), examined.findings.end(), [&](const auto &finding) {
        return finding.severity == domain::Severity::Stop && !isResolved(finding, examined);
    });
    std::vector<Refusal> needs;
    if (open > 0)
        needs.push_back({RefusalCode::StopFindingOpen, std::to_string(open)});
    if (examined.unseen > 0)
        needs.push_back({RefusalCode::StatementsUnseen, std::to_string(examined.unseen)});
    return needs;
}

Answer refuse(const PolicyDocument &policy, const domain::Reviewer &reviewer, Verdict verdict, const Matter &matter,
              Instant now)
{
    if (Answer byRole = refuseByRole(policy, reviewer, verdict, matter.item))
        return byRole;
    if (Answer byState = refuseByState(verdict, reviewer, matter.item, now))
        return byState;
    return refuseByContent(policy, verdict, matter);
}

} // namespace countersign::policy
