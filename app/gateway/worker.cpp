#include "app/gateway/worker.hpp"

#include <utility>

namespace countersign::gateway
{

Worker::Worker(std::size_t jobsMax) : jobsMax_(jobsMax), thread_([this] { run(); }) {}

Worker::~Worker()
{
    stop();
}

bool Worker::offer(Job job)
{
    {
        const std::lock_guard lock(mutex_);
        if (isStopping_ || jobs_.size() >= jobsMax_)
            return false;
        jobs_.push_back(std::move(job));
    }
    hasWork_.notify_one();
    return true;
}

void Worker::stop()
{
    {
        const std::lock_guard lock(mutex_);
        isStopping_ = true;
    }
    hasWork_.notify_one();
    if (thread_.joinable())
        thread_.join();
}

void Worker::run()
{
    std::unique_lock lock(mutex_);
    for (;;) {
        hasWork_.wait(lock, [this] { return isStopping_ || !jobs_.empty(); });
        if (jobs_.empty())
            return;
        Job job = std::move(jobs_.front());
        jobs_.pop_front();
        lock.unlock();
        job();
        job = nullptr; // what it holds dies outside the lock
        lock.lock();
    }
}

} // namespace countersign::gateway
