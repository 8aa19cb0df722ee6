// What became of each item's revision: one decision that stands, a release that its signatures carry, an outcome that
// belongs to a release. Fed from both .ndjson files, judged when both are read. What is kept of a decision has a fixed
// size, some 200 bytes: ids and digests are only ever compared, so half of their SHA-256 stands for them.
#pragma once

#include "app/verify/fault.hpp"
#include "core/audit/package_lines.hpp"
#include "core/domain/decision.hpp"
#include "core/domain/receipt.hpp"

#include <array>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace countersign::verify
{

// A decision that the gateway accepted, held or lets wait for a co-signature.
struct Standing {
    std::int64_t line = 0;
    domain::DecisionId id;
    domain::ItemId item;
    std::int64_t revision = 1;
    domain::Digest itemDigest, policyDigest;
    domain::ReviewerId signer;
    domain::Verdict verdict = domain::Verdict::Approve;
    domain::DecisionId amends;
    Instant receivedAt;
};

class History
{
public:
    // `isWhole`: the log is here from its first entry on, so that everything that is named must be here too.
    explicit History(bool isWhole) : isWhole_(isWhole) {}

    // False when a decision of that id stands already.
    [[nodiscard]] bool add(const Standing &decision);
    void add(std::int64_t line, const audit::OutcomeLine &outcome);
    // A decision that stood and whose words were erased: what it said of its item is not judged any more.
    void addErased(const domain::DecisionId &id) { erased_.insert(markOf(id.text())); }

    void judge(FaultList &faults) const;

private:
    using Mark = std::array<std::uint8_t, 16>;
    struct MarkHash {
        std::size_t operator()(const Mark &mark) const
        {
            std::size_t hash = 0;
            std::memcpy(&hash, mark.data(), sizeof hash);
            return hash;
        }
    };
    struct Kept {
        Mark id{}, item{}, revision{}, itemDigest{}, policyDigest{}, signer{}, amends{};
        Instant receivedAt{};
        std::int64_t line = 0;
        domain::Verdict verdict = domain::Verdict::Approve;
    };
    struct KeptOutcome {
        std::int64_t line = 0;
        Mark revision{}, itemDigest{}, policyDigest{};
        Instant at{};
        std::int64_t requiredSignatures = 0; // 0: not a release but what the agent reported
        std::vector<Mark> decisions{};
    };

    [[nodiscard]] static Mark markOf(std::string_view text);
    [[nodiscard]] static Mark revisionOf(const domain::ItemId &item, std::int64_t revision);

    void judgeDecisions(FaultList &faults) const;
    void judgeOutcomes(FaultList &faults) const;
    [[nodiscard]] std::optional<FaultRule> judgeRelease(const KeptOutcome &release) const;
    [[nodiscard]] bool carries(const Kept &decision, const KeptOutcome &release) const;
    [[nodiscard]] const Kept *find(const Mark &id) const;
    [[nodiscard]] bool isUndone(const Mark &id, Instant by) const;

    bool isWhole_;
    std::vector<Kept> decisions_;
    std::vector<KeptOutcome> outcomes_;
    std::unordered_map<Mark, std::uint32_t, MarkHash> byId_;
    std::unordered_set<Mark, MarkHash> erased_;
    std::unordered_map<Mark, Instant, MarkHash> undoneAt_; // retracted or invalidated
};

} // namespace countersign::verify
