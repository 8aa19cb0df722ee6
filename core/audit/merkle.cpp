#include "core/audit/merkle.hpp"

#include <algorithm>
#include <bit>

namespace countersign::audit
{
namespace
{

constexpr std::uint8_t leafPrefix = 0x00;
constexpr std::uint8_t nodePrefix = 0x01;

// Root of a tree whose complete subtrees, largest first, have these roots.
Hash fold(std::span<const Hash> peaks)
{
    Hash root = peaks.back();
    for (std::size_t i = peaks.size() - 1; i > 0; --i)
        root = nodeHash(peaks[i - 1], root);
    return root;
}

// Where a tree over [begin, end) splits: after the largest power of two below its size.
std::uint64_t splitOf(std::uint64_t begin, std::uint64_t end)
{
    return begin + std::bit_floor(end - begin - 1);
}

} // namespace

Hash emptyRoot()
{
    return crypto::sha256({});
}

Hash leafHash(BytesView leaf)
{
    Bytes bytes;
    bytes.reserve(1 + leaf.size());
    bytes.push_back(leafPrefix);
    bytes.insert(bytes.end(), leaf.begin(), leaf.end());
    return crypto::sha256(bytes);
}

Hash nodeHash(const Hash &left, const Hash &right)
{
    std::array<std::uint8_t, 1 + 2 * sizeof(Hash)> bytes{nodePrefix};
    std::ranges::copy(right, std::ranges::copy(left, bytes.begin() + 1).out);
    return crypto::sha256(bytes);
}

std::uint64_t MerkleLog::append(BytesView leaf)
{
    const std::uint64_t index = size();
    Hash hash = leafHash(leaf);
    for (std::size_t level = 0;; ++level) {
        if (level == levels_.size())
            levels_.emplace_back();
        std::vector<Hash> &row = levels_[level];
        row.push_back(hash);
        if (row.size() % 2 != 0)
            return index;
        hash = nodeHash(row[row.size() - 2], hash);
    }
}

Hash MerkleLog::rangeHash(std::uint64_t begin, std::uint64_t end) const
{
    Proof peaks;
    while (begin < end) {
        const std::uint64_t width = std::bit_floor(end - begin);
        peaks.push_back(levels_[static_cast<std::size_t>(std::countr_zero(width))][begin / width]);
        begin += width;
    }
    return fold(peaks);
}

std::optional<Hash> MerkleLog::root(std::uint64_t size) const
{
    if (size > this->size())
        return std::nullopt;
    return size == 0 ? emptyRoot() : rangeHash(0, size);
}

std::optional<Proof> MerkleLog::inclusionProof(std::uint64_t index, std::uint64_t size) const
{
    if (size > this->size() || index >= size)
        return std::nullopt;
    Proof proof;
    std::uint64_t begin = 0;
    std::uint64_t end = size;
    while (end - begin > 1) {
        const std::uint64_t middle = splitOf(begin, end);
        if (index < middle) {
            proof.push_back(rangeHash(middle, end));
            end = middle;
        } else {
            proof.push_back(rangeHash(begin, middle));
            begin = middle;
        }
    }
    std::ranges::reverse(proof);
    return proof;
}

std::optional<Proof> MerkleLog::consistencyProof(std::uint64_t from, std::uint64_t to) const
{
    if (to > size() || from > to)
        return std::nullopt;
    Proof proof;
    if (from == 0)
        return proof;
    std::uint64_t begin = 0;
    std::uint64_t end = to;
    while (from < end) {
        const std::uint64_t middle = splitOf(begin, end);
        if (from <= middle) {
            proof.push_back(rangeHash(middle, end));
            end = middle;
        } else {
            proof.push_back(rangeHash(begin, middle));
            begin = middle;
        }
    }
    if (begin > 0)
        proof.push_back(rangeHash(begin, end));
    std::ranges::reverse(proof);
    return proof;
}

std::optional<MerkleFrontier> MerkleFrontier::resume(std::uint64_t size, Proof peaks)
{
    if (static_cast<std::size_t>(std::popcount(size)) != peaks.size())
        return std::nullopt;
    MerkleFrontier frontier;
    frontier.size_ = size;
    frontier.peaks_ = std::move(peaks);
    return frontier;
}

void MerkleFrontier::append(BytesView leaf)
{
    Hash hash = leafHash(leaf);
    for (std::uint64_t rest = size_; rest % 2 != 0; rest /= 2) {
        hash = nodeHash(peaks_.back(), hash);
        peaks_.pop_back();
    }
    peaks_.push_back(hash);
    ++size_;
}

Hash MerkleFrontier::root() const
{
    return peaks_.empty() ? emptyRoot() : fold(peaks_);
}

// RFC 9162 §2.1.3.2, whose names `node` and `last` are its fn and sn.
bool verifyInclusion(const Hash &leafHash, std::uint64_t index, std::uint64_t size, std::span<const Hash> proof,
                     const Hash &root)
{
    if (index >= size)
        return false;
    std::uint64_t node = index;
    std::uint64_t last = size - 1;
    Hash hash = leafHash;
    for (const Hash &sibling : proof) {
        if (last == 0)
            return false;
        if (node % 2 != 0 || node == last) {
            hash = nodeHash(sibling, hash);
            while (node % 2 == 0 && node != 0) {
                node /= 2;
                last /= 2;
            }
        } else {
            hash = nodeHash(hash, sibling);
        }
        node /= 2;
        last /= 2;
    }
    return last == 0 && hash == root;
}

// RFC 9162 §2.1.4.2.
bool verifyConsistency(std::uint64_t from, const Hash &fromRoot, std::uint64_t to, const Hash &toRoot,
                       std::span<const Hash> proof)
{
    if (from > to)
        return false;
    if (from == to)
        return proof.empty() && fromRoot == toRoot;
    if (from == 0)
        return proof.empty() && fromRoot == emptyRoot();
    std::uint64_t node = from - 1;
    std::uint64_t last = to - 1;
    while (node % 2 != 0) {
        node /= 2;
        last /= 2;
    }
    // An old tree that is complete is a node of the new one, and the proof does not repeat it.
    const bool isNode = std::has_single_bit(from);
    if (!isNode && proof.empty())
        return false;
    Hash oldHash = isNode ? fromRoot : proof.front();
    Hash newHash = oldHash;
    for (const Hash &sibling : proof.subspan(isNode ? 0 : 1)) {
        if (last == 0)
            return false;
        if (node % 2 != 0 || node == last) {
            oldHash = nodeHash(sibling, oldHash);
            newHash = nodeHash(sibling, newHash);
            while (node % 2 == 0 && node != 0) {
                node /= 2;
                last /= 2;
            }
        } else {
            newHash = nodeHash(newHash, sibling);
        }
        node /= 2;
        last /= 2;
    }
    return last == 0 && oldHash == fromRoot && newHash == toRoot;
}

} // namespace countersign::audit
