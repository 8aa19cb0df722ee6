#include "app/console/window/desk_guard.hpp"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>

namespace countersign::console
{
namespace
{

constexpr milliseconds checkAtLeastEvery{5000}; // a timer may be late after suspend

bool isInput(QEvent::Type type)
{
    switch (type) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TabletPress:
        return true;
    default:
        return false;
    }
}

bool leadsToPixels(QEvent::Type type)
{
    switch (type) {
    case QEvent::UpdateRequest:
    case QEvent::Expose:
    case QEvent::Paint:
    case QEvent::Show:
    case QEvent::WindowActivate:
    case QEvent::ApplicationStateChange:
        return true;
    default:
        return false;
    }
}

} // namespace

DeskGuard::DeskGuard(widgets::MainWindow &window, presenters::DeskFeed &feed, std::function<milliseconds()> machineTime,
                     GuardRules rules)
    : window_(window), feed_(feed), machineTime_(std::move(machineTime)), rules_(rules), lastInput_(machineTime_())
{
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, &DeskGuard::check);
    connect(&feed_, &presenters::DeskFeed::changed, this, [this] {
        if (isGuarding() && !wasGuarding_)
            restart();
        wasGuarding_ = isGuarding();
    });
    qApp->installEventFilter(this);
}

bool DeskGuard::isGuarding() const
{
    return feed_.snapshot().session.state == desk::SessionState::SignedIn && !window_.isCovered();
}

milliseconds DeskGuard::left() const
{
    return rules_.idleMax - (machineTime_() - lastInput_);
}

void DeskGuard::restart()
{
    lastInput_ = machineTime_();
    hasWarned_ = false;
    timer_.start(std::min(checkAtLeastEvery, rules_.idleMax));
}

void DeskGuard::lock()
{
    if (!isGuarding())
        return;
    timer_.stop();
    wasGuarding_ = false;
    window_.cover();
    feed_.submit(desk::Lock{});
}

void DeskGuard::check()
{
    if (!isGuarding())
        return;
    const milliseconds rest = left();
    if (rest <= milliseconds(0))
        return lock();
    if (rest <= rules_.warning && !hasWarned_) {
        hasWarned_ = true;
        window_.warnOfLock();
    }
    const milliseconds next = rest > rules_.warning ? rest - rules_.warning : rest;
    timer_.start(std::min(checkAtLeastEvery, next));
}

// Input that comes too late locks, and does nothing else.
bool DeskGuard::eventFilter(QObject *watched, QEvent *event)
{
    const bool isInputNow = isInput(event->type());
    if ((!isInputNow && !leadsToPixels(event->type())) || !isGuarding())
        return QObject::eventFilter(watched, event);
    if (left() <= milliseconds(0)) {
        lock();
        return isInputNow;
    }
    if (isInputNow)
        restart();
    return QObject::eventFilter(watched, event);
}

} // namespace countersign::console
