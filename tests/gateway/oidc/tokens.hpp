// Tokens as an issuer signs them, and as nobody should: made with OpenSSL, by hand.
#pragma once

#include "core/base/encoding.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rsa.h>

#include <memory>
#include <string>

namespace countersign::support
{

class SigningIssuer
{
public:
    // "RSA", "EC" (P-256) or "ED25519".
    explicit SigningIssuer(const std::string &type, int rsaBits = 2048)
        : type_(type),
          key_(type == "RSA"  ? EVP_RSA_gen(static_cast<unsigned>(rsaBits))
               : type == "EC" ? EVP_EC_gen("P-256")
                              : EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"),
               EVP_PKEY_free)
    {
    }

    [[nodiscard]] std::string algorithm() const
    {
        return type_ == "RSA" ? "RS256" : type_ == "EC" ? "ES256" : "EdDSA";
    }

    [[nodiscard]] std::string jwk(const std::string &kid, const std::string &extra = {}) const
    {
        std::string body;
        if (type_ == "RSA") {
            body = R"("kty":"RSA","n":")" + number(OSSL_PKEY_PARAM_RSA_N) + R"(","e":")" + number(OSSL_PKEY_PARAM_RSA_E);
        } else if (type_ == "EC") {
            body = R"("kty":"EC","crv":"P-256","x":")" + number(OSSL_PKEY_PARAM_EC_PUB_X, 32) + R"(","y":")"
                   + number(OSSL_PKEY_PARAM_EC_PUB_Y, 32);
        } else {
            std::uint8_t raw[32];
            std::size_t size = sizeof raw;
            EVP_PKEY_get_raw_public_key(key_.get(), raw, &size);
            body = R"("kty":"OKP","crv":"Ed25519","x":")" + base64urlEncode({raw, size});
        }
        return "{" + body + R"(","kid":")" + kid + "\"" + extra + "}";
    }

    [[nodiscard]] std::string sign(const std::string &header, const std::string &claims) const
    {
        const std::string text = base64urlEncode(asBytes(header)) + "." + base64urlEncode(asBytes(claims));
        return text + "." + base64urlEncode(signature(text));
    }

    [[nodiscard]] Bytes signature(const std::string &text) const
    {
        const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> digest(EVP_MD_CTX_new(), EVP_MD_CTX_free);
        const EVP_MD *hash = type_ == "ED25519" ? nullptr : EVP_sha256();
        const auto *bytes = asBytes(text).data();
        std::size_t size = 0;
        EVP_DigestSignInit(digest.get(), nullptr, hash, nullptr, key_.get());
        EVP_DigestSign(digest.get(), nullptr, &size, bytes, text.size());
        Bytes made(size);
        EVP_DigestSign(digest.get(), made.data(), &size, bytes, text.size());
        made.resize(size);
        return type_ == "EC" ? sideBySide(made) : made;
    }

private:
    [[nodiscard]] std::string number(const char *name, std::size_t width = 0) const
    {
        BIGNUM *value = nullptr;
        EVP_PKEY_get_bn_param(key_.get(), name, &value);
        const std::size_t size = width ? width : static_cast<std::size_t>(BN_num_bytes(value));
        Bytes bytes(size);
        BN_bn2binpad(value, bytes.data(), static_cast<int>(size));
        BN_free(value);
        return base64urlEncode(bytes);
    }

    static Bytes sideBySide(const Bytes &der)
    {
        const auto *start = der.data();
        ECDSA_SIG *both = d2i_ECDSA_SIG(nullptr, &start, static_cast<long>(der.size()));
        Bytes bytes(64);
        BN_bn2binpad(ECDSA_SIG_get0_r(both), bytes.data(), 32);
        BN_bn2binpad(ECDSA_SIG_get0_s(both), bytes.data() + 32, 32);
        ECDSA_SIG_free(both);
        return bytes;
    }

    std::string type_;
    std::shared_ptr<EVP_PKEY> key_;
};

} // namespace countersign::support
