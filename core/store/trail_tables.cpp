#include "core/store/trail_tables.hpp"

#include "core/store/sql.hpp"

namespace countersign::store
{
namespace
{

Result<Done, StoreError> stepToOnlyRow(Statement &statement)
{
    return statement.step().and_then([](bool hasRow) -> Result<Done, StoreError> {
        if (!hasRow)
            return failure(StoreError::Corrupt);
        return Done{};
    });
}

} // namespace

Result<TrailEnd, StoreError> trailEnd(Database &database)
{
    Statement row = database.query(sql::selectTrailEnd);
    return stepToOnlyRow(row).map([&](Done) {
        return TrailEnd{.trail = domain::TrailId(std::string(row.text(0))),
                        .nextSeq = row.integer(1),
                        .acknowledged = row.integer(3),
                        .head = domain::Digest(std::string(row.text(2)))};
    });
}

Result<Done, StoreError> insertTrailEntries(Database &database, const domain::TrailId &trail,
                                            const TrailEntries &entries)
{
    auto end = trailEnd(database);
    if (!end)
        return failure(end.error());
    if (entries.empty() || (!end->trail.isEmpty() && end->trail != trail))
        return failure(StoreError::Constraint);
    for (const TrailEntry &entry : entries) {
        if (entry.seq != end->nextSeq)
            return failure(StoreError::Constraint);
        auto put = database.query(sql::insertTrailEntry).bind(entry.seq, entry.digest.text(), entry.bytes).run();
        if (!put)
            return put;
        ++end->nextSeq;
    }
    return database.query(sql::advanceTrail).bind(trail.text(), end->nextSeq, entries.back().digest.text()).run();
}

Result<TrailEntries, StoreError> trailFrom(Database &database, std::int64_t seq, std::int64_t count)
{
    TrailEntries entries;
    Statement row = database.query(sql::selectTrail).bind(seq, count);
    auto hasRow = row.step();
    for (; hasRow && *hasRow; hasRow = row.step())
        entries.push_back({row.integer(0), domain::Digest(std::string(row.text(1))), std::string(row.text(2))});
    if (!hasRow)
        return failure(hasRow.error());
    return entries;
}

Result<Done, StoreError> acknowledgeTrail(Database &database, std::int64_t upTo, const std::string &receipt)
{
    return database.query(sql::acknowledgeTrail).bind(upTo, receipt).run();
}

Result<Done, StoreError> purgeTrail(Database &database, std::int64_t before)
{
    return database.query(sql::purgeTrail).bind(before).run();
}

Result<std::string, StoreError> believedCheckpoint(Database &database)
{
    Statement row = database.query(sql::selectCheckpoint);
    return stepToOnlyRow(row).map([&](Done) { return std::string(row.text(0)); });
}

Result<Done, StoreError> setBelievedCheckpoint(Database &database, const std::string &checkpoint)
{
    return database.query(sql::updateCheckpoint).bind(checkpoint).run();
}

} // namespace countersign::store
