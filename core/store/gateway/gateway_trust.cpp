#include "core/store/gateway/gateway_store.hpp"

#include "core/store/gateway/rows.hpp"
#include "core/store/gateway/sql.hpp"

namespace countersign::store::gateway
{

Stored<Done> GatewayStore::addRecord(const RecordRow &record)
{
    return database_.query(sql::insertRecord)
        .bind(record.index, record.leaf, record.decision, record.salt, record.document)
        .run();
}

Stored<Done> GatewayStore::eachRecord(const SeeRecord &see)
{
    return eachRow(database_.query(sql::selectRecords), [&](const Statement &row) {
        see({.index = row.integer(0),
             .leaf = textAt(row, 1),
             .decision = row.isNull(2) ? std::nullopt : std::optional(row.integer(2)),
             .salt = textAt(row, 3),
             .document = textAt(row, 4)});
    });
}

Stored<Done> GatewayStore::eraseDecision(std::int64_t index)
{
    return database_.query(sql::eraseDecision).bind(index).run().and_then([&](Done) {
        return database_.query(sql::eraseRecord).bind(index).run();
    });
}

Stored<Done> GatewayStore::eraseItem(const domain::ItemId &id, std::string_view summary)
{
    // Documents first: which they are stands in the item.
    return database_.query(sql::eraseBlobParts)
        .bind(id.text())
        .run()
        .and_then([&](Done) { return database_.query(sql::eraseBlobs).bind(id.text()).run(); })
        .and_then([&](Done) { return database_.query(sql::eraseItem).bind(id.text(), summary).run(); })
        .and_then([&](Done) { return database_.query(sql::eraseFindings).bind(id.text()).run(); });
}

Stored<std::optional<LogHeadRow>> GatewayStore::logHead()
{
    return firstRow(database_.query(sql::selectLogHead), [](const Statement &row) {
        return LogHeadRow{.at = fromMs(row.integer(0)),
                          .decisionsSize = row.integer(1),
                          .decisionsRoot = idAt<domain::Digest>(row, 2),
                          .recordsSize = row.integer(3),
                          .recordsRoot = idAt<domain::Digest>(row, 4)};
    });
}

Stored<Done> GatewayStore::setLogHead(const LogHeadRow &head)
{
    return database_.query(sql::putLogHead)
        .bind(toMs(head.at), head.decisionsSize, head.decisionsRoot.text(), head.recordsSize, head.recordsRoot.text())
        .run();
}

Stored<Done> GatewayStore::addCheckpoint(std::string_view document)
{
    return database_.query(sql::insertCheckpoint).bind(document).run();
}

Stored<Done> GatewayStore::eachCheckpoint(const SeeText &see)
{
    return eachRow(database_.query(sql::selectCheckpoints), [&](const Statement &row) { see(row.text(0)); });
}

Stored<std::optional<TrailRow>> GatewayStore::findTrail(const domain::TrailId &id)
{
    return firstRow(database_.query(sql::selectTrail).bind(id.text()), [&](const Statement &row) {
        return TrailRow{.id = id,
                        .device = idAt<domain::DeviceId>(row, 0),
                        .owner = idAt<domain::ReviewerId>(row, 1),
                        .nextSeq = row.integer(2),
                        .newest = idAt<domain::Digest>(row, 3),
                        .receivedAt = fromMs(row.integer(4))};
    });
}

Stored<Done> GatewayStore::putTrail(const TrailRow &trail)
{
    return database_.query(sql::putTrail)
        .bind(trail.id.text(), trail.device.text(), trail.owner.text(), trail.nextSeq, trail.newest.text(),
              toMs(trail.receivedAt))
        .run();
}

Stored<Done> GatewayStore::addTrailEntry(const TrailEntryRow &entry)
{
    return database_.query(sql::insertTrailEntry)
        .bind(entry.trail.text(), entry.seq, entry.digest.text(), toMs(entry.receivedAt), entry.bytes)
        .run();
}

Stored<std::optional<domain::Digest>> GatewayStore::trailDigest(const domain::TrailId &trail, std::int64_t seq)
{
    return firstRow(database_.query(sql::selectTrailDigest).bind(trail.text(), seq),
                    [](const Statement &row) { return idAt<domain::Digest>(row, 0); });
}

Stored<Done> GatewayStore::eachTrailEntry(const SeeTrailEntry &see)
{
    return eachRow(database_.query(sql::selectTrailEntries),
                   [&](const Statement &row) { see(fromMs(row.integer(0)), row.text(1)); });
}

} // namespace countersign::store::gateway
