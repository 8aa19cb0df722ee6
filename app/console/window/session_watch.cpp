#include "app/console/window/session_watch.hpp"

#include <QCoreApplication>
#include <QDBusConnection>
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

} // namespace

SessionWatch::SessionWatch(std::function<void()> leave) : leave_(std::move(leave))
{
    QDBusConnection system = QDBusConnection::systemBus();
    const auto service = QLatin1String(loginService);
    const auto path = QLatin1String(loginPath);
    const auto manager = QLatin1String(loginManager);
    system.connect(service, path, manager, QStringLiteral("PrepareForSleep"), this, SLOT(prepareForSleep(bool)));
    auto question = QDBusMessage::createMethodCall(service, path, manager, QStringLiteral("GetSessionByPID"));
    question << static_cast<uint>(QCoreApplication::applicationPid());
    auto *answer = new QDBusPendingCallWatcher(system.asyncCall(question), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, &SessionWatch::sessionFound);

    QDBusConnection session = QDBusConnection::sessionBus();
    for (const auto *saver : {"org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"})
        session.connect({}, {}, QLatin1String(saver), QStringLiteral("ActiveChanged"), this,
                        SLOT(screenSaverChanged(bool)));
}

void SessionWatch::sessionFound(QDBusPendingCallWatcher *answer)
{
    answer->deleteLater();
    const QDBusPendingReply<QDBusObjectPath> session = *answer;
    if (!session.isError())
        QDBusConnection::systemBus().connect(QLatin1String(loginService), session.value().path(),
                                             QLatin1String(loginSession), QStringLiteral("Lock"), this,
                                             SLOT(sessionLocked()));
}

void SessionWatch::prepareForSleep(bool isBefore)
{
    if (isBefore)
        leave_();
}

void SessionWatch::sessionLocked()
{
    leave_();
}

void SessionWatch::screenSaverChanged(bool isActive)
{
    if (isActive)
        leave_();
}

} // namespace countersign::console
