// outcomes.ndjson, line by line: each names the one before it.
#pragma once

#include "app/verify/fault.hpp"
#include "app/verify/history.hpp"
#include "app/verify/package_source.hpp"
#include "core/audit/manifest.hpp"

#include <cstdint>

namespace countersign::verify
{

struct OutcomeCounts {
    std::int64_t lines = 0, releases = 0, reports = 0;
};

[[nodiscard]] OutcomeCounts checkOutcomes(PackageSource &source, const audit::Manifest *manifest, History &history,
                                          FaultList &faults);

} // namespace countersign::verify
