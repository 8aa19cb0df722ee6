// The header of a profile's keys: a few slots, each of which opens the data key in its own way, as LUKS keeps them
// (reliability.md 6.1). Pure; any thread.
#pragma once

#include "core/base/bytes.hpp"
#include "core/crypto/password.hpp"
#include "core/crypto/signing.hpp"
#include "core/domain/ids.hpp"

#include <optional>
#include <vector>

namespace countersign::console
{

enum class SlotKind : std::uint8_t {
    Password = 1,    // stretched, and joined with the device secret of the system's keychain where there is one
    Code = 2,        // the recovery code that the person wrote down
    Organisation = 3 // a code like it that only the organisation's key can read
};

struct KeySlot {
    SlotKind kind = SlotKind::Password;
    crypto::Argon2Params argon;
    Bytes organisationKey; // Organisation: whose box it is
    Bytes closedCode;      // Organisation: the code in the box
    Bytes sealedKey;       // nonce and data key under the slot's key
    bool operator==(const KeySlot &) const = default;
};

struct VaultHeader {
    int version = 2;
    std::uint64_t generation = 0;
    domain::ReviewerId user;
    domain::DeviceId device;
    std::uint32_t epoch = 0;    // of the data key; names the folder that holds the ledger
    std::int64_t keyMadeMs = 0; // when that data key was made
    Bytes deviceSecretId;       // names and proves the keychain's entry; empty: the password alone opens
    crypto::PublicKeyBytes publicKey{};
    std::vector<KeySlot> slots;
    Bytes sealedSeed; // nonce and seed under the signwrap key
    // The signing key that takes over when the gateway has heard of it; empty: none is on its way.
    Bytes nextPublicKey;
    Bytes sealedNextSeed;
    Bytes mac; // of all of it but the generation, under the data key: no slot is added or taken unseen

    [[nodiscard]] const KeySlot *slot(SlotKind kind) const;
    // In place of the slot of its kind.
    void put(KeySlot slot);
    void drop(SlotKind kind);
};

[[nodiscard]] Bytes headerBytes(const VaultHeader &header);
// Nothing for bytes that are damaged or no header. Version 1 had the password's slot alone. Parameters below the floor
// are left to be refused when they are used.
[[nodiscard]] std::optional<VaultHeader> readHeader(BytesView bytes);

// What a seal of version 1 is bound to, and what the MAC of version 2 covers.
[[nodiscard]] Bytes versionOneAssociated(const VaultHeader &header);
[[nodiscard]] Bytes coveredBytes(const VaultHeader &header);

} // namespace countersign::console
