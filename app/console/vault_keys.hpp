// How the slots of a header are made and opened, and what the data key opens in turn:
//
//   password ─Argon2id─┐
//   device secret ─────┴HKDF▶ key ─opens─▶ data key ─HKDF─▶ database, spool, head mark, card, blobs
//   recovery code ─Argon2id─▶ key ─opens─▶     │
//   organisation's box ─code─▶ the same        └─HKDF with the device secret─▶ signwrap ─opens─▶ seed of the Ed25519
//   key
//
// Blocking where a slot is made or opened; pure but for fresh nonces and salts; any thread.
#pragma once

#include "app/console/vault_header.hpp"
#include "core/base/result.hpp"
#include "core/base/secret.hpp"
#include "core/crypto/sealed_box.hpp"
#include "core/ports/vault.hpp"
#include "core/store/ledger_types.hpp"

#include <functional>

namespace countersign::console
{

inline constexpr std::size_t vaultKeySize = 32;

[[nodiscard]] SecretBytes freshSecret(std::size_t size = vaultKeySize);
[[nodiscard]] SecretBytes subkeyOf(BytesView dataKey, std::string_view use, std::size_t size = vaultKeySize);
[[nodiscard]] Bytes sealFresh(BytesView key, BytesView associated, BytesView plain);
[[nodiscard]] std::optional<SecretBytes> unseal(BytesView key, BytesView associated, BytesView sealed);

// The name under which the keychain has a device secret; it proves the secret, so that another one is noticed.
[[nodiscard]] Bytes deviceSecretIdOf(BytesView deviceSecret);
[[nodiscard]] std::string keychainName(BytesView deviceSecretId);

[[nodiscard]] store::LedgerKeys ledgerKeysOf(BytesView dataKey);

// `secret` is a password, with the device secret where the header names one, or a code.
[[nodiscard]] Result<KeySlot, ports::VaultError> makeSlot(const VaultHeader &header, SlotKind kind,
                                                          const crypto::Argon2Cost &cost, BytesView secret,
                                                          BytesView deviceSecret, BytesView dataKey);
// A slot whose code lies in the organisation's box.
[[nodiscard]] Result<KeySlot, ports::VaultError>
makeOrganisationSlot(const VaultHeader &header, const crypto::BoxPublicKey &organisation, BytesView dataKey);
// WrongPassword, or Unreadable for parameters that are refused; of version 1, too.
[[nodiscard]] Result<SecretBytes, ports::VaultError> openSlot(const VaultHeader &header, const KeySlot &slot,
                                                              BytesView secret, BytesView deviceSecret);

[[nodiscard]] Bytes sealSeed(const VaultHeader &header, BytesView dataKey, BytesView deviceSecret, BytesView seed);
// Unreadable where it is not the key that the header names.
[[nodiscard]] Result<crypto::SigningKey, ports::VaultError> openSeed(const VaultHeader &header, BytesView dataKey,
                                                                     BytesView deviceSecret);

[[nodiscard]] Bytes macOf(const VaultHeader &header, BytesView dataKey);
[[nodiscard]] bool isAuthentic(const VaultHeader &header, BytesView dataKey); // always so for version 1

// By this machine's clock, of an invented password.
[[nodiscard]] double secondsToDerive(const crypto::Argon2Cost &cost);
// The cost that takes about a second on this machine, never below the floor: `secondsOf` measures one derivation.
[[nodiscard]] crypto::Argon2Cost calibratedCost(const std::function<double(const crypto::Argon2Cost &)> &secondsOf);

} // namespace countersign::console
