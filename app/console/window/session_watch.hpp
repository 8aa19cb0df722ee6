// Tells when the machine leaves the person: logind's sleep and shutdown, the session's lock and its loss of
// the seat, UPower's lid, the desktop's screen saver. Sleep is held up, for as long as logind allows, until the desk says
// that it is locked. Where there is no D-Bus it never tells anything. gui thread.
#pragma once

#include "core/desk/lock_cause.hpp"

#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>
#include <QObject>

#include <functional>
#include <optional>

class QDBusPendingCallWatcher;

namespace countersign::console
{

class SessionWatch : public QObject
{
    Q_OBJECT

public:
    struct Buses {
        QDBusConnection system, session;
    };
    [[nodiscard]] static Buses machineBuses();

    // `leave` is called at each of them.
    explicit SessionWatch(std::function<void(desk::LockCause)> leave, Buses buses = machineBuses());

    // The desk is locked, or nobody is signed in: a machine that is about to sleep may.
    void letSleep();
    [[nodiscard]] bool holdsSleep() const { return hold_.has_value(); }
    // logind has said which session is ours.
    [[nodiscard]] bool knowsSession() const { return knowsSession_; }

private Q_SLOTS:
    void prepareForSleep(bool isBefore);
    void prepareForShutdown(bool isBefore);
    void sessionLocked();
    void sessionChanged(const QString &interface, const QVariantMap &changed, const QStringList &invalid);
    void powerChanged(const QString &interface, const QVariantMap &changed, const QStringList &invalid);
    void screenSaverChanged(bool isActive);

private:
    void listen();
    void holdSleep();
    void askSession();

    std::function<void(desk::LockCause)> leave_;
    Buses buses_;
    std::optional<QDBusUnixFileDescriptor> hold_; // logind's inhibitor; sleep waits while it is open
    bool knowsSession_ = false;
    bool isSleepComing_ = false;
};

} // namespace countersign::console
