// A ledger written anew under other keys, in another folder, while the old one stays as it is: whoever holds the keys
// then says which of the two counts, in one write (reliability.md 5.5: never rekey in place). Blocking; one thread.
#pragma once

#include "core/store/ledger_types.hpp"
#include "core/store/store_error.hpp"

#include "core/base/result.hpp"

namespace countersign::store
{

// Done: all three copies are durable in `to`, were opened again and hold what the old ones hold. Quarantined where the
// old ledger is. Absent where there is none. What an earlier try left in `to` is removed.
[[nodiscard]] Result<Done, StoreError> rekeyLedger(const ProfilePaths &from, LedgerKeys keysBefore,
                                                   const ProfilePaths &to, LedgerKeys keysAfter,
                                                   const LedgerWorld &world);

// The files of a ledger that no keys open any more, because another one took its place; what was moved aside stays.
// What cannot be removed is removed the next time.
void removeLedger(Files &files, const ProfilePaths &paths);

} // namespace countersign::store
