#include "app/console/secret_service.hpp"

#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusMetaType>
#include <QtDBus/QDBusObjectPath>
#include <QtDBus/QDBusReply>

namespace countersign::console
{
namespace
{

constexpr int patienceMs = 1000;

} // namespace

// freedesktop.org, Secret Service API draft: SearchItems(a{ss}) → unlocked, locked.
bool isLockedAway(const QString &service, const QString &name)
{
    using Attributes = QMap<QString, QString>;
    qDBusRegisterMetaType<Attributes>();
    auto ask = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets"),
        QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("SearchItems"));
    ask.setAutoStartService(false);
    ask << QVariant::fromValue(Attributes{{QStringLiteral("server"), service}, {QStringLiteral("user"), name}});
    const QDBusMessage answer = QDBusConnection::sessionBus().call(ask, QDBus::Block, patienceMs);
    if (answer.type() != QDBusMessage::ReplyMessage || answer.arguments().size() != 2)
        return false;
    return !qdbus_cast<QList<QDBusObjectPath>>(answer.arguments().at(1)).isEmpty();
}

} // namespace countersign::console
