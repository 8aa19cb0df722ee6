// A profile in a folder of its own, with decisions of invented content, for the tests of the ledger.
#pragma once

#include "core/store/ledger_chain.hpp"
#include "core/store/sealed_ledger.hpp"
#include "tests/support/failing_disk.hpp"

#include <string>
#include <vector>

namespace countersign::support
{

class Folder
{
public:
    Folder();
    explicit Folder(const std::filesystem::path &beside);
    Folder(const Folder &) = delete;
    Folder &operator=(const Folder &) = delete;
    ~Folder();

    [[nodiscard]] const std::filesystem::path &path() const { return path_; }
    [[nodiscard]] std::filesystem::path operator/(const char *name) const { return path_ / name; }
    // Regular files in it, by name.
    [[nodiscard]] std::vector<std::filesystem::path> files() const;
    // This folder then holds what the other one holds and nothing else.
    void becomeCopyOf(const Folder &other) const;

private:
    std::filesystem::path path_;
};

[[nodiscard]] Bytes readWhole(const std::filesystem::path &file);
void writeWhole(const std::filesystem::path &file, BytesView bytes);

[[nodiscard]] store::DatabaseKey databaseKey(std::uint8_t fill = 1);
// Keys that belong together; another number, another profile.
[[nodiscard]] store::LedgerKeys ledgerKeys(std::uint8_t fill = 1);
[[nodiscard]] store::ProfilePaths profileIn(const Folder &folder);

// Pseudo-random nonces, never the same twice in a process.
void fillNonce(std::span<std::uint8_t> place);

[[nodiscard]] Result<store::SealedLedger, store::StoreError> openLedger(const Folder &folder, const FailingDisk &disk,
                                                                        std::uint8_t keys = 1);

// The decision after that state of the chain; `id` also salts its texts.
[[nodiscard]] store::SealedDecision decisionAfter(const audit::ChainHead &head, const std::string &id,
                                                  std::size_t bytes = 600);
[[nodiscard]] audit::ChainHead headOf(const store::LedgerState &state);

} // namespace countersign::support
