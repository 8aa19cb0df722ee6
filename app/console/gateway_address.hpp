// From what a person or a script writes to the address of the stream. Pure.
#pragma once

#include "core/domain/ids.hpp"

#include <QtCore/QUrl>

#include <optional>
#include <string>

namespace countersign::console
{

// https:// and wss:// anywhere; http:// and ws:// on loopback alone. Nothing for what is no such address, or carries a
// name, a password, a query or a path of its own.
[[nodiscard]] std::optional<QUrl> streamAddress(const std::string &gatewayUrl);

// The same gateway's address for HTTP calls.
[[nodiscard]] std::optional<QUrl> httpAddress(const std::string &gatewayUrl);
// GET this for a blob that a source of the item names.
[[nodiscard]] QUrl blobAddress(const QUrl &httpAddress, const domain::Digest &digest, const domain::ItemId &item);

} // namespace countersign::console
