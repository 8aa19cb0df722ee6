// decisions.ndjson, line by line: index, receipt, inclusion, root, signature, key, chain and content of each decision.
#pragma once

#include "app/verify/content.hpp"
#include "app/verify/fault.hpp"
#include "app/verify/history.hpp"
#include "app/verify/package_source.hpp"
#include "app/verify/record_pass.hpp"
#include "app/verify/trust.hpp"

#include <cstdint>
#include <map>

namespace countersign::verify
{

struct DecisionCounts {
    std::int64_t decisions = 0;       // lines
    std::int64_t receipts = 0;        // whose signature, place and proof hold
    std::int64_t signatures = 0;      // of decisions, by their key at their time
    std::int64_t carried = 0;         // of those that stand, with the word of a token that the signer carries
    std::int64_t refusedUnproven = 0; // refused as invalid-signature or not-permitted, and rightly kept all the same
    std::int64_t chains = 0;
    std::int64_t erased = 0; // lawfully, with a tombstone
    std::map<domain::Outcome, std::int64_t> outcomes;
    struct OnBehalf {
        std::int64_t line = 0;
        domain::Signer signer;
    };
    std::vector<OnBehalf> onBehalf; // signed for somebody who was away
};

[[nodiscard]] DecisionCounts checkDecisions(PackageSource &source, const Trust &trust, const Content &content,
                                            const Records &records, History &history, FaultList &faults);

} // namespace countersign::verify
