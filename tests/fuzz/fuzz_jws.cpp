// A JWS that verifies is the one that its key's owner makes of that payload, byte for byte: nothing else is accepted.
#include "core/audit/jws.hpp"
#include "tests/fuzz/invariant.hpp"

using namespace countersign;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const crypto::SigningKey key = crypto::SigningKey::fromSeed(Bytes(crypto::SigningKey::seedSize, 1)).value();
    const std::string_view compact(reinterpret_cast<const char *>(data), size);
    for (const auto type : {audit::JwsType::Decision, audit::JwsType::Receipt, audit::JwsType::Manifest,
                           audit::JwsType::EventsReceipt, audit::JwsType::Checkpoint}) {
        const auto parts = audit::verifyJws(type, compact, key.publicKey());
        if (parts)
            require(audit::signJws(type, key, parts->payload) == compact);
    }
    return 0;
}
