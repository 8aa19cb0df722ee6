#include "app/console/window/desk_guard.hpp"

#include <QCoreApplication>
#include <QEvent>
#include <QKeyEvent>

#include <algorithm>
#include <utility>

namespace countersign::console
{
namespace
{

constexpr milliseconds checkAtLeastEvery{5000}; // a timer may be late after suspend
constexpr milliseconds warningStep{1000};       // while the seconds are counted on the screen

bool isInput(QEvent::Type type)
{
    switch (type) {
    case QEvent::ShortcutOverride: // comes before a key press, which a shortcut takes away
    case QEvent::Shortcut:
    case QEvent::KeyPress:
    case QEvent::InputMethod:
    case QEvent::ContextMenu:
    case QEvent::Drop:
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

bool isOfKeys(QEvent::Type type)
{
    return type == QEvent::KeyPress || type == QEvent::ShortcutOverride || type == QEvent::Shortcut;
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
    if (std::exchange(hasWarned_, false))
        window_.endWarning();
    timer_.start(std::min(checkAtLeastEvery, rules_.idleMax));
}

void DeskGuard::lock(desk::LockCause cause)
{
    if (!isGuarding())
        return;
    timer_.stop();
    wasGuarding_ = false;
    hasWarned_ = false;
    told_ = cause;
    window_.cover();
    feed_.submit(desk::Lock{cause});
}

void DeskGuard::check()
{
    if (!isGuarding())
        return;
    const milliseconds rest = left();
    if (rest <= milliseconds(0))
        return lock(desk::LockCause::Idle);
    if (rest <= rules_.warning) {
        hasWarned_ = true;
        window_.warnOfLock(static_cast<int>(std::chrono::ceil<std::chrono::seconds>(rest).count()));
    }
    const milliseconds next = rest > rules_.warning ? rest - rules_.warning : warningStep;
    timer_.start(std::min(checkAtLeastEvery, next));
}

// An accepted override sends the key on as a key press, past the shortcuts; that is dropped too, with whatever is
// pressed while this key is down: Ctrl comes before the 3 of Ctrl+3.
bool DeskGuard::swallow(QEvent &event)
{
    if (event.type() == QEvent::ShortcutOverride || event.type() == QEvent::KeyPress)
        swallowed_ = static_cast<QKeyEvent &>(event).key();
    event.accept();
    return true;
}

bool DeskGuard::isSwallowed(QEvent &event)
{
    switch (event.type()) {
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress:
    case QEvent::Shortcut:
        event.accept();
        return true;
    case QEvent::KeyRelease:
        if (static_cast<QKeyEvent &>(event).key() == swallowed_)
            swallowed_ = 0;
        return true;
    case QEvent::MouseButtonPress: // the release was somebody else's
    case QEvent::WindowDeactivate:
        swallowed_ = 0;
        return false;
    default:
        return false;
    }
}

// Input that comes too late locks, and does nothing else. A key that puts the lock off does nothing else either: nobody
// may have looked at what lies under the warning.
bool DeskGuard::eventFilter(QObject *watched, QEvent *event)
{
    if (swallowed_ != 0 && isSwallowed(*event))
        return true;
    const bool isInputNow = isInput(event->type());
    if ((!isInputNow && !leadsToPixels(event->type())) || !isGuarding())
        return QObject::eventFilter(watched, event);
    if (left() <= milliseconds(0)) {
        lock(desk::LockCause::Idle);
        return isInputNow && swallow(*event);
    }
    if (!isInputNow)
        return QObject::eventFilter(watched, event);
    const bool isPutOff = hasWarned_ && isOfKeys(event->type());
    restart();
    return isPutOff ? swallow(*event) : QObject::eventFilter(watched, event);
}

} // namespace countersign::console
