// Writes an audit package (contract, audit-package.md) as it comes, file by file, so that an export of any size needs
// memory for its files' names and digests only. Not thread-safe; the sink does the blocking.
#pragma once

#include "core/audit/key_registry.hpp"
#include "core/audit/manifest.hpp"
#include "core/audit/merkle.hpp"
#include "core/audit/package_lines.hpp"
#include "core/audit/record_log.hpp"
#include "core/crypto/digest.hpp"

#include <map>
#include <string>
#include <string_view>

namespace countersign::audit
{

// Where a package goes. Paths are relative, with '/', of the names in package_path.
class PackageSink
{
public:
    virtual ~PackageSink() = default;
    // Adds bytes to the end of the file, which comes into being with its first bytes (there may be none of them).
    // Files are written in turns. False: they could not be written, and the package is of no use.
    [[nodiscard]] virtual bool append(std::string_view path, std::string_view bytes) = 0;
};

class PackageWriter
{
public:
    // `before` is the log as it was before the package's first decision; counts, log and files of `head` are the
    // writer's to fill.
    PackageWriter(PackageSink &sink, Manifest head, MerkleFrontier before = {});

    // In log order, every decision that was received.
    void addDecision(const Instant &receivedAt, std::string_view jws, std::string_view receipt);
    // The next decision, whose words were erased: its digest and receipt stay.
    void addErased(const Instant &receivedAt, const domain::Digest &digest, std::string_view receipt);
    // From the log's first record on.
    void addRecord(const RecordLine &line);
    // Oldest first; compact JWS.
    void addCheckpoint(std::string_view jws);
    // An entry of an audit trail, in the order in which they were received.
    void addEvent(const Instant &receivedAt, std::string_view entry);
    // In the order of their instants; `prev` is the writer's to fill.
    void addOutcome(OutcomeLine line);
    // Only where head.holdsPhi; the same bytes again change nothing.
    void addItem(std::string_view canonical);
    void addRendered(std::string_view displayModel);
    // fhir/bundle.json, piece by piece.
    void addFhir(std::string_view bytes);

    // Writes what is left and signs. False when the sink failed at any point.
    [[nodiscard]] bool finish(const KeyRegistry &keys, const crypto::SigningKey &gatewayKey);

private:
    struct Written {
        std::int64_t bytes = 0;
        crypto::Sha256 hash;
    };
    void append(std::string_view path, std::string_view bytes);
    void addContent(std::string_view folder, std::string_view bytes, std::int64_t &count);

    PackageSink &sink_;
    Manifest manifest_;
    MerkleFrontier log_;
    std::map<std::string, Written, std::less<>> open_;      // the few that grow
    std::map<std::string, PackageFile, std::less<>> whole_; // written at once
    bool hasFailed_ = false;
};

} // namespace countersign::audit
