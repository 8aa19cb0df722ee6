#include "core/store/gateway/gateway_store.hpp"

#include "core/store/gateway/rows.hpp"
#include "core/store/gateway/sql.hpp"
#include "core/store/migrations.hpp"

namespace countersign::store::gateway
{
namespace
{

std::optional<domain::Winner> winnerAt(const Statement &row, int column)
{
    if (row.isNull(column))
        return std::nullopt;
    return domain::Winner{idAt<domain::DecisionId>(row, column), idAt<domain::ReviewerId>(row, column + 1),
                          textAt(row, column + 2)};
}

} // namespace

Stored<GatewayStore> GatewayStore::open(const std::filesystem::path &file, const DatabaseKey &key, OpenMode mode)
{
    auto database = Database::open(file, key, mode);
    if (!database)
        return failure(database.error());
    if (const auto migrated = migrate(*database, sql::migrations); !migrated)
        return failure(migrated.error());
    GatewayStore store(*std::move(database));
    if (const auto counted = store.recount(); !counted)
        return failure(counted.error());
    return store;
}

Stored<Transaction> GatewayStore::begin()
{
    return Transaction::begin(database_);
}

Stored<Done> GatewayStore::recount()
{
    const auto position =
        firstRow(database_.query(sql::selectPosition), [](const Statement &row) { return row.integer(0); });
    if (!position)
        return failure(position.error());
    position_ = **position;
    return Done{};
}

Stored<std::int64_t> GatewayStore::insertItem(const ItemRow &item, std::string_view canonical)
{
    return database_.query(sql::insertItem)
        .bind(item.id.text(), item.agent.text(), item.summary, canonical, item.contentDigest.text(),
              item.draftDigest.text(), item.policyDigest.text(), toMs(item.expiresAt), item.isListed, position_ + 1)
        .run()
        .transform([&](Done) { return ++position_; });
}

Stored<std::int64_t> GatewayStore::updateItem(const ItemRow &item)
{
    std::optional<std::string> id, signer, at;
    if (item.effective) {
        id = item.effective->decisionId.text();
        signer = item.effective->signer.text();
        at = item.effective->at;
    }
    return database_.query(sql::updateItem)
        .bind(item.id.text(), item.summary, id, signer, at, toMs(item.releaseAt), toMs(item.expiresAt), item.isListed,
              position_ + 1)
        .run()
        .and_then([&](Done) { return writeSignatures(item); })
        .transform([&](Done) { return ++position_; });
}

Stored<Done> GatewayStore::writeSignatures(const ItemRow &item)
{
    auto written = database_.query(sql::deleteSignatures).bind(item.id.text()).run();
    for (std::size_t place = 0; written && place < item.signatures.size(); ++place) {
        const domain::Winner &signature = item.signatures[place];
        written = database_.query(sql::insertSignature)
                      .bind(item.id.text(), static_cast<std::int64_t>(place), signature.decisionId.text(),
                            signature.signer.text(), signature.at)
                      .run();
    }
    return written;
}

Stored<std::optional<ItemRow>> GatewayStore::findItem(const domain::ItemId &id)
{
    auto item = firstRow(database_.query(sql::selectItem).bind(id.text()), [&](const Statement &row) {
        return ItemRow{.id = id,
                       .agent = idAt<domain::AgentId>(row, 12),
                       .summary = textAt(row, 0),
                       .contentDigest = idAt<domain::Digest>(row, 1),
                       .draftDigest = idAt<domain::Digest>(row, 2),
                       .policyDigest = idAt<domain::Digest>(row, 3),
                       .signatures = {},
                       .effective = winnerAt(row, 4),
                       .releaseAt = instantAt(row, 7),
                       .expiresAt = instantAt(row, 10),
                       .isListed = row.integer(11) != 0,
                       .releaseToken = textAt(row, 8),
                       .isReported = row.integer(9) != 0};
    });
    if (!item || !*item)
        return item;
    auto signatures = allRows(database_.query(sql::selectSignatures).bind(id.text()),
                              [](const Statement &row) { return *winnerAt(row, 0); });
    if (!signatures)
        return failure(signatures.error());
    (*item)->signatures = *std::move(signatures);
    return item;
}

Stored<std::optional<std::string>> GatewayStore::canonical(const domain::ItemId &id)
{
    return firstRow(database_.query(sql::selectCanonical).bind(id.text()),
                    [](const Statement &row) { return textAt(row, 0); });
}

Stored<Done> GatewayStore::addFindings(const domain::ItemId &id, std::string_view findings)
{
    return database_.query(sql::insertFindings).bind(id.text(), findings).run();
}

Stored<std::optional<std::string>> GatewayStore::findings(const domain::ItemId &id)
{
    return firstRow(database_.query(sql::selectFindings).bind(id.text()),
                    [](const Statement &row) { return textAt(row, 0); });
}

Stored<std::vector<ChangeRow>> GatewayStore::changeRows(Statement query)
{
    return allRows(std::move(query), [](const Statement &row) { return ChangeRow{row.integer(0), textAt(row, 1)}; });
}

Stored<std::vector<ChangeRow>> GatewayStore::changes(std::int64_t after, std::int64_t upTo, std::int64_t limit)
{
    return changeRows(database_.query(sql::selectChanges).bind(after, upTo, limit));
}

Stored<std::vector<ChangeRow>> GatewayStore::listed(std::int64_t after, std::int64_t upTo, std::int64_t limit)
{
    return changeRows(database_.query(sql::selectListed).bind(after, upTo, limit));
}

Stored<std::int64_t> GatewayStore::listedCount()
{
    return firstRow(database_.query(sql::countListed), [](const Statement &row) { return row.integer(0); })
        .transform([](const std::optional<std::int64_t> &count) { return count.value_or(0); });
}

Stored<std::vector<domain::ItemId>> GatewayStore::itemIds(Statement query)
{
    return allRows(std::move(query), [](const Statement &row) { return idAt<domain::ItemId>(row, 0); });
}

Stored<std::vector<domain::ItemId>> GatewayStore::dueReleases(Instant now, std::int64_t limit)
{
    return itemIds(database_.query(sql::selectDueReleases).bind(toMs(now), limit));
}

Stored<std::vector<domain::ItemId>> GatewayStore::dueExpiries(Instant now, std::int64_t limit)
{
    return itemIds(database_.query(sql::selectDueExpiries).bind(toMs(now), limit));
}

Stored<Done> GatewayStore::setReleaseToken(const domain::ItemId &id, std::string_view token)
{
    return database_.query(sql::setReleaseToken).bind(id.text(), token).run();
}

Stored<Done> GatewayStore::setReported(const domain::ItemId &id)
{
    return database_.query(sql::setReported).bind(id.text()).run();
}

} // namespace countersign::store::gateway
