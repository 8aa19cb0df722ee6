// Makes audit packages as a gateway would: people who sign at their devices, a log, receipts, releases. Every step can
// be bent, so that a package may be well signed and still wrong. Deterministic.
#pragma once

#include "core/audit/chain.hpp"
#include "core/audit/key_registry.hpp"
#include "core/audit/package_lines.hpp"
#include "core/audit/record_log.hpp"
#include "core/crypto/signing.hpp"
#include "core/domain/decision.hpp"
#include "core/domain/receipt.hpp"
#include "tests/verify/memory_package.hpp"

#include <functional>
#include <string>
#include <vector>

namespace countersign::tests
{

inline constexpr std::size_t ann = 0;
inline constexpr std::size_t ben = 1;
inline constexpr std::size_t newcomer = 2; // whose key is in no registry

struct Plan {
    std::size_t person = ann;
    int item = 0; // 0: the seal of the person's chain
    domain::Verdict verdict = domain::Verdict::Approve;
    domain::Outcome outcome = domain::Outcome::Accepted;
    domain::DecisionId amends = {};
    bool keepsPlace = false; // refused, with its place in the chain taken all the same
    // Bend the statement before it is signed, its compact form after, and the receipt before it is signed.
    std::function<void(domain::DecisionStatement &)> statement = {};
    std::function<void(std::string &)> jws = {};
    std::function<void(domain::Receipt &)> receipt = {};
};

class PackageMaker
{
public:
    explicit PackageMaker(bool holdsPhi = true);

    // Signs, receives and logs a decision.
    domain::DecisionId decide(const Plan &plan);
    void release(int item, std::vector<domain::DecisionId> decisions, std::int64_t requiredSignatures = 1);
    void happen(int item, decltype(audit::OutcomeLine::what) what);

    // Bends what the package says of itself, or is signed with.
    std::function<void(audit::RegisteredKey &)> key = {};
    std::function<void(audit::Manifest &)> manifest = {};
    // What the gateway keeps beside the decisions; false: it is one of before.
    bool hasRecords = true;
    // Bend the lines before they are written, and a checkpoint before it is signed.
    std::function<void(std::vector<audit::RecordLine> &)> records = {};
    std::function<void(std::vector<audit::EventLine> &)> events = {};
    std::function<void(audit::Checkpoint &)> checkpoint = {};
    // A decision whose words are erased: with a tombstone, or without one.
    void erase(std::size_t decision, bool hasTombstone = true);
    std::vector<std::string> alsoRendered = {}; // whatever came with the decisions
    // Keys of tokens that people carry.
    std::vector<audit::RegisteredKey> carried = {};
    // Covers, in the log before every decision, and numbers of those that are ended before the second decision.
    std::vector<audit::CoverGiven> covers = {};
    std::vector<std::int64_t> endedCovers = {};
    // Leaves the first decisions out: the package is of the log from there on.
    std::size_t first = 0;

    [[nodiscard]] Files finish();

    [[nodiscard]] crypto::PublicKey gatewayKey() const { return gateway_.publicKey(); }
    [[nodiscard]] static std::string itemBytes(int item);
    [[nodiscard]] static domain::Digest itemDigest(int item);
    [[nodiscard]] static domain::PolicyRef policy();

private:
    struct Person {
        domain::ReviewerId id;
        domain::DeviceId device;
        crypto::SigningKey key;
        audit::ChainHead head;
    };
    struct Logged {
        Instant receivedAt;
        std::string jws, receipt;
        audit::DecisionPlace place;
        bool isErased = false, hasTombstone = false;
    };

    [[nodiscard]] domain::DecisionStatement statementFor(const Plan &plan, const Person &person) const;
    [[nodiscard]] Instant now() const;
    [[nodiscard]] audit::KeyRegistry registry() const;
    void writeTrust(audit::PackageWriter &writer) const;

    bool holdsPhi_;
    crypto::SigningKey gateway_;
    std::vector<Person> people_;
    audit::MerkleLog log_;
    std::vector<Logged> decisions_;
    std::vector<audit::OutcomeLine> outcomes_;
    std::vector<int> items_;
};

// A clinic's ordinary day, cut after that many decisions: a seal, approvals with and without edits, a rejection, a
// superseded one, a co-signed one, one with an invalid signature; releases, outcomes, an expiry, a withdrawal.
[[nodiscard]] PackageMaker ordinaryDay(std::size_t decisions, bool holdsPhi = true);

} // namespace countersign::tests
