// The whole verification of one audit package (contract, audit-package.md), in this order: keys and signed manifest;
// every file; the log of records with checkpoints and audit trails; outcomes; decisions with their receipts, log, chains and content; what became of each item; totals.
// Memory grows with what must be compared across the package (ids and digests), not with its bytes.
#pragma once

#include "app/verify/content.hpp"
#include "app/verify/decision_pass.hpp"
#include "app/verify/fault.hpp"
#include "app/verify/outcome_pass.hpp"
#include "app/verify/package_source.hpp"
#include "app/verify/record_pass.hpp"
#include "core/audit/manifest.hpp"
#include "core/crypto/signing.hpp"

#include <optional>
#include <vector>

namespace countersign::verify
{

struct Options {
    std::optional<crypto::PublicKey> root; // the gateway's key, when the auditor has it from elsewhere
    std::size_t faultsMax = 1000;          // after so many the verification ends
};

struct Report {
    std::vector<Fault> faults;               // empty: the package is valid
    bool isPinned = false;                   // a root was given
    std::optional<audit::Manifest> manifest; // when its signature holds
    std::size_t keys = 0;
    std::int64_t files = 0, items = 0, rendered = 0;
    DecisionCounts decisions;
    OutcomeCounts outcomes;
    std::int64_t records = 0, checkpoints = 0, trails = 0, events = 0;
    bool hasRecords = false;

    [[nodiscard]] bool isValid() const { return faults.empty(); }
};

[[nodiscard]] Report verifyPackage(PackageSource &source, const Options &options = {});

} // namespace countersign::verify
