#include "app/gateway/decision_waiters.hpp"

#include <limits>

namespace countersign::gateway
{

void DecisionWaiters::wait(const domain::ItemId &item, std::int64_t untilMs, Attempt attempt)
{
    waiting_.emplace(item, Waiting{untilMs, std::move(attempt)});
}

void DecisionWaiters::itemChanged(const domain::ItemId &item)
{
    const auto [begin, end] = waiting_.equal_range(item);
    for (auto waiting = begin; waiting != end;)
        waiting = waiting->second.attempt(false) ? waiting_.erase(waiting) : std::next(waiting);
}

void DecisionWaiters::passTime(std::int64_t nowMs)
{
    for (auto waiting = waiting_.begin(); waiting != waiting_.end();) {
        const bool isOver = waiting->second.untilMs <= nowMs;
        if (isOver)
            waiting->second.attempt(true);
        waiting = isOver ? waiting_.erase(waiting) : std::next(waiting);
    }
}

void DecisionWaiters::endAll()
{
    passTime(std::numeric_limits<std::int64_t>::max());
}

} // namespace countersign::gateway
