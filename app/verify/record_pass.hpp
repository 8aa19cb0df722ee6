// records.ndjson, checkpoints.ndjson and events.ndjson: the log of records replayed from its first leaf, every
// checkpoint against both logs, every audit trail without a gap. A package of a gateway that kept no such log has none
// of them. Memory grows by about a hundred bytes a decision and with the number of checkpoints, keys and trails.
#pragma once

#include "app/verify/fault.hpp"
#include "app/verify/package_source.hpp"
#include "app/verify/trust.hpp"
#include "core/audit/checkpoint.hpp"
#include "core/audit/record_log.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace countersign::verify
{

struct RecordedDecision {
    audit::Salt salt{};
    audit::Hash commitment{};
    std::int64_t record = -1; // index of its leaf
    bool isErased = false;
};

// From which record on a key counts, and up to which.
struct KeyLife {
    std::int64_t enrolledAt = 0;
    std::optional<std::int64_t> revokedAt;
};

// Who signs for whom, and from which record on and up to which.
struct CoverLife {
    domain::ReviewerId signer;
    domain::Cover cover;
    std::int64_t givenAt = 0;
    std::optional<std::int64_t> endedAt;
};

struct Records {
    bool isThere = false;
    bool isTrusted = false; // no fault in it: decisions can be held against it
    std::int64_t lines = 0, events = 0, trails = 0, checkpoints = 0;
    std::int64_t firstDecision = 0; // of the log of decisions that has a leaf here
    std::vector<RecordedDecision> decisions;
    std::map<std::int64_t, audit::DecisionErased> tombstones;  // by place in the log of decisions
    std::map<std::int64_t, audit::DecisionPlace> erasedPlaces; // whose words are gone
    std::map<domain::KeyId, KeyLife> keys;
    std::map<std::int64_t, CoverLife> covers;                     // by number
    std::vector<std::pair<std::int64_t, audit::TreeHead>> claims; // checkpoint line → head of the log of decisions

    // Null where there is no leaf of it.
    [[nodiscard]] const RecordedDecision *find(std::int64_t decision) const;
};

[[nodiscard]] Records checkRecords(PackageSource &source, const Trust &trust, FaultList &faults);

} // namespace countersign::verify
