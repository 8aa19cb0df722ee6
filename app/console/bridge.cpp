#include "app/console/bridge.hpp"

#include "core/ports/thread_role.hpp"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include <QtCore/QMetaObject>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>
#include <utility>

namespace countersign::console
{
namespace
{

namespace asio = boost::asio;
using Guard = asio::executor_work_guard<asio::io_context::executor_type>;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

// In a rush of events the world is shown as often as a screen is.
constexpr milliseconds rushInterval{30};
// The timer's clock stands still in suspend; the engine's does not. So it is looked at this often.
constexpr std::int64_t alarmMaxMs = 5000;

} // namespace

struct Bridge::Threads {
    explicit Threads(Work whenIdle) : idle(std::move(whenIdle)) {}

    Work idle;
    std::atomic<int> pending{0};
    std::atomic<bool> isStopping{false};
    steady_clock::time_point idleAt;
    asio::io_context engine{1}, store{1};
    Guard engineGuard{engine.get_executor()}, storeGuard{store.get_executor()};
    asio::steady_timer alarm{engine};
    std::thread engineThread, storeThread;

    void workDone()
    {
        const bool isIdle = pending.fetch_sub(1) == 1;
        const auto now = steady_clock::now();
        if (!isIdle && now - idleAt < rushInterval)
            return;
        idleAt = now;
        idle();
    }
};

Bridge::Bridge(Work idle) : threads_(std::make_unique<Threads>(std::move(idle))) {}

void Bridge::start()
{
    threads_->engineThread = std::thread([threads = threads_.get()] { threads->engine.run(); });
    threads_->storeThread = std::thread([threads = threads_.get()] { threads->store.run(); });
}

Bridge::~Bridge()
{
    stop();
}

void Bridge::toEngine(Work work)
{
    if (threads_->isStopping)
        return;
    ++threads_->pending;
    asio::post(threads_->engine, [threads = threads_.get(), run = std::move(work)] {
        run();
        threads->workDone();
    });
}

void Bridge::toStore(Work work)
{
    asio::post(threads_->store, std::move(work));
}

void Bridge::toQt(QObject *receiver, Work work)
{
    QMetaObject::invokeMethod(receiver, std::move(work), Qt::QueuedConnection);
}

void Bridge::wakeEngineIn(std::optional<std::int64_t> ms, Work work)
{
    auto &alarm = threads_->alarm;
    if (!ms || threads_->isStopping) {
        alarm.cancel();
        return;
    }
    alarm.expires_after(milliseconds(std::clamp<std::int64_t>(*ms, 0, alarmMaxMs)));
    alarm.async_wait([this, run = std::move(work)](const boost::system::error_code &error) {
        if (!error)
            toEngine(run);
    });
}

void Bridge::stop()
{
    if (!threads_->engineThread.joinable())
        return;
    asio::post(threads_->engine, [threads = threads_.get()] {
        threads->isStopping = true;
        threads->alarm.cancel();
    });
    threads_->engineGuard.reset();
    threads_->engineThread.join();
    threads_->storeGuard.reset();
    threads_->storeThread.join();
}

} // namespace countersign::console
