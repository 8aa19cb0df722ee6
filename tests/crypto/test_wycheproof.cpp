// Project Wycheproof's vectors, where the test data is at hand.
#include "core/base/encoding.hpp"
#include "core/crypto/hkdf.hpp"
#include "core/crypto/sealing.hpp"
#include "core/crypto/signing.hpp"
#include "core/protocol/strict_json.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

using namespace countersign;
using namespace countersign::crypto;
using protocol::Json;

namespace
{

std::optional<Json> vectors(const std::string &name)
{
    const char *data = std::getenv("COUNTERSIGN_DATA");
    if (data == nullptr || *data == '\0') {
        MESSAGE("left out, COUNTERSIGN_DATA is not set: " << name);
        return std::nullopt;
    }
    std::ifstream file(std::string(data) + "/crypto/wycheproof/" + name, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    auto decoded = protocol::decodeStrict(text.str(), protocol::limits::proposal);
    REQUIRE(decoded);
    return std::move(*decoded);
}

Bytes hexMember(const Json &object, std::string_view name)
{
    return hexDecode(*object.find(name)->asString()).value();
}

bool isValid(const Json &test)
{
    return *test.find("result")->asString() == "valid";
}

// Calls check(group, test) for each and returns how many there were.
template <class Check>
int forEachTest(const Json &file, Check check)
{
    int count = 0;
    for (const Json &group : *file.find("testGroups")->asArray()) {
        for (const Json &test : *group.find("tests")->asArray()) {
            CAPTURE(*test.find("tcId")->asInteger());
            check(group, test);
            ++count;
        }
    }
    CHECK(count == *file.find("numberOfTests")->asInteger());
    return count;
}

} // namespace

TEST_CASE("Ed25519 agrees with Wycheproof")
{
    const auto file = vectors("ed25519_test.json");
    if (!file)
        return;
    const int count = forEachTest(*file, [](const Json &group, const Json &test) {
        const auto key = PublicKey::fromBytes(hexMember(*group.find("publicKey"), "pk"));
        REQUIRE(key);
        CHECK(verify(*key, hexMember(test, "msg"), BytesView(hexMember(test, "sig"))) == isValid(test));
    });
    MESSAGE(count << " signatures");
}

TEST_CASE("XChaCha20-Poly1305 agrees with Wycheproof")
{
    const auto file = vectors("xchacha20_poly1305_test.json");
    if (!file)
        return;
    int otherNonces = 0;
    const int count = forEachTest(*file, [&](const Json &, const Json &test) {
        const Bytes iv = hexMember(test, "iv");
        Nonce nonce{};
        if (iv.size() != nonce.size()) { // cannot be said with our types
            CHECK_FALSE(isValid(test));
            ++otherNonces;
            return;
        }
        std::ranges::copy(iv, nonce.begin());
        const Bytes key = hexMember(test, "key");
        const Bytes associated = hexMember(test, "aad");
        const Bytes plain = hexMember(test, "msg");
        Bytes sealed = hexMember(test, "ct");
        std::ranges::copy(hexMember(test, "tag"), std::back_inserter(sealed));
        const auto opened = open(key, nonce, associated, sealed);
        CHECK(opened.has_value() == isValid(test));
        CHECK((seal(key, nonce, associated, plain).value() == sealed) == isValid(test));
        if (opened)
            CHECK(*opened == plain);
    });
    MESSAGE(count << " sealed texts, " << otherNonces << " of them with nonces of another size");
}

TEST_CASE("HKDF-SHA256 agrees with Wycheproof")
{
    const auto file = vectors("hkdf_sha256_test.json");
    if (!file)
        return;
    const int count = forEachTest(*file, [](const Json &, const Json &test) {
        const auto size = static_cast<std::size_t>(*test.find("size")->asInteger());
        const auto out = hkdfSha256(hexMember(test, "ikm"), hexMember(test, "salt"), hexMember(test, "info"), size);
        CHECK(out.has_value() == isValid(test));
        if (out)
            CHECK(hexEncode(out->view()) == *test.find("okm")->asString());
    });
    MESSAGE(count << " expansions");
}
