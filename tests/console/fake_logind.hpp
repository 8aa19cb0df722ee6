// A bus of its own, and on it as much of logind, UPower and a screen saver as SessionWatch listens to.
#pragma once

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusObjectPath>
#include <QDBusUnixFileDescriptor>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

namespace countersign::support
{

// A dbus-daemon that nobody else knows of.
class PrivateBus
{
public:
    PrivateBus();
    ~PrivateBus();
    [[nodiscard]] bool isRunning() const { return !address_.isEmpty(); }
    // A new connection; its name may be used once.
    [[nodiscard]] QDBusConnection connect(const QString &name) const;

private:
    QTemporaryDir folder_;
    QProcess daemon_;
    QString address_;
};

class FakeLogind : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public:
    explicit FakeLogind(QDBusConnection bus);

    [[nodiscard]] int holds() const { return holds_; }
    // Whether somebody still holds sleep up: the other end of the pipe is open.
    [[nodiscard]] bool isHeld();

    void suspend(bool isBefore) { emitManager("PrepareForSleep", isBefore); }
    void shutdown(bool isBefore) { emitManager("PrepareForShutdown", isBefore); }
    void lockSession();
    void sessionProperty(const char *name, bool value);
    void lid(bool isClosed);
    void saver(const char *interface, bool isActive);

public Q_SLOTS:
    QDBusObjectPath GetSessionByPID(uint pid); // NOLINT(readability-identifier-naming): logind's name
    QDBusUnixFileDescriptor Inhibit(const QString &what, const QString &who, const QString &why, const QString &mode);

private:
    void emitManager(const char *signal, bool argument);
    void emitProperty(const char *path, const char *interface, const char *name, bool value);

    QDBusConnection bus_;
    int holds_ = 0;
    int reader_ = -1; // of the newest pipe
};

} // namespace countersign::support
