// What became of each item's revision: one decision that stands, a release that its signatures carry, an outcome that
// belongs to a release. Fed from both .ndjson files, judged when both are read.
#pragma once

#include "app/verify/fault.hpp"
#include "core/audit/package_lines.hpp"
#include "core/domain/decision.hpp"
#include "core/domain/receipt.hpp"

#include <cstdint>
#include <map>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace countersign::verify
{

// A decision that the gateway accepted, held or lets wait for a co-signature.
struct Standing {
    std::int64_t line = 0;
    domain::DecisionId id;
    domain::ItemId item;
    std::int64_t revision = 1;
    domain::Digest itemDigest, policyDigest;
    domain::ReviewerId signer;
    domain::Verdict verdict = domain::Verdict::Approve;
    domain::DecisionId amends;
    Instant receivedAt;
};

class History
{
public:
    // `isWhole`: the log is here from its first entry on, so that everything that is named must be here too.
    explicit History(bool isWhole) : isWhole_(isWhole) {}

    // False when a decision of that id stands already.
    [[nodiscard]] bool add(Standing decision);
    void add(std::int64_t line, audit::OutcomeLine outcome);
    // A decision that stood and whose words were erased: what it said of its item is not judged any more.
    void addErased(const domain::DecisionId &id) { erased_.insert(id); }

    void judge(FaultList &faults) const;

private:
    using Revision = std::pair<domain::ItemId, std::int64_t>;

    void judgeDecisions(FaultList &faults) const;
    void judgeOutcomes(FaultList &faults) const;
    [[nodiscard]] std::optional<FaultRule> judgeRelease(const audit::OutcomeLine &line,
                                                        const audit::Release &release) const;
    [[nodiscard]] bool carries(const Standing &decision, const audit::OutcomeLine &line,
                               const audit::Release &release) const;
    [[nodiscard]] const Standing *find(const domain::DecisionId &id) const;
    [[nodiscard]] bool isUndone(const domain::DecisionId &id, Instant by) const;

    bool isWhole_;
    std::vector<Standing> decisions_;
    std::vector<std::pair<std::int64_t, audit::OutcomeLine>> outcomes_;
    std::unordered_map<domain::DecisionId, std::size_t> byId_;
    std::unordered_set<domain::DecisionId> erased_;
    std::unordered_map<domain::DecisionId, Instant> undoneAt_; // retracted or invalidated
};

} // namespace countersign::verify
