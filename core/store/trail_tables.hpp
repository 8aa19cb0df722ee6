// The audit trail's tables, and the checkpoint that was last believed, as calls. Who needs several in one transaction
// begins it. Blocking; the Database's thread.
#pragma once

#include "core/store/database.hpp"
#include "core/store/ledger_types.hpp"

namespace countersign::store
{

[[nodiscard]] Result<TrailEnd, StoreError> trailEnd(Database &database);
// Constraint where they do not follow the trail's end, or belong to another trail.
[[nodiscard]] Result<Done, StoreError> insertTrailEntries(Database &database, const domain::TrailId &trail,
                                                          const TrailEntries &entries);
[[nodiscard]] Result<TrailEntries, StoreError> trailFrom(Database &database, std::int64_t seq, std::int64_t count);
[[nodiscard]] Result<Done, StoreError> acknowledgeTrail(Database &database, std::int64_t upTo,
                                                        const std::string &receipt);
// Removes what lies before that seq. Constraint, and nothing removed, where the gateway has not acknowledged all of it.
[[nodiscard]] Result<Done, StoreError> purgeTrail(Database &database, std::int64_t before);

[[nodiscard]] Result<std::string, StoreError> believedCheckpoint(Database &database);
[[nodiscard]] Result<Done, StoreError> setBelievedCheckpoint(Database &database, const std::string &checkpoint);

} // namespace countersign::store
