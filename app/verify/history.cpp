#include "app/verify/history.hpp"

#include "core/audit/manifest.hpp"

#include <algorithm>
#include <set>

namespace countersign::verify
{
namespace
{

using domain::Verdict;

// Verdicts that end an item's revision: at most one of them stands.
bool endsTheItem(Verdict verdict)
{
    constexpr std::array ending{Verdict::Approve, Verdict::ApproveEdited, Verdict::Reject,
                                Verdict::Return,  Verdict::Respond,       Verdict::BreakGlass};
    return std::ranges::find(ending, verdict) != ending.end();
}

bool approves(Verdict verdict)
{
    return verdict == Verdict::Approve || verdict == Verdict::ApproveEdited || verdict == Verdict::BreakGlass;
}

bool mustAmend(Verdict verdict)
{
    return verdict == Verdict::Cosign || verdict == Verdict::DeclineCosign || verdict == Verdict::Retract
           || verdict == Verdict::RollBack;
}

Fault atDecision(FaultRule rule, std::int64_t line)
{
    return {rule, std::string(audit::package_path::decisions), line};
}

Fault atOutcome(FaultRule rule, std::int64_t line)
{
    return {rule, std::string(audit::package_path::outcomes), line};
}

} // namespace

bool History::add(Standing decision)
{
    if (!byId_.emplace(decision.id, decisions_.size()).second)
        return false;
    if (decision.verdict == Verdict::Retract)
        undoneAt_.emplace(decision.amends, decision.receivedAt);
    decisions_.push_back(std::move(decision));
    return true;
}

void History::add(std::int64_t line, audit::OutcomeLine outcome)
{
    if (const auto *invalidated = std::get_if<audit::Invalidated>(&outcome.what))
        undoneAt_.emplace(invalidated->decision, outcome.at);
    outcomes_.emplace_back(line, std::move(outcome));
}

const Standing *History::find(const domain::DecisionId &id) const
{
    const auto found = byId_.find(id);
    return found == byId_.end() ? nullptr : &decisions_[found->second];
}

bool History::isUndone(const domain::DecisionId &id, Instant by) const
{
    const auto found = undoneAt_.find(id);
    return found != undoneAt_.end() && found->second <= by;
}

void History::judge(FaultList &faults) const
{
    judgeDecisions(faults);
    judgeOutcomes(faults);
}

void History::judgeDecisions(FaultList &faults) const
{
    std::map<Revision, const Standing *> standing;
    for (const Standing &decision : decisions_) {
        if (mustAmend(decision.verdict)) {
            const Standing *amended = find(decision.amends);
            if (amended == nullptr ? isWhole_ && !erased_.contains(decision.amends) : amended->item != decision.item)
                faults.add(atDecision(FaultRule::AmendsUnknown, decision.line));
        }
        if (!endsTheItem(decision.verdict))
            continue;
        const auto [place, isFirst] = standing.try_emplace({decision.item, decision.revision}, &decision);
        if (!isFirst && !isUndone(place->second->id, decision.receivedAt))
            faults.add(atDecision(FaultRule::SecondDecision, decision.line));
        place->second = &decision;
    }
}

void History::judgeOutcomes(FaultList &faults) const
{
    std::set<Revision> released, reported;
    for (const auto &[number, line] : outcomes_) {
        const Revision revision{line.item, line.revision};
        if (const auto *release = std::get_if<audit::Release>(&line.what)) {
            if (!released.insert(revision).second)
                faults.add(atOutcome(FaultRule::ReleaseTwice, number));
            else if (const auto rule = judgeRelease(line, *release))
                faults.add(atOutcome(*rule, number));
        } else if (std::holds_alternative<audit::Reported>(line.what)) {
            if (isWhole_ && !released.contains(revision))
                faults.add(atOutcome(FaultRule::OutcomeUnfounded, number));
            else if (!reported.insert(revision).second)
                faults.add(atOutcome(FaultRule::OutcomeTwice, number));
        }
    }
}

// One approval and the co-signatures that amend it, by as many people as the policy demanded.
std::optional<FaultRule> History::judgeRelease(const audit::OutcomeLine &line, const audit::Release &release) const
{
    std::set<domain::ReviewerId> signers;
    std::size_t elsewhere = 0, erased = 0;
    std::ptrdiff_t approvals = 0;
    for (const domain::DecisionId &id : release.decisions) {
        const Standing *decision = find(id);
        if (decision == nullptr) {
            ++(erased_.contains(id) ? erased : elsewhere);
            continue;
        }
        if (!carries(*decision, line, release) || !signers.insert(decision->signer).second)
            return FaultRule::ReleaseUnfounded;
        approvals += approves(decision->verdict) ? 1 : 0;
    }
    if (approvals > 1 || (elsewhere > 0 && isWhole_) || (elsewhere + erased == 0 && approvals == 0))
        return FaultRule::ReleaseUnfounded;
    if (static_cast<std::int64_t>(signers.size() + elsewhere + erased) < release.requiredSignatures)
        return FaultRule::ReleaseShort;
    return std::nullopt;
}

bool History::carries(const Standing &decision, const audit::OutcomeLine &line, const audit::Release &release) const
{
    return decision.item == line.item && decision.revision == line.revision && decision.itemDigest == release.itemDigest
           && decision.policyDigest == release.policy.digest
           && (approves(decision.verdict) || decision.verdict == Verdict::Cosign) && decision.receivedAt <= line.at
           && !isUndone(decision.id, line.at);
}

} // namespace countersign::verify
