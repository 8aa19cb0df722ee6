// Blobs without a network: a map for what this machine keeps, another for what the gateway would give.
#pragma once

#include "core/engine/event.hpp"
#include "core/ports/blobs.hpp"
#include "tests/support/fake_ledger.hpp"

#include <map>
#include <optional>
#include <vector>

namespace countersign::support
{

using BlobDisk = std::map<domain::Digest, Bytes>;

class FakeBlobs : public ports::Blobs
{
public:
    FakeBlobs(BlobDisk &kept, Emit emit) : kept_(kept), emit_(std::move(emit)) {}

    struct Asked {
        domain::Digest digest;
        domain::ItemId item;
        std::string session;
    };
    std::vector<Asked> asked;
    BlobDisk atGateway;
    std::optional<ports::BlobError> fails; // as long as it is set, fetching does

    void load(const domain::Digest &digest, const domain::ItemId &item, std::string session) override
    {
        const bool hasLink = !session.empty();
        asked.push_back({digest, item, std::move(session)});
        if (!kept_.contains(digest) && hasLink && !fails && atGateway.contains(digest))
            kept_[digest] = atGateway[digest];
        if (const auto found = kept_.find(digest); found != kept_.end())
            return emit_(ports::BlobEvent(ports::BlobCame{digest, std::make_shared<const Bytes>(found->second)}));
        const auto error = hasLink ? fails.value_or(ports::BlobError::Missing) : ports::BlobError::NotHere;
        emit_(ports::BlobEvent(ports::BlobFailed{digest, error}));
    }
    void abandon() override { ++abandoned; }

    int abandoned = 0;

private:
    BlobDisk &kept_;
    Emit emit_;
};

} // namespace countersign::support
