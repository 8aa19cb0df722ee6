#include "core/audit/trail_receipt.hpp"

#include "core/audit/jws.hpp"
#include "core/protocol/canonical.hpp"
#include "core/protocol/fields.hpp"
#include "core/protocol/strict_json.hpp"

namespace countersign::audit
{

template <class Io>
void describe(Io &io, protocol::Of<Io, TrailReceipt> &v)
{
    io.constant("schema", "countersign.events-receipt/1", protocol::Rule::UnknownSchema);
    io.required("trail", v.trail);
    io.required("nextSeq", v.nextSeq, protocol::Range{.min = 1});
    io.required("head", v.head);
    io.required("receivedAt", v.receivedAt);
}

std::string signTrailReceipt(const TrailReceipt &receipt, const crypto::SigningKey &gatewayKey)
{
    return signJws(JwsType::EventsReceipt, gatewayKey,
                   protocol::canonical(protocol::Writer::write(receipt)).value_or(""));
}

Result<TrailReceipt, ChainError> checkTrailReceipt(std::string_view jws, const crypto::PublicKey &gatewayKey)
{
    const auto parts = verifyJws(JwsType::EventsReceipt, jws, gatewayKey);
    if (!parts)
        return failure(parts.error());
    const auto json = protocol::decodeStrict(parts->payload, protocol::limits::statement);
    auto receipt = json ? protocol::readDocument<TrailReceipt>(*json) : failure(json.error());
    if (!receipt)
        return failure(ChainError::ReceiptMalformed);
    return *std::move(receipt);
}

} // namespace countersign::audit
