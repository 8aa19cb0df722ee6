#include "app/console/vault_file.hpp"

#include "core/crypto/mac.hpp"
#include "core/crypto/random.hpp"
#include "core/store/database.hpp"

#include <algorithm>
#include <array>

namespace countersign::console
{
namespace
{

using ports::VaultError;

constexpr std::array headerNames{"keys-0", "keys-1"};
constexpr const char *cardName = "card";
constexpr std::string_view linkProofBegin = "countersign-link/1\n";

Bytes cardAssociated(const VaultHeader &header)
{
    return toBytes("card/v2\n" + header.user.text() + "\n" + header.device.text());
}

bool isSameBut(const VaultHeader &a, const VaultHeader &b)
{
    return a.version == b.version && a.mac == b.mac && coveredBytes(a) == coveredBytes(b);
}

} // namespace

// What the two files hold.
struct VaultFile::Copies {
    std::optional<VaultHeader> newest;
    bool isThere = false; // a file, whatever it holds
    bool agree = true;    // two whole copies that say the same
};

VaultFile::VaultFile(store::Files &files, std::filesystem::path folder, domain::DeviceId device, VaultWorld world)
    : files_(files), folder_(std::move(folder)), device_(std::move(device)), world_(std::move(world))
{
}

crypto::Argon2Cost VaultFile::cost() const
{
    return world_.cost ? world_.cost() : crypto::argon2Floor;
}

VaultFile::Copies VaultFile::readCopies() const
{
    Copies copies;
    for (const auto *name : headerNames) {
        const bool isThere = files_.exists(folder_ / name);
        copies.isThere |= isThere;
        const auto bytes = isThere
                               ? files_.open(folder_ / name).and_then([](const auto &file) { return file->readAll(); })
                               : failure(store::StoreError::Absent);
        auto header = bytes ? readHeader(*bytes) : std::nullopt;
        if (!header || (copies.newest && !isSameBut(*copies.newest, *header)))
            copies.agree = false;
        if (header && (!copies.newest || copies.newest->generation < header->generation))
            copies.newest = std::move(header);
    }
    return copies;
}

Result<VaultHeader, VaultError> VaultFile::readNewest(const domain::ReviewerId &user) const
{
    auto copies = readCopies();
    if (!copies.newest)
        return failure(copies.isThere ? VaultError::Unreadable : VaultError::Absent);
    if (copies.newest->user != user || copies.newest->device != device_)
        return failure(VaultError::OfAnotherUser);
    return std::move(*copies.newest);
}

// There is the old file or the whole new one, whatever happens in between.
VaultFile::Changed VaultFile::replace(const std::string &name, BytesView bytes)
{
    const auto next = folder_ / (name + ".next");
    return files_.open(next)
        .and_then([&](const auto &file) {
            return file->write(0, bytes)
                .and_then([&](Done) { return file->truncate(bytes.size()); })
                .and_then([&](Done) { return file->sync(); });
        })
        .and_then([&](Done) { return files_.rename(next, folder_ / name); })
        .and_then([&](Done) { return files_.syncFolder(folder_); })
        .map_error([](auto) { return VaultError::WriteFailed; });
}

VaultFile::Changed VaultFile::writeCopy(const VaultHeader &header)
{
    return replace(headerNames[header.generation % headerNames.size()], headerBytes(header));
}

// Both copies, so that one damaged file is not the end of a profile. When the first is there the change is made; a
// second that could not be written is mended at the next opening.
VaultFile::Changed VaultFile::save(VaultHeader header, BytesView dataKey)
{
    header.version = 2;
    header.mac = macOf(header, dataKey);
    ++header.generation;
    if (const auto written = writeCopy(header); !written)
        return written;
    ++header.generation;
    static_cast<void>(writeCopy(header));
    header_ = std::move(header);
    return Done{};
}

void VaultFile::mend()
{
    if (readCopies().agree)
        return;
    auto next = *header_;
    ++next.generation;
    if (!writeCopy(next))
        return;
    ++next.generation;
    static_cast<void>(writeCopy(next));
    header_ = std::move(next);
}

Result<SecretBytes, VaultError> VaultFile::deviceSecretOf(const VaultHeader &header) const
{
    using enum ports::KeychainState;
    if (header.deviceSecretId.empty())
        return SecretBytes();
    if (world_.keychain == nullptr)
        return failure(VaultError::KeychainUnreadable);
    auto answer = world_.keychain->read(keychainName(header.deviceSecretId));
    switch (answer.state) {
    case Absent:
        return failure(VaultError::KeychainAbsent);
    case Locked:
        return failure(VaultError::KeychainLocked);
    case Unreadable:
        return failure(VaultError::KeychainUnreadable);
    case Found:
        break;
    }
    if (deviceSecretIdOf(answer.secret.view()) != header.deviceSecretId)
        return failure(VaultError::KeychainUnreadable);
    return std::move(answer.secret);
}

VaultFile::Outcome VaultFile::opened(VaultHeader header, BytesView dataKey, BytesView deviceSecret)
{
    header_ = std::move(header);
    dataKey_ = crypto::GuardedSecret(dataKey);
    deviceSecret_ = crypto::GuardedSecret(deviceSecret);
    const auto kid = crypto::thumbprint({header_->publicKey});
    return ports::VaultOpened{.user = header_->user,
                              .device = header_->device,
                              .kid = domain::KeyId{kid},
                              .publicKey = header_->publicKey,
                              .card = readCard(),
                              .hasRecoveryCode = header_->slot(SlotKind::Code) != nullptr,
                              .needsKeychain = !header_->deviceSecretId.empty(),
                              .hasNewKey = false};
}

VaultFile::Outcome VaultFile::open(const domain::ReviewerId &user, BytesView password)
{
    lock();
    auto header = readNewest(user);
    if (!header)
        return failure(header.error());
    const auto *slot = header->slot(SlotKind::Password);
    if (slot == nullptr)
        return failure(VaultError::Unreadable);
    const auto deviceSecret = deviceSecretOf(*header);
    if (!deviceSecret)
        return failure(deviceSecret.error());
    const auto dataKey = openSlot(*header, *slot, password, deviceSecret->view());
    if (!dataKey)
        return failure(dataKey.error());
    if (!isAuthentic(*header, dataKey->view()))
        return failure(VaultError::Unreadable);
    auto answer = opened(std::move(*header), dataKey->view(), deviceSecret->view());
    bringForward(password);
    sealForOrganisation();
    mend();
    return answer;
}

// Version 1 had neither MAC nor further slots. The card first: it is read under both, the header decides.
void VaultFile::bringForward(BytesView password)
{
    if (header_->version != 1)
        return;
    const auto dataKey = dataKey_.use();
    if (const auto card = readCard(); !card.empty())
        static_cast<void>(keep(card));
    const auto key = openSeed(*header_, dataKey.view(), {});
    if (!key)
        return; // it will say so when it is asked to sign
    auto next = *header_;
    next.version = 2;
    next.keyMadeMs = world_.nowMs;
    auto slot = makeSlot(next, SlotKind::Password, cost(), password, {}, dataKey.view());
    if (!slot)
        return;
    next.slots = {std::move(*slot)};
    next.sealedSeed = sealSeed(next, dataKey.view(), {}, key->seed());
    static_cast<void>(save(std::move(next), dataKey.view())); // else it is tried again at the next opening
}

VaultFile::Outcome VaultFile::enrol(const domain::ReviewerId &user, BytesView password)
{
    lock();
    if (const auto there = readCopies(); there.isThere)
        return failure(VaultError::Unreadable);
    if (const auto made =
            files_.makeFolder(folder_).and_then([&](Done) { return files_.syncFolder(folder_.parent_path()); });
        !made)
        return failure(VaultError::WriteFailed);
    const auto seed = freshSecret(crypto::SigningKey::seedSize);
    const auto dataKey = freshSecret();
    VaultHeader header;
    header.user = user;
    header.device = device_;
    header.keyMadeMs = world_.nowMs;
    header.publicKey = crypto::SigningKey::fromSeed(seed.view())->publicKey().bytes;
    const auto deviceSecret = bindToDevice(header);
    if (!deviceSecret)
        return failure(deviceSecret.error());
    header.sealedSeed = sealSeed(header, dataKey.view(), deviceSecret->view(), seed.view());
    return fillSlots(header, password, deviceSecret->view(), dataKey.view())
        .and_then([&](Done) { return save(std::move(header), dataKey.view()); })
        .and_then([&](Done) { return opened(std::move(*header_), dataKey.view(), deviceSecret->view()); });
}

// The slot's own derivation once; then one of the floor's cost, so that a signature does not take what an unlocking
// takes. Its result lies where the data key lies.
VaultFile::Changed VaultFile::prove(BytesView password)
{
    if (proof_) {
        const auto stretched = crypto::deriveKey(password, proof_->argon);
        if (!stretched)
            return failure(VaultError::Unreadable);
        if (!crypto::isEqualInConstantTime(stretched->view(), proof_->stretched.use().view()))
            return failure(VaultError::WrongPassword);
        return Done{};
    }
    const auto *slot = header_->slot(SlotKind::Password);
    const auto dataKey = openSlot(*header_, *slot, password, deviceSecret_.use().view());
    if (!dataKey)
        return failure(dataKey.error());
    if (slot->argon.cost == crypto::argon2Floor)
        return Done{};
    Proof proof;
    crypto::systemRandom(proof.argon.salt);
    if (const auto stretched = crypto::deriveKey(password, proof.argon)) {
        proof.stretched = crypto::GuardedSecret(stretched->view());
        proof_ = std::move(proof);
    }
    return Done{};
}

VaultFile::Signed VaultFile::signWithPassword(BytesView password, std::string_view bytes)
{
    if (!header_)
        return failure(VaultError::Locked);
    return prove(password)
        .and_then([&](Done) { return openSeed(*header_, dataKey_.use().view(), deviceSecret_.use().view()); })
        .map([&](const crypto::SigningKey &key) { return crypto::sign(key, asBytes(bytes)); });
}

VaultFile::Signed VaultFile::signCarried(const ports::CarriedWord &word, std::string_view bytes)
{
    if (!header_)
        return failure(VaultError::Locked);
    if (!crypto::verify({word.publicKey}, asBytes(word.bytes), word.signature))
        return failure(VaultError::WrongPassword);
    return openSeed(*header_, dataKey_.use().view(), deviceSecret_.use().view())
        .map([&](const crypto::SigningKey &key) { return crypto::sign(key, asBytes(bytes)); });
}

VaultFile::Signed VaultFile::signLinkProof(std::string_view proof)
{
    if (!header_ || !proof.starts_with(linkProofBegin))
        return failure(VaultError::Locked);
    return openSeed(*header_, dataKey_.use().view(), deviceSecret_.use().view())
        .map([&](const crypto::SigningKey &key) { return crypto::sign(key, asBytes(proof)); });
}

VaultFile::Changed VaultFile::keep(std::string_view card)
{
    if (!header_)
        return failure(VaultError::Locked);
    const auto key = subkeyOf(dataKey_.use().view(), "card/v1");
    return replace(cardName, sealFresh(key.view(), cardAssociated(*header_), asBytes(card)));
}

// A card that cannot be read is no card: the gateway is asked again.
std::string VaultFile::readCard() const
{
    if (!files_.exists(folder_ / cardName))
        return {};
    const auto bytes = files_.open(folder_ / cardName).and_then([](const auto &file) { return file->readAll(); });
    if (!bytes)
        return {};
    const auto key = subkeyOf(dataKey_.use().view(), "card/v1");
    auto card = unseal(key.view(), cardAssociated(*header_), *bytes);
    if (!card && header_->version == 1)
        card = unseal(key.view(), versionOneAssociated(*header_), *bytes);
    return card ? std::string(asText(card->view())) : std::string();
}

void VaultFile::lock()
{
    header_.reset();
    dataKey_.wipe();
    deviceSecret_.wipe();
    offeredCode_.wipe();
    proof_.reset();
}

Result<store::LedgerKeys, VaultError> VaultFile::ledgerKeys() const
{
    if (!header_)
        return failure(VaultError::Locked);
    return ledgerKeysOf(dataKey_.use().view());
}

std::filesystem::path VaultFile::folderOf(const VaultHeader &header) const
{
    return header.epoch == 0 ? folder_ : folder_ / ("epoch-" + std::to_string(header.epoch));
}

std::filesystem::path VaultFile::ledgerFolder() const
{
    return header_ ? folderOf(*header_) : folder_;
}

Result<SecretBytes, VaultError> VaultFile::blobKey() const
{
    if (!header_)
        return failure(VaultError::Locked);
    return subkeyOf(dataKey_.use().view(), "blobs/v1");
}

std::optional<std::string> VaultFile::highWaterName() const
{
    if (!header_ || header_->deviceSecretId.empty())
        return std::nullopt;
    return "high-water-" + keychainName(header_->deviceSecretId);
}

std::optional<std::int64_t> VaultFile::keyMadeMs() const
{
    return header_ ? std::optional(header_->keyMadeMs) : std::nullopt;
}

} // namespace countersign::console
