#include "tests/console/fake_logind.hpp"

#include <QDBusMessage>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace countersign::support
{
namespace
{

constexpr auto sessionPath = "/org/freedesktop/login1/session/_31";
constexpr auto config = R"(<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path=%1</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>)";

} // namespace

PrivateBus::PrivateBus()
{
    QFile file(folder_.filePath(QStringLiteral("bus.conf")));
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.write(QString::fromLatin1(config).arg(folder_.filePath(QStringLiteral("bus"))).toUtf8());
    file.close();
    daemon_.start(QStringLiteral("dbus-daemon"), {QStringLiteral("--config-file=") + file.fileName(),
                                                  QStringLiteral("--nofork"), QStringLiteral("--print-address")});
    if (daemon_.waitForReadyRead())
        address_ = QStringLiteral("unix:path=") + folder_.filePath(QStringLiteral("bus"));
}

PrivateBus::~PrivateBus()
{
    daemon_.kill();
    daemon_.waitForFinished();
}

QDBusConnection PrivateBus::connect(const QString &name) const
{
    return QDBusConnection::connectToBus(address_, name);
}

FakeLogind::FakeLogind(QDBusConnection bus) : bus_(std::move(bus))
{
    bus_.registerService(QStringLiteral("org.freedesktop.login1"));
    bus_.registerService(QStringLiteral("org.freedesktop.UPower"));
    bus_.registerService(QStringLiteral("org.freedesktop.ScreenSaver"));
    bus_.registerObject(QStringLiteral("/org/freedesktop/login1"), this, QDBusConnection::ExportAllSlots);
}

bool FakeLogind::isHeld()
{
    pollfd end{.fd = reader_, .events = POLLIN, .revents = 0};
    return reader_ >= 0 && (::poll(&end, 1, 0) == 0 || (end.revents & POLLHUP) == 0);
}

QDBusObjectPath FakeLogind::GetSessionByPID(uint)
{
    return QDBusObjectPath(QLatin1String(sessionPath));
}

QDBusUnixFileDescriptor FakeLogind::Inhibit(const QString &what, const QString &, const QString &, const QString &mode)
{
    if (what != QLatin1String("sleep") || mode != QLatin1String("delay"))
        return {};
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return {};
    ++holds_;
    if (reader_ >= 0)
        ::close(reader_);
    reader_ = ends[0];
    QDBusUnixFileDescriptor held(ends[1]); // a duplicate
    ::close(ends[1]);
    return held;
}

void FakeLogind::lockSession()
{
    bus_.send(QDBusMessage::createSignal(QLatin1String(sessionPath), QStringLiteral("org.freedesktop.login1.Session"),
                                         QStringLiteral("Lock")));
}

void FakeLogind::emitManager(const char *signal, bool argument)
{
    auto message = QDBusMessage::createSignal(QStringLiteral("/org/freedesktop/login1"),
                                              QStringLiteral("org.freedesktop.login1.Manager"), QLatin1String(signal));
    message << argument;
    bus_.send(message);
}

void FakeLogind::emitProperty(const char *path, const char *interface, const char *name, bool value)
{
    auto message =
        QDBusMessage::createSignal(QLatin1String(path), QStringLiteral("org.freedesktop.DBus.Properties"),
                                   QStringLiteral("PropertiesChanged"));
    message << QString::fromLatin1(interface) << QVariantMap{{QLatin1String(name), value}} << QStringList();
    bus_.send(message);
}

void FakeLogind::sessionProperty(const char *name, bool value)
{
    emitProperty(sessionPath, "org.freedesktop.login1.Session", name, value);
}

void FakeLogind::lid(bool isClosed)
{
    emitProperty("/org/freedesktop/UPower", "org.freedesktop.UPower", "LidIsClosed", isClosed);
}

void FakeLogind::saver(const char *interface, bool isActive)
{
    auto message = QDBusMessage::createSignal(QStringLiteral("/ScreenSaver"), QLatin1String(interface),
                                              QStringLiteral("ActiveChanged"));
    message << isActive;
    bus_.send(message);
}

} // namespace countersign::support
