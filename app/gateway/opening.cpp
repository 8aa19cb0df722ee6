#include "app/gateway/opening.hpp"

#include "app/gateway/system_clock.hpp"
#include "core/base/encoding.hpp"
#include "core/protocol/canonical.hpp"
#include "core/protocol/fields.hpp"
#include "core/protocol/strict_json.hpp"

namespace countersign::gateway
{
namespace
{

using store::StoreError;

template <class Error>
auto refuse(Error error)
{
    return failure(OpeningError(error));
}

// A secret file holds hexadecimal digits of so many bytes.
Result<SecretBytes, DirectoryError> readHexSecret(const std::filesystem::path &file, std::size_t size)
{
    const auto text = readSecretFile(file);
    if (!text)
        return failure(text.error());
    auto bytes = hexDecode(asText(text->view()));
    if (!bytes || bytes->size() != size)
        return failure(DirectoryError::Unreadable);
    return SecretBytes::taking(*std::move(bytes));
}

std::string_view sentence(DirectoryError error)
{
    switch (error) {
    case DirectoryError::Absent:
        return "There is no gateway in this folder; make one with init.";
    case DirectoryError::AlreadyThere:
        return "There is a gateway in this folder already.";
    case DirectoryError::Unreadable:
        return "A file of the gateway's folder cannot be read.";
    case DirectoryError::Unwritable:
        return "The gateway's folder cannot be written.";
    }
    return {};
}

std::string_view sentence(StoreError error)
{
    switch (error) {
    case StoreError::Busy:
        return "Another process uses this gateway's store; stop it first.";
    case StoreError::WrongKey:
        return "The store was encrypted with another key.";
    case StoreError::Corrupt:
        return "The store is damaged.";
    case StoreError::VersionTooNew:
        return "The store was written by a newer version.";
    case StoreError::DiskFull:
        return "The disk is full.";
    case StoreError::LibraryTooOld:
        return "The SQLCipher in this program is too old.";
    default:
        return "The store cannot be read or written.";
    }
}

} // namespace

std::string sentenceOf(const OpeningError &error)
{
    return std::string(std::visit([](auto known) { return sentence(known); }, error));
}

std::string identityText(const std::string &gatewayId, const std::string &organisation)
{
    return protocol::compactText(protocol::Json::object({{"gatewayId", gatewayId}, {"organisation", organisation}}))
           + "\n";
}

Result<Registrar::Identity, OpeningError> readIdentity(const DataDirectory &directory)
{
    if (!directory.isThere())
        return refuse(DirectoryError::Absent);
    const auto text = readFile(directory.identity());
    const auto seed = readHexSecret(directory.signingKey(), crypto::SigningKey::seedSize);
    if (!text || !seed)
        return refuse(DirectoryError::Unreadable);
    const auto document = protocol::decodeStrict(*text, protocol::limits::statement);
    auto key = crypto::SigningKey::fromSeed(seed->view());
    if (!document || !key)
        return refuse(DirectoryError::Unreadable);
    std::optional<protocol::WireError> broken;
    protocol::Reader reader(*document, broken);
    std::string gatewayId, organisation;
    reader.required("gatewayId", gatewayId, protocol::Length{1, 64});
    reader.required("organisation", organisation, protocol::Length{0, 200});
    if (broken)
        return refuse(DirectoryError::Unreadable);
    return Registrar::Identity{std::move(gatewayId), std::move(organisation), *std::move(key)};
}

Result<store::gateway::GatewayStore, OpeningError> openStore(const DataDirectory &directory, store::OpenMode mode)
{
    const auto secret = readHexSecret(directory.storeKey(), store::DatabaseKey::keySize + store::DatabaseKey::saltSize);
    if (!secret)
        return refuse(secret.error());
    const store::DatabaseKey key{SecretBytes::copyOf(secret->view().first(store::DatabaseKey::keySize)),
                                 SecretBytes::copyOf(secret->view().subspan(store::DatabaseKey::keySize))};
    auto opened = store::gateway::GatewayStore::open(directory.store(), key, mode);
    if (!opened)
        return refuse(opened.error());
    return *std::move(opened);
}

Result<Registrar, OpeningError> openRegistrar(const DataDirectory &directory, ports::Randomness &dice)
{
    auto identity = readIdentity(directory);
    if (!identity)
        return failure(identity.error());
    auto store = openStore(directory, store::OpenMode::MustExist);
    if (!store)
        return failure(store.error());
    auto registrar = Registrar::open(*std::move(store), *std::move(identity), dice, SystemClock().now());
    if (!registrar)
        return refuse(registrar.error());
    return *std::move(registrar);
}

} // namespace countersign::gateway
