// Looks now and then whether the token is still there, on a thread of its own, because a module may block for as long as it
// likes; and tells once when it is gone. A token that never was there is not missed.
#pragma once

#include "core/base/instant.hpp"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace countersign::console
{

class TokenWatch
{
public:
    // Both are called on the watch's thread.
    TokenWatch(std::function<bool()> isPresent, std::function<void()> gone,
               milliseconds every = std::chrono::milliseconds(250));
    TokenWatch(const TokenWatch &) = delete;
    TokenWatch &operator=(const TokenWatch &) = delete;
    // Waits for the look that is under way.
    ~TokenWatch();

private:
    void run();

    std::function<bool()> isPresent_;
    std::function<void()> gone_;
    milliseconds every_;
    std::mutex mutex_;
    std::condition_variable end_;
    bool isEnding_ = false;
    std::thread thread_; // last: it sees the others made
};

} // namespace countersign::console
