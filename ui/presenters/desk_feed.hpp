// The window's hold on the desk: the newest snapshot, one signal when it changed, and commands whose answers come back
// to whoever asked. One feed a desk, because it numbers the commands. gui thread.
#pragma once

#include "core/desk/desk.hpp"

#include <QObject>

#include <functional>
#include <map>
#include <memory>

namespace countersign::presenters
{

class DeskFeed : public QObject
{
    Q_OBJECT

public:
    using Answer = std::function<void(const desk::Reply &)>;

    // The desk outlives the feed.
    explicit DeskFeed(desk::Desk &desk, QObject *parent = nullptr);

    [[nodiscard]] const desk::DeskSnapshot &snapshot() const { return *snapshot_; }
    // `answer` is called once, after changed() of the snapshot that carries the reply; not at all if `context` died.
    void submit(desk::Request request, const QObject *context = nullptr, Answer answer = {});

Q_SIGNALS:
    void changed();

private:
    struct Asked {
        std::function<bool()> isAlive;
        Answer answer;
    };

    void fetch();
    void giveAnswers();

    desk::Desk &desk_;
    std::shared_ptr<const desk::DeskSnapshot> snapshot_;
    std::map<std::uint64_t, Asked> asked_;
    std::uint64_t lastCommand_ = 0;
    desk::Subscription subscription_; // last: it ends first
};

} // namespace countersign::presenters
