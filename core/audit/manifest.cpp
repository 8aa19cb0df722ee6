#include "core/audit/manifest.hpp"

#include "core/audit/jws.hpp"
#include "core/audit/package_limits.hpp"
#include "core/crypto/digest.hpp"
#include "core/protocol/canonical.hpp"
#include "core/protocol/fields.hpp"
#include "core/protocol/strict_json.hpp"

#include <algorithm>
#include <functional>

namespace countersign::audit
{
namespace
{

using protocol::Of;
using protocol::Rule;

constexpr std::string_view packageSchema = "countersign.audit-package/1";
constexpr std::string_view manifestSchema = "countersign.manifest/1";
constexpr protocol::Range natural{.min = 0};

} // namespace

// What manifest.jws says.
struct ManifestPayload {
    domain::Digest manifest;
    bool operator==(const ManifestPayload &) const = default;
};

template <class Io>
void describe(Io &io, Of<Io, ManifestPayload> &v)
{
    io.constant("schema", manifestSchema, Rule::UnknownSchema);
    io.required("manifest", v.manifest);
}

template <class Io>
void describe(Io &io, Of<Io, PackageFile> &v)
{
    io.required("path", v.path, protocol::Length{.min = 1, .max = pathBytesMax});
    io.required("bytes", v.bytes, natural);
    io.required("digest", v.digest);
}

template <class Io>
void describe(Io &io, Of<Io, Counts> &v)
{
    io.required("decisions", v.decisions, natural);
    io.required("outcomes", v.outcomes, natural);
    io.required("keys", v.keys, natural);
    io.required("items", v.items, natural);
    io.required("rendered", v.rendered, natural);
}

template <class Io>
void describe(Io &io, Of<Io, LogExtent> &v)
{
    io.required("first", v.first, natural);
    io.required("peaks", v.peaks, protocol::Count{.max = protocol::limits::proofHashesMax});
    io.required("size", v.size, natural);
    io.required("root", v.root);
}

template <class Io>
void describe(Io &io, Of<Io, Manifest> &v)
{
    io.constant("schema", packageSchema, Rule::UnknownSchema);
    io.required("gateway", v.gateway);
    io.required("exportedBy", v.exportedBy);
    io.required("exportedAt", v.exportedAt);
    io.required("appVersion", v.appVersion);
    io.object("scope", [&](auto &scope) {
        scope.optional("from", v.from);
        scope.optional("to", v.to);
        scope.required("phi", v.holdsPhi);
    });
    io.required("counts", v.counts);
    io.required("log", v.log);
    io.nullable("outcomesHead", v.outcomesHead);
    io.required("files", v.files, protocol::Count{.max = entriesMax});
}

namespace
{

template <class T>
std::string encode(const T &value)
{
    return protocol::canonical(protocol::Writer::write(value)).value_or("");
}

bool comesBefore(const PackageFile &a, const PackageFile &b)
{
    return a.path < b.path;
}

} // namespace

std::string contentPath(std::string_view folder, const domain::Digest &digest)
{
    return std::string(folder) + digest.text().substr(digest.text().find(':') + 1) + ".json";
}

std::string encodeManifest(const Manifest &manifest)
{
    return encode(manifest);
}

Result<Manifest, ChainError> decodeManifest(std::string_view bytes)
{
    const auto json = protocol::decodeStrict(bytes, manifestLimits);
    if (!json || protocol::canonical(*json).value_or("") != bytes)
        return failure(ChainError::ManifestMalformed);
    auto manifest = protocol::readDocument<Manifest>(*json);
    if (!manifest || std::ranges::adjacent_find(manifest->files, std::not_fn(comesBefore)) != manifest->files.end())
        return failure(ChainError::ManifestMalformed);
    return *std::move(manifest);
}

std::string signManifest(std::string_view manifestBytes, const crypto::SigningKey &gatewayKey)
{
    const ManifestPayload payload{domain::Digest(crypto::digestText(asBytes(manifestBytes)))};
    return signJws(JwsType::Manifest, gatewayKey, encode(payload));
}

Result<domain::Digest, ChainError> readManifestPayload(std::string_view payload)
{
    const auto json = protocol::decodeStrict(payload, protocol::limits::statement);
    if (!json)
        return failure(ChainError::ManifestMalformed);
    const auto read = protocol::readDocument<ManifestPayload>(*json);
    if (!read)
        return failure(ChainError::ManifestMalformed);
    return read->manifest;
}

} // namespace countersign::audit
