#include "core/base/encoding.hpp"
#include "core/crypto/digest.hpp"
#include "core/crypto/signing.hpp"

#include <doctest/doctest.h>

using namespace countersign;
using namespace countersign::crypto;

namespace
{

SigningKey keyOf(std::uint8_t fill)
{
    return SigningKey::fromSeed(Bytes(32, fill)).value();
}

} // namespace

TEST_CASE("a signature holds for its key and message only")
{
    const SigningKey key = keyOf(1);
    const Bytes message = toBytes("what was seen is what is signed");
    const Signature signature = sign(key, message);
    CHECK(verify(key.publicKey(), message, signature));
    CHECK_FALSE(verify(keyOf(2).publicKey(), message, signature));

    for (std::size_t bit = 0; bit < signature.size() * 8; ++bit) {
        Signature changed = signature;
        changed[bit / 8] = static_cast<std::uint8_t>(changed[bit / 8] ^ 1U << bit % 8);
        CHECK_FALSE(verify(key.publicKey(), message, changed));
    }
    for (std::size_t bit = 0; bit < message.size() * 8; ++bit) {
        Bytes changed = message;
        changed[bit / 8] = static_cast<std::uint8_t>(changed[bit / 8] ^ 1U << bit % 8);
        CHECK_FALSE(verify(key.publicKey(), changed, signature));
    }
}

TEST_CASE("bytes of another size are neither seed, key nor signature")
{
    CHECK(SigningKey::fromSeed(Bytes(31)).error() == CryptoError::WrongSize);
    CHECK(SigningKey::fromSeed(Bytes(33)).error() == CryptoError::WrongSize);
    CHECK_FALSE(PublicKey::fromBytes(Bytes(31)));
    CHECK_FALSE(PublicKey::fromBytes(Bytes(33)));
    const SigningKey key = keyOf(1);
    const Signature signature = sign(key, {});
    CHECK(verify(key.publicKey(), {}, BytesView(signature)));
    CHECK_FALSE(verify(key.publicKey(), {}, BytesView(signature).first(63)));
}

TEST_CASE("the seed comes back for sealing")
{
    const SigningKey key = keyOf(7);
    CHECK(SigningKey::fromSeed(key.seed())->publicKey() == key.publicKey());
}

TEST_CASE("a malleable S and a key of small order are refused")
{
    const SigningKey key = keyOf(1);
    const Bytes message = toBytes("m");
    Signature signature = sign(key, message);
    // S + L, which satisfies the equation as well as S does.
    const Bytes order = hexDecode("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010").value();
    unsigned carry = 0;
    for (std::size_t i = 0; i < 32; ++i) {
        carry += signature[32 + i] + order[i];
        signature[32 + i] = static_cast<std::uint8_t>(carry);
        carry >>= 8;
    }
    CHECK_FALSE(verify(key.publicKey(), message, signature));

    // With the neutral element as key and R, and S = 0, the bare equation holds for every message.
    PublicKey neutral;
    neutral.bytes[0] = 1;
    Signature forged{};
    forged[0] = 1;
    CHECK_FALSE(verify(neutral, message, forged));
}

TEST_CASE("digests in one piece and in many are the same")
{
    const Bytes bytes(1000, 0x5a);
    Sha256 pieces;
    for (std::size_t at = 0; at < bytes.size(); at += 77)
        pieces.update(BytesView(bytes).subspan(at, std::min<std::size_t>(77, bytes.size() - at)));
    CHECK(pieces.finish() == sha256(bytes));
    CHECK(pieces.finish() == sha256({}));
}

TEST_CASE("the digest text has one form")
{
    const std::string text = digestText(asBytes("abc"));
    CHECK(text == "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(parseDigest(text) == sha256(asBytes("abc")));
    CHECK(formatDigest(*parseDigest(text)) == text);
    const std::string hex = text.substr(7);
    for (const std::string &wrong : {hex, "sha256:" + hex.substr(2), "sha256:" + hex + "00", "SHA256:" + hex,
                                     "sha256:BA" + hex.substr(2), "sha512:" + hex, text + " "}) {
        CAPTURE(wrong);
        CHECK_FALSE(parseDigest(wrong));
    }
}
