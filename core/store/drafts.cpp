#include "core/store/drafts.hpp"

#include "core/store/sql.hpp"

namespace countersign::store
{
namespace
{

// Calls `take` with each row.
template <class Take>
Result<Done, StoreError> eachRow(Statement row, const Take &take)
{
    auto hasRow = row.step();
    for (; hasRow && *hasRow; hasRow = row.step())
        take(row);
    return hasRow.map([](bool) { return Done{}; });
}

} // namespace

Result<Done, StoreError> putDraft(Database &database, const UnsignedDraft &draft)
{
    return database.query(sql::putDraft).bind(draft.item.text(), draft.digest.text(), draft.edited, draft.place).run();
}

Result<Done, StoreError> deleteDraft(Database &database, const domain::ItemId &item, const domain::Digest &digest)
{
    if (digest.isEmpty())
        return database.query(sql::deleteDrafts).bind(item.text()).run();
    return database.query(sql::deleteDraft).bind(item.text(), digest.text()).run();
}

Result<std::vector<UnsignedDraft>, StoreError> findDrafts(Database &database, const domain::ItemId &item)
{
    std::vector<UnsignedDraft> drafts;
    return eachRow(database.query(sql::selectDrafts).bind(item.text()),
                   [&](const Statement &row) {
                       drafts.push_back({item, domain::Digest(std::string(row.text(0))), std::string(row.text(1)),
                                         std::string(row.text(2))});
                   })
        .map([&](Done) { return std::move(drafts); });
}

Result<Done, StoreError> putPersonal(Database &database, const std::string &name, const std::string &value)
{
    return database.query(sql::putPersonal).bind(name, value).run();
}

Result<Done, StoreError> loadUnsigned(Database &database, LedgerState &state)
{
    return eachRow(database.query(sql::selectDraftedItems),
                   [&](const Statement &row) {
                       state.drafts[domain::ItemId(std::string(row.text(0)))] = row.integer(1) != 0;
                   })
        .and_then([&](Done) {
            return eachRow(database.query(sql::selectPersonal), [&](const Statement &row) {
                state.personal[std::string(row.text(0))] = std::string(row.text(1));
            });
        });
}

} // namespace countersign::store
