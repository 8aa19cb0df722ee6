// `lock USER`: a supervisor wants that person's desks locked while the server runs. The command leaves a request in the
// gateway's folder, which is the authority to ask; the server takes it within about a second. Any thread.
#pragma once

#include "app/gateway/data_directory.hpp"
#include "core/domain/ids.hpp"

#include <vector>

namespace countersign::gateway
{

[[nodiscard]] Result<Done, DirectoryError> requestLock(const DataDirectory &directory, const domain::ReviewerId &user);
// Those that are there, and no more afterwards.
[[nodiscard]] std::vector<domain::ReviewerId> takeLockRequests(const DataDirectory &directory);

} // namespace countersign::gateway
