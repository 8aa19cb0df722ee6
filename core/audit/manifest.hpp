// manifest.json of the audit package: who exported what, when, with the digest of every file. manifest.jws is the
// gateway's signature over it, so that every byte of the package counts. Pure, any thread.
#pragma once

#include "core/audit/chain_error.hpp"
#include "core/base/instant.hpp"
#include "core/base/result.hpp"
#include "core/crypto/signing.hpp"
#include "core/domain/ids.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::audit
{

namespace package_path
{
inline constexpr std::string_view manifest = "manifest.json";
inline constexpr std::string_view manifestJws = "manifest.jws";
inline constexpr std::string_view decisions = "decisions.ndjson";
inline constexpr std::string_view outcomes = "outcomes.ndjson";
inline constexpr std::string_view keys = "keys.json";
inline constexpr std::string_view records = "records.ndjson";         // where the gateway keeps such a log,
inline constexpr std::string_view checkpoints = "checkpoints.ndjson"; // these three are there
inline constexpr std::string_view events = "events.ndjson";
inline constexpr std::string_view fhir = "fhir/bundle.json";
inline constexpr std::string_view readme = "README.txt";
inline constexpr std::string_view items = "items/";       // items/<hex of the item digest>.json
inline constexpr std::string_view rendered = "rendered/"; // rendered/<hex of the rendered digest>.json
} // namespace package_path

// "items/" and "sha256:ab…" to "items/ab….json".
[[nodiscard]] std::string contentPath(std::string_view folder, const domain::Digest &digest);

struct PackageFile {
    std::string path;
    std::int64_t bytes = 0;
    domain::Digest digest;
    bool operator==(const PackageFile &) const = default;
};

// Which part of the log the package holds. `peaks` are the MerkleFrontier's of the log of size `first`: with them a
// verifier computes every root from there on.
struct LogExtent {
    std::int64_t first = 0; // index of the first decision in the package
    std::vector<domain::Digest> peaks;
    std::int64_t size = 0; // after the last one
    domain::Digest root;
    bool operator==(const LogExtent &) const = default;
};

struct Counts {
    std::int64_t decisions = 0, outcomes = 0, keys = 0, items = 0, rendered = 0;
    bool operator==(const Counts &) const = default;
};

struct Manifest {
    std::string gateway; // its id: the decisions' `aud`
    std::string exportedBy, appVersion;
    Instant exportedAt;
    std::optional<Instant> from, to; // of receivedAt: from included, to excluded
    bool holdsPhi = false;           // items/ and rendered/ are there
    Counts counts;
    LogExtent log;
    domain::Digest outcomesHead;    // of the last line of outcomes.ndjson; empty when there is none
    std::vector<PackageFile> files; // all but manifest.json and manifest.jws, by path
    bool operator==(const Manifest &) const = default;
};

// Canonical bytes (RFC 8785); reading refuses other spellings, paths out of order and paths given twice.
[[nodiscard]] std::string encodeManifest(const Manifest &manifest);
[[nodiscard]] Result<Manifest, ChainError> decodeManifest(std::string_view bytes);

// manifest.jws: a compact JWS over {"manifest":"sha256:…","schema":"countersign.manifest/1"}.
[[nodiscard]] std::string signManifest(std::string_view manifestBytes, const crypto::SigningKey &gatewayKey);
// The payload's digest of the manifest.
[[nodiscard]] Result<domain::Digest, ChainError> readManifestPayload(std::string_view payload);

} // namespace countersign::audit
