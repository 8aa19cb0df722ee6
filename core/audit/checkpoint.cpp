#include "core/audit/checkpoint.hpp"

#include "core/audit/jws.hpp"
#include "core/protocol/canonical.hpp"
#include "core/protocol/fields.hpp"
#include "core/protocol/strict_json.hpp"

namespace countersign::audit
{

template <class Io>
void describe(Io &io, protocol::Of<Io, TreeHead> &v)
{
    io.required("size", v.size, protocol::Range{.min = 0});
    io.required("root", v.root);
}

template <class Io>
void describe(Io &io, protocol::Of<Io, Checkpoint> &v)
{
    io.constant("schema", "countersign.checkpoint/1", protocol::Rule::UnknownSchema);
    io.required("gateway", v.gateway, protocol::Length{.min = 1, .max = 64});
    io.required("at", v.at);
    io.required("decisions", v.decisions);
    io.required("records", v.records);
}

TreeHead headOf(const MerkleLog &log, std::uint64_t size)
{
    const auto root = log.root(size);
    return {static_cast<std::int64_t>(size), domain::Digest(crypto::formatDigest(root.value_or(emptyRoot())))};
}

std::string signCheckpoint(const Checkpoint &checkpoint, const crypto::SigningKey &gatewayKey)
{
    return signJws(JwsType::Checkpoint, gatewayKey,
                   protocol::canonical(protocol::Writer::write(checkpoint)).value_or(""));
}

Result<Checkpoint, ChainError> readCheckpoint(std::string_view payload)
{
    const auto json = protocol::decodeStrict(payload, protocol::limits::statement);
    auto checkpoint = json ? protocol::readDocument<Checkpoint>(*json) : failure(json.error());
    if (!checkpoint)
        return failure(ChainError::CheckpointMalformed);
    return *std::move(checkpoint);
}

Result<Checkpoint, ChainError> checkCheckpoint(std::string_view jws, const crypto::PublicKey &gatewayKey,
                                               std::string_view gateway)
{
    const auto parts = verifyJws(JwsType::Checkpoint, jws, gatewayKey);
    if (!parts)
        return failure(parts.error());
    auto checkpoint = readCheckpoint(parts->payload);
    if (checkpoint && checkpoint->gateway != gateway)
        return failure(ChainError::CheckpointMalformed);
    return checkpoint;
}

Consistency compare(const TreeHead &seen, const TreeHead &later, const std::vector<domain::Digest> &proof)
{
    if (later.size < seen.size)
        return Consistency::Older;
    if (later.size == seen.size)
        return later.root == seen.root ? Consistency::Consistent : Consistency::SameSize;
    const auto from = crypto::parseDigest(seen.root.text());
    const auto to = crypto::parseDigest(later.root.text());
    Proof hashes;
    for (const domain::Digest &text : proof) {
        const auto hash = crypto::parseDigest(text.text());
        if (!hash)
            return Consistency::NotContinued;
        hashes.push_back(*hash);
    }
    const bool isProven = from && to && hashes.size() <= protocol::limits::proofHashesMax
                          && verifyConsistency(static_cast<std::uint64_t>(seen.size), *from,
                                               static_cast<std::uint64_t>(later.size), *to, hashes);
    return isProven ? Consistency::Consistent : Consistency::NotContinued;
}

std::string_view consistencyText(Consistency consistency)
{
    switch (consistency) {
    case Consistency::Consistent:
        return "consistent";
    case Consistency::Older:
        return "older";
    case Consistency::SameSize:
        return "rewritten";
    case Consistency::NotContinued:
        break;
    }
    return "not-continued";
}

std::vector<domain::Digest> consistencyProof(const MerkleLog &log, std::int64_t from, std::int64_t to)
{
    std::vector<domain::Digest> texts;
    if (from < 0 || to < from)
        return texts;
    const auto proof = log.consistencyProof(static_cast<std::uint64_t>(from), static_cast<std::uint64_t>(to));
    for (const Hash &hash : proof.value_or(Proof{}))
        texts.emplace_back(crypto::formatDigest(hash));
    return texts;
}

} // namespace countersign::audit
