#include "app/console/gateway_address.hpp"

#include <QtNetwork/QHostAddress>

namespace countersign::console
{
namespace
{

bool isLoopback(const QString &host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

// Valid, of one of the four schemes, and nothing but a scheme, a host and a port.
std::optional<QUrl> baseAddress(const std::string &gatewayUrl)
{
    QUrl url(QString::fromStdString(gatewayUrl), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return std::nullopt;
    if (!url.path().isEmpty() && url.path() != QLatin1String("/"))
        return std::nullopt;
    const auto scheme = url.scheme();
    const bool isEncrypted = scheme == QLatin1String("https") || scheme == QLatin1String("wss");
    const bool isPlain = scheme == QLatin1String("http") || scheme == QLatin1String("ws");
    if (!isEncrypted && !(isPlain && isLoopback(url.host())))
        return std::nullopt;
    url.setScheme(isEncrypted ? QStringLiteral("https") : QStringLiteral("http"));
    url.setPath({});
    return url;
}

} // namespace

std::optional<QUrl> streamAddress(const std::string &gatewayUrl)
{
    auto url = baseAddress(gatewayUrl);
    if (!url)
        return std::nullopt;
    url->setScheme(url->scheme() == QLatin1String("https") ? QStringLiteral("wss") : QStringLiteral("ws"));
    url->setPath(QStringLiteral("/v1/stream"));
    return url;
}

std::optional<QUrl> httpAddress(const std::string &gatewayUrl)
{
    return baseAddress(gatewayUrl);
}

QUrl blobAddress(const QUrl &httpAddress, const domain::Digest &digest, const domain::ItemId &item)
{
    auto url = httpAddress;
    const auto &name = digest.text();
    url.setPath(QStringLiteral("/v1/blobs/") + QString::fromStdString(name.substr(name.find(':') + 1)));
    url.setQuery(QStringLiteral("item=") + QString::fromStdString(item.text()));
    return url;
}

} // namespace countersign::console
