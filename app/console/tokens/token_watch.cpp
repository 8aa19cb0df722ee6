#include "app/console/tokens/token_watch.hpp"

#include <utility>

namespace countersign::console
{

TokenWatch::TokenWatch(std::function<bool()> isPresent, std::function<void()> gone, milliseconds every)
    : isPresent_(std::move(isPresent)), gone_(std::move(gone)), every_(every), thread_([this] { run(); })
{
}

TokenWatch::~TokenWatch()
{
    {
        const std::lock_guard lock(mutex_);
        isEnding_ = true;
    }
    end_.notify_one();
    thread_.join();
}

void TokenWatch::run()
{
    bool wasPresent = false;
    std::unique_lock lock(mutex_);
    while (!isEnding_) {
        lock.unlock();
        const bool isPresent = isPresent_();
        if (std::exchange(wasPresent, isPresent) && !isPresent)
            gone_();
        lock.lock();
        end_.wait_for(lock, every_, [this] { return isEnding_; });
    }
}

} // namespace countersign::console
