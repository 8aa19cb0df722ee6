// How long somebody was really at it: the time between signs of life, long pauses left out. Facts for the record, never
// a hurry. Pure.
#pragma once

#include "core/base/instant.hpp"

#include <optional>

namespace countersign::presenters
{

class ReadingTime
{
public:
    // A longer silence counts as this much: somebody looks, but nobody knows for how long.
    static constexpr milliseconds pauseMax{30'000};

    // A key, a click, a movement.
    void touch(milliseconds elapsed)
    {
        if (last_ && elapsed > *last_)
            active_ += std::min(elapsed - *last_, pauseMax);
        last_ = elapsed;
    }
    void stop(milliseconds elapsed)
    {
        touch(elapsed);
        last_.reset();
    }
    [[nodiscard]] std::int64_t seconds() const
    {
        return std::chrono::duration_cast<std::chrono::seconds>(active_).count();
    }

private:
    std::optional<milliseconds> last_;
    milliseconds active_{0};
};

} // namespace countersign::presenters
