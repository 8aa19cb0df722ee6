// The engine's blobs: what this machine keeps, and what the gateway gives over HTTP.
#pragma once

#include "app/console/store_ports.hpp"
#include "core/ports/blobs.hpp"

namespace countersign::console
{

class ConsoleBlobs : public ports::Blobs
{
public:
    explicit ConsoleBlobs(Tell tell) : tell_(std::move(tell)) {}

    void load(const domain::Digest &digest, const domain::ItemId &, std::string) override
    {
        tell_(ports::BlobEvent(ports::BlobFailed{digest, ports::BlobError::NotHere}));
    }
    void abandon() override {}

private:
    Tell tell_;
};

} // namespace countersign::console
