// Who signs for whom, and what supervisors are told.
#include "core/domain/names.hpp"
#include "core/store/gateway/gateway_store.hpp"
#include "core/store/gateway/rows.hpp"
#include "core/store/gateway/sql.hpp"

namespace countersign::store::gateway
{

Stored<Done> GatewayStore::addCover(const CoverRow &cover)
{
    return database_.query(sql::insertCover)
        .bind(cover.signer.text(), cover.cover.absent.text(), toMs(cover.cover.since), toMs(cover.cover.until))
        .run();
}

Stored<std::vector<CoverRow>> GatewayStore::covers()
{
    return allRows(database_.query(sql::selectCovers), [](const Statement &row) {
        return CoverRow{.number = row.integer(0),
                        .signer = idAt<domain::ReviewerId>(row, 1),
                        .cover = {.absent = idAt<domain::ReviewerId>(row, 2),
                                  .name = textAt(row, 3),
                                  .since = fromMs(row.integer(4)),
                                  .until = fromMs(row.integer(5))},
                        .endedAt = instantAt(row, 6)};
    });
}

Stored<bool> GatewayStore::endCovers(const domain::ReviewerId &signer, const domain::ReviewerId &absent, Instant at)
{
    return database_.query(sql::endCovers).bind(signer.text(), absent.text(), toMs(at)).run().transform([&](Done) {
        return database_.changedRows() > 0;
    });
}

Stored<Done> GatewayStore::addNotice(const domain::Notice &notice)
{
    return database_.query(sql::insertNotice)
        .bind(domain::name(notice.kind), notice.who.text(), toMs(notice.at), notice.detail)
        .run();
}

Stored<Done> GatewayStore::seeNotice(std::int64_t number, const domain::ReviewerId &user, Instant at)
{
    return database_.query(sql::insertNoticeSeen).bind(number, user.text(), toMs(at)).run();
}

Stored<std::vector<domain::Notice>> GatewayStore::unseenNotices(const domain::ReviewerId &user, Instant since,
                                                                std::int64_t limit)
{
    return allRows(
        database_.query(sql::selectUnseenNotices).bind(user.text(), toMs(since), limit), [](const Statement &row) {
            return domain::Notice{
                .number = row.integer(0),
                .kind =
                    domain::parse<domain::Notice::Kind>(row.text(1)).value_or(domain::Notice::Kind::SignaturesRefused),
                .who = idAt<domain::ReviewerId>(row, 2),
                .name = textAt(row, 3),
                .at = fromMs(row.integer(4)),
                .detail = textAt(row, 5)};
        });
}

} // namespace countersign::store::gateway
