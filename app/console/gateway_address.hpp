// From what a person or a script writes to the address of the stream. Pure.
#pragma once

#include <QtCore/QUrl>

#include <optional>
#include <string>

namespace countersign::console
{

// https:// and wss:// anywhere; http:// and ws:// on loopback alone. Nothing for what is no such address, or carries a
// name, a password, a query or a path of its own.
[[nodiscard]] std::optional<QUrl> streamAddress(const std::string &gatewayUrl);

} // namespace countersign::console
