#include "app/gateway/oidc/issuer_key.hpp"

#include "core/base/encoding.hpp"
#include "core/protocol/strict_json.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include <algorithm>

namespace countersign::gateway::oidc
{
namespace
{

using protocol::Json;

template <auto Free>
struct Freeing {
    template <class T>
    void operator()(T *thing) const
    {
        Free(thing);
    }
};
using Number = std::unique_ptr<BIGNUM, Freeing<BN_free>>;
using Builder = std::unique_ptr<OSSL_PARAM_BLD, Freeing<OSSL_PARAM_BLD_free>>;
using Params = std::unique_ptr<OSSL_PARAM, Freeing<OSSL_PARAM_free>>;
using Context = std::unique_ptr<EVP_PKEY_CTX, Freeing<EVP_PKEY_CTX_free>>;
using Digest = std::unique_ptr<EVP_MD_CTX, Freeing<EVP_MD_CTX_free>>;
using EcSignature = std::unique_ptr<ECDSA_SIG, Freeing<ECDSA_SIG_free>>;
using Key = std::shared_ptr<EVP_PKEY>;

constexpr std::size_t coordinateBytes = 32; // of P-256 and Ed25519
constexpr protocol::JsonLimits keySetLimits{256 * protocol::limits::kiB, 8, 64, 256, 32 * protocol::limits::kiB, 8192};

std::string textOf(const Json &object, std::string_view name)
{
    const Json *member = object.find(name);
    const std::string *text = member ? member->asString() : nullptr;
    return text ? *text : std::string();
}

std::optional<Bytes> bytesOf(const Json &object, std::string_view name)
{
    const std::string text = textOf(object, name);
    return text.empty() ? std::nullopt : base64urlDecode(text);
}

Number numberOf(const Bytes &bytes)
{
    return Number(BN_bin2bn(bytes.data(), static_cast<int>(bytes.size()), nullptr));
}

Key keyFrom(const char *type, OSSL_PARAM_BLD *builder)
{
    const Params params(OSSL_PARAM_BLD_to_param(builder));
    const Context context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY *made = nullptr;
    if (!params || !context || EVP_PKEY_fromdata_init(context.get()) != 1
        || EVP_PKEY_fromdata(context.get(), &made, EVP_PKEY_PUBLIC_KEY, params.get()) != 1)
        return nullptr;
    return {made, EVP_PKEY_free};
}

Key rsaKey(const Json &jwk)
{
    const auto n = bytesOf(jwk, "n"), e = bytesOf(jwk, "e");
    const Builder builder(OSSL_PARAM_BLD_new());
    if (!n || !e || !builder)
        return nullptr;
    const Number modulus = numberOf(*n), exponent = numberOf(*e);
    if (!modulus || !exponent || BN_num_bits(modulus.get()) < rsaBitsMin
        || OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, modulus.get()) != 1
        || OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, exponent.get()) != 1)
        return nullptr;
    return keyFrom("RSA", builder.get());
}

Key ecKey(const Json &jwk)
{
    const auto x = bytesOf(jwk, "x"), y = bytesOf(jwk, "y");
    const Builder builder(OSSL_PARAM_BLD_new());
    if (textOf(jwk, "crv") != "P-256" || !x || !y || x->size() != coordinateBytes || y->size() != coordinateBytes
        || !builder)
        return nullptr;
    Bytes point{4}; // uncompressed
    point.insert(point.end(), x->begin(), x->end());
    point.insert(point.end(), y->begin(), y->end());
    if (OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "P-256", 0) != 1
        || OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size()) != 1)
        return nullptr;
    Key key = keyFrom("EC", builder.get());
    const Context context(key ? EVP_PKEY_CTX_new_from_pkey(nullptr, key.get(), nullptr) : nullptr);
    return context && EVP_PKEY_public_check(context.get()) == 1 ? key : nullptr; // on the curve
}

