#include "core/engine/steps.hpp"

#include "core/policy/gates.hpp"
#include "core/rulebook/policy_checks.hpp"

#include <algorithm>
#include <iterator>

namespace countersign::engine
{
namespace
{

using domain::FindingView;
using domain::RefusalCode;
using domain::Verdict;
using Findings = Examination::Findings;

// As the gateway and countersign-check find them: by the policy, as of the moment when the draft was proposed. Only the
// console knows what was read beside it.
std::vector<domain::Finding> findingsOf(const World &world, const domain::Proposal &proposal,
                                        const policy::PolicyDocument &policy)
{
    auto findings = rulebook::findingsOf(proposal, policy);
    std::vector<checks::QueuePrint> others;
    for (const auto &print : world.prints) {
        if (print.item == world.open->id)
            continue;
        others.push_back(print);
        if (world.rows.find(print.item) == nullptr) // decided or taken back: it orders nothing any more
            others.back().orders.clear();
    }
    auto shared = checks::queueFindings(proposal, others, rulebook::checkPolicyFor(policy, proposal.workflow));
    findings.insert(findings.end(), std::make_move_iterator(shared.begin()), std::make_move_iterator(shared.end()));
    std::ranges::stable_sort(findings, std::ranges::greater{}, &domain::Finding::severity);
    return findings;
}

Findings check(const World &world, const domain::Draft *edited, std::uint64_t edition)
{
    const OpenItem &open = *world.open;
    const auto row = world.rows.find(open.id);
    const auto rules = world.card && row ? policyFor(world, *row) : nullptr;
    const auto &policy = rules ? *rules : policy::startingPolicy();
    auto proposal = open.item->proposal;
    if (edited != nullptr)
        proposal.draft = *edited;
    return std::make_shared<const desk::FindingsView>(desk::FindingsView{edition, findingsOf(world, proposal, policy)});
}

void remember(Examination &examination, const desk::FindingsView &findings)
{
    for (const auto &finding : findings.list)
        if (std::ranges::find(examination.everShown, finding.id) == examination.everShown.end())
            examination.everShown.push_back(finding.id);
}

// Rejecting, returning or handing on because of the statement that a finding is about agrees with the finding.
bool isTakenUp(const domain::Finding *finding, const desk::Decide &request)
{
    if (finding == nullptr || finding->statementId.isEmpty() || policy::isApproving(request.verdict))
        return false;
    return std::ranges::any_of(
        request.reasons, [&](const domain::Reason &reason) { return reason.statementId == finding->statementId; });
}

const domain::Finding *findIn(const Findings &findings, const domain::FindingId &id)
{
    if (findings == nullptr)
        return nullptr;
    const auto found = std::ranges::find(findings->list, id, &domain::Finding::id);
    return found == findings->list.end() ? nullptr : &*found;
}

} // namespace

void editDraft(Turn &turn, std::uint64_t command, const desk::EditDraft &request)
{
    auto &open = turn.world.open;
    if (!open || open->id != request.item || !open->item)
        return refuse(turn, command, RefusalCode::ItemNotLoaded, request.item.text());
    auto &examination = open->examination;
    examination.edited = request.draft;
    examination.edition = request.edition;
    examination.ofEdited.reset();
    examination.dueAtMs = turn.moment.monotonicMs + checkAfterPauseMs;
    keepEdits(turn, request.place);
    reply(turn, command);
}

void resolveFinding(Turn &turn, std::uint64_t command, const desk::ResolveFinding &request)
{
    auto &open = turn.world.open;
    if (!open || open->id != request.item || !open->item)
        return refuse(turn, command, RefusalCode::ItemNotLoaded, request.item.text());
    auto &examination = open->examination;
    const auto *finding = findIn(examination.shown, request.finding);
    if (finding == nullptr || (request.resolution && !policy::maySetAside(*finding)))
        return refuse(turn, command, RefusalCode::StopFindingOpen, "1");
    if (request.resolution)
        examination.resolutions[request.finding] = {request.finding, *request.resolution, request.reason};
    else
        examination.resolutions.erase(request.finding);
    turn.changed.open = true;
    reply(turn, command);
}

Findings findingsFor(const OpenItem &open, Verdict verdict)
{
    const auto &examination = open.examination;
    const bool isOfEdited = verdict == Verdict::ApproveEdited && examination.edited != nullptr;
    return isOfEdited ? examination.ofEdited : examination.ofAgents;
}

Findings examineFor(World &world, const domain::Draft *edited)
{
    auto &examination = world.open->examination;
    if (examination.ofAgents == nullptr)
        examination.ofAgents = check(world, nullptr, 0);
    remember(examination, *examination.ofAgents);
    Findings findings = examination.ofAgents;
    if (edited != nullptr) {
        const bool isKnown =
            examination.ofEdited != nullptr && examination.edited != nullptr && *examination.edited == *edited;
        if (!isKnown)
            examination.ofEdited = check(world, edited, examination.edition);
        findings = examination.ofEdited;
        remember(examination, *findings);
    }
    if (edited != nullptr || examination.edited == nullptr)
        examination.shown = findings; // what is on the screen, not what a verdict falls back to
    return findings;
}

policy::Examined examined(const OpenItem &open, const desk::FindingsView &findings,
                          const std::vector<domain::StatementId> &checked)
{
    const bool isGated = open.item->tier >= domain::Tier::High;
    const auto unseen = std::ranges::count_if(open.mustSee, [&](const domain::StatementId &statement) {
        return !open.seen.contains(statement) && std::ranges::find(checked, statement) == checked.end();
    });
    return {findings.list, &open.examination.resolutions, isGated ? static_cast<std::size_t>(unseen) : 0};
}

void examineIfDue(Turn &turn)
{
    auto &world = turn.world;
    if (!world.open || !world.open->item)
        return;
    auto &examination = world.open->examination;
    if (!examination.dueAtMs || *examination.dueAtMs > turn.moment.monotonicMs)
        return;
    examination.dueAtMs.reset();
    const auto edited = examination.edited; // kept alive while it is checked
    static_cast<void>(examineFor(world, edited.get()));
    turn.changed.any = turn.changed.open = true;
}

std::vector<FindingView> findingsSeen(const OpenItem &open, const desk::FindingsView &last, const desk::Decide &request)
{
    const auto &examination = open.examination;
    const auto &resolutions = examination.resolutions;
    std::vector<FindingView> seen;
    for (const auto &id : examination.everShown) {
        const bool isStill = std::ranges::find(last.list, id, &domain::Finding::id) != last.list.end();
        const auto resolution = resolutions.find(id);
        if (request.verdict == Verdict::ApproveEdited && !isStill)
            seen.push_back({id, FindingView::Resolution::Fixed, {}});
        else if (isTakenUp(findIn(examination.ofAgents, id), request))
            seen.push_back({id, FindingView::Resolution::Accepted, {}});
        else if (resolution != resolutions.end())
            seen.push_back(resolution->second);
        else
            seen.push_back({id, FindingView::Resolution::Shown, {}});
    }
    return seen;
}

} // namespace countersign::engine
