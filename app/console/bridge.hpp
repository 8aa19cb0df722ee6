// The console's threads and the only ways between them: engine, store, and the Qt thread of a receiver. A closure
// carries values across and nothing else. Whatever thread; each verb returns at once.
#pragma once

#include <QtCore/QObject>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

namespace countersign::console
{

using Work = std::function<void()>;

class Bridge
{
public:
    // `idle` runs on the engine thread when it has done what there was, and now and then in a rush.
    explicit Bridge(Work idle);
    // stop(), if nobody did.
    ~Bridge();

    // Starts both threads, once: when all that work may touch is there. A token may be seen while the desk is still being
    // put together.
    void start();
    // Work keeps its order on each thread. Before start() it waits; after stop() it is dropped.
    void toEngine(Work work);
    void toStore(Work work);
    // Queued in the receiver's thread; the receiver's death cancels it.
    static void toQt(QObject *receiver, Work work);

    // One alarm: runs on the engine thread in so many milliseconds, in place of the one before. Engine thread only.
    void wakeEngineIn(std::optional<std::int64_t> ms, Work work);

    // Finishes what was posted: the engine's work first, then the store's, then the threads end.
    void stop();

private:
    struct Threads;
    std::unique_ptr<Threads> threads_;
};

} // namespace countersign::console
