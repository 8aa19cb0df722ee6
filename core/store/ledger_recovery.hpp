// Opens a profile's three copies and makes them agree (reliability.md 5.5). Blocking; the ledger's thread.
//
//   database behind the spool           the missing decisions are written into the database
//   spool behind the database, damaged  the spool is written anew
//   database unreadable                 moved aside, built anew from the spool and from what could still be read
//   head mark ahead of both, or two     quarantined: what is there can be read, nothing is added and nothing is mended
//   copies that contradict each other
//
// Nothing is deleted. What is recovered is written anew and synced before it is called durable, because a page cache
// may hold what the disk had refused.
#pragma once

#include "core/store/head_mark.hpp"
#include "core/store/ledger_tables.hpp"
#include "core/store/spool.hpp"

#include <optional>

namespace countersign::store
{

struct RecoveredLedger {
    Database database;
    HeadMark mark;
    std::optional<Spool> spool; // nothing while quarantined
    audit::ChainHead head;
    LedgerState state;
};

// WrongKey where nothing of the profile is authentic under these keys; Corrupt where the database is damaged and no
// other copy can be read. Both leave every file as it was.
[[nodiscard]] Result<RecoveredLedger, StoreError> recoverLedger(const ProfilePaths &paths, const DatabaseKey &key,
                                                                const SpoolRecords &records, HeadMark mark,
                                                                const LedgerWorld &world);

// Empties the write-ahead log into the database and writes the spool anew with what still has no receipt: in that
// order, so that what leaves the spool rests on pages that carry a MAC.
[[nodiscard]] Result<Spool, StoreError> trimSpool(Database &database, const ProfilePaths &paths,
                                                  const SpoolRecords &records, const audit::ChainHead &head,
                                                  const LedgerWorld &world);

} // namespace countersign::store
