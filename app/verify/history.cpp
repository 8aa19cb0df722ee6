#include "app/verify/history.hpp"

#include "core/audit/manifest.hpp"
#include "core/crypto/digest.hpp"

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

History::Mark History::markOf(std::string_view text)
{
    const crypto::Digest digest = crypto::sha256(asBytes(text));
    Mark mark{};
    std::copy_n(digest.begin(), mark.size(), mark.begin());
    return mark;
}

History::Mark History::revisionOf(const domain::ItemId &item, std::int64_t revision)
{
    return markOf(item.text() + ' ' + std::to_string(revision)); // no id holds a blank
}

bool History::add(const Standing &decision)
{
    const Mark id = markOf(decision.id.text());
    if (!byId_.emplace(id, static_cast<std::uint32_t>(decisions_.size())).second)
        return false;
    const Mark amends = markOf(decision.amends.text());
    if (decision.verdict == Verdict::Retract)
        undoneAt_.emplace(amends, decision.receivedAt);
    decisions_.push_back({.id = id,
                          .item = markOf(decision.item.text()),
                          .revision = revisionOf(decision.item, decision.revision),
                          .itemDigest = markOf(decision.itemDigest.text()),
                          .policyDigest = markOf(decision.policyDigest.text()),
                          .signer = markOf(decision.signer.text()),
                          .amends = amends,
                          .receivedAt = decision.receivedAt,
                          .line = decision.line,
                          .verdict = decision.verdict});
    return true;
}

void History::add(std::int64_t line, const audit::OutcomeLine &outcome)
{
    if (const auto *invalidated = std::get_if<audit::Invalidated>(&outcome.what))
        undoneAt_.emplace(markOf(invalidated->decision.text()), outcome.at);
    KeptOutcome kept{.line = line, .revision = revisionOf(outcome.item, outcome.revision), .at = outcome.at};
    if (const auto *release = std::get_if<audit::Release>(&outcome.what)) {
        kept.itemDigest = markOf(release->itemDigest.text());
        kept.policyDigest = markOf(release->policy.digest.text());
        kept.requiredSignatures = release->requiredSignatures;
        for (const domain::DecisionId &id : release->decisions)
            kept.decisions.push_back(markOf(id.text()));
    } else if (!std::holds_alternative<audit::Reported>(outcome.what)) {
        return; // judged by nobody
    }
    outcomes_.push_back(std::move(kept));
}

const History::Kept *History::find(const Mark &id) const
{
    const auto found = byId_.find(id);
    return found == byId_.end() ? nullptr : &decisions_[found->second];
}

bool History::isUndone(const Mark &id, Instant by) const
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
    std::unordered_map<Mark, const Kept *, MarkHash> standing;
    standing.reserve(decisions_.size());
    for (const Kept &decision : decisions_) {
        if (mustAmend(decision.verdict)) {
            const Kept *amended = find(decision.amends);
            if (amended == nullptr ? isWhole_ && !erased_.contains(decision.amends) : amended->item != decision.item)
                faults.add(atDecision(FaultRule::AmendsUnknown, decision.line));
        }
        if (!endsTheItem(decision.verdict))
            continue;
        const auto [place, isFirst] = standing.try_emplace(decision.revision, &decision);
        if (!isFirst && !isUndone(place->second->id, decision.receivedAt))
            faults.add(atDecision(FaultRule::SecondDecision, decision.line));
        place->second = &decision;
    }
}

void History::judgeOutcomes(FaultList &faults) const
{
    std::unordered_set<Mark, MarkHash> released, reported;
    for (const KeptOutcome &outcome : outcomes_) {
        if (outcome.requiredSignatures > 0) {
            if (!released.insert(outcome.revision).second)
                faults.add(atOutcome(FaultRule::ReleaseTwice, outcome.line));
            else if (const auto rule = judgeRelease(outcome))
                faults.add(atOutcome(*rule, outcome.line));
        } else if (isWhole_ && !released.contains(outcome.revision)) {
            faults.add(atOutcome(FaultRule::OutcomeUnfounded, outcome.line));
        } else if (!reported.insert(outcome.revision).second) {
            faults.add(atOutcome(FaultRule::OutcomeTwice, outcome.line));
        }
    }
}

// One approval and the co-signatures that amend it, by as many people as the policy demanded.
std::optional<FaultRule> History::judgeRelease(const KeptOutcome &release) const
{
    std::set<Mark> signers;
    std::size_t elsewhere = 0, erased = 0;
    std::ptrdiff_t approvals = 0;
    for (const Mark &id : release.decisions) {
        const Kept *decision = find(id);
        if (decision == nullptr) {
            ++(erased_.contains(id) ? erased : elsewhere);
            continue;
        }
        if (!carries(*decision, release) || !signers.insert(decision->signer).second)
            return FaultRule::ReleaseUnfounded;
        approvals += approves(decision->verdict) ? 1 : 0;
    }
    if (approvals > 1 || (elsewhere > 0 && isWhole_) || (elsewhere + erased == 0 && approvals == 0))
        return FaultRule::ReleaseUnfounded;
    if (static_cast<std::int64_t>(signers.size() + elsewhere + erased) < release.requiredSignatures)
        return FaultRule::ReleaseShort;
    return std::nullopt;
}

bool History::carries(const Kept &decision, const KeptOutcome &release) const
{
    return decision.revision == release.revision && decision.itemDigest == release.itemDigest
           && decision.policyDigest == release.policyDigest
           && (approves(decision.verdict) || decision.verdict == Verdict::Cosign) && decision.receivedAt <= release.at
           && !isUndone(decision.id, release.at);
}

} // namespace countersign::verify
