#include "core/store/ledger_tables.hpp"

#include "core/domain/names.hpp"
#include "core/store/drafts.hpp"
#include "core/store/migrations.hpp"
#include "core/store/sql.hpp"

#include <utility>

namespace countersign::store
{
namespace
{

StoredDecision readDecision(const Statement &row, domain::Standing standing)
{
    return {.sealed = {.id = domain::DecisionId(std::string(row.text(1))),
                       .item = domain::ItemId(std::string(row.text(2))),
                       .seq = row.integer(0),
                       .prev = domain::Digest(std::string(row.text(3))),
                       .jws = std::string(row.text(4)),
                       .rendered = std::string(row.text(5)),
                       .summary = std::string(row.text(6))},
            .standing = standing,
            .receipt = std::string(row.text(8))};
}

// Steps once and says Corrupt where a row that is always there is not.
Result<Done, StoreError> stepToOnlyRow(Statement &statement)
{
    return statement.step().and_then([](bool hasRow) -> Result<Done, StoreError> {
        if (!hasRow)
            return failure(StoreError::Corrupt);
        return Done{};
    });
}

} // namespace

Result<Database, StoreError> openLedgerDatabase(const std::filesystem::path &file, const DatabaseKey &key,
                                                OpenMode mode, const std::string &vfs)
{
    auto database = Database::open(file, key, mode, vfs);
    if (!database)
        return database;
    if (const auto migrated = migrate(*database, sql::migrations); !migrated)
        return failure(migrated.error());
    return database;
}

Result<audit::ChainHead, StoreError> chainHead(Database &database)
{
    Statement row = database.query(sql::selectChainHead);
    return stepToOnlyRow(row).map([&](Done) {
        return audit::ChainHead{.nextSeq = row.integer(0), .newest = domain::Digest(std::string(row.text(1)))};
    });
}

Result<Done, StoreError> setChainHead(Database &database, const audit::ChainHead &head)
{
    return database.query(sql::updateChainHead).bind(head.nextSeq, head.newest.text()).run();
}

Result<Done, StoreError> insertDecision(Database &database, const SealedDecision &decision,
                                        const audit::ChainHead &headAfter)
{
    return database.query(sql::insertDecision)
        .bind(decision.seq, decision.id.text(), decision.item.text(), decision.prev.text(), decision.jws,
              decision.rendered, decision.summary)
        .run()
        .and_then([&](Done) { return database.query(sql::insertStanding).bind(decision.seq).run(); })
        .and_then([&](Done) { return database.query(sql::insertOutbox).bind(decision.seq).run(); })
        .and_then([&](Done) { return deleteDraft(database, decision.item, {}); })
        .and_then([&](Done) { return setChainHead(database, headAfter); });
}

Result<std::vector<StoredDecision>, StoreError> decisionsFrom(Database &database, std::int64_t seq)
{
    std::vector<StoredDecision> decisions;
    Statement row = database.query(sql::selectDecisions).bind(seq);
    auto hasRow = row.step();
    for (; hasRow && *hasRow; hasRow = row.step()) {
        const auto standing = domain::parse<domain::Standing>(row.text(7));
        if (!standing)
            return failure(StoreError::Corrupt);
        decisions.push_back(readDecision(row, *standing));
    }
    if (!hasRow)
        return failure(hasRow.error());
    return decisions;
}

Result<LogExtent, StoreError> logExtent(Database &database)
{
    Statement counted = database.query(sql::countDecisions);
    const auto answered = counted.step();
    if (!answered)
        return failure(answered.error());
    return LogExtent{.first = counted.integer(1), .count = counted.integer(0)};
}

Result<std::int64_t, StoreError> seqOf(Database &database, const domain::DecisionId &id)
{
    Statement row = database.query(sql::selectSeq).bind(id.text());
    const auto hasRow = row.step();
    if (!hasRow)
        return failure(hasRow.error());
    if (!*hasRow)
        return failure(StoreError::Absent);
    return row.integer(0);
}

Result<Done, StoreError> updateStanding(Database &database, std::int64_t seq, domain::Standing standing,
                                        const std::string &receipt)
{
    return database.query(sql::updateStanding)
        .bind(seq, domain::name(standing), receipt)
        .run()
        .and_then([&](Done) -> Result<Done, StoreError> {
            return receipt.empty() ? Done{} : database.query(sql::deleteOutbox).bind(seq).run();
        });
}

Result<std::int64_t, StoreError> outboxCount(Database &database)
{
    Statement row = database.query(sql::countOutbox);
    return stepToOnlyRow(row).map([&](Done) { return row.integer(0); });
}

Result<std::optional<std::int64_t>, StoreError> firstOfOutbox(Database &database)
{
    Statement row = database.query(sql::firstOfOutbox);
    return stepToOnlyRow(row).map(
        [&](Done) { return row.isNull(0) ? std::nullopt : std::optional<std::int64_t>(row.integer(0)); });
}

Result<Done, StoreError> putQueueRows(Database &database, const QueueRows &rows, std::int64_t position)
{
    for (const auto &[item, summary] : rows)
        if (auto put = database.query(sql::putQueueRow).bind(item.text(), summary).run(); !put)
            return put;
    return database.query(sql::updatePosition).bind(position).run();
}

Result<Done, StoreError> replaceQueueRows(Database &database, const QueueRows &rows, std::int64_t position)
{
    return database.query(sql::clearQueue)
        .run()
        .and_then([&](Done) { return putQueueRows(database, rows, position); })
        .and_then([&](Done) { return database.query(sql::markQueueWhole).run(); })
        .and_then([&](Done) { return database.query(sql::forgetItemsOutsideQueue).run(); })
        .and_then([&](Done) { return database.query(sql::forgetDraftsOutsideQueue).run(); });
}

Result<Done, StoreError> loadQueue(Database &database, LedgerState &state)
{
    Statement stream = database.query(sql::selectStreamState);
    if (auto read = stepToOnlyRow(stream); !read)
        return read;
    state.position = stream.integer(0);
    state.hasQueue = stream.integer(1) != 0;
    Statement row = database.query(sql::selectQueue);
    auto hasRow = row.step();
    for (; hasRow && *hasRow; hasRow = row.step())
        state.rows.emplace_back(row.text(0));
    return hasRow.map([](bool) { return Done{}; });
}

Result<Done, StoreError> putItem(Database &database, const domain::ItemId &id, const std::string &canonical)
{
    return database.query(sql::putItem).bind(id.text(), canonical).run();
}

Result<std::optional<std::string>, StoreError> findItem(Database &database, const domain::ItemId &id)
{
    Statement row = database.query(sql::selectItem).bind(id.text());
    return row.step().map([&](bool hasRow) { return hasRow ? std::optional(std::string(row.text(0))) : std::nullopt; });
}

} // namespace countersign::store
