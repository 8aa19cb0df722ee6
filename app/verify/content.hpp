// The files other than the two .ndjson: each as the manifest says, and the items and rendered models well formed.
#pragma once

#include "app/verify/fault.hpp"
#include "app/verify/package_source.hpp"
#include "core/audit/manifest.hpp"
#include "core/domain/decision.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>

namespace countersign::verify
{

// What the package holds of the bytes that decisions name.
struct Content {
    std::unordered_map<domain::Digest, domain::PolicyRef> items; // the policy that each item carries
    std::unordered_map<domain::Digest, bool> rendered;           // whether each is a display model
    std::int64_t files = 0;                                      // compared with the manifest
};

// With no manifest to go by, only names and forms are checked.
[[nodiscard]] Content checkContent(PackageSource &source, const audit::Manifest *manifest, FaultList &faults);

// Whether length and digest are those of the manifest's file.
[[nodiscard]] bool isAsListed(const audit::Manifest &manifest, std::string_view path, std::int64_t bytes,
                              const domain::Digest &digest);

} // namespace countersign::verify
