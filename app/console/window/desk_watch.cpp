#include "app/console/window/desk_watch.hpp"

namespace countersign::console
{

DeskWatch::DeskWatch(widgets::MainWindow &window, presenters::DeskFeed &feed, QClipboard &clipboard,
                     std::function<milliseconds()> machineTime, SessionWatch::Buses buses, GuardRules rules)
    : feed_(feed), guard_(window, feed, std::move(machineTime), rules), session_(
                                                                            [this](desk::LockCause cause) {
                                                                                guard_.lock(cause);
                                                                                settle();
                                                                            },
                                                                            std::move(buses)),
      clipboard_(clipboard)
{
    connect(&feed_, &presenters::DeskFeed::changed, this, &DeskWatch::settle);
    connect(&clipboard_, &ClipboardGuard::copied, this, &DeskWatch::noteCopy);
}

// A copy is an event, with whose item was open; never what was copied.
void DeskWatch::noteCopy()
{
    const auto &open = feed_.snapshot().open;
    if (feed_.snapshot().session.state == desk::SessionState::SignedIn)
        feed_.submit(desk::Note{domain::AuditKind::Copied, open ? open->id : domain::ItemId{}, {}});
}

void DeskWatch::settle()
{
    const auto state = feed_.snapshot().session.state;
    if (state == desk::SessionState::SignedIn)
        return;
    clipboard_.clear();
    if (state != desk::SessionState::SigningIn)
        session_.letSleep();
}

} // namespace countersign::console
