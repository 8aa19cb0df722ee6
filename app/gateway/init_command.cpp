// `init`: the folder of a gateway, with its keys, its certificates, its store and a policy to begin with.
#include "app/gateway/certificates.hpp"
#include "app/gateway/commands.hpp"
#include "app/gateway/opening.hpp"
#include "app/gateway/speech.hpp"
#include "app/gateway/system_clock.hpp"
#include "core/base/encoding.hpp"
#include "core/rulebook/policy_codec.hpp"

#include <array>
#include <iostream>

namespace countersign::gateway
{
namespace
{

using Made = Result<Done, OpeningError>;

std::string randomHex(ports::Randomness &dice, std::size_t size)
{
    SecretBytes bytes(size);
    dice.fill(bytes.writable());
    return hexEncode(bytes.view());
}

Made write(const std::filesystem::path &file, BytesView content)
{
    if (const auto written = writeFile(file, content); !written)
        return failure(OpeningError(written.error()));
    return Done{};
}

Made writeSecret(const std::filesystem::path &file, std::string text)
{
    const Made made = write(file, asBytes(text));
    wipeMemory(text.data(), text.size());
    return made;
}

Made writeCertificates(const DataDirectory &directory, const std::string &organisation, Instant now)
{
    const auto made = makeCertificates(organisation, now);
    if (!made)
        return failure(OpeningError(DirectoryError::Unwritable));
    return write(directory.authorityCertificate(), asBytes(made->authority))
        .and_then([&](Done) { return write(directory.authorityKey(), made->authorityKey.view()); })
        .and_then([&](Done) { return write(directory.serverCertificate(), asBytes(made->server)); })
        .and_then([&](Done) { return write(directory.serverKey(), made->serverKey.view()); });
}

// The gateway's own key and the first policy.
Made fillStore(const DataDirectory &directory, const std::string &gatewayId, const std::string &policy, Instant now)
{
    auto store = openStore(directory, store::OpenMode::MayCreate);
    auto identity = readIdentity(directory);
    if (!store || !identity)
        return failure(store ? identity.error() : store.error());
    const crypto::PublicKey &key = identity->key.publicKey();
    if (const Made root = write(directory.root(), asBytes(audit::encodeJwk(key))); !root)
        return root;
    const domain::Digest digest = rulebook::policyRef(policy::startingPolicy()).digest;
    const auto filled = store->begin().and_then([&](store::Transaction transaction) {
        return store
            ->addKey({.kid = domain::KeyId(crypto::thumbprint(key)),
                      .publicKey = Bytes(key.bytes.begin(), key.bytes.end()),
                      .isGateway = true,
                      .owner = gatewayId,
                      .device = {},
                      .deviceName = {},
                      .validFrom = now,
                      .revokedAt = {}})
            .and_then([&](Done) { return store->applyPolicy({digest, policy}); })
            .and_then([&](Done) { return transaction.commit(); });
    });
    if (const auto closed = filled.and_then([&](Done) { return store->close(); }); !closed)
        return failure(OpeningError(closed.error()));
    return Done{};
}

Made makeGateway(const DataDirectory &directory, const std::string &organisation)
{
    SystemDice dice;
    const Instant now = SystemClock().now();
    const std::string gatewayId = "gw-" + randomHex(dice, 8);
    const std::string policy = rulebook::policyBytes(policy::startingPolicy());
    if (const auto created = directory.create(); !created)
        return failure(OpeningError(created.error()));
    // The identity comes before the store needs it; a folder with one is a gateway's.
    return writeSecret(directory.storeKey(),
                       randomHex(dice, store::DatabaseKey::keySize + store::DatabaseKey::saltSize))
        .and_then(
            [&](Done) { return writeSecret(directory.signingKey(), randomHex(dice, crypto::SigningKey::seedSize)); })
        .and_then([&](Done) { return writeCertificates(directory, organisation, now); })
        .and_then(
            [&](Done) { return write(directory.policy(), asBytes(rulebook::policyText(policy::startingPolicy()))); })
        .and_then([&](Done) { return write(directory.identity(), asBytes(identityText(gatewayId, organisation))); })
        .and_then([&](Done) { return fillStore(directory, gatewayId, policy, now); });
}

} // namespace

int initCommand(Words words)
{
    const auto arguments = readArguments(words, {"--data", "--organisation"});
    const auto data = arguments.and_then([](const Arguments &a) { return demand(a, "--data"); });
    if (!data)
        return data.error();
    const auto made = makeGateway(DataDirectory(*data), arguments->value("--organisation").value_or("Countersign"));
    if (!made)
        return say(CouldNot, sentenceOf(made.error()));
    const DataDirectory directory(*data);
    tell(*arguments, "The gateway's folder is ready. Consoles trust it by its ca.pem, auditors by its gateway.jwk.",
         protocol::Json::object({{"data", *data},
                                 {"authority", directory.authorityCertificate().string()},
                                 {"root", directory.root().string()}}));
    return Succeeded;
}

} // namespace countersign::gateway
