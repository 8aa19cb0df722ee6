// The folder of one gateway: what `init` makes and every other command opens. Secrets are files that only their owner
// may read; a key management service may take their place later (README.md).
#pragma once

#include "core/base/result.hpp"
#include "core/base/secret.hpp"
#include "core/crypto/signing.hpp"
#include "core/store/database.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace countersign::gateway
{

enum class DirectoryError {
    Absent,       // init has not been here
    AlreadyThere, // init has been here
    Unreadable,   // a file is missing, damaged or not ours to read
    Unwritable
};

class DataDirectory
{
public:
    explicit DataDirectory(std::filesystem::path folder) : folder_(std::move(folder)) {}

    [[nodiscard]] std::filesystem::path store() const { return folder_ / "gateway.db"; }
    [[nodiscard]] std::filesystem::path storeKey() const { return folder_ / "store.key"; }
    [[nodiscard]] std::filesystem::path signingKey() const { return folder_ / "signing.key"; }
    // The public half of the signing key, as a JWK: what `countersign-verify --root` takes.
    [[nodiscard]] std::filesystem::path root() const { return folder_ / "gateway.jwk"; }
    [[nodiscard]] std::filesystem::path identity() const { return folder_ / "gateway.json"; }
    [[nodiscard]] std::filesystem::path policy() const { return folder_ / "policy.json"; }
    [[nodiscard]] std::filesystem::path issuer() const { return folder_ / "issuer.json"; }
    [[nodiscard]] std::filesystem::path lockRequests() const { return folder_ / "lock-requests"; }
    [[nodiscard]] std::filesystem::path rightsRequests() const { return folder_ / "rights-requests"; }
    [[nodiscard]] std::filesystem::path authorityCertificate() const { return folder_ / "ca.pem"; }
    [[nodiscard]] std::filesystem::path authorityKey() const { return folder_ / "ca.key"; }
    [[nodiscard]] std::filesystem::path serverCertificate() const { return folder_ / "server.pem"; }
    [[nodiscard]] std::filesystem::path serverKey() const { return folder_ / "server.key"; }

    // Makes the folder, for its owner alone. AlreadyThere where a gateway lives in it.
    [[nodiscard]] Result<Done, DirectoryError> create() const;
    [[nodiscard]] bool isThere() const { return std::filesystem::exists(identity()); }

private:
    std::filesystem::path folder_;
};

// Files of a bounded size, as a whole.
[[nodiscard]] Result<std::string, DirectoryError> readFile(const std::filesystem::path &file);
[[nodiscard]] Result<SecretBytes, DirectoryError> readSecretFile(const std::filesystem::path &file);
// Written beside, synced and renamed, so that there is the old file or the whole one; for its owner alone.
[[nodiscard]] Result<Done, DirectoryError> writeFile(const std::filesystem::path &file, BytesView content);

} // namespace countersign::gateway
