// One person's keys and memory at this device: the vault and the ledger that its keys open. Each call is one question
// of the engine and returns its answer. Blocking; the store thread.
#pragma once

#include "app/console/vault_file.hpp"
#include "core/domain/ids.hpp"
#include "core/ports/ledger.hpp"
#include "core/store/blob_files.hpp"
#include "core/store/sealed_ledger.hpp"

#include <memory>
#include <optional>

namespace countersign::console
{

class Profile
{
public:
    // Below `home` each person has a folder of their own.
    Profile(std::filesystem::path home, domain::DeviceId device);

    [[nodiscard]] ports::VaultEvent openVault(const domain::ReviewerId &user, BytesView password);
    [[nodiscard]] ports::VaultEvent enrol(const domain::ReviewerId &user, BytesView password);
    [[nodiscard]] ports::VaultEvent sign(std::uint64_t request, BytesView password, std::string_view input);
    [[nodiscard]] ports::VaultEvent proveLink(std::uint64_t request, std::string_view proof);
    void keepCard(std::string_view card);
    void lock();

    [[nodiscard]] ports::LedgerEvent openLedger();
    [[nodiscard]] ports::LedgerEvent append(const ports::SealedDecision &decision);
    [[nodiscard]] ports::LedgerEvent storeStanding(const domain::DecisionId &id, domain::Standing standing,
                                                   const std::string &receipt);
    [[nodiscard]] ports::LedgerEvent storeChanges(const store::QueueRows &rows, std::int64_t position);
    [[nodiscard]] ports::LedgerEvent replaceQueue(const store::QueueRows &rows, std::int64_t position);
    [[nodiscard]] ports::LedgerEvent storeItem(const domain::ItemId &id, const std::string &canonical);
    [[nodiscard]] ports::LedgerEvent loadItem(const domain::ItemId &id);
    [[nodiscard]] ports::LedgerEvent storeDraft(const ports::UnsignedDraft &draft, std::uint64_t ticket);
    [[nodiscard]] ports::LedgerEvent forgetDraft(const domain::ItemId &item, const domain::Digest &digest);
    [[nodiscard]] ports::LedgerEvent storePersonal(const std::string &name, const std::string &value);
    [[nodiscard]] ports::LedgerEvent recordEvents(const domain::TrailId &trail, const store::TrailEntries &entries);
    [[nodiscard]] ports::LedgerEvent loadEvents(std::int64_t from, std::int64_t count);
    [[nodiscard]] ports::LedgerEvent acknowledgeEvents(std::int64_t upTo, const std::string &receipt);
    [[nodiscard]] ports::LedgerEvent keepCheckpoint(const std::string &checkpoint);
    [[nodiscard]] ports::LedgerEvent keepEvidence(const std::string &content);
    void closeLedger();

    // Nothing where it is not kept here, or nobody is signed in.
    [[nodiscard]] std::optional<Bytes> loadBlob(const domain::Digest &digest);
    // A cache: what could not be kept is fetched again.
    void keepBlob(const domain::Digest &digest, BytesView content);

private:
    [[nodiscard]] std::filesystem::path folderOf(const domain::ReviewerId &user) const;
    [[nodiscard]] ports::VaultEvent answer(const VaultFile::Outcome &outcome);
    // Nothing where the ledger is open; otherwise what to answer.
    template <class Ask, class Say>
    [[nodiscard]] ports::LedgerEvent withLedger(Ask ask, Say say);

    std::filesystem::path home_;
    domain::DeviceId device_;
    std::unique_ptr<store::Files> files_;
    std::filesystem::path folder_; // of the person whose vault was opened last
    std::optional<VaultFile> vault_;
    std::optional<store::SealedLedger> ledger_;
    std::optional<store::BlobFiles> blobs_; // while the vault is open
};

// The device's name for itself, made at the first start. Nothing where the folder cannot be written.
[[nodiscard]] std::optional<domain::DeviceId> deviceAt(const std::filesystem::path &home);

} // namespace countersign::console
