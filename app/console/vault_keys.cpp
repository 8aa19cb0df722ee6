#include "app/console/vault_keys.hpp"

#include "core/base/encoding.hpp"
#include "core/crypto/hkdf.hpp"
#include "core/crypto/mac.hpp"
#include "core/crypto/random.hpp"
#include "core/crypto/recovery_code.hpp"
#include "core/crypto/sealing.hpp"
#include "core/store/database.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace countersign::console
{
namespace
{

using ports::VaultError;

SecretBytes joined(BytesView first, BytesView second)
{
    SecretBytes both(first.size() + second.size());
    std::ranges::copy(first, both.writable().begin());
    std::ranges::copy(second, both.writable().begin() + static_cast<std::ptrdiff_t>(first.size()));
    return both;
}

Bytes personBytes(std::string_view use, const VaultHeader &header)
{
    return toBytes(std::string(use) + "\n" + header.user.text() + "\n" + header.device.text() + "\n");
}

void append(Bytes &bytes, BytesView more)
{
    bytes.insert(bytes.end(), more.begin(), more.end());
}

// Whose it is, and all of the slot that is not sealed.
Bytes slotAssociated(const VaultHeader &header, const KeySlot &slot)
{
    VaultHeader bound;
    bound.user = header.user;
    bound.device = header.device;
    bound.epoch = header.epoch;
    if (slot.kind == SlotKind::Password)
        bound.deviceSecretId = header.deviceSecretId;
    bound.slots.push_back(slot);
    bound.slots.back().sealedKey.clear();
    auto bytes = toBytes("slot/v2\n");
    append(bytes, coveredBytes(bound));
    return bytes;
}

Bytes seedAssociated(const VaultHeader &header)
{
    auto bytes = personBytes("seed/v2", header);
    append(bytes, header.publicKey);
    append(bytes, header.deviceSecretId);
    return bytes;
}

SecretBytes signwrapOf(BytesView dataKey, BytesView deviceSecret)
{
    return subkeyOf(joined(dataKey, deviceSecret).view(), "signwrap/v1");
}

Result<SecretBytes, VaultError> slotKey(const VaultHeader &header, const KeySlot &slot, BytesView secret,
                                        BytesView deviceSecret)
{
    auto stretched = crypto::deriveKey(secret, slot.argon);
    if (!stretched)
        return failure(VaultError::Unreadable); // below the floor, or memory that the machine does not have
    if (header.version == 1)
        return std::move(*stretched);
    const bool needsDevice = slot.kind == SlotKind::Password;
    const auto info = personBytes("kek/v1", header);
    return subkeyOf(joined(stretched->view(), needsDevice ? deviceSecret : BytesView{}).view(), asText(info));
}

} // namespace

SecretBytes freshSecret(std::size_t size)
{
    SecretBytes secret(size);
    crypto::systemRandom(secret.writable());
    return secret;
}

SecretBytes subkeyOf(BytesView dataKey, std::string_view use, std::size_t size)
{
    return std::move(*crypto::hkdfSha256(dataKey, {}, asBytes(use), size));
}

Bytes sealFresh(BytesView key, BytesView associated, BytesView plain)
{
    crypto::Nonce nonce{};
    crypto::systemRandom(nonce);
    Bytes sealed(nonce.begin(), nonce.end());
    append(sealed, *crypto::seal(key, nonce, associated, plain));
    return sealed;
}

std::optional<SecretBytes> unseal(BytesView key, BytesView associated, BytesView sealed)
{
    crypto::Nonce nonce{};
    if (sealed.size() < nonce.size())
        return std::nullopt;
    std::copy_n(sealed.begin(), nonce.size(), nonce.begin());
    auto plain = crypto::open(key, nonce, associated, sealed.subspan(nonce.size()));
    return plain ? std::optional(SecretBytes::taking(std::move(*plain))) : std::nullopt;
}

Bytes deviceSecretIdOf(BytesView deviceSecret)
{
    const auto digest =
        crypto::hmacSha256(asBytes("device-secret/v1"), deviceSecret); // as a key, zeros at its end would not count
    return {digest.begin(), digest.begin() + 16};
}

std::string keychainName(BytesView deviceSecretId)
{
    return "device-secret-" + hexEncode(deviceSecretId);
}

store::LedgerKeys ledgerKeysOf(BytesView dataKey)
{
    using Key = store::DatabaseKey;
    const auto database = subkeyOf(dataKey, "sqlcipher/v1", Key::keySize + Key::saltSize);
    return {.databaseKey = SecretBytes::copyOf(database.view().first(Key::keySize)),
            .databaseSalt = SecretBytes::copyOf(database.view().subspan(Key::keySize)),
            .spoolKey = subkeyOf(dataKey, "spool/v1"),
            .headMarkKey = subkeyOf(dataKey, "headmark/v1")};
}

Result<KeySlot, VaultError> makeSlot(const VaultHeader &header, SlotKind kind, const crypto::Argon2Cost &cost,
                                     BytesView secret, BytesView deviceSecret, BytesView dataKey)
{
    KeySlot slot;
    slot.kind = kind;
    slot.argon.cost = cost;
    crypto::systemRandom(slot.argon.salt);
    const auto key = slotKey(header, slot, secret, deviceSecret);
    if (!key)
        return failure(key.error());
    slot.sealedKey = sealFresh(key->view(), slotAssociated(header, slot), dataKey);
    return slot;
}

Result<KeySlot, VaultError> makeOrganisationSlot(const VaultHeader &header, const crypto::BoxPublicKey &organisation,
                                                 BytesView dataKey)
{
    const auto code = freshSecret(crypto::recoveryCodeSize);
    KeySlot slot;
    slot.kind = SlotKind::Organisation;
    slot.argon.cost = crypto::argon2Floor;
    crypto::systemRandom(slot.argon.salt);
    slot.organisationKey.assign(organisation.begin(), organisation.end());
    slot.closedCode = crypto::closeBox(organisation, code.view());
    const auto key = slotKey(header, slot, code.view(), {});
    if (!key)
        return failure(key.error());
    slot.sealedKey = sealFresh(key->view(), slotAssociated(header, slot), dataKey);
    return slot;
}

Result<SecretBytes, VaultError> openSlot(const VaultHeader &header, const KeySlot &slot, BytesView secret,
                                         BytesView deviceSecret)
{
    const auto key = slotKey(header, slot, secret, deviceSecret);
    if (!key)
        return failure(key.error());
    const auto associated = header.version == 1 ? versionOneAssociated(header) : slotAssociated(header, slot);
    auto dataKey = unseal(key->view(), associated, slot.sealedKey);
    if (!dataKey)
        return failure(VaultError::WrongPassword);
    return std::move(*dataKey);
}

Bytes sealSeed(const VaultHeader &header, BytesView dataKey, BytesView deviceSecret, BytesView seed)
{
    return sealFresh(signwrapOf(dataKey, deviceSecret).view(), seedAssociated(header), seed);
}

Result<crypto::SigningKey, VaultError> openSeed(const VaultHeader &header, BytesView dataKey, BytesView deviceSecret)
{
    const bool isOld = header.version == 1;
    const auto wrap = isOld ? subkeyOf(dataKey, "signwrap/v1") : signwrapOf(dataKey, deviceSecret);
    const auto seed =
        unseal(wrap.view(), isOld ? versionOneAssociated(header) : seedAssociated(header), header.sealedSeed);
    if (!seed)
        return failure(VaultError::Unreadable);
    auto key = crypto::SigningKey::fromSeed(seed->view());
    if (!key || key->publicKey().bytes != header.publicKey)
        return failure(VaultError::Unreadable);
    return std::move(*key);
}

Bytes macOf(const VaultHeader &header, BytesView dataKey)
{
    const auto mac = crypto::hmacSha256(subkeyOf(dataKey, "header/v2").view(), coveredBytes(header));
    return {mac.begin(), mac.end()};
}

bool isAuthentic(const VaultHeader &header, BytesView dataKey)
{
    return header.version == 1 || crypto::isEqualInConstantTime(header.mac, macOf(header, dataKey));
}

double secondsToDerive(const crypto::Argon2Cost &cost)
{
    const auto begin = std::chrono::steady_clock::now();
    static_cast<void>(crypto::deriveKey(asBytes("how long does it take"), {.cost = cost, .salt = {}}));
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

crypto::Argon2Cost calibratedCost(const std::function<double(const crypto::Argon2Cost &)> &secondsOf)
{
    constexpr double wanted = 1.0;
    constexpr std::uint32_t step = 16 * 1024;
    constexpr std::uint32_t most = 1024 * 1024;
    auto cost = crypto::argon2Floor;
    // Twice, because a machine seldom gives the larger derivation the speed of the smaller one.
    for (int round = 0; round < 2; ++round) {
        const double factor = wanted / std::max(secondsOf(cost), 0.001);
        const double memory = std::min(double{most}, std::floor(cost.memoryKiB * factor / step) * step);
        cost.memoryKiB = std::max(crypto::argon2Floor.memoryKiB, static_cast<std::uint32_t>(memory));
    }
    return cost;
}

} // namespace countersign::console
