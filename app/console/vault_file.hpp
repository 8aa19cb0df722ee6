// The keys of one person at one device, in two files of the profile (reliability.md 6.1):
//
//   password ─Argon2id─▶ KEK ─opens─▶ DEK ─HKDF─▶ database, spool, head mark, card
//                                      └──HKDF─▶ signwrap ─opens─▶ seed of the Ed25519 key
//
// The header is kept twice, by generation, so that a cut while it is written leaves the one before. The DEK lives in
// memory while the vault is open, the seed only while it signs. Blocking; the store thread.
#pragma once

#include "core/base/result.hpp"
#include "core/base/secret.hpp"
#include "core/crypto/password.hpp"
#include "core/crypto/signing.hpp"
#include "core/ports/vault.hpp"
#include "core/store/files.hpp"
#include "core/store/ledger_types.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace countersign::console
{

// What the two copies of the header hold. Everything but the sealed parts is bound to them as associated data.
struct VaultHeader {
    std::uint64_t generation = 0;
    domain::ReviewerId user;
    domain::DeviceId device;
    crypto::Argon2Params argon;
    crypto::PublicKeyBytes publicKey{};
    Bytes sealedKey;  // nonce and DEK under the KEK
    Bytes sealedSeed; // nonce and seed under the signwrap key
};
[[nodiscard]] Bytes headerBytes(const VaultHeader &header);
// Nothing for bytes that are damaged or no header. Parameters below the floor are left to be refused when they are
// used.
[[nodiscard]] std::optional<VaultHeader> readHeader(BytesView bytes);

class VaultFile
{
public:
    using Outcome = Result<ports::VaultOpened, ports::VaultError>;
    using Signed = Result<crypto::Signature, ports::VaultError>;

    // `folder` is the person's own; `files` outlives the vault.
    VaultFile(store::Files &files, std::filesystem::path folder, domain::DeviceId device,
              crypto::Argon2Cost cost = crypto::argon2Floor);

    [[nodiscard]] Outcome open(const domain::ReviewerId &user, BytesView password);
    // Absent must have been the answer of open; a profile that is there is never overwritten.
    [[nodiscard]] Outcome enrol(const domain::ReviewerId &user, BytesView password);
    [[nodiscard]] Signed signWithPassword(BytesView password, std::string_view bytes);
    [[nodiscard]] Signed signLinkProof(std::string_view proof);
    [[nodiscard]] Result<Done, ports::VaultError> keep(std::string_view card);
    void lock();

    // Locked where the vault is not open.
    [[nodiscard]] Result<store::LedgerKeys, ports::VaultError> ledgerKeys() const;
    [[nodiscard]] Result<SecretBytes, ports::VaultError> blobKey() const;

private:
    [[nodiscard]] Result<VaultHeader, ports::VaultError> readNewest() const;
    [[nodiscard]] Result<Done, ports::VaultError> replace(const std::string &name, BytesView bytes);
    [[nodiscard]] Result<Done, ports::VaultError> write(const VaultHeader &header);
    [[nodiscard]] Result<Done, ports::VaultError> writeBoth(VaultHeader &header);
    [[nodiscard]] Outcome opened(VaultHeader header, SecretBytes dataKey);
    [[nodiscard]] std::string readCard() const;

    store::Files &files_;
    std::filesystem::path folder_;
    domain::DeviceId device_;
    crypto::Argon2Cost cost_;
    std::optional<VaultHeader> header_; // open
    SecretBytes dataKey_;
};

} // namespace countersign::console
