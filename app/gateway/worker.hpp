// One thread that does jobs in the order in which they came: the store's, and the one that stretches passwords, so that
// neither ever holds up a socket.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace countersign::gateway
{

class Worker
{
public:
    using Job = std::function<void()>;

    explicit Worker(std::size_t jobsMax);
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;
    // Finishes what was taken.
    ~Worker();

    // False, and the job is not taken, where too many wait already or the worker is stopping. Any thread.
    [[nodiscard]] bool offer(Job job);
    // Takes no more, finishes what was taken, joins. Idempotent; not on the worker's own thread.
    void stop();

private:
    void run();

    const std::size_t jobsMax_;
    std::mutex mutex_;
    std::condition_variable hasWork_;
    std::deque<Job> jobs_;
    bool isStopping_ = false;
    std::thread thread_;
};

} // namespace countersign::gateway
