// The log as RFC 9162 §2.1 defines it. The expected hashes were computed elsewhere, by the RFC's recursive definitions
// and another SHA-256.
#include "core/audit/merkle.hpp"
#include "core/base/encoding.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace countersign;
using audit::Hash;
using audit::MerkleLog;
using audit::Proof;

namespace
{

constexpr std::uint64_t sizeMax = 130;

std::string hex(const Hash &hash)
{
    return hexEncode(hash);
}

Hash leafData(std::uint64_t number)
{
    return crypto::sha256(asBytes(std::to_string(number)));
}

MerkleLog logOf(std::uint64_t size)
{
    MerkleLog log;
    for (std::uint64_t i = 0; i < size; ++i)
        CHECK(log.append(leafData(i)) == i);
    return log;
}

} // namespace

TEST_CASE("roots of the well-known leaves")
{
    const std::vector<std::string> leaves{
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"};
    const std::vector<std::string> roots{"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                                         "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                                         "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                                         "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                                         "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                                         "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                                         "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                                         "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                                         "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};
    MerkleLog log;
    CHECK(hex(log.root()) == roots[0]);
    for (std::size_t i = 0; i < leaves.size(); ++i) {
        log.append(hexDecode(leaves[i]).value());
        CHECK(hex(log.root()) == roots[i + 1]);
    }
    for (std::size_t size = 0; size < roots.size(); ++size)
        CHECK(hex(log.root(size).value()) == roots[size]);
}

TEST_CASE("roots and proofs of every size up to 130 are the reference's")
{
    const MerkleLog log = logOf(sizeMax);
    crypto::Sha256 all;
    const auto add = [&](const Proof &proof) {
        for (const Hash &hash : proof)
            all.update(hash);
    };
    for (std::uint64_t size = 1; size <= sizeMax; ++size) {
        all.update(log.root(size).value());
        for (std::uint64_t index = 0; index < size; index += 7)
            add(log.inclusionProof(index, size).value());
        for (std::uint64_t from = 1; from <= size; from += 7)
            add(log.consistencyProof(from, size).value());
    }
    CHECK(hex(all.finish()) == "25e733bdb35e1d49684f3d10b6ae90a89ae452056bf40385ddd3367b4197c3f7");
}

TEST_CASE("every inclusion proof holds, and holds for nothing else")
{
    const MerkleLog log = logOf(sizeMax);
    std::size_t wrong = 0;
    for (std::uint64_t size = 1; size <= sizeMax; ++size) {
        const Hash root = log.root(size).value();
        for (std::uint64_t index = 0; index < size; ++index) {
            const Hash leaf = audit::leafHash(leafData(index));
            Proof proof = log.inclusionProof(index, size).value();
            wrong += audit::verifyInclusion(leaf, index, size, proof, root) ? 0U : 1U;
            wrong += audit::verifyInclusion(leaf, index + 1, size, proof, root) ? 1U : 0U;
            wrong += audit::verifyInclusion(audit::leafHash(leafData(size)), index, size, proof, root) ? 1U : 0U;
            wrong += audit::verifyInclusion(leaf, index, size, proof, audit::emptyRoot()) ? 1U : 0U;
            for (Hash &hash : proof) {
                hash[31] ^= 1U;
                wrong += audit::verifyInclusion(leaf, index, size, proof, root) ? 1U : 0U;
                hash[31] ^= 1U;
            }
            proof.push_back(root);
            wrong += audit::verifyInclusion(leaf, index, size, proof, root) ? 1U : 0U;
            if (proof.size() > 1) {
                proof.resize(proof.size() - 2);
                wrong += audit::verifyInclusion(leaf, index, size, proof, root) ? 1U : 0U;
            }
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("every consistency proof holds, and holds for nothing else")
{
    const MerkleLog log = logOf(sizeMax);
    const Hash other = crypto::sha256(asBytes("other"));
    std::size_t wrong = 0;
    for (std::uint64_t to = 0; to <= sizeMax; ++to)
        for (std::uint64_t from = 0; from <= to; ++from) {
            const Hash fromRoot = log.root(from).value();
            const Hash toRoot = log.root(to).value();
            Proof proof = log.consistencyProof(from, to).value();
            wrong += audit::verifyConsistency(from, fromRoot, to, toRoot, proof) ? 0U : 1U;
            wrong += audit::verifyConsistency(from, other, to, toRoot, proof) ? 1U : 0U;
            if (from > 0)
                wrong += audit::verifyConsistency(from, fromRoot, to, other, proof) ? 1U : 0U;
            for (Hash &hash : proof) {
                hash[0] ^= 0x80U;
                wrong += audit::verifyConsistency(from, fromRoot, to, toRoot, proof) ? 1U : 0U;
                hash[0] ^= 0x80U;
            }
            proof.push_back(other);
            wrong += audit::verifyConsistency(from, fromRoot, to, toRoot, proof) ? 1U : 0U;
        }
    CHECK(wrong == 0);
}

TEST_CASE("what the log does not have it does not prove")
{
    const MerkleLog log = logOf(5);
    CHECK_FALSE(log.root(6));
    CHECK_FALSE(log.inclusionProof(0, 6));
    CHECK_FALSE(log.inclusionProof(5, 5));
    CHECK_FALSE(log.inclusionProof(0, 0));
    CHECK_FALSE(log.consistencyProof(3, 6));
    CHECK_FALSE(log.consistencyProof(4, 3));
    CHECK_FALSE(audit::verifyInclusion(audit::leafHash({}), 0, 0, {}, audit::emptyRoot()));
    CHECK_FALSE(audit::verifyConsistency(2, log.root(), 1, log.root(), {}));
}

TEST_CASE("a frontier has the log's roots, from the beginning and from any size on")
{
    const MerkleLog log = logOf(sizeMax);
    audit::MerkleFrontier whole;
    for (std::uint64_t size = 0; size < sizeMax; ++size) {
        CHECK(whole.size() == size);
        CHECK(whole.root() == log.root(size).value());
        auto resumed = audit::MerkleFrontier::resume(size, whole.peaks());
        REQUIRE(resumed);
        for (std::uint64_t next = size; next < sizeMax; ++next)
            resumed->append(leafData(next));
        CHECK(resumed->root() == log.root());
        whole.append(leafData(size));
    }
    CHECK_FALSE(audit::MerkleFrontier::resume(3, {}));
    CHECK_FALSE(audit::MerkleFrontier::resume(4, whole.peaks()));
}
