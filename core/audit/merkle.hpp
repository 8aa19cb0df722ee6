// The gateway's append-only log as a Merkle tree: RFC 9162 §2.1 (the tree of RFC 6962), SHA-256.
// A leaf of Countersign's log is the 32 raw bytes of a decision's digest. Pure, any thread.
#pragma once

#include "core/base/bytes.hpp"
#include "core/crypto/digest.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace countersign::audit
{

using Hash = crypto::Digest;
using Proof = std::vector<Hash>; // from the leaf's side upwards, as the RFC lists it

[[nodiscard]] Hash emptyRoot();
[[nodiscard]] Hash leafHash(BytesView leaf);
[[nodiscard]] Hash nodeHash(const Hash &left, const Hash &right);

// The whole log: 64 bytes of memory a leaf; append, root and proofs in O(log n).
class MerkleLog
{
public:
    // Returns the leaf's index.
    std::uint64_t append(BytesView leaf);
    [[nodiscard]] std::uint64_t size() const { return levels_.empty() ? 0 : levels_.front().size(); }

    // Nothing where `size` is more than the log has, or the index or earlier size is not below it.
    [[nodiscard]] std::optional<Hash> root(std::uint64_t size) const;
    [[nodiscard]] Hash root() const { return *root(size()); }
    [[nodiscard]] std::optional<Proof> inclusionProof(std::uint64_t index, std::uint64_t size) const;
    // That the log of size `from` is the beginning of the log of size `to`; empty for equal sizes and for 0.
    [[nodiscard]] std::optional<Proof> consistencyProof(std::uint64_t from, std::uint64_t to) const;

private:
    // Hash of the leaves [begin, end), where `begin` is a multiple of the largest power of two within.
    [[nodiscard]] Hash rangeHash(std::uint64_t begin, std::uint64_t end) const;

    std::vector<std::vector<Hash>> levels_; // [k][i]: the complete subtree over leaves [i·2^k, (i+1)·2^k)
};

// The right edge of a log: grows and knows its root in O(log n) memory, but gives no proofs. For verifiers, and for
// carrying on a log whose beginning is not at hand.
class MerkleFrontier
{
public:
    MerkleFrontier() = default;
    // `peaks` are the roots of the complete subtrees of a log of that size, largest first: as many as `size` has
    // bits set, otherwise nothing.
    [[nodiscard]] static std::optional<MerkleFrontier> resume(std::uint64_t size, Proof peaks);

    void append(BytesView leaf);
    [[nodiscard]] std::uint64_t size() const { return size_; }
    [[nodiscard]] const Proof &peaks() const { return peaks_; }
    [[nodiscard]] Hash root() const;

private:
    std::uint64_t size_ = 0;
    Proof peaks_;
};

[[nodiscard]] bool verifyInclusion(const Hash &leafHash, std::uint64_t index, std::uint64_t size,
                                   std::span<const Hash> proof, const Hash &root);
[[nodiscard]] bool verifyConsistency(std::uint64_t from, const Hash &fromRoot, std::uint64_t to, const Hash &toRoot,
                                     std::span<const Hash> proof);

} // namespace countersign::audit
