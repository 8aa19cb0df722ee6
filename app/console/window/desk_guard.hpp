// Locks the desk when nobody is there: after a time without input, and whenever the machine says so (sleep, lid,
// session lock, another user). The time runs on a clock that runs in suspend, and is looked at before anything is
// painted or any input is taken, so that a machine that wakes shows the lock and nothing else (reliability.md 3, G14).
// What is on the screen is covered at once, before the engine has answered. gui thread.
#pragma once

#include "core/base/instant.hpp"
#include "core/desk/lock_cause.hpp"
#include "ui/presenters/desk_feed.hpp"
#include "ui/widgets/shell/main_window.hpp"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace countersign::console
{

struct GuardRules {
    milliseconds idleMax{std::chrono::minutes(5)};  // without input
    milliseconds warning{std::chrono::seconds(20)}; // so long before the end of it
};

// `idleMax` as it is kept to: R-204 leaves the figure to the organisation within these.
inline constexpr milliseconds idleLeast{std::chrono::minutes(1)}, idleMost{std::chrono::minutes(15)};

class DeskGuard : public QObject
{
    Q_OBJECT

public:
    // `machineTime` runs in suspend and never goes back. Window and feed outlive the guard.
    DeskGuard(widgets::MainWindow &window, presenters::DeskFeed &feed, std::function<milliseconds()> machineTime,
              GuardRules rules = {});

    // Now; for the machine's own triggers.
    void lock(desk::LockCause cause);
    // What locked it last; nothing: nothing did yet.
    [[nodiscard]] std::optional<desk::LockCause> cause() const { return told_; }
    // What is due: nothing, the warning, the lock. The timer's, and the tests'.
    void check();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool isGuarding() const;
    [[nodiscard]] milliseconds left() const;
    void restart();
    bool swallow(QEvent &event);
    bool isSwallowed(QEvent &event);

    widgets::MainWindow &window_;
    presenters::DeskFeed &feed_;
    std::function<milliseconds()> machineTime_;
    GuardRules rules_;
    QTimer timer_;
    milliseconds lastInput_;
    bool wasGuarding_ = false;
    bool hasWarned_ = false;
    std::optional<desk::LockCause> told_;
    int swallowed_ = 0; // the key that did nothing but tell that somebody is there, until it is released
};

} // namespace countersign::console
