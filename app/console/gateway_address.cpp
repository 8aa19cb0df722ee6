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

} // namespace

std::optional<QUrl> streamAddress(const std::string &gatewayUrl)
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
    url.setScheme(isEncrypted ? QStringLiteral("wss") : QStringLiteral("ws"));
    url.setPath(QStringLiteral("/v1/stream"));
    return url;
}

} // namespace countersign::console
