#include "app/verify/log_check.hpp"

#include "core/crypto/digest.hpp"

namespace countersign::verify
{

std::optional<LogCheck> LogCheck::begin(const audit::LogExtent &extent)
{
    audit::Proof peaks;
    for (const domain::Digest &text : extent.peaks) {
        const auto peak = crypto::parseDigest(text.text());
        if (!peak)
            return std::nullopt;
        peaks.push_back(*peak);
    }
    auto frontier = audit::MerkleFrontier::resume(static_cast<std::uint64_t>(extent.first), std::move(peaks));
    if (!frontier)
        return std::nullopt;
    LogCheck check;
    check.frontier_ = *std::move(frontier);
    return check;
}

std::vector<std::int64_t> LogCheck::append(std::int64_t line, const domain::Digest &decisionDigest,
                                           const domain::LogPlace &place)
{
    frontier_.append(crypto::parseDigest(decisionDigest.text()).value_or(audit::Hash{}));
    compareCheckpoints();
    claims_.emplace(place.size, Claim{line, place.root});
    std::vector<std::int64_t> wrong;
    const auto [first, last] = claims_.equal_range(size());
    const domain::Digest now = first == last ? domain::Digest() : root();
    for (auto claim = first; claim != last; ++claim)
        if (claim->second.root != now)
            wrong.push_back(claim->second.line);
    claims_.erase(first, last);
    return wrong;
}

void LogCheck::expect(const std::vector<std::pair<std::int64_t, audit::TreeHead>> &checkpoints)
{
    checkpoints_ = checkpoints;
    compareCheckpoints();
}

void LogCheck::compareCheckpoints()
{
    for (; nextCheckpoint_ < checkpoints_.size(); ++nextCheckpoint_) {
        const auto &[line, head] = checkpoints_[nextCheckpoint_];
        if (head.size > size())
            return;
        if (head.size == size() && head.root != root())
            contradicted_.push_back(line);
    }
}

std::vector<std::int64_t> LogCheck::unreached() const
{
    std::vector<std::int64_t> lines;
    for (const auto &[size, claim] : claims_)
        lines.push_back(claim.line);
    return lines;
}

domain::Digest LogCheck::root() const
{
    return domain::Digest(crypto::formatDigest(frontier_.root()));
}

} // namespace countersign::verify
