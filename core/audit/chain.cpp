#include "core/audit/chain.hpp"

#include "core/audit/jws.hpp"
#include "core/crypto/digest.hpp"
#include "core/protocol/canonical.hpp"
#include "core/protocol/decision_codec.hpp"

namespace countersign::audit
{
namespace
{

constexpr std::string_view sealItem = "seal";

domain::Digest digestOf(std::string_view bytes)
{
    return domain::Digest(crypto::digestText(asBytes(bytes)));
}

} // namespace

ChainKey chainKeyOf(const domain::DecisionStatement &statement)
{
    return {statement.device, statement.signer.id};
}

domain::ChainLink nextLink(const ChainHead &head)
{
    return {head.nextSeq, head.newest};
}

Result<ChainHead, ChainError> follow(const ChainHead &head, const domain::ChainLink &link,
                                     const domain::Digest &decisionDigest)
{
    if (link.seq != head.nextSeq)
        return failure(ChainError::ChainGap);
    if (link.prev != head.newest)
        return failure(ChainError::ChainBroken);
    return ChainHead{head.nextSeq + 1, decisionDigest};
}

std::string sealBytes(const ChainKey &chain, const domain::KeyId &kid)
{
    using protocol::Json;
    const Json subject =
        Json::object({{"device", chain.device.text()}, {"kid", kid.text()}, {"signer", chain.signer.text()}});
    return protocol::canonical(subject).value_or("");
}

domain::DecisionStatement sealStatement(domain::DecisionStatement frame, const domain::KeyId &kid)
{
    const domain::DisplayModel shown{{.label = "device", .text = frame.device.text()},
                                     {.label = "key", .text = kid.text()},
                                     {.label = "signer", .text = frame.signer.id.text()}};
    frame.itemId = domain::ItemId(std::string(sealItem));
    frame.itemRevision = 1;
    frame.itemDigest = digestOf(sealBytes(chainKeyOf(frame), kid));
    frame.renderedDigest = digestOf(protocol::displayModelBytes(shown));
    frame.verdict = domain::Verdict::Seal;
    frame.meaning = domain::Meaning::Administrative;
    frame.auth.nonce = digestOf(protocol::signingNonceBytes(frame.itemDigest, frame.verdict));
    frame.chain = nextLink(ChainHead{});
    return frame;
}

domain::LogPlace placeInLog(const MerkleLog &log, std::uint64_t index, std::uint64_t size)
{
    domain::LogPlace place{static_cast<std::int64_t>(index),
                           static_cast<std::int64_t>(size),
                           domain::Digest(crypto::formatDigest(log.root(size).value())),
                           {}};
    const Proof proof = log.inclusionProof(index, size).value();
    for (const Hash &hash : proof)
        place.proof.emplace_back(crypto::formatDigest(hash));
    return place;
}

bool isProven(const domain::LogPlace &place, const domain::Digest &decisionDigest)
{
    const auto leaf = crypto::parseDigest(decisionDigest.text());
    const auto root = crypto::parseDigest(place.root.text());
    if (!leaf || !root || place.index < 0 || place.size < 0)
        return false;
    Proof proof;
    for (const domain::Digest &text : place.proof) {
        const auto hash = crypto::parseDigest(text.text());
        if (!hash)
            return false;
        proof.push_back(*hash);
    }
    return verifyInclusion(leafHash(*leaf), static_cast<std::uint64_t>(place.index),
                           static_cast<std::uint64_t>(place.size), proof, *root);
}

Result<domain::Receipt, ChainError> receiptFor(const domain::Digest &decisionDigest, std::string_view payload)
{
    auto receipt = protocol::readReceipt(payload);
    if (!receipt)
        return failure(ChainError::ReceiptMalformed);
    if (receipt->decisionDigest != decisionDigest)
        return failure(ChainError::OtherDecision);
    if (!isProven(receipt->log, receipt->decisionDigest))
        return failure(ChainError::ProofInvalid);
    return *std::move(receipt);
}

Result<domain::Receipt, ChainError> checkReceipt(std::string_view receiptJws, const crypto::PublicKey &gatewayKey,
                                                 std::string_view decisionJws)
{
    const auto parts = verifyJws(JwsType::Receipt, receiptJws, gatewayKey);
    if (!parts)
        return failure(parts.error());
    return receiptFor(jwsDigest(decisionJws), parts->payload);
}

} // namespace countersign::audit
