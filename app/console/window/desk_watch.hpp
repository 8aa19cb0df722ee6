// Everything that locks one window's desk, put together: the idle guard, the machine's own triggers, the clipboard.
// gui thread.
#pragma once

#include "app/console/window/clipboard_guard.hpp"
#include "app/console/window/desk_guard.hpp"
#include "app/console/window/session_watch.hpp"

namespace countersign::console
{

class DeskWatch : public QObject
{
    Q_OBJECT

public:
    // `machineTime` runs in suspend and never goes back. Window, feed and clipboard outlive the watch.
    DeskWatch(widgets::MainWindow &window, presenters::DeskFeed &feed, QClipboard &clipboard,
              std::function<milliseconds()> machineTime, SessionWatch::Buses buses = SessionWatch::machineBuses(),
              GuardRules rules = {});

    [[nodiscard]] DeskGuard &guard() { return guard_; }
    [[nodiscard]] SessionWatch &session() { return session_; }
    [[nodiscard]] ClipboardGuard &clipboard() { return clipboard_; }

private:
    // Nobody is at the desk any more: what still holds on to it lets go.
    void settle();
    void noteCopy();

    presenters::DeskFeed &feed_;
    DeskGuard guard_;
    SessionWatch session_;
    ClipboardGuard clipboard_;
};

} // namespace countersign::console
