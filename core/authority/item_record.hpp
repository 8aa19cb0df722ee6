// What the gateway keeps of an item: what a judgement needs to know, and what it may change. Values; any thread.
#pragma once

#include "core/audit/package_lines.hpp"
#include "core/domain/item.hpp"
#include "core/domain/receipt.hpp"

#include <optional>
#include <string>
#include <vector>

namespace countersign::authority
{

// What happened to an item beside decisions: a line of outcomes.ndjson.
using Happening = decltype(audit::OutcomeLine::what);

struct ItemRecord {
    domain::ItemSummary row;
    domain::Digest contentDigest; // of the proposal's canonical bytes: the same id and content again is the same
    domain::Digest draftDigest;   // of draft and sources alone: what a rejection forbids to come back
    domain::PolicyRef policy;     // the version under which it was accepted and by which it is judged
    // The approvals that count, in the order of the log; the first is the decision in effect.
    std::vector<domain::Winner> signatures;
    std::optional<domain::Winner> effective; // the decision in effect, approving or not
    std::optional<Instant> releaseAt;        // while the hold window runs
    bool operator==(const ItemRecord &) const = default;
};

// An item as a judgement leaves it, and what there is to tell of it.
struct ItemChange {
    ItemRecord item;
    std::vector<Happening> happened;
    bool operator==(const ItemChange &) const = default;
};

} // namespace countersign::authority
