#include "app/console/vault_file.hpp"

#include "core/crypto/hkdf.hpp"
#include "core/crypto/random.hpp"
#include "core/crypto/sealing.hpp"
#include "core/store/database.hpp"

#include <algorithm>
#include <array>

namespace countersign::console
{
namespace
{

using ports::VaultError;

constexpr std::size_t keySize = 32;
constexpr std::array headerNames{"keys-0", "keys-1"};
constexpr const char *cardName = "card";
constexpr std::string_view linkProofBegin = "countersign-link/1\n";

// The part of a header that the sealed keys are bound to: whose it is and how the password is stretched.
Bytes associatedBytes(const VaultHeader &header)
{
    VaultHeader bound = header;
    bound.generation = 0;
    bound.sealedKey.clear();
    bound.sealedSeed.clear();
    return headerBytes(bound);
}

SecretBytes subkey(BytesView dataKey, std::string_view use, std::size_t size = keySize)
{
    return std::move(*crypto::hkdfSha256(dataKey, {}, asBytes(use), size));
}

Bytes sealFresh(BytesView key, BytesView associated, BytesView plain)
{
    crypto::Nonce nonce{};
    crypto::systemRandom(nonce);
    Bytes sealed(nonce.begin(), nonce.end());
    const auto ciphertext = *crypto::seal(key, nonce, associated, plain);
    sealed.insert(sealed.end(), ciphertext.begin(), ciphertext.end());
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

// The data key, if this is the password.
Result<SecretBytes, VaultError> dataKeyOf(const VaultHeader &header, BytesView password)
{
    const auto kek = crypto::deriveKey(password, header.argon);
    if (!kek)
        return failure(VaultError::Unreadable); // below the floor, or memory that the machine does not have
    auto dataKey = unseal(kek->view(), associatedBytes(header), header.sealedKey);
    if (!dataKey)
        return failure(VaultError::WrongPassword);
    return std::move(*dataKey);
}

VaultFile::Signed signBy(const VaultHeader &header, BytesView dataKey, std::string_view bytes)
{
    const auto wrap = subkey(dataKey, "signwrap/v1");
    const auto seed = unseal(wrap.view(), associatedBytes(header), header.sealedSeed);
    if (!seed)
        return failure(VaultError::Unreadable);
    const auto key = crypto::SigningKey::fromSeed(seed->view());
    if (!key || key->publicKey().bytes != header.publicKey)
        return failure(VaultError::Unreadable);
    return crypto::sign(*key, asBytes(bytes));
}

} // namespace

VaultFile::VaultFile(store::Files &files, std::filesystem::path folder, domain::DeviceId device,
                     crypto::Argon2Cost cost)
    : files_(files), folder_(std::move(folder)), device_(std::move(device)), cost_(cost)
{
}

Result<VaultHeader, VaultError> VaultFile::readNewest() const
{
    std::optional<VaultHeader> newest;
    bool isThere = false;
    for (const auto *name : headerNames) {
        if (!files_.exists(folder_ / name))
            continue;
        isThere = true;
        const auto bytes = files_.open(folder_ / name).and_then([](const auto &file) { return file->readAll(); });
        auto header = bytes ? readHeader(*bytes) : std::nullopt;
        if (header && (!newest || newest->generation < header->generation))
            newest = std::move(header);
    }
    if (newest)
        return std::move(*newest);
    return failure(isThere ? VaultError::Unreadable : VaultError::Absent);
}

// There is the old file or the whole new one, whatever happens in between.
Result<Done, VaultError> VaultFile::replace(const std::string &name, BytesView bytes)
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

Result<Done, VaultError> VaultFile::write(const VaultHeader &header)
{
    return replace(headerNames[header.generation % headerNames.size()], headerBytes(header));
}

// Both copies, so that one damaged file is not the end of a profile.
Result<Done, VaultError> VaultFile::writeBoth(VaultHeader &header)
{
    return write(header).and_then([&](Done) {
        ++header.generation;
        return write(header);
    });
}

VaultFile::Outcome VaultFile::opened(VaultHeader header, SecretBytes dataKey)
{
    header_ = std::move(header);
    dataKey_ = std::move(dataKey);
    const auto kid = crypto::thumbprint({header_->publicKey});
    return ports::VaultOpened{header_->user, header_->device, domain::KeyId{kid}, header_->publicKey, readCard()};
}

VaultFile::Outcome VaultFile::open(const domain::ReviewerId &user, BytesView password)
{
    lock();
    auto header = readNewest();
    if (!header)
        return failure(header.error());
    if (header->user != user || header->device != device_)
        return failure(VaultError::OfAnotherUser);
    auto dataKey = dataKeyOf(*header, password);
    if (!dataKey)
        return failure(dataKey.error());
    return opened(std::move(*header), std::move(*dataKey));
}

VaultFile::Outcome VaultFile::enrol(const domain::ReviewerId &user, BytesView password)
{
    lock();
    if (const auto there = readNewest(); there || there.error() != VaultError::Absent)
        return failure(VaultError::Unreadable);
    if (const auto made =
            files_.makeFolder(folder_).and_then([&](Done) { return files_.syncFolder(folder_.parent_path()); });
        !made)
        return failure(VaultError::WriteFailed);
    SecretBytes seed(crypto::SigningKey::seedSize);
    SecretBytes dataKey(keySize);
    crypto::systemRandom(seed.writable());
    crypto::systemRandom(dataKey.writable());
    VaultHeader header;
    header.generation = 1;
    header.user = user;
    header.device = device_;
    header.argon.cost = cost_;
    crypto::systemRandom(header.argon.salt);
    header.publicKey = crypto::SigningKey::fromSeed(seed.view())->publicKey().bytes;
    const auto kek = crypto::deriveKey(password, header.argon);
    if (!kek)
        return failure(VaultError::Unreadable);
    header.sealedKey = sealFresh(kek->view(), associatedBytes(header), dataKey.view());
    header.sealedSeed = sealFresh(subkey(dataKey.view(), "signwrap/v1").view(), associatedBytes(header), seed.view());
    return writeBoth(header).and_then([&](Done) { return opened(std::move(header), std::move(dataKey)); });
}

VaultFile::Signed VaultFile::signWithPassword(BytesView password, std::string_view bytes)
{
    if (!header_)
        return failure(VaultError::Locked);
    const auto dataKey = dataKeyOf(*header_, password);
    return dataKey ? signBy(*header_, dataKey->view(), bytes) : Signed(failure(dataKey.error()));
}

VaultFile::Signed VaultFile::signLinkProof(std::string_view proof)
{
    if (!header_ || !proof.starts_with(linkProofBegin))
        return failure(VaultError::Locked);
    return signBy(*header_, dataKey_.view(), proof);
}

Result<Done, VaultError> VaultFile::keep(std::string_view card)
{
    if (!header_)
        return failure(VaultError::Locked);
    const auto sealed = sealFresh(subkey(dataKey_.view(), "card/v1").view(), associatedBytes(*header_), asBytes(card));
    return replace(cardName, sealed);
}

// A card that cannot be read is no card: the gateway is asked again.
std::string VaultFile::readCard() const
{
    if (!files_.exists(folder_ / cardName))
        return {};
    const auto bytes = files_.open(folder_ / cardName).and_then([](const auto &file) { return file->readAll(); });
    if (!bytes)
        return {};
    const auto card = unseal(subkey(dataKey_.view(), "card/v1").view(), associatedBytes(*header_), *bytes);
    return card ? std::string(asText(card->view())) : std::string();
}

void VaultFile::lock()
{
    header_.reset();
    dataKey_.wipe();
}

Result<store::LedgerKeys, VaultError> VaultFile::ledgerKeys() const
{
    if (!header_)
        return failure(VaultError::Locked);
    const auto database =
        subkey(dataKey_.view(), "sqlcipher/v1", store::DatabaseKey::keySize + store::DatabaseKey::saltSize);
    return store::LedgerKeys{.databaseKey = SecretBytes::copyOf(database.view().first(store::DatabaseKey::keySize)),
                             .databaseSalt = SecretBytes::copyOf(database.view().subspan(store::DatabaseKey::keySize)),
                             .spoolKey = subkey(dataKey_.view(), "spool/v1"),
                             .headMarkKey = subkey(dataKey_.view(), "headmark/v1")};
}

Result<SecretBytes, VaultError> VaultFile::blobKey() const
{
    if (!header_)
        return failure(VaultError::Locked);
    return subkey(dataKey_.view(), "blobs/v1");
}

} // namespace countersign::console