Key edwardsKey(const Json &jwk)
{
    const auto x = bytesOf(jwk, "x");
    if (textOf(jwk, "crv") != "Ed25519" || !x || x->size() != coordinateBytes)
        return nullptr;
    return {EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, x->data(), x->size()), EVP_PKEY_free};
}

std::optional<IssuerKey> readKey(const Json &jwk)
{
    const std::string type = textOf(jwk, "kty"), use = textOf(jwk, "use"), named = textOf(jwk, "alg");
    IssuerKey key{.kid = textOf(jwk, "kid"), .key = nullptr};
    if (key.kid.empty() || (!use.empty() && use != "sig"))
        return std::nullopt;
    if (type == "RSA") {
        key.algorithm = TokenAlgorithm::Rs256;
        key.key = rsaKey(jwk);
    } else if (type == "EC") {
        key.algorithm = TokenAlgorithm::Es256;
        key.key = ecKey(jwk);
    } else if (type == "OKP") {
        key.algorithm = TokenAlgorithm::EdDsa;
        key.key = edwardsKey(jwk);
    }
    const bool fits = named.empty() || algorithmNamed(named) == key.algorithm;
    return key.key && fits ? std::optional(std::move(key)) : std::nullopt;
}

// JWS has r and s side by side, OpenSSL wants them in DER.
Bytes derOf(BytesView signature)
{
    if (signature.size() != 2 * coordinateBytes)
        return {};
    const EcSignature both(ECDSA_SIG_new());
    Number r(BN_bin2bn(signature.data(), coordinateBytes, nullptr));
    Number s(BN_bin2bn(signature.data() + coordinateBytes, coordinateBytes, nullptr));
    if (!both || !r || !s || ECDSA_SIG_set0(both.get(), r.get(), s.get()) != 1)
        return {};
    static_cast<void>(r.release());
    static_cast<void>(s.release());
    unsigned char *der = nullptr;
    const int size = i2d_ECDSA_SIG(both.get(), &der);
    if (size <= 0)
        return {};
    Bytes bytes(der, der + size);
    OPENSSL_free(der);
    return bytes;
}

} // namespace

std::optional<TokenAlgorithm> algorithmNamed(std::string_view name)
{
    if (name == "RS256")
        return TokenAlgorithm::Rs256;
    if (name == "ES256")
        return TokenAlgorithm::Es256;
    if (name == "EdDSA")
        return TokenAlgorithm::EdDsa;
    return std::nullopt;
}

std::optional<std::vector<IssuerKey>> readKeySet(std::string_view json)
{
    const auto document = protocol::decodeStrict(json, keySetLimits, protocol::Numbers::Any);
    const Json *list = document ? document->find("keys") : nullptr;
    if (!list || !list->asArray() || list->asArray()->size() > issuerKeysMax)
        return std::nullopt;
    std::vector<IssuerKey> keys;
    for (const Json &jwk : *list->asArray()) {
        auto key = readKey(jwk);
        if (!key)
            continue;
        if (std::ranges::any_of(keys, [&](const IssuerKey &other) { return other.kid == key->kid; }))
            return std::nullopt;
        keys.push_back(*std::move(key));
    }
    return keys;
}

bool verifies(const IssuerKey &key, BytesView signedBytes, BytesView signature)
{
    const Digest digest(EVP_MD_CTX_new());
    const EVP_MD *hash = key.algorithm == TokenAlgorithm::EdDsa ? nullptr : EVP_sha256();
    const Bytes der = key.algorithm == TokenAlgorithm::Es256 ? derOf(signature) : Bytes();
    const BytesView given = key.algorithm == TokenAlgorithm::Es256 ? BytesView(der) : signature;
    return digest && !given.empty()
           && EVP_DigestVerifyInit(digest.get(), nullptr, hash, nullptr, key.key.get()) == 1
           && EVP_DigestVerify(digest.get(), given.data(), given.size(), signedBytes.data(), signedBytes.size()) == 1;
}

} // namespace countersign::gateway::oidc
