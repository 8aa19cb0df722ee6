// Where the chain ended when a decision was last called Stored: a third witness beside the database and the spool, so
// that neither can lose its tail in silence (reliability.md 0.4). Two slots of 4 KiB are written in turn, so that a
// torn write leaves the one before. Blocking; the ledger's thread.
#pragma once

#include "core/audit/chain.hpp"
#include "core/base/result.hpp"
#include "core/base/secret.hpp"
#include "core/store/files.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>

namespace countersign::store
{

class HeadMark
{
public:
    static constexpr std::size_t slotSize = 4096;

    [[nodiscard]] static Result<HeadMark, StoreError> open(Files &files, const std::filesystem::path &file,
                                                           SecretBytes key, const domain::DeviceId &device);

    // The newest mark; nothing where none was made yet, or none can be read.
    [[nodiscard]] const std::optional<audit::ChainHead> &head() const { return head_; }
    // Something is written there, and no slot is authentic under this key.
    [[nodiscard]] bool isUnreadable() const { return isUnreadable_; }

    // Returns when the disk has it.
    [[nodiscard]] Result<Done, StoreError> write(const audit::ChainHead &head);

private:
    HeadMark(std::unique_ptr<File> file, SecretBytes key, domain::DeviceId device);

    void read(BytesView slots);
    [[nodiscard]] Bytes slotOf(std::uint64_t generation, const audit::ChainHead &head) const;

    std::unique_ptr<File> file_;
    SecretBytes key_;
    domain::DeviceId device_;
    std::uint64_t generation_ = 0;
    std::optional<audit::ChainHead> head_;
    bool isUnreadable_ = false;
};

} // namespace countersign::store
