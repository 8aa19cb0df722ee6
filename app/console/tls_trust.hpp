// Whom the console trusts at the other end: TLS 1.3, and the one authority that it was given, or else the system's.
#pragma once

#include <QtNetwork/QSslConfiguration>

#include <filesystem>
#include <optional>

namespace countersign::console
{

// Nothing where the file holds no certificate that can be read.
[[nodiscard]] std::optional<QSslConfiguration> trustIn(const std::filesystem::path &caFile);

} // namespace countersign::console
