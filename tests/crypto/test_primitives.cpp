#include "core/base/encoding.hpp"
#include "core/crypto/hkdf.hpp"
#include "core/crypto/mac.hpp"
#include "core/crypto/password.hpp"
#include "core/crypto/random.hpp"
#include "core/crypto/sealing.hpp"
#include "core/crypto/self_test.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <set>

using namespace countersign;
using namespace countersign::crypto;

TEST_CASE("this machine passes the self-test")
{
    CHECK(selfTest() == Done{});
}

TEST_CASE("a key derivation outside floor and ceiling is refused")
{
    struct Row {
        std::string what;
        Argon2Cost cost;
        bool isAccepted;
    };
    const Row table[] = {
        {"the floor", {64 * 1024, 3}, true},
        {"less memory", {64 * 1024 - 1, 3}, false},
        {"fewer passes", {64 * 1024, 2}, false},
        {"nothing", {0, 0}, false},
        {"more passes than the ceiling", {64 * 1024, 65}, false},
        {"more memory than the ceiling", {4 * 1024 * 1024 + 1, 3}, false},
        {"all of it", {std::numeric_limits<std::uint32_t>::max(), std::numeric_limits<std::uint32_t>::max()}, false},
    };
    for (const Row &row : table) {
        CAPTURE(row.what);
        const auto key = deriveKey(asBytes("password"), {row.cost, {}});
        CHECK(key.has_value() == row.isAccepted);
        if (!key)
            CHECK(key.error() == CryptoError::ParametersRefused);
        if (!row.isAccepted)
            CHECK(hashPassword(asBytes("password"), row.cost).error() == CryptoError::ParametersRefused);
    }
}

TEST_CASE("a derived key is Argon2id's, by another implementation's word")
{
    // printf password | argon2 saltsaltsaltsalt -id -t 3 -k 65536 -p 1 -l 32 -r
    Argon2Params params{argon2Floor, {}};
    std::ranges::copy(asBytes("saltsaltsaltsalt"), params.salt.begin());
    CHECK(hexEncode(deriveKey(asBytes("password"), params)->view())
          == "0da38a14b42c0a97db18714d0011c5c63cec962e19202b7cdfe8ead145435e54");
    CHECK(deriveKey(asBytes("password"), params, 15).error() == CryptoError::WrongSize);
}

TEST_CASE("a password hash matches its password alone")
{
    const std::string hash = hashPassword(asBytes("correct horse")).value();
    CHECK(hash.starts_with("$argon2id$v=19$m=65536,t=3,p=1$"));
    CHECK(matchesPassword(hash, asBytes("correct horse")));
    CHECK_FALSE(matchesPassword(hash, asBytes("correct horsf")));
    CHECK_FALSE(matchesPassword(hash, {}));
    CHECK(hashPassword(asBytes("correct horse")).value() != hash);
    for (const std::string &broken : {std::string(), std::string("plain"), hash.substr(0, 40), std::string(500, '$')})
        CHECK_FALSE(matchesPassword(broken, asBytes("correct horse")));
}

TEST_CASE("sealed bytes open only unchanged, under their key, nonce and associated data")
{
    const Bytes key(sealingKeySize, 3);
    const Nonce nonce{1, 2, 3};
    const Bytes plain = toBytes("decision");
    const Bytes associated = toBytes("device 7, seq 9");
    const Bytes sealed = seal(key, nonce, associated, plain).value();
    CHECK(sealed.size() == plain.size() + sealingTagSize);
    CHECK(open(key, nonce, associated, sealed).value() == plain);

    for (std::size_t bit = 0; bit < sealed.size() * 8; ++bit) {
        Bytes changed = sealed;
        changed[bit / 8] = static_cast<std::uint8_t>(changed[bit / 8] ^ 1U << bit % 8);
        CHECK(open(key, nonce, associated, changed).error() == CryptoError::NotAuthentic);
    }
    CHECK(open(Bytes(sealingKeySize, 4), nonce, associated, sealed).error() == CryptoError::NotAuthentic);
    CHECK(open(key, Nonce{1, 2, 4}, associated, sealed).error() == CryptoError::NotAuthentic);
    CHECK(open(key, nonce, {}, sealed).error() == CryptoError::NotAuthentic);
    for (std::size_t size = 0; size < sealed.size(); ++size)
        CHECK(open(key, nonce, associated, BytesView(sealed).first(size)).error() == CryptoError::NotAuthentic);
    CHECK(seal(Bytes(31), nonce, {}, plain).error() == CryptoError::WrongSize);
    CHECK(open(Bytes(33), nonce, {}, sealed).error() == CryptoError::WrongSize);
    CHECK(open(key, nonce, {}, seal(key, nonce, {}, {}).value()).value().empty());
}

TEST_CASE("HKDF tells uses apart and knows its bounds")
{
    const Bytes secret(32, 1);
    const auto derive = [&](std::string_view info, std::size_t size) {
        return hexEncode(hkdfSha256(secret, {}, asBytes(info), size)->view());
    };
    CHECK(derive("spool/v1", 32) != derive("headmark/v1", 32));
    CHECK(derive("spool/v1", 80).starts_with(derive("spool/v1", 33)));
    CHECK(derive("spool/v1", 0).empty());
    CHECK(hkdfSha256(secret, {}, {}, hkdfSizeMax).has_value());
    CHECK(hkdfSha256(secret, {}, {}, hkdfSizeMax + 1).error() == CryptoError::WrongSize);
}

TEST_CASE("comparison sees every byte and the size")
{
    const Bytes a(33, 7);
    CHECK(isEqualInConstantTime(a, Bytes(33, 7)));
    CHECK(isEqualInConstantTime({}, {}));
    CHECK_FALSE(isEqualInConstantTime(a, BytesView(a).first(32)));
    for (std::size_t at = 0; at < a.size(); ++at) {
        Bytes other = a;
        other[at] = 8;
        CHECK_FALSE(isEqualInConstantTime(a, other));
    }
}

TEST_CASE("the system's randomness does not repeat")
{
    std::set<Bytes> seen;
    for (int i = 0; i < 100; ++i) {
        Bytes bytes(16);
        systemRandom(bytes);
        CHECK(seen.insert(bytes).second);
    }
}
