// The engine's blobs: kept ones from the profile on the store thread, others from the gateway, and then kept.
#pragma once

#include "app/console/blob_fetcher.hpp"
#include "app/console/store_ports.hpp"
#include "core/ports/blobs.hpp"

#include <atomic>
#include <cstdint>
#include <memory>

namespace countersign::console
{

class ConsoleBlobs : public ports::Blobs
{
public:
    ConsoleBlobs(Bridge &bridge, Profile &profile, Tell tell, QUrl address, std::filesystem::path caFile)
        : bridge_(bridge), profile_(profile), tell_(std::move(tell)), fetcher_(std::move(address), std::move(caFile))
    {
    }

    void load(const domain::Digest &digest, const domain::ItemId &item, std::string session) override;
    void abandon() override;

private:
    // A person's blobs are kept by nobody who came after: each abandon begins a new epoch.
    [[nodiscard]] bool isOf(std::uint64_t epoch) const { return epoch_ == epoch; }
    void fail(const domain::Digest &digest, ports::BlobError error) const;
    void fetch(BlobOrder order, std::uint64_t epoch);
    void came(const domain::Digest &digest, std::shared_ptr<const Bytes> content, std::uint64_t epoch);

    Bridge &bridge_;
    Profile &profile_; // the store thread's
    Tell tell_;
    std::atomic<std::uint64_t> epoch_{0};
    BlobFetcher fetcher_;
};

} // namespace countersign::console
