#include "ui/presenters/desk_feed.hpp"

#include <QPointer>

#include <utility>
#include <vector>

namespace countersign::presenters
{

DeskFeed::DeskFeed(desk::Desk &desk, QObject *parent) : QObject(parent), desk_(desk), snapshot_(desk.latest())
{
    subscription_ = desk_.subscribe([this] { fetch(); });
}

void DeskFeed::submit(desk::Request request, const QObject *context, Answer answer)
{
    const std::uint64_t id = ++lastCommand_;
    if (answer) {
        std::function<bool()> isAlive = [] { return true; };
        if (context != nullptr)
            isAlive = [pointer = QPointer<const QObject>(context)] { return !pointer.isNull(); };
        asked_.emplace(id, Asked{std::move(isAlive), std::move(answer)});
    }
    desk_.submit({.id = id, .request = std::move(request)});
}

void DeskFeed::fetch()
{
    auto newest = desk_.latest();
    if (newest == snapshot_)
        return;
    snapshot_ = std::move(newest);
    Q_EMIT changed();
    giveAnswers();
}

void DeskFeed::giveAnswers()
{
    const auto held = snapshot_; // an answer may submit, and so bring the next snapshot
    for (const desk::Reply &reply : held->replies) {
        auto node = asked_.extract(reply.command);
        if (!node.empty() && node.mapped().isAlive())
            node.mapped().answer(reply);
    }
}

} // namespace countersign::presenters
