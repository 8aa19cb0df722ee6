#include "core/crypto/self_test.hpp"

#include "core/base/encoding.hpp"
#include "core/crypto/digest.hpp"
#include "core/crypto/hkdf.hpp"
#include "core/crypto/mac.hpp"
#include "core/crypto/password.hpp"
#include "core/crypto/sealing.hpp"
#include "core/crypto/signing.hpp"

#include <sodium.h>

#include <algorithm>
#include <string_view>

namespace countersign::crypto
{
namespace
{

Bytes hex(std::string_view digits)
{
    return hexDecode(digits).value_or(Bytes{});
}

bool equalsHex(BytesView bytes, std::string_view digits)
{
    return hexEncode(bytes) == digits;
}

// FIPS 180-4 examples: one block, two blocks.
bool hashes()
{
    constexpr std::string_view twoBlocks = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
    return equalsHex(sha256(asBytes("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
           && equalsHex(sha256(asBytes(twoBlocks)), "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

// RFC 4231, test case 2.
bool authenticates()
{
    return equalsHex(hmacSha256(asBytes("Jefe"), asBytes("what do ya want for nothing?")),
                     "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

// RFC 5869, A.1.
bool expands()
{
    const auto out = hkdfSha256(hex("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b"), hex("000102030405060708090a0b0c"),
                                hex("f0f1f2f3f4f5f6f7f8f9"), 42);
    return out
           && equalsHex(out->view(), "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"
                                     "34007208d5b887185865");
}

struct SigningVector {
    std::string_view seed;
    std::string_view publicKey;
    std::string_view message;
    std::string_view signature;
};

constexpr std::string_view seed1 = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
constexpr std::string_view public1 = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

// RFC 8032, 7.1, tests 1 to 3; then RFC 8037, A.4, which signs a JWS with the key of test 1.
constexpr SigningVector signingVectors[] = {
    {seed1, public1, "",
     "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
     "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"},
    {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
     "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "\x72",
     "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
     "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"},
    {"c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
     "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "\xaf\x82",
     "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
     "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"},
    {seed1, public1, "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc",
     "860c98d2297f3060a33f42739672d61b53cf3adefed3d3c672f320dc021b411e"
     "9d59b8628dc351e248b88b29468e0e41855b0fb7d83bb15be902bfccb8cd0a02"},
};

bool signs(const SigningVector &vector)
{
    const auto key = SigningKey::fromSeed(hex(vector.seed));
    if (!key || !equalsHex(key->publicKey().bytes, vector.publicKey))
        return false;
    const BytesView message = asBytes(vector.message);
    const Signature signature = sign(*key, message);
    Signature changed = signature;
    changed[0] ^= 1U;
    return equalsHex(signature, vector.signature) && verify(key->publicKey(), message, signature)
           && !verify(key->publicKey(), message, changed);
}

// RFC 8037, A.3.
bool namesKeys()
{
    const auto key = PublicKey::fromBytes(hex(public1));
    return key && thumbprint(*key) == "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k";
}

// draft-irtf-cfrg-xchacha-03, A.3.1.
bool sealsAndOpens()
{
    const Bytes key = hex("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f");
    const Bytes associated = hex("50515253c0c1c2c3c4c5c6c7");
    const BytesView plain = asBytes("Ladies and Gentlemen of the class of '99: If I could offer you only one tip for "
                                    "the future, sunscreen would be it.");
    Nonce nonce{};
    std::ranges::copy(hex("404142434445464748494a4b4c4d4e4f5051525354555657"), nonce.begin());
    auto sealed = seal(key, nonce, associated, plain);
    if (!sealed
        || !equalsHex(*sealed, "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb"
                               "731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452"
                               "2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9"
                               "21f9664c97637da9768812f615c68b13b52ec0875924c1c7987947deafd8780acf49"))
        return false;
    const auto opened = open(key, nonce, associated, *sealed);
    sealed->front() ^= 1U;
    return opened && std::ranges::equal(*opened, plain) && !open(key, nonce, associated, *sealed);
}

// A vector of the algorithm's reference implementation, as its PHC text: RFC 9106's own has four lanes, which the
// library does not offer.
bool stretches()
{
    const std::string hash = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
    return matchesPassword(hash, asBytes("password")) && !matchesPassword(hash, asBytes("Password"));
}

} // namespace

Result<Done, SelfTestFailure> selfTest()
{
    if (sodium_init() < 0)
        return failure(SelfTestFailure::LibraryNotReady);
    if (!hashes())
        return failure(SelfTestFailure::Sha256);
    if (!authenticates())
        return failure(SelfTestFailure::HmacSha256);
    if (!expands())
        return failure(SelfTestFailure::HkdfSha256);
    if (!std::ranges::all_of(signingVectors, signs))
        return failure(SelfTestFailure::Ed25519);
    if (!namesKeys())
        return failure(SelfTestFailure::Thumbprint);
    if (!sealsAndOpens())
        return failure(SelfTestFailure::XChaCha20Poly1305);
    if (!stretches())
        return failure(SelfTestFailure::Argon2id);
    return Done{};
}

} // namespace countersign::crypto
