// The schema's history: numbered steps, forward only, each in a transaction of its own. Blocking; the Database's
// thread.
#pragma once

#include "core/store/database.hpp"

#include <span>
#include <string_view>

namespace countersign::store
{

// Runs the steps that this file has not seen. user_version counts those it has. VersionTooNew, and nothing changed,
// where it has seen more than there are.
[[nodiscard]] Result<Done, StoreError> migrate(Database &database, std::span<const std::string_view> steps);

[[nodiscard]] Result<std::int64_t, StoreError> schemaVersion(Database &database);

} // namespace countersign::store
