// A desk without an engine: canned snapshots, commands that are written down and answered at once. For tests of the
// interface and for its still pictures. One thread.
#pragma once

#include "core/desk/desk.hpp"

#include <functional>
#include <map>
#include <memory>
#include <utility>
#include <variant>
#include <vector>

namespace countersign::support
{

class FakeDesk : public desk::Desk
{
public:
    using Later = std::function<void(std::function<void()>)>;
    using Answer = std::function<void(FakeDesk &, const desk::Command &)>;

    explicit FakeDesk(desk::DeskSnapshot first = {}) : snapshot_(std::make_shared<desk::DeskSnapshot>(std::move(first)))
    {
        edit([](desk::DeskSnapshot &now) {
            if (!now.queue)
                now.queue = std::make_shared<desk::QueueView>();
            if (!now.history)
                now.history = std::make_shared<desk::HistoryView>();
        });
    }

    void submit(desk::Command command) override
    {
        asked.push_back(command);
        const auto answer = [this, command = std::move(command)] {
            if (onCommand)
                onCommand(*this, command);
            else
                reply({.command = command.id, .refusal = {}, .decision = {}});
        };
        later ? later(answer) : answer();
    }
    [[nodiscard]] std::shared_ptr<const desk::DeskSnapshot> latest() const override { return snapshot_; }
    [[nodiscard]] desk::Subscription subscribe(std::function<void()> nudge) override
    {
        const int id = ++lastSubscriber_;
        subscribers_->emplace(id, std::move(nudge));
        return desk::Subscription([list = std::weak_ptr(subscribers_), id] {
            if (const auto alive = list.lock())
                alive->erase(id);
        });
    }

    // Changes the snapshot and tells whoever listens.
    template <class Change>
    void edit(Change change)
    {
        auto next = std::make_shared<desk::DeskSnapshot>(*snapshot_);
        change(*next);
        ++next->version;
        snapshot_ = std::move(next);
        const auto listeners = *subscribers_;
        for (const auto &[id, nudge] : listeners)
            nudge();
    }
    void reply(desk::Reply answer)
    {
        edit([&](desk::DeskSnapshot &now) { now.replies.push_back(std::move(answer)); });
    }

    // The newest request of that kind; null when none was made.
    template <class Request>
    [[nodiscard]] const Request *lastAsked() const
    {
        for (auto it = asked.rbegin(); it != asked.rend(); ++it)
            if (const auto *request = std::get_if<Request>(&it->request))
                return request;
        return nullptr;
    }

    std::vector<desk::Command> asked;
    Answer onCommand; // unset: every command is done
    Later later;      // unset: answers come at once; a window wants them as a real desk gives them, afterwards

private:
    std::shared_ptr<const desk::DeskSnapshot> snapshot_;
    std::shared_ptr<std::map<int, std::function<void()>>> subscribers_ =
        std::make_shared<std::map<int, std::function<void()>>>();
    int lastSubscriber_ = 0;
};

} // namespace countersign::support
