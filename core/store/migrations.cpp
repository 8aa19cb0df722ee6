#include "core/store/migrations.hpp"

#include <string>

namespace countersign::store
{
namespace
{

Result<Done, StoreError> runStep(Database &database, std::string_view step, std::size_t versionAfter)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return failure(transaction.error());
    return database.execute(step)
        .and_then([&](Done) { return database.execute("PRAGMA user_version = " + std::to_string(versionAfter)); })
        .and_then([&](Done) { return transaction->commit(); });
}

} // namespace

Result<std::int64_t, StoreError> schemaVersion(Database &database)
{
    Statement version = database.query("PRAGMA user_version");
    const auto answered = version.step();
    if (!answered)
        return failure(answered.error());
    return version.integer(0);
}

Result<Done, StoreError> migrate(Database &database, std::span<const std::string_view> steps)
{
    const auto version = schemaVersion(database);
    if (!version)
        return failure(version.error());
    if (*version < 0)
        return failure(StoreError::Corrupt);
    const auto seen = static_cast<std::size_t>(*version);
    if (seen > steps.size())
        return failure(StoreError::VersionTooNew);
    for (std::size_t next = seen; next < steps.size(); ++next)
        if (auto ran = runStep(database, steps[next], next + 1); !ran)
            return ran;
    return Done{};
}

} // namespace countersign::store
