// The UI's only door: commands in, immutable snapshots out.
#pragma once

#include "core/desk/command.hpp"
#include "core/desk/snapshot.hpp"

#include <functional>
#include <memory>
#include <utility>

namespace countersign::desk
{

// Ends its subscription when it dies.
class Subscription
{
public:
    Subscription() = default;
    explicit Subscription(std::function<void()> end) : end_(std::move(end)) {}
    Subscription(Subscription &&other) noexcept : end_(std::exchange(other.end_, nullptr)) {}
    Subscription &operator=(Subscription &&other) noexcept
    {
        if (this != &other) {
            if (end_)
                end_();
            end_ = std::exchange(other.end_, nullptr);
        }
        return *this;
    }
    ~Subscription()
    {
        if (end_)
            end_();
    }

private:
    std::function<void()> end_;
};

class Desk
{
public:
    virtual ~Desk() = default;

    // Any thread; returns at once. The answer is a Reply in a later snapshot.
    virtual void submit(Command command) = 0;
    // Any thread; never null.
    [[nodiscard]] virtual std::shared_ptr<const DeskSnapshot> latest() const = 0;
    // The nudge is called on the thread that the implementation states (the console: gui) when latest() has changed;
    // changes that come faster than it is served are one nudge.
    [[nodiscard]] virtual Subscription subscribe(std::function<void()> nudge) = 0;
};

} // namespace countersign::desk
