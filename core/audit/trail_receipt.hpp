// The gateway's receipt for a part of a console's audit trail: a compact JWS (typ "countersign-events-receipt+jws") that
// says up to where it has that trail, and what the last entry's digest is. As each entry names the one before, that
// covers them all. Pure, any thread.
#pragma once

#include "core/audit/chain_error.hpp"
#include "core/base/instant.hpp"
#include "core/base/result.hpp"
#include "core/crypto/signing.hpp"
#include "core/domain/audit_event.hpp"
#include "core/domain/ids.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace countersign::audit
{

struct TrailReceipt {
    domain::TrailId trail;
    std::int64_t nextSeq = 0;
    domain::Digest head; // of the entry nextSeq - 1
    Instant receivedAt;  // of that entry
    bool operator==(const TrailReceipt &) const = default;
};

[[nodiscard]] std::string signTrailReceipt(const TrailReceipt &receipt, const crypto::SigningKey &gatewayKey);
[[nodiscard]] Result<TrailReceipt, ChainError> checkTrailReceipt(std::string_view jws,
                                                                 const crypto::PublicKey &gatewayKey);

} // namespace countersign::audit
