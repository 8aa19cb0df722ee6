// Opens a gateway's folder: identity, keys, store. What every command but `init` begins with.
#pragma once

#include "app/gateway/data_directory.hpp"
#include "app/gateway/registrar.hpp"
#include "core/store/gateway/gateway_store.hpp"

#include <string>
#include <variant>

namespace countersign::gateway
{

using OpeningError = std::variant<DirectoryError, store::StoreError>;
// One plain sentence.
[[nodiscard]] std::string sentenceOf(const OpeningError &error);

[[nodiscard]] Result<Registrar::Identity, OpeningError> readIdentity(const DataDirectory &directory);
[[nodiscard]] Result<store::gateway::GatewayStore, OpeningError> openStore(const DataDirectory &directory,
                                                                           store::OpenMode mode);
[[nodiscard]] Result<Registrar, OpeningError> openRegistrar(const DataDirectory &directory, ports::Randomness &dice);

// What init writes: {"gatewayId":…,"organisation":…}.
[[nodiscard]] std::string identityText(const std::string &gatewayId, const std::string &organisation);

} // namespace countersign::gateway
