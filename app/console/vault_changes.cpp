// Changes of a profile's keys: codes, passwords, and new keys in place of old ones (reliability.md 6.2).
#include "app/console/vault_file.hpp"

#include "core/base/encoding.hpp"
#include "core/crypto/mac.hpp"
#include "core/crypto/recovery_code.hpp"

#include <algorithm>

namespace countersign::console
{
namespace
{

using ports::VaultError;

constexpr const char *requestName = "organisation-request";
constexpr std::string_view vouchingBegin = "countersign-next-key/1\n";
constexpr std::size_t groupSize = 4;

// For the one line that a help desk is sent.
std::string requestText(const KeySlot &slot)
{
    return "CSREC1 " + base64urlEncode(slot.closedCode) + "\n";
}

bool isOf(const KeySlot *slot, const crypto::BoxPublicKey &organisation)
{
    return slot != nullptr && std::ranges::equal(slot->organisationKey, organisation);
}

} // namespace

// The device secret for a new slot: where the policy wants one, it is made and the keychain must have taken it.
Result<SecretBytes, VaultError> VaultFile::bindToDevice(VaultHeader &header) const
{
    using enum ports::KeychainState;
    header.deviceSecretId.clear();
    if (world_.use == KeychainUse::Never)
        return SecretBytes();
    auto secret = freshSecret();
    auto id = deviceSecretIdOf(secret.view());
    const auto state = world_.keychain == nullptr ? Unreadable : world_.keychain->keep(keychainName(id), secret.view());
    if (state == Found) {
        header.deviceSecretId = std::move(id);
        return secret;
    }
    if (world_.use == KeychainUse::Prefer)
        return SecretBytes();
    return failure(state == Locked ? VaultError::KeychainLocked : VaultError::KeychainUnreadable);
}

// Anew: the password's slot and the organisation's. A code that was confirmed for an older data key is gone.
VaultFile::Changed VaultFile::fillSlots(VaultHeader &header, BytesView password, BytesView deviceSecret,
                                        BytesView dataKey) const
{
    header.slots.clear();
    auto slot = makeSlot(header, SlotKind::Password, cost(), password, deviceSecret, dataKey);
    if (!slot)
        return failure(slot.error());
    header.put(std::move(*slot));
    if (!world_.organisation)
        return Done{};
    auto organisations = makeOrganisationSlot(header, *world_.organisation, dataKey);
    if (!organisations)
        return failure(organisations.error());
    header.put(std::move(*organisations));
    return Done{};
}

// A profile that was enrolled before the organisation had a key, or under another one; and the line for its help desk.
void VaultFile::sealForOrganisation()
{
    if (header_->version == 1 || !world_.organisation)
        return;
    const auto dataKey = dataKey_.use();
    if (!isOf(header_->slot(SlotKind::Organisation), *world_.organisation)) {
        auto slot = makeOrganisationSlot(*header_, *world_.organisation, dataKey.view());
        if (!slot)
            return;
        auto next = *header_;
        next.put(std::move(*slot));
        if (!save(std::move(next), dataKey.view()))
            return;
    }
    const auto text = requestText(*header_->slot(SlotKind::Organisation));
    const auto known = files_.exists(folder_ / requestName)
                           ? files_.open(folder_ / requestName).and_then([](const auto &f) { return f->readAll(); })
                           : Bytes{};
    if (!known || asText(*known) != text)
        static_cast<void>(replace(requestName, asBytes(text)));
}

Result<SecretBytes, VaultError> VaultFile::makeRecoveryCode()
{
    if (!header_ || header_->version == 1)
        return failure(VaultError::Locked);
    const auto code = freshSecret(crypto::recoveryCodeSize);
    offeredCode_ = crypto::GuardedSecret(code.view());
    return crypto::codeText(code.view());
}

VaultFile::Changed VaultFile::keepRecoveryCode(BytesView lastGroup)
{
    if (!header_ || offeredCode_.isEmpty())
        return failure(VaultError::Locked);
    const auto code = offeredCode_.use();
    // Read as codes are read, so that a small letter or an O for a zero is no slip.
    const auto typed = crypto::readCodeLetters(lastGroup);
    const auto text = crypto::codeText(code.view());
    if (!crypto::isEqualInConstantTime(typed.view(), text.view().last(groupSize)))
        return failure(VaultError::WrongCode);
    const auto dataKey = dataKey_.use();
    auto next = *header_;
    auto slot = makeSlot(next, SlotKind::Code, crypto::argon2Floor, code.view(), {}, dataKey.view());
    if (!slot)
        return failure(slot.error());
    next.put(std::move(*slot));
    const auto saved = save(std::move(next), dataKey.view());
    if (saved)
        offeredCode_.wipe();
    return saved;
}

VaultFile::Changed VaultFile::dropRecoveryCode()
{
    if (!header_)
        return failure(VaultError::Locked);
    auto next = *header_;
    next.drop(SlotKind::Code);
    return save(std::move(next), dataKey_.use().view());
}

// The slot, and where the policy now wants a device secret that the profile has not, the seed with it: one header.
VaultFile::Changed VaultFile::changePassword(BytesView oldPassword, BytesView newPassword)
{
    if (!header_)
        return failure(VaultError::Locked);
    if (const auto proved = prove(oldPassword); !proved)
        return proved;
    const auto dataKey = dataKey_.use();
    auto next = *header_;
    SecretBytes deviceSecret = SecretBytes::copyOf(deviceSecret_.use().view());
    if (next.deviceSecretId.empty() && world_.use != KeychainUse::Never && next.nextPublicKey.empty()) {
        auto bound = bindToDevice(next);
        if (!bound)
            return failure(bound.error());
        const auto key = openSeed(*header_, dataKey.view(), {});
        if (!key)
            return failure(key.error());
        deviceSecret = std::move(*bound);
        next.sealedSeed = sealSeed(next, dataKey.view(), deviceSecret.view(), key->seed());
    }
    auto slot = makeSlot(next, SlotKind::Password, cost(), newPassword, deviceSecret.view(), dataKey.view());
    if (!slot)
        return failure(slot.error());
    next.put(std::move(*slot));
    const auto saved = save(std::move(next), dataKey.view());
    if (saved) {
        deviceSecret_ = crypto::GuardedSecret(deviceSecret.view());
        proof_.reset();
    }
    return saved;
}

VaultFile::Staged VaultFile::stageRecovery(const domain::ReviewerId &user, BytesView code, BytesView newPassword,
                                           DataKey dataKey)
{
    lock();
    auto header = readNewest(user);
    if (!header)
        return failure(header.error());
    const auto secret = crypto::readCode(code);
    if (!secret)
        return failure(VaultError::WrongCode);
    SecretBytes known;
    for (const auto kind : {SlotKind::Code, SlotKind::Organisation})
        if (const auto *slot = header->slot(kind); slot != nullptr && known.isEmpty())
            if (auto opened = openSlot(*header, *slot, secret->view(), {}))
                known = std::move(*opened);
    if (known.isEmpty())
        return failure(VaultError::WrongCode);
    if (!isAuthentic(*header, known.view()))
        return failure(VaultError::Unreadable);

    StagedKeys staged;
    staged.folderBefore = folderOf(*header);
    staged.ledgerBefore = ledgerKeysOf(known.view());
    staged.deviceSecretIdBefore = header->deviceSecretId;
    staged.header = std::move(*header);
    staged.dataKey = dataKey == DataKey::New ? freshSecret() : std::move(known);
    if (dataKey == DataKey::New) {
        ++staged.header.epoch;
        staged.header.keyMadeMs = world_.nowMs;
    }
    const auto seed = freshSecret(crypto::SigningKey::seedSize);
    staged.header.publicKey = crypto::SigningKey::fromSeed(seed.view())->publicKey().bytes;
    staged.header.nextPublicKey.clear();
    staged.header.sealedNextSeed.clear();
    auto deviceSecret = bindToDevice(staged.header);
    if (!deviceSecret)
        return failure(deviceSecret.error());
    staged.deviceSecret = std::move(*deviceSecret);
    staged.header.sealedSeed = sealSeed(staged.header, staged.dataKey.view(), staged.deviceSecret.view(), seed.view());
    staged.ledgerAfter = ledgerKeysOf(staged.dataKey.view());
    staged.folderAfter = folderOf(staged.header);
    const auto filled = fillSlots(staged.header, newPassword, staged.deviceSecret.view(), staged.dataKey.view());
    if (!filled)
        return failure(filled.error());
    return staged;
}

VaultFile::Staged VaultFile::stageRotation(BytesView password)
{
    if (!header_ || header_->version == 1 || !header_->nextPublicKey.empty())
        return failure(VaultError::Locked);
    if (const auto proved = prove(password); !proved)
        return failure(proved.error());
    const auto dataKey = dataKey_.use();
    const auto deviceSecret = deviceSecret_.use();
    const auto key = openSeed(*header_, dataKey.view(), deviceSecret.view());
    if (!key)
        return failure(key.error());
    StagedKeys staged;
    staged.folderBefore = folderOf(*header_);
    staged.ledgerBefore = ledgerKeysOf(dataKey.view());
    staged.deviceSecretIdBefore = header_->deviceSecretId;
    staged.header = *header_;
    staged.dataKey = freshSecret();
    staged.deviceSecret = SecretBytes::copyOf(deviceSecret.view());
    ++staged.header.epoch;
    staged.header.keyMadeMs = world_.nowMs;
    staged.header.sealedSeed = sealSeed(staged.header, staged.dataKey.view(), deviceSecret.view(), key->seed());
    staged.ledgerAfter = ledgerKeysOf(staged.dataKey.view());
    staged.folderAfter = folderOf(staged.header);
    const auto filled = fillSlots(staged.header, password, deviceSecret.view(), staged.dataKey.view());
    if (!filled)
        return failure(filled.error());
    return staged;
}

// The card is under the data key, too: it is sealed anew when the header is in force, or asked for again.
VaultFile::Outcome VaultFile::commit(StagedKeys staged)
{
    const bool isSameKey = header_ && header_->publicKey == staged.header.publicKey;
    const auto card = header_ ? readCard() : std::string();
    auto answer = save(std::move(staged.header), staged.dataKey.view()).and_then([&](Done) {
        return opened(std::move(*header_), staged.dataKey.view(), staged.deviceSecret.view());
    });
    if (!answer)
        return answer;
    proof_.reset();
    if (const auto &before = staged.deviceSecretIdBefore; !before.empty() && before != header_->deviceSecretId)
        world_.keychain->forget(keychainName(before));
    answer->hasNewKey = !isSameKey;
    if (!card.empty() && keep(card))
        answer->card = card;
    sealForOrganisation();
    return answer;
}

Result<VaultFile::NewKey, VaultError> VaultFile::beginKeyChange(BytesView password)
{
    if (!header_ || header_->version == 1)
        return failure(VaultError::Locked);
    if (const auto proved = prove(password); !proved)
        return failure(proved.error());
    const auto dataKey = dataKey_.use();
    const auto deviceSecret = deviceSecret_.use();
    if (header_->nextPublicKey.empty()) {
        const auto seed = freshSecret(crypto::SigningKey::seedSize);
        auto next = *header_;
        const auto publicKey = crypto::SigningKey::fromSeed(seed.view())->publicKey().bytes;
        next.nextPublicKey.assign(publicKey.begin(), publicKey.end());
        auto named = next;
        named.publicKey = publicKey;
        next.sealedNextSeed = sealSeed(named, dataKey.view(), deviceSecret.view(), seed.view());
        if (const auto saved = save(std::move(next), dataKey.view()); !saved)
            return failure(saved.error());
    }
    return openSeed(*header_, dataKey.view(), deviceSecret.view()).map([&](const crypto::SigningKey &old) {
        NewKey key;
        std::ranges::copy(header_->nextPublicKey, key.publicKey.begin());
        key.vouching = crypto::sign(old, asBytes(std::string(vouchingBegin) + crypto::thumbprint({key.publicKey})));
        return key;
    });
}

VaultFile::Outcome VaultFile::finishKeyChange()
{
    if (!header_ || header_->nextPublicKey.empty())
        return failure(VaultError::Locked);
    auto next = *header_;
    std::ranges::copy(next.nextPublicKey, next.publicKey.begin());
    next.sealedSeed = std::move(next.sealedNextSeed);
    next.nextPublicKey.clear();
    next.sealedNextSeed.clear();
    const auto dataKey = dataKey_.use();
    if (const auto saved = save(std::move(next), dataKey.view()); !saved)
        return failure(saved.error());
    const auto deviceSecret = SecretBytes::copyOf(deviceSecret_.use().view());
    const auto same = SecretBytes::copyOf(dataKey.view());
    return opened(std::move(*header_), same.view(), deviceSecret.view());
}

} // namespace countersign::console
