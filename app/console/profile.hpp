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

// What a profile asks of the world; what is null or empty is the system's.
struct ProfileWorld {
    store::Files *files = nullptr; // outlives the profile
    std::string vfs;               // an SQLite VFS of that disk; only tests have one
    VaultWorld vault;
    std::function<std::int64_t()> nowMs;
};

class Profile
{
public:
    // Below `home` each person has a folder of their own.
    Profile(std::filesystem::path home, domain::DeviceId device, ProfileWorld world = {});

    // A data key of more than a year is made anew on the way.
    [[nodiscard]] ports::VaultEvent openVault(const domain::ReviewerId &user, BytesView password);
    [[nodiscard]] ports::VaultEvent enrol(const domain::ReviewerId &user, BytesView password);
    [[nodiscard]] ports::VaultEvent recover(const domain::ReviewerId &user, BytesView code, BytesView password);
    [[nodiscard]] ports::VaultEvent makeRecoveryCode(std::uint64_t request);
    [[nodiscard]] ports::VaultEvent keepRecoveryCode(std::uint64_t request, BytesView lastGroup);
    [[nodiscard]] ports::VaultEvent changePassword(std::uint64_t request, BytesView before, BytesView after);
    // The data key anew, with everything under it; what is cut leaves the old one. Only while the ledger is closed.
    [[nodiscard]] ports::VaultEvent renewDataKey(BytesView password);
    // A new signing key: offered, and in force when the gateway has heard of it.
    [[nodiscard]] ports::VaultEvent beginKeyChange(std::uint64_t request, BytesView password);
    [[nodiscard]] ports::VaultEvent finishKeyChange(std::uint64_t request);
    [[nodiscard]] ports::VaultEvent sign(std::uint64_t request, BytesView password, std::string_view input);
    [[nodiscard]] ports::VaultEvent signCarried(std::uint64_t request, const ports::CarriedWord &word,
                                                std::string_view input);
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
    void choose(const domain::ReviewerId &user);
    [[nodiscard]] ports::VaultEvent answer(const VaultFile::Outcome &outcome);
    [[nodiscard]] VaultFile::Outcome takeOver(StagedKeys staged);
    [[nodiscard]] store::LedgerWorld ledgerWorld();
    [[nodiscard]] store::ProfilePaths pathsAt(std::filesystem::path folder) const;
    [[nodiscard]] bool isBehindHighWater(std::int64_t nextSeq);
    void rememberHighWater(std::int64_t nextSeq);
    // Nothing where the ledger is open; otherwise what to answer.
    template <class Ask, class Say>
    [[nodiscard]] ports::LedgerEvent withLedger(Ask ask, Say say);

    std::filesystem::path home_;
    domain::DeviceId device_;
    ProfileWorld world_;
    std::unique_ptr<store::Files> ownFiles_;
    store::Files *files_;
    std::filesystem::path folder_; // of the person whose vault was opened last
    std::optional<VaultFile> vault_;
    std::optional<store::SealedLedger> ledger_;
    std::optional<store::BlobFiles> blobs_; // while the vault is open
    bool isOldCopy_ = false;                // the keychain saw this chain further on: nothing is signed on it
};

// The device's name for itself, made at the first start. Nothing where the folder cannot be written.
[[nodiscard]] std::optional<domain::DeviceId> deviceAt(const std::filesystem::path &home);

} // namespace countersign::console
