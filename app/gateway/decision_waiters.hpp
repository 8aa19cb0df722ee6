// Agents that wait for a decision (long poll). The store's thread only.
#pragma once

#include "core/base/instant.hpp"
#include "core/domain/ids.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <vector>

namespace countersign::gateway
{

class DecisionWaiters
{
public:
    // Asked whenever the item changed; true: it was answered and waits no longer. `isLast` asks for an answer anyway.
    using Attempt = std::function<bool(bool isLast)>;

    void wait(const domain::ItemId &item, std::int64_t untilMs, Attempt attempt);
    void itemChanged(const domain::ItemId &item);
    // Answers those whose time is over (monotonic milliseconds).
    void passTime(std::int64_t nowMs);
    // Answers everybody: the gateway closes.
    void endAll();
    [[nodiscard]] std::size_t size() const { return waiting_.size(); }

private:
    struct Waiting {
        std::int64_t untilMs = 0;
        Attempt attempt;
    };
    std::multimap<domain::ItemId, Waiting> waiting_;
};

} // namespace countersign::gateway
