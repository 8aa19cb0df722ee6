// Tells when the machine goes to sleep or its session is locked: logind's PrepareForSleep and the session's Lock, and
// the desktop's screen saver. Where there is no D-Bus it never tells anything. gui thread.
#pragma once

#include <QObject>

#include <functional>

class QDBusPendingCallWatcher;

namespace countersign::console
{

class SessionWatch : public QObject
{
    Q_OBJECT

public:
    // `leave` is called at each of them.
    explicit SessionWatch(std::function<void()> leave);

private Q_SLOTS:
    void prepareForSleep(bool isBefore);
    void sessionLocked();
    void screenSaverChanged(bool isActive);

private:
    void sessionFound(QDBusPendingCallWatcher *answer);

    std::function<void()> leave_;
};

} // namespace countersign::console
