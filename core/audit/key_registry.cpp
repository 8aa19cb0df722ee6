#include "core/audit/key_registry.hpp"

#include "core/audit/package_limits.hpp"
#include "core/base/encoding.hpp"
#include "core/protocol/canonical.hpp"
#include "core/protocol/strict_json.hpp"

namespace countersign::audit
{
namespace
{

using protocol::Json;

std::string_view roleText(KeyRole role)
{
    return role == KeyRole::Gateway ? "gateway" : "reviewer";
}

// Empty where the member is missing or no string.
std::string textOf(const Json &object, std::string_view name)
{
    const Json *value = object.find(name);
    const std::string *text = value == nullptr ? nullptr : value->asString();
    return text == nullptr ? std::string() : *text;
}

Json jwkOf(const crypto::PublicKey &key)
{
    return Json::object({{"alg", "EdDSA"},
                         {"crv", "Ed25519"},
                         {"kid", crypto::thumbprint(key)},
                         {"kty", "OKP"},
                         {"use", "sig"},
                         {"x", base64urlEncode(key.bytes)}});
}

Json jwkOf(const RegisteredKey &key)
{
    Json jwk = jwkOf(key.publicKey);
    jwk.set("owner", key.owner);
    jwk.set("role", roleText(key.role));
    jwk.set("validFrom", formatInstant(key.validFrom));
    if (!key.device.isEmpty())
        jwk.set("device", key.device.text());
    if (key.revokedAt)
        jwk.set("revokedAt", formatInstant(*key.revokedAt));
    return jwk;
}

// Absent is fine where the member is optional; another value never is.
bool saysOnly(const Json &jwk, std::string_view name, std::string_view text)
{
    return jwk.find(name) == nullptr || textOf(jwk, name) == text;
}

std::optional<crypto::PublicKey> readPublicKey(const Json &jwk)
{
    if (textOf(jwk, "kty") != "OKP" || textOf(jwk, "crv") != "Ed25519" || jwk.find("d") != nullptr
        || !saysOnly(jwk, "alg", "EdDSA") || !saysOnly(jwk, "use", "sig"))
        return std::nullopt;
    const auto bytes = base64urlDecode(textOf(jwk, "x"));
    const auto key = bytes ? crypto::PublicKey::fromBytes(*bytes) : std::nullopt;
    if (!key || !saysOnly(jwk, "kid", crypto::thumbprint(*key)))
        return std::nullopt;
    return key;
}

std::optional<RegisteredKey> readKey(const Json &jwk)
{
    const auto publicKey = readPublicKey(jwk);
    const auto validFrom = parseInstant(textOf(jwk, "validFrom"));
    const std::string role = textOf(jwk, "role");
    if (!publicKey || !validFrom || jwk.find("kid") == nullptr)
        return std::nullopt;
    RegisteredKey key{domain::KeyId(textOf(jwk, "kid")),
                      *publicKey,
                      role == roleText(KeyRole::Gateway) ? KeyRole::Gateway : KeyRole::Reviewer,
                      textOf(jwk, "owner"),
                      domain::DeviceId(textOf(jwk, "device")),
                      *validFrom,
                      std::nullopt};
    if (role != roleText(key.role) || key.owner.empty())
        return std::nullopt;
    if (jwk.find("revokedAt") != nullptr) {
        key.revokedAt = parseInstant(textOf(jwk, "revokedAt"));
        if (!key.revokedAt)
            return std::nullopt;
    }
    return key;
}

} // namespace

bool isValidAt(const RegisteredKey &key, Instant at)
{
    return key.validFrom <= at && (!key.revokedAt || at < *key.revokedAt);
}

void KeyRegistry::put(RegisteredKey key)
{
    const domain::KeyId kid = key.kid;
    keys_.insert_or_assign(kid, std::move(key));
}

const RegisteredKey *KeyRegistry::find(const domain::KeyId &kid) const
{
    const auto found = keys_.find(kid);
    return found == keys_.end() ? nullptr : &found->second;
}

std::vector<RegisteredKey> KeyRegistry::keys() const
{
    std::vector<RegisteredKey> all;
    for (const auto &[kid, key] : keys_)
        all.push_back(key);
    return all;
}

std::string encodeKeys(const KeyRegistry &registry)
{
    const auto encode = [](const RegisteredKey &key) { return jwkOf(key); };
    return protocol::canonical(Json::object({{"keys", Json::arrayOf(registry.keys(), encode)}})).value_or("");
}

Result<KeyRegistry, ChainError> decodeKeys(std::string_view json)
{
    const auto document = protocol::decodeStrict(json, keysLimits);
    const Json *list = document ? document->find("keys") : nullptr;
    if (list == nullptr || list->asArray() == nullptr)
        return failure(ChainError::KeysMalformed);
    KeyRegistry registry;
    for (const Json &jwk : *list->asArray()) {
        auto key = readKey(jwk);
        if (!key || registry.find(key->kid) != nullptr)
            return failure(ChainError::KeysMalformed);
        registry.put(*std::move(key));
    }
    return registry;
}

std::string encodeJwk(const crypto::PublicKey &key)
{
    return protocol::canonical(jwkOf(key)).value_or("");
}

Result<crypto::PublicKey, ChainError> decodeJwk(std::string_view json)
{
    const auto document = protocol::decodeStrict(json, keysLimits);
    const auto key = document ? readPublicKey(*document) : std::nullopt;
    if (!key)
        return failure(ChainError::KeysMalformed);
    return *key;
}

} // namespace countersign::audit
