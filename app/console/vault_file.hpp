// The keys of one person at one device, in two files of the profile (reliability.md 6.1; vault_keys.hpp has the
// picture).
//
// The header is kept twice, by generation: a change writes one copy and then the other, each beside the old file and in
// its place, so that a cut leaves the header before or the one after, and never none. While the vault is open the data
// key and the device secret lie in guarded memory; the seed exists only while it signs. Blocking; the store thread.
#pragma once

#include "app/console/vault_keys.hpp"
#include "core/crypto/guarded_secret.hpp"
#include "core/ports/keychain.hpp"
#include "core/store/files.hpp"
#include "core/store/ledger_types.hpp"

#include <filesystem>

namespace countersign::console
{

enum class KeychainUse {
    Never,  // passwords alone open what is enrolled here
    Prefer, // the same where the system has no keychain that answers; the person is told
    Require
};

struct VaultWorld {
    ports::Keychain *keychain = nullptr; // outlives the vault
    KeychainUse use = KeychainUse::Never;
    std::function<crypto::Argon2Cost()> cost; // of a password's slot when one is made; none: the floor
    std::optional<crypto::BoxPublicKey> organisation;
    std::int64_t nowMs = 0;
};

// A header that is ready but not in force yet, and what its ledger has to be written anew under.
struct StagedKeys {
    VaultHeader header;
    SecretBytes dataKey, deviceSecret;
    store::LedgerKeys ledgerBefore, ledgerAfter;
    std::filesystem::path folderBefore, folderAfter;
    Bytes deviceSecretIdBefore;
};

class VaultFile
{
public:
    using Outcome = Result<ports::VaultOpened, ports::VaultError>;
    using Signed = Result<crypto::Signature, ports::VaultError>;
    using Changed = Result<Done, ports::VaultError>;
    using Staged = Result<StagedKeys, ports::VaultError>;

    // `folder` is the person's own; `files` outlives the vault.
    VaultFile(store::Files &files, std::filesystem::path folder, domain::DeviceId device, VaultWorld world = {});

    // A header of version 1 is written anew as version 2, and a copy that is behind or damaged is mended.
    [[nodiscard]] Outcome open(const domain::ReviewerId &user, BytesView password);
    // Absent must have been the answer of open; a profile that is there is never overwritten.
    [[nodiscard]] Outcome enrol(const domain::ReviewerId &user, BytesView password);
    [[nodiscard]] Signed signWithPassword(BytesView password, std::string_view bytes);
    [[nodiscard]] Signed signCarried(const ports::CarriedWord &word, std::string_view bytes);
    [[nodiscard]] Signed signLinkProof(std::string_view proof);
    [[nodiscard]] Changed keep(std::string_view card);
    void lock();

    // A code on offer; it opens nothing until its last group was typed back.
    [[nodiscard]] Result<SecretBytes, ports::VaultError> makeRecoveryCode();
    [[nodiscard]] Changed keepRecoveryCode(BytesView lastGroup);
    [[nodiscard]] Changed changePassword(BytesView oldPassword, BytesView newPassword);
    // No code opens the profile any more.
    [[nodiscard]] Changed dropRecoveryCode();

    // Two steps, with the ledger written anew between them: what is cut before commit leaves everything as it was.
    // Recovery makes a new signing key, too; a new data key drops the recovery code.
    enum class DataKey { Same, New };
    [[nodiscard]] Staged stageRecovery(const domain::ReviewerId &user, BytesView code, BytesView newPassword,
                                       DataKey dataKey);
    [[nodiscard]] Staged stageRotation(BytesView password);
    [[nodiscard]] Outcome commit(StagedKeys staged);

    // The key that takes over, vouched for by the one that goes: its signature over the new key's name. Both are kept
    // until finishKeyChange; asked again, the same key is offered.
    struct NewKey {
        crypto::PublicKeyBytes publicKey{};
        crypto::Signature vouching{};
    };
    [[nodiscard]] Result<NewKey, ports::VaultError> beginKeyChange(BytesView password);
    [[nodiscard]] Outcome finishKeyChange();

    // Locked where the vault is not open.
    [[nodiscard]] Result<store::LedgerKeys, ports::VaultError> ledgerKeys() const;
    [[nodiscard]] std::filesystem::path ledgerFolder() const;
    [[nodiscard]] Result<SecretBytes, ports::VaultError> blobKey() const;
    // The highest place of the chain that this device ever reached lies in the keychain under this name, where the
    // profile needs one.
    [[nodiscard]] std::optional<std::string> highWaterName() const;
    // When the data key was made; nothing where the vault is not open.
    [[nodiscard]] std::optional<std::int64_t> keyMadeMs() const;

private:
    struct Copies;
    // How a password is proved again while the vault is open.
    struct Proof {
        crypto::Argon2Params argon;
        crypto::GuardedSecret stretched;
    };

    [[nodiscard]] Copies readCopies() const;
    [[nodiscard]] Result<VaultHeader, ports::VaultError> readNewest(const domain::ReviewerId &user) const;
    [[nodiscard]] Changed replace(const std::string &name, BytesView bytes);
    [[nodiscard]] Changed writeCopy(const VaultHeader &header);
    [[nodiscard]] Changed save(VaultHeader header, BytesView dataKey);
    void mend();
    void bringForward(BytesView password);
    void sealForOrganisation();
    [[nodiscard]] Result<SecretBytes, ports::VaultError> deviceSecretOf(const VaultHeader &header) const;
    [[nodiscard]] Result<SecretBytes, ports::VaultError> bindToDevice(VaultHeader &header) const;
    [[nodiscard]] Changed fillSlots(VaultHeader &header, BytesView password, BytesView deviceSecret,
                                    BytesView dataKey) const;
    [[nodiscard]] Changed prove(BytesView password);
    [[nodiscard]] Outcome opened(VaultHeader header, BytesView dataKey, BytesView deviceSecret);
    [[nodiscard]] std::string readCard() const;
    [[nodiscard]] crypto::Argon2Cost cost() const;
    [[nodiscard]] std::filesystem::path folderOf(const VaultHeader &header) const;

    store::Files &files_;
    std::filesystem::path folder_;
    domain::DeviceId device_;
    VaultWorld world_;
    std::optional<VaultHeader> header_; // open
    crypto::GuardedSecret dataKey_, deviceSecret_, offeredCode_;
    std::optional<Proof> proof_;
};

} // namespace countersign::console
