// read_accessible_tree APPLICATION: what a screen reader is told of that application, over AT-SPI on the accessibility
// bus: one line a part, "depth|role|name|description|value". A program of its own, as a screen reader is.
#include <QCoreApplication>
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusInterface>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusReply>
#include <QDBusVariant>

#include <cstdio>
#include <vector>

namespace
{

struct Reference {
    QString service;
    QDBusObjectPath path;
};

QDBusArgument &operator<<(QDBusArgument &out, const Reference &reference)
{
    out.beginStructure();
    out << reference.service << reference.path;
    out.endStructure();
    return out;
}
const QDBusArgument &operator>>(const QDBusArgument &in, Reference &reference)
{
    in.beginStructure();
    in >> reference.service >> reference.path;
    in.endStructure();
    return in;
}

constexpr auto accessible = "org.a11y.atspi.Accessible";
constexpr int partsMax = 5000;

class Reader
{
public:
    explicit Reader(QDBusConnection bus) : bus_(std::move(bus)) {}

    [[nodiscard]] std::vector<Reference> children(const Reference &of) const
    {
        const QVariantList answer = call(of, accessible, "GetChildren");
        QList<Reference> list;
        if (!answer.isEmpty())
            answer.first().value<QDBusArgument>() >> list;
        return {list.begin(), list.end()};
    }
    [[nodiscard]] QString property(const Reference &of, const char *interface, const char *name) const
    {
        const QVariantList answer =
            call(of, "org.freedesktop.DBus.Properties", "Get", {QLatin1String(interface), QLatin1String(name)});
        return answer.isEmpty() ? QString() : answer.first().value<QDBusVariant>().variant().toString();
    }
    [[nodiscard]] QString role(const Reference &of) const
    {
        const QVariantList answer = call(of, accessible, "GetRoleName");
        return answer.isEmpty() ? QString() : answer.first().toString();
    }
    // The text of what has one.
    [[nodiscard]] QString text(const Reference &of) const
    {
        const QVariantList answer = call(of, "org.a11y.atspi.Text", "GetText", {0, -1});
        return answer.isEmpty() ? QString() : answer.first().toString();
    }

private:
    [[nodiscard]] QVariantList call(const Reference &of, const char *interface, const char *method,
                                    const QVariantList &arguments = {}) const
    {
        QDBusMessage question =
            QDBusMessage::createMethodCall(of.service, of.path.path(), QLatin1String(interface), QLatin1String(method));
        question.setArguments(arguments);
        const QDBusMessage answer = bus_.call(question);
        return answer.type() == QDBusMessage::ReplyMessage ? answer.arguments() : QVariantList{};
    }

    QDBusConnection bus_;
};

QString oneLine(QString text)
{
    return text.simplified().replace(QLatin1Char('|'), QLatin1Char('/'));
}

} // namespace

Q_DECLARE_METATYPE(Reference)

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    qDBusRegisterMetaType<Reference>();
    qDBusRegisterMetaType<QList<Reference>>();
    QDBusInterface door(QStringLiteral("org.a11y.Bus"), QStringLiteral("/org/a11y/bus"),
                        QStringLiteral("org.a11y.Bus"));
    const QDBusReply<QString> address = door.call(QStringLiteral("GetAddress"));
    if (argc < 2 || !address.isValid())
        return 2;
    const Reader reader(QDBusConnection::connectToBus(address.value(), QStringLiteral("a11y")));
    struct Part {
        Reference what;
        int depth;
    };
    std::vector<Part> toCome;
    const Reference root{QStringLiteral("org.a11y.atspi.Registry"),
                         QDBusObjectPath(QStringLiteral("/org/a11y/atspi/accessible/root"))};
    for (const Reference &each : reader.children(root))
        if (reader.property(each, accessible, "Name") == QString::fromLocal8Bit(argv[1]))
            toCome.push_back({each, 0});
    int count = 0;
    while (!toCome.empty() && count++ < partsMax) {
        const Part part = toCome.back();
        toCome.pop_back();
        const QString role = reader.role(part.what);
        const bool mayHaveText =
            role == QLatin1String("label") || role == QLatin1String("text") || role == QLatin1String("paragraph");
        const QString text = mayHaveText ? oneLine(reader.text(part.what)).left(400) : QString();
        std::printf("%d|%s|%s|%s|%s\n", part.depth, qPrintable(role),
                    qPrintable(oneLine(reader.property(part.what, accessible, "Name"))),
                    qPrintable(oneLine(reader.property(part.what, accessible, "Description"))), qPrintable(text));
        const auto children = reader.children(part.what);
        for (auto child = children.rbegin(); child != children.rend(); ++child)
            toCome.push_back({*child, part.depth + 1});
    }
    return count > 0 ? 0 : 3;
}
