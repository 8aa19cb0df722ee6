// The ledger's tables as calls. Each is one statement or a few; who needs them in one transaction begins it.
// Blocking; the Database's thread.
#pragma once

#include "core/audit/chain.hpp"
#include "core/store/database.hpp"
#include "core/store/ledger_types.hpp"

#include <optional>
#include <string>
#include <vector>

namespace countersign::store
{

// Opens the file and brings its schema up to date.
[[nodiscard]] Result<Database, StoreError> openLedgerDatabase(const std::filesystem::path &file, const DatabaseKey &key,
                                                              OpenMode mode, const std::string &vfs);

[[nodiscard]] Result<audit::ChainHead, StoreError> chainHead(Database &database);
[[nodiscard]] Result<Done, StoreError> setChainHead(Database &database, const audit::ChainHead &head);

// Log row, standing, outbox row and the chain's new head; what was unsigned of the item goes.
[[nodiscard]] Result<Done, StoreError> insertDecision(Database &database, const SealedDecision &decision,
                                                      const audit::ChainHead &headAfter);
// From that seq on, in order.
[[nodiscard]] Result<std::vector<StoredDecision>, StoreError> decisionsFrom(Database &database, std::int64_t seq);

struct LogExtent {
    std::int64_t first = 0; // seq
    std::int64_t count = 0;
};
[[nodiscard]] Result<LogExtent, StoreError> logExtent(Database &database);

// Absent where there is no such decision.
[[nodiscard]] Result<std::int64_t, StoreError> seqOf(Database &database, const domain::DecisionId &id);
// An empty receipt leaves the one that is there. A receipt ends the wait in the outbox.
[[nodiscard]] Result<Done, StoreError> updateStanding(Database &database, std::int64_t seq, domain::Standing standing,
                                                      const std::string &receipt);
[[nodiscard]] Result<std::int64_t, StoreError> outboxCount(Database &database);
// The lowest seq without a receipt.
[[nodiscard]] Result<std::optional<std::int64_t>, StoreError> firstOfOutbox(Database &database);

[[nodiscard]] Result<Done, StoreError> putQueueRows(Database &database, const QueueRows &rows, std::int64_t position);
// These rows and no others; items that are in no row are forgotten.
[[nodiscard]] Result<Done, StoreError> replaceQueueRows(Database &database, const QueueRows &rows,
                                                        std::int64_t position);
// Rows, position and hasQueue.
[[nodiscard]] Result<Done, StoreError> loadQueue(Database &database, LedgerState &state);

[[nodiscard]] Result<Done, StoreError> putItem(Database &database, const domain::ItemId &id,
                                               const std::string &canonical);
[[nodiscard]] Result<std::optional<std::string>, StoreError> findItem(Database &database, const domain::ItemId &id);

} // namespace countersign::store
