// What is typed and not signed, and what a person has set for themselves, as calls. Blocking; the Database's thread.
#pragma once

#include "core/store/database.hpp"
#include "core/store/ledger_types.hpp"

#include <string>
#include <vector>

namespace countersign::store
{

[[nodiscard]] Result<Done, StoreError> putDraft(Database &database, const UnsignedDraft &draft);
// Without a digest: all of the item.
[[nodiscard]] Result<Done, StoreError> deleteDraft(Database &database, const domain::ItemId &item,
                                                   const domain::Digest &digest);
// In the order in which they were kept.
[[nodiscard]] Result<std::vector<UnsignedDraft>, StoreError> findDrafts(Database &database, const domain::ItemId &item);
[[nodiscard]] Result<Done, StoreError> putPersonal(Database &database, const std::string &name,
                                                   const std::string &value);
// The state's drafts and personal.
[[nodiscard]] Result<Done, StoreError> loadUnsigned(Database &database, LedgerState &state);

} // namespace countersign::store
