// The second copy of every decision without a verified receipt: an append-only file of sealed records, each synced.
// Blocking; the ledger's thread.
#pragma once

#include "core/store/files.hpp"
#include "core/store/spool_records.hpp"

#include <cstdint>
#include <memory>
#include <span>

namespace countersign::store
{

[[nodiscard]] Result<SpoolContents, StoreError> readSpool(Files &files, const std::filesystem::path &file,
                                                          const SpoolRecords &records);

class Spool
{
public:
    // Writes the spool anew beside the old one and puts it in its place: every page of it is then known to have reached
    // the disk, whatever happened to the old one.
    [[nodiscard]] static Result<Spool, StoreError> rewrite(Files &files, const std::filesystem::path &file,
                                                           const SpoolRecords &records, const audit::ChainHead &base,
                                                           std::span<const StoredDecision> decisions);

    // Writes a decision behind the others and begins to sync it. Where the sync is done, `accept` follows; anything
    // else needs `takeBack`, or the spool is not used again.
    [[nodiscard]] Result<Syncing, StoreError> begin(const SpoolRecords &records, const SealedDecision &decision);
    void accept();
    // Cuts off what `begin` wrote, whole or in part. Returns when the disk has that.
    [[nodiscard]] Result<Done, StoreError> takeBack();

    [[nodiscard]] std::size_t count() const { return count_; }

private:
    Spool(std::unique_ptr<File> file, std::uint64_t size, std::size_t count);

    std::unique_ptr<File> file_;
    std::uint64_t size_ = 0;
    std::uint64_t begun_ = 0; // bytes behind size_ that are not accepted yet
    std::size_t count_ = 0;   // of decisions
};

} // namespace countersign::store
