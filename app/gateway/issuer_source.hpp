// The issuer over the network: its discovery document and its keys. Blocking; any thread.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace countersign::gateway
{

// Nothing where it does not answer with 200, or the address is not to be trusted.
[[nodiscard]] std::optional<std::string> fetchDocument(const std::string &url, const std::filesystem::path &caFile);

} // namespace countersign::gateway
