#include "app/console/tls_trust.hpp"

#include <QtCore/QFile>
#include <QtNetwork/QSslCertificate>

namespace countersign::console
{

std::optional<QSslConfiguration> trustIn(const std::filesystem::path &caFile)
{
    auto configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_3OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (caFile.empty())
        return configuration;
    QFile file(caFile);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const auto authorities = QSslCertificate::fromDevice(&file, QSsl::Pem);
    if (authorities.isEmpty())
        return std::nullopt;
    configuration.setCaCertificates(authorities);
    return configuration;
}

} // namespace countersign::console
