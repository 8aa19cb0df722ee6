// Large content that sources name by digest: scans, faxes, images. Looked for in this machine's store first, then
// fetched from the gateway over HTTP, a bounded piece at a time (contract, stream.md point 7). What is handed on hashes
// to its name, and is kept, encrypted, for the next time. Asked on the engine thread; each call is answered by exactly
// one BlobEvent there.
#pragma once

#include "core/base/bytes.hpp"
#include "core/domain/ids.hpp"
#include "core/ports/thread_role.hpp"

#include <memory>
#include <string>
#include <variant>

namespace countersign::ports
{

enum class BlobError {
    NotHere,      // not kept on this machine, and there is no link to fetch it by
    Missing,      // the gateway has none of that name, or this person may not see it
    WrongContent, // what came does not hash to its name
    TooLarge,     // more than limits::blobBytesMax
    Unreachable   // the transfer broke, or the gateway was too busy
};

struct BlobCame {
    domain::Digest digest;
    std::shared_ptr<const Bytes> content; // never null
};
struct BlobFailed {
    domain::Digest digest;
    BlobError error = BlobError::NotHere;
};
using BlobEvent = std::variant<BlobCame, BlobFailed>;

class Blobs
{
public:
    virtual ~Blobs() = default;
    // The blob that a source of `item` names. `session` is the word that the gateway gave at sign-in; empty: there is
    // no link, and only what is kept here is looked for.
    virtual void load(const domain::Digest &digest, const domain::ItemId &item, std::string session) ENGINE_ONLY = 0;
    // Gives up what is being fetched; it is answered Unreachable.
    virtual void abandon() ENGINE_ONLY = 0;
};

} // namespace countersign::ports
