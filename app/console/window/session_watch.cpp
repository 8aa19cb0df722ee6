#include "app/console/window/session_watch.hpp"

#include <QCoreApplication>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <utility>

namespace countersign::console
{
namespace
{

constexpr auto loginService = "org.freedesktop.login1";
constexpr auto loginPath = "/org/freedesktop/login1";
constexpr auto loginManager = "org.freedesktop.login1.Manager";
constexpr auto loginSession = "org.freedesktop.login1.Session";
constexpr auto powerService = "org.freedesktop.UPower";
constexpr auto powerPath = "/org/freedesktop/UPower";
constexpr auto properties = "org.freedesktop.DBus.Properties";

QDBusMessage callLogin(const char *method)
{
    return QDBusMessage::createMethodCall(QLatin1String(loginService), QLatin1String(loginPath),
                                          QLatin1String(loginManager), QLatin1String(method));
}

bool has(const QVariantMap &changed, const char *name, bool value)
{
    const auto found = changed.constFind(QLatin1String(name));
    return found != changed.constEnd() && found->typeId() == QMetaType::Bool && found->toBool() == value;
}

} // namespace

SessionWatch::Buses SessionWatch::machineBuses()
{
    return {QDBusConnection::systemBus(), QDBusConnection::sessionBus()};
}

SessionWatch::SessionWatch(std::function<void(desk::LockCause)> leave, Buses buses)
    : leave_(std::move(leave)), buses_(std::move(buses))
{
    listen();
    askSession();
    holdSleep();
}

void SessionWatch::listen()
{
    const auto service = QLatin1String(loginService);
    const auto path = QLatin1String(loginPath);
    const auto manager = QLatin1String(loginManager);
    buses_.system.connect(service, path, manager, QStringLiteral("PrepareForSleep"), this, SLOT(prepareForSleep(bool)));
    buses_.system.connect(service, path, manager, QStringLiteral("PrepareForShutdown"), this,
                          SLOT(prepareForShutdown(bool)));
    buses_.system.connect(QLatin1String(powerService), QLatin1String(powerPath), QLatin1String(properties),
                          QStringLiteral("PropertiesChanged"), this,
                          SLOT(powerChanged(QString, QVariantMap, QStringList)));
    for (const auto *saver : {"org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"})
        buses_.session.connect({}, {}, QLatin1String(saver), QStringLiteral("ActiveChanged"), this,
                               SLOT(screenSaverChanged(bool)));
}

void SessionWatch::askSession()
{
    auto question = callLogin("GetSessionByPID");
    question << static_cast<uint>(QCoreApplication::applicationPid());
    auto *answer = new QDBusPendingCallWatcher(buses_.system.asyncCall(question), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *answered) {
        answered->deleteLater();
        const QDBusPendingReply<QDBusObjectPath> session = *answered;
        if (session.isError())
            return;
        const auto service = QLatin1String(loginService);
        const QString path = session.value().path();
        buses_.system.connect(service, path, QLatin1String(loginSession), QStringLiteral("Lock"), this,
                              SLOT(sessionLocked()));
        buses_.system.connect(service, path, QLatin1String(properties), QStringLiteral("PropertiesChanged"), this,
                              SLOT(sessionChanged(QString, QVariantMap, QStringList)));
        knowsSession_ = true;
    });
}

// "delay": logind waits for whoever holds one, a few seconds at most.
void SessionWatch::holdSleep()
{
    auto question = callLogin("Inhibit");
    question << QStringLiteral("sleep") << QStringLiteral("Countersign") << QStringLiteral("Locking the desk")
             << QStringLiteral("delay");
    auto *answer = new QDBusPendingCallWatcher(buses_.system.asyncCall(question), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *answered) {
        answered->deleteLater();
        const QDBusPendingReply<QDBusUnixFileDescriptor> held = *answered;
        if (!held.isError())
            hold_ = held.value();
    });
}

void SessionWatch::letSleep()
{
    if (isSleepComing_)
        hold_.reset();
}

void SessionWatch::prepareForSleep(bool isBefore)
{
    isSleepComing_ = isBefore;
    if (!isBefore)
        return holdSleep(); // awake: for the next time
    leave_(desk::LockCause::Suspended);
}

void SessionWatch::prepareForShutdown(bool isBefore)
{
    if (isBefore)
        leave_(desk::LockCause::Suspended);
}

void SessionWatch::sessionLocked()
{
    leave_(desk::LockCause::SystemLocked);
}

void SessionWatch::sessionChanged(const QString &interface, const QVariantMap &changed, const QStringList &)
{
    if (interface != QLatin1String(loginSession))
        return;
    if (has(changed, "LockedHint", true))
        leave_(desk::LockCause::SystemLocked);
    else if (has(changed, "Active", false))
        leave_(desk::LockCause::UserSwitched);
}

void SessionWatch::powerChanged(const QString &interface, const QVariantMap &changed, const QStringList &)
{
    if (interface == QLatin1String(powerService) && has(changed, "LidIsClosed", true))
        leave_(desk::LockCause::LidClosed);
}

void SessionWatch::screenSaverChanged(bool isActive)
{
    if (isActive)
        leave_(desk::LockCause::SystemLocked);
}

} // namespace countersign::console
