#include "app/gateway/certificates.hpp"

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <chrono>
#include <ctime>
#include <memory>
#include <string_view>

namespace countersign::gateway
{
namespace
{

template <auto Free>
struct Freeing {
    template <class T>
    void operator()(T *thing) const
    {
        Free(thing);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Freeing<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freeing<X509_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Freeing<X509_EXTENSION_free>>;
using Memory = std::unique_ptr<BIO, Freeing<BIO_free_all>>;
using Number = std::unique_ptr<BIGNUM, Freeing<BN_free>>;

constexpr std::chrono::days authorityDays{3650};
constexpr std::chrono::days serverDays{825};
constexpr int serialBits = 127;
constexpr long version3 = 2; // counts from 0

struct Wish {
    std::string commonName, organisation;
    std::chrono::days days;
    std::vector<std::pair<int, const char *>> extensions;
};

bool setSerial(X509 *certificate)
{
    const Number number(BN_new());
    return number && BN_rand(number.get(), serialBits, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) == 1
           && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr;
}

bool setTimes(X509 *certificate, Instant now, std::chrono::days length)
{
    const auto seconds = [](Instant at) {
        return static_cast<std::time_t>(
            std::chrono::duration_cast<std::chrono::seconds>(at.time_since_epoch()).count());
    };
    return ASN1_TIME_set(X509_getm_notBefore(certificate), seconds(now - std::chrono::days(1))) != nullptr
           && ASN1_TIME_set(X509_getm_notAfter(certificate), seconds(now + length)) != nullptr;
}

bool setName(X509_NAME *name, const char *field, const std::string &text)
{
    const auto *bytes = reinterpret_cast<const unsigned char *>(text.data());
    return X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8, bytes, static_cast<int>(text.size()), -1, 0) == 1;
}

bool addExtensions(X509 *certificate, X509 *issuer, const Wish &wish)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    for (const auto &[nid, value] : wish.extensions) {
        const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value));
        if (!extension || X509_add_ext(certificate, extension.get(), -1) != 1)
            return false;
    }
    return true;
}

// Signed by the issuer, or by itself where there is none.
Certificate issue(const Wish &wish, EVP_PKEY *key, X509 *issuer, EVP_PKEY *issuerKey, Instant now)
{
    Certificate certificate(X509_new());
    X509 *made = certificate.get();
    const bool isMade =
        made && X509_set_version(made, version3) == 1 && setSerial(made) && setTimes(made, now, wish.days)
        && X509_set_pubkey(made, key) == 1 && setName(X509_get_subject_name(made), "O", wish.organisation)
        && setName(X509_get_subject_name(made), "CN", wish.commonName)
        && X509_set_issuer_name(made, X509_get_subject_name(issuer ? issuer : made)) == 1
        && addExtensions(made, issuer ? issuer : made, wish) && X509_sign(made, issuerKey, EVP_sha256()) > 0;
    return isMade ? std::move(certificate) : Certificate();
}

template <class Write>
std::string pem(Write write)
{
    const Memory memory(BIO_new(BIO_s_secmem()));
    if (!memory || write(memory.get()) != 1)
        return {};
    char *text = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &text);
    return {text, static_cast<std::size_t>(size)};
}

SecretBytes keyPem(EVP_PKEY *key)
{
    std::string text = pem(
        [&](BIO *memory) { return PEM_write_bio_PKCS8PrivateKey(memory, key, nullptr, nullptr, 0, nullptr, nullptr); });
    auto secret = SecretBytes::copyOf(asBytes(text));
    wipeMemory(text.data(), text.size());
    return secret;
}

} // namespace

Result<Certificates, CertificateError> makeCertificates(const std::string &organisation, Instant now)
{
    const Wish authorityWish{"Countersign gateway authority",
                             organisation,
                             authorityDays,
                             {{NID_basic_constraints, "critical,CA:TRUE,pathlen:0"},
                              {NID_key_usage, "critical,keyCertSign,cRLSign"},
                              {NID_subject_key_identifier, "hash"}}};
    const Wish serverWish{"localhost",
                          organisation,
                          serverDays,
                          {{NID_basic_constraints, "critical,CA:FALSE"},
                           {NID_key_usage, "critical,digitalSignature"},
                           {NID_ext_key_usage, "serverAuth"},
                           {NID_subject_key_identifier, "hash"},
                           {NID_authority_key_identifier, "keyid:always"},
                           {NID_subject_alt_name, "IP:127.0.0.1,IP:::1,DNS:localhost"}}};
    const Key authorityKey(EVP_EC_gen("P-256"));
    const Key serverKey(EVP_EC_gen("P-256"));
    if (!authorityKey || !serverKey)
        return failure(CertificateError::LibraryFailed);
    const Certificate authority = issue(authorityWish, authorityKey.get(), nullptr, authorityKey.get(), now);
    const Certificate server =
        authority ? issue(serverWish, serverKey.get(), authority.get(), authorityKey.get(), now) : Certificate();
    if (!server)
        return failure(CertificateError::LibraryFailed);
    return Certificates{pem([&](BIO *memory) { return PEM_write_bio_X509(memory, authority.get()); }),
                        pem([&](BIO *memory) { return PEM_write_bio_X509(memory, server.get()); }),
                        keyPem(authorityKey.get()), keyPem(serverKey.get())};
}

} // namespace countersign::gateway
