// Recomputes the log's roots from the decisions' digests and compares them with what receipts and manifest name.
#pragma once

#include "core/audit/checkpoint.hpp"
#include "core/audit/manifest.hpp"
#include "core/audit/merkle.hpp"
#include "core/domain/receipt.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace countersign::verify
{

class LogCheck
{
public:
    // Nothing where the extent's peaks do not fit its first index.
    [[nodiscard]] static std::optional<LogCheck> begin(const audit::LogExtent &extent);

    // The next decision. Returns the lines whose receipts name another root for the log as it is now.
    [[nodiscard]] std::vector<std::int64_t> append(std::int64_t line, const domain::Digest &decisionDigest,
                                                   const domain::LogPlace &place);
    // Heads that checkpoints name, by their lines, the smaller first. Those below where this log begins are passed over.
    void expect(const std::vector<std::pair<std::int64_t, audit::TreeHead>> &checkpoints);
    [[nodiscard]] const std::vector<std::int64_t> &contradictedCheckpoints() const { return contradicted_; }
    // Lines whose receipts speak of a log larger than this.
    [[nodiscard]] std::vector<std::int64_t> unreached() const;
    [[nodiscard]] std::int64_t size() const { return static_cast<std::int64_t>(frontier_.size()); }
    [[nodiscard]] domain::Digest root() const;

    // From here on roots cannot be known, because a line before could not be trusted.
    void giveUp() { hasGivenUp_ = true; }
    [[nodiscard]] bool hasGivenUp() const { return hasGivenUp_; }

private:
    struct Claim {
        std::int64_t line;
        domain::Digest root;
    };

    audit::MerkleFrontier frontier_;
    void compareCheckpoints();

    std::multimap<std::int64_t, Claim> claims_; // by size, not reached yet
    std::vector<std::pair<std::int64_t, audit::TreeHead>> checkpoints_;
    std::size_t nextCheckpoint_ = 0;
    std::vector<std::int64_t> contradicted_;
    bool hasGivenUp_ = false;
};

} // namespace countersign::verify
