#include "app/check/pipeline.hpp"

#include "app/check/input.hpp"

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace countersign::check
{
namespace
{

constexpr std::size_t batchDocumentsMax = 64;
constexpr std::size_t batchBytesMax = std::size_t{1} << 20;
constexpr std::size_t batchesPerWorker = 3;

struct Batch {
    std::vector<std::string> documents;
    std::size_t first = 1;
    std::optional<Outcome> outcome; // set under the lock when it is done
};

class Pipeline
{
public:
    Pipeline(unsigned workers, const Work<Outcome> &work) : work_(work), roomFor_(batchesPerWorker * workers)
    {
        for (unsigned i = 0; i < workers; ++i)
            threads_.emplace_back([this] { serve(); });
    }
    Pipeline(const Pipeline &) = delete;
    Pipeline &operator=(const Pipeline &) = delete;
    ~Pipeline()
    {
        {
            const std::lock_guard lock(mutex_);
            isEnding_ = true;
            waiting_.clear();
        }
        hasWork_.notify_all();
    }

    [[nodiscard]] bool isFull() const { return ordered_.size() >= roomFor_; }
    [[nodiscard]] bool isEmpty() const { return ordered_.empty(); }

    void add(std::unique_ptr<Batch> batch)
    {
        {
            const std::lock_guard lock(mutex_);
            waiting_.push_back(batch.get());
        }
        ordered_.push_back(std::move(batch));
        hasWork_.notify_one();
    }

    // The oldest batch's, when it is done.
    [[nodiscard]] Outcome next()
    {
        std::unique_lock lock(mutex_);
        isDone_.wait(lock, [this] { return ordered_.front()->outcome.has_value(); });
        Outcome outcome = *std::move(ordered_.front()->outcome);
        lock.unlock();
        ordered_.pop_front();
        return outcome;
    }

private:
    void serve()
    {
        std::unique_lock lock(mutex_);
        for (;;) {
            hasWork_.wait(lock, [this] { return isEnding_ || !waiting_.empty(); });
            if (waiting_.empty())
                return;
            Batch &batch = *waiting_.front();
            waiting_.pop_front();
            lock.unlock();
            Outcome outcome = work_(std::move(batch.documents), batch.first);
            lock.lock();
            batch.outcome = std::move(outcome);
            isDone_.notify_one();
        }
    }

    const Work<Outcome> &work_;
    const std::size_t roomFor_;
    std::mutex mutex_;
    std::condition_variable hasWork_, isDone_;
    std::deque<Batch *> waiting_;
    bool isEnding_ = false;
    std::deque<std::unique_ptr<Batch>> ordered_; // the calling thread's
    std::vector<std::jthread> threads_;          // joined before what they use goes
};

// Null at the end of the input.
std::unique_ptr<Batch> nextBatch(ProposalStream &stream, std::size_t first)
{
    auto batch = std::make_unique<Batch>();
    batch->first = first;
    for (std::size_t bytes = 0; batch->documents.size() < batchDocumentsMax && bytes < batchBytesMax;) {
        auto document = stream.next();
        if (!document)
            break;
        bytes += document->size();
        batch->documents.push_back(std::move(*document));
    }
    return batch->documents.empty() ? nullptr : std::move(batch);
}

} // namespace

void runOrdered(std::istream &input, unsigned workers, const Work<Outcome> &work,
                const std::function<bool(const Outcome &)> &take)
{
    ProposalStream stream(input);
    Pipeline pipeline(workers, work);
    std::size_t first = 1;
    for (bool isOpen = true; isOpen || !pipeline.isEmpty();) {
        if (isOpen && !pipeline.isFull()) {
            auto batch = nextBatch(stream, first);
            isOpen = batch != nullptr;
            if (batch) {
                first += batch->documents.size();
                pipeline.add(std::move(batch));
            }
        } else if (!take(pipeline.next())) {
            return;
        }
    }
}

} // namespace countersign::check
