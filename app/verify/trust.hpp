// Whom and what the rest of the verification believes: the keys, and the manifest once its signature holds.
#pragma once

#include "app/verify/fault.hpp"
#include "app/verify/package_source.hpp"
#include "core/audit/key_registry.hpp"
#include "core/audit/manifest.hpp"

#include <optional>

namespace countersign::verify
{

struct Trust {
    audit::KeyRegistry keys;
    std::optional<audit::Manifest> manifest; // nothing: what the file says cannot be relied on
};

// `root` is the gateway's key that the auditor trusts; without it the package's own gateway key is taken.
// Nothing when there are no keys to go on with.
[[nodiscard]] std::optional<Trust> establishTrust(PackageSource &source, const std::optional<crypto::PublicKey> &root,
                                                  FaultList &faults);

} // namespace countersign::verify
