#include "core/store/gateway/gateway_store.hpp"

#include "core/store/gateway/rows.hpp"
#include "core/store/gateway/sql.hpp"

namespace countersign::store::gateway
{
namespace
{

DecisionRow decisionAt(const Statement &row)
{
    return {.index = row.integer(0),
            .digest = idAt<domain::Digest>(row, 1),
            .id = idAt<domain::DecisionId>(row, 2),
            .item = idAt<domain::ItemId>(row, 3),
            .receivedAt = fromMs(row.integer(4)),
            .jws = textAt(row, 5),
            .rendered = textAt(row, 6),
            .receipt = textAt(row, 7)};
}

} // namespace

Stored<Done> GatewayStore::addDecision(const DecisionRow &decision)
{
    return database_.query(sql::insertDecision)
        .bind(decision.index, decision.digest.text(), decision.id.text(), decision.item.text(),
              toMs(decision.receivedAt), decision.jws, decision.rendered, decision.receipt)
        .run();
}

Stored<std::optional<std::string>> GatewayStore::receipt(const domain::Digest &decision)
{
    return firstRow(database_.query(sql::selectReceipt).bind(decision.text()),
                    [](const Statement &row) { return textAt(row, 0); });
}

Stored<std::optional<DecisionRow>> GatewayStore::findDecision(const domain::DecisionId &id)
{
    return firstRow(database_.query(sql::selectDecisionById).bind(id.text()), decisionAt);
}

Stored<std::vector<domain::Digest>> GatewayStore::leaves()
{
    return allRows(database_.query(sql::selectLeaves),
                   [](const Statement &row) { return idAt<domain::Digest>(row, 0); });
}

Stored<Done> GatewayStore::eachDecision(std::int64_t first, std::int64_t last, const SeeDecision &see)
{
    return eachRow(database_.query(sql::selectDecisions).bind(first, last),
                   [&](const Statement &row) { see(decisionAt(row)); });
}

Stored<Done> GatewayStore::eachDecidedItem(std::int64_t first, std::int64_t last, const SeeText &see)
{
    return eachRow(database_.query(sql::selectCanonicalOfDecided).bind(first, last),
                   [&](const Statement &row) { see(row.text(0)); });
}

Stored<ChainRow> GatewayStore::chain(const domain::DeviceId &device, const domain::ReviewerId &signer)
{
    return firstRow(database_.query(sql::selectChain).bind(device.text(), signer.text()),
                    [](const Statement &row) { return ChainRow{row.integer(0), idAt<domain::Digest>(row, 1)}; })
        .transform([](const std::optional<ChainRow> &row) { return row.value_or(ChainRow{}); });
}

Stored<Done> GatewayStore::setChain(const domain::DeviceId &device, const domain::ReviewerId &signer,
                                    const ChainRow &head)
{
    return database_.query(sql::upsertChain).bind(device.text(), signer.text(), head.nextSeq, head.newest.text()).run();
}

Stored<Done> GatewayStore::rejectDraft(const domain::Digest &draft)
{
    return database_.query(sql::insertRejectedDraft).bind(draft.text()).run();
}

Stored<bool> GatewayStore::isRejected(const domain::Digest &draft)
{
    return database_.query(sql::selectRejectedDraft).bind(draft.text()).step();
}

Stored<Done> GatewayStore::addOutcome(const OutcomeRow &outcome)
{
    return database_.query(sql::insertOutcome).bind(toMs(outcome.at), outcome.line).run();
}

Stored<Done> GatewayStore::eachOutcome(const SeeOutcome &see)
{
    return eachRow(database_.query(sql::selectOutcomes),
                   [&](const Statement &row) { see(OutcomeRow{fromMs(row.integer(0)), textAt(row, 1)}); });
}

} // namespace countersign::store::gateway
