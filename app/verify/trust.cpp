#include "app/verify/trust.hpp"

#include "app/verify/reading.hpp"
#include "core/audit/jws.hpp"
#include "core/audit/package_limits.hpp"
#include "core/crypto/digest.hpp"

namespace countersign::verify
{
namespace
{

namespace path = audit::package_path;

std::optional<std::string> readOrReport(PackageSource &source, std::string_view file, std::size_t bytesMax,
                                        FaultList &faults)
{
    auto bytes = readWhole(source, file, bytesMax);
    if (bytes)
        return *std::move(bytes);
    faults.add({bytes.error(), std::string(file)});
    return std::nullopt;
}

std::optional<audit::KeyRegistry> readKeys(PackageSource &source, FaultList &faults)
{
    const auto bytes = readOrReport(source, path::keys, audit::keysBytesMax, faults);
    if (!bytes)
        return std::nullopt;
    auto keys = audit::decodeKeys(*bytes);
    if (keys)
        return *std::move(keys);
    faults.add({FaultRule::KeysMalformed, std::string(path::keys)});
    return std::nullopt;
}

// The key that must have signed the manifest.
std::optional<crypto::PublicKey> signerOf(const audit::JwsParts &parts, const audit::KeyRegistry &keys,
                                          const std::optional<crypto::PublicKey> &root, FaultList &faults)
{
    const std::string file(path::manifestJws);
    if (root) {
        if (parts.kid.text() == crypto::thumbprint(*root))
            return root;
        faults.add({FaultRule::RootKeyDiffers, file});
        return std::nullopt;
    }
    const audit::RegisteredKey *key = keys.find(parts.kid);
    if (key != nullptr && key->role == audit::KeyRole::Gateway)
        return key->publicKey;
    faults.add({FaultRule::ManifestKeyUnknown, file});
    return std::nullopt;
}

// The digest that manifest.jws signs.
std::optional<domain::Digest> readSignedDigest(PackageSource &source, const audit::KeyRegistry &keys,
                                               const std::optional<crypto::PublicKey> &root, FaultList &faults)
{
    const auto compact = readOrReport(source, path::manifestJws, audit::jwsFileBytesMax, faults);
    if (!compact)
        return std::nullopt;
    const auto refuse = [&](audit::ChainError cause) {
        faults.add({FaultRule::ManifestUnsigned, std::string(path::manifestJws), 0, cause});
        return std::nullopt;
    };
    const auto parts = audit::parseJws(audit::JwsType::Manifest, *compact);
    if (!parts)
        return refuse(parts.error());
    const auto key = signerOf(*parts, keys, root, faults);
    if (!key)
        return std::nullopt;
    if (!audit::isSignedBy(*key, *compact, *parts))
        return refuse(audit::ChainError::SignatureInvalid);
    const auto digest = audit::readManifestPayload(parts->payload);
    if (!digest)
        return refuse(digest.error());
    return *digest;
}

std::optional<audit::Manifest> readManifest(PackageSource &source, const domain::Digest &digest, FaultList &faults)
{
    const auto bytes = readOrReport(source, path::manifest, audit::manifestBytesMax, faults);
    if (!bytes)
        return std::nullopt;
    if (crypto::digestText(asBytes(*bytes)) != digest.text()) {
        faults.add({FaultRule::ManifestChanged, std::string(path::manifest)});
        return std::nullopt;
    }
    auto manifest = audit::decodeManifest(*bytes);
    if (manifest)
        return *std::move(manifest);
    faults.add({FaultRule::ManifestMalformed, std::string(path::manifest)});
    return std::nullopt;
}

} // namespace

std::optional<Trust> establishTrust(PackageSource &source, const std::optional<crypto::PublicKey> &root,
                                    FaultList &faults)
{
    auto keys = readKeys(source, faults);
    if (!keys)
        return std::nullopt;
    Trust trust{*std::move(keys), std::nullopt};
    if (const auto digest = readSignedDigest(source, trust.keys, root, faults))
        trust.manifest = readManifest(source, *digest, faults);
    return trust;
}

} // namespace countersign::verify
