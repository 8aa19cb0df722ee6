// Compact JWS: what is made is read again, and everything else is refused by name.
#include "core/audit/jws.hpp"
#include "core/base/encoding.hpp"
#include "core/crypto/digest.hpp"
#include "core/protocol/limits.hpp"
#include "core/protocol/strict_json.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

using namespace countersign;
using audit::ChainError;
using audit::JwsType;

namespace
{

crypto::SigningKey keyOf(std::uint8_t number)
{
    std::array<std::uint8_t, crypto::SigningKey::seedSize> seed{};
    seed.fill(number);
    return crypto::SigningKey::fromSeed(seed).value();
}

const crypto::SigningKey signer = keyOf(7);
const std::string kid = crypto::thumbprint(signer.publicKey());
const std::string typ = "countersign-decision+jws";
const std::string payload = R"({"a":1,"b":"text"})";

std::string coded(std::string_view bytes)
{
    return base64urlEncode(asBytes(bytes));
}

// A truly signed JWS over parts that are already in base64url, whatever they hold.
std::string signedOver(std::string_view headerPart, std::string_view payloadPart)
{
    const std::string input = std::string(headerPart) + '.' + std::string(payloadPart);
    return audit::assembleJws(input, crypto::sign(signer, asBytes(input)));
}

std::string withHeader(std::string_view header)
{
    return signedOver(coded(header), coded(payload));
}

std::string withPayload(std::string_view bytes)
{
    return signedOver(coded(R"({"alg":"EdDSA","kid":")" + kid + R"(","typ":")" + typ + "\"}"), coded(bytes));
}

std::string header(std::string_view alg, std::string_view keyId, std::string_view type, std::string_view more = {})
{
    return R"({"alg":")" + std::string(alg) + R"(","kid":")" + std::string(keyId) + R"(","typ":")" + std::string(type)
           + '"' + std::string(more) + '}';
}

const std::string good = audit::signJws(JwsType::Decision, signer, payload);

std::string partOf(int index)
{
    const std::size_t first = good.find('.');
    const std::size_t last = good.rfind('.');
    return index == 0   ? good.substr(0, first)
           : index == 1 ? good.substr(first + 1, last - first - 1)
                        : good.substr(last + 1);
}

// The signature with its S replaced by S + L, which verifies in readers that do not check the range (RFC 8032 5.1.7).
std::string malleated()
{
    constexpr std::array<std::uint8_t, 32> order{0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7,
                                                 0xa2, 0xde, 0xf9, 0xde, 0x14, 0,    0,    0,    0,    0,    0,
                                                 0,    0,    0,    0,    0,    0,    0,    0,    0,    0x10};
    Bytes signature = base64urlDecode(partOf(2)).value();
    unsigned carry = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        carry += static_cast<unsigned>(signature[32 + i]) + order[i];
        signature[32 + i] = static_cast<std::uint8_t>(carry);
        carry >>= 8U;
    }
    return partOf(0) + '.' + partOf(1) + '.' + base64urlEncode(signature);
}

// The last character with its lowest bit set, where base64url leaves it unused.
std::string withStrayBit(std::string part)
{
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    part.back() = alphabet[alphabet.find(part.back()) | 1U];
    return part;
}

std::string nested(std::size_t depth)
{
    return R"({"a":)" + std::string(depth, '[') + std::string(depth, ']') + '}';
}

struct Row {
    std::string what;
    std::string compact;
    ChainError error;
};

std::vector<Row> headerRows()
{
    const std::string other = crypto::thumbprint(keyOf(8).publicKey());
    std::vector<Row> rows;
    for (const char *alg :
         {"none", "None", "HS256", "HS512", "RS256", "PS256", "ES256", "ES256K", "Ed25519", "EdDsa", "Ed448", ""})
        rows.push_back({std::string("alg ") + alg, withHeader(header(alg, kid, typ)), ChainError::WrongAlgorithm});
    for (const char *type : {"JWT", "jose", "countersign-receipt+jws", "countersign-manifest+jws",
                             "application/countersign-decision+jws", "Countersign-Decision+JWS", ""})
        rows.push_back({std::string("typ ") + type, withHeader(header("EdDSA", kid, type)), ChainError::WrongType});
    for (const char *more :
         {R"(,"jwk":{"kty":"OKP"})", R"(,"jku":"https://example.org/k")", R"(,"x5c":["MIIB"])", R"(,"x5u":"u")",
          R"(,"x5t":"t")", R"(,"x5t#S256":"t")", R"(,"crit":["b64"])", R"(,"b64":false)", R"(,"b64":true)",
          R"(,"zip":"DEF")", R"(,"cty":"json")", R"(,"nonce":"1")", R"(,"url":"u")", R"(,"":"")", R"(,"ALG":"EdDSA")"})
        rows.push_back(
            {std::string("also ") + more, withHeader(header("EdDSA", kid, typ, more)), ChainError::HeaderNotJson});
    for (const char *twice : {R"(,"alg":"EdDSA")", R"(,"kid":"x")", R"(,"typ":"JWT")"})
        rows.push_back(
            {std::string("twice ") + twice, withHeader(header("EdDSA", kid, typ, twice)), ChainError::HeaderNotJson});
    const std::vector<Row> more{
        {"kid of another key", withHeader(header("EdDSA", other, typ)), ChainError::OtherKey},
        {"kid empty", withHeader(header("EdDSA", "", typ)), ChainError::MalformedKeyId},
        {"kid a name", withHeader(header("EdDSA", "../keys/1", typ)), ChainError::MalformedKeyId},
        {"kid too short", withHeader(header("EdDSA", kid.substr(1), typ)), ChainError::MalformedKeyId},
        {"kid with stray bits", withHeader(header("EdDSA", withStrayBit(kid), typ)), ChainError::MalformedKeyId},
        {"kid padded", withHeader(header("EdDSA", kid + "=", typ)), ChainError::MalformedKeyId},
        {"without kid", withHeader(R"({"alg":"EdDSA","typ":")" + typ + "\"}"), ChainError::HeaderMembers},
        {"without typ", withHeader(R"({"alg":"EdDSA","kid":")" + kid + "\"}"), ChainError::HeaderMembers},
        {"without alg", withHeader(R"({"kid":")" + kid + R"(","typ":")" + typ + "\"}"), ChainError::HeaderMembers},
        {"another member for kid", withHeader(R"({"alg":"EdDSA","Kid":")" + kid + R"(","typ":")" + typ + "\"}"),
         ChainError::HeaderMembers},
        {"alg a number", withHeader(R"({"alg":1,"kid":")" + kid + R"(","typ":")" + typ + "\"}"),
         ChainError::HeaderMembers},
        {"typ null", withHeader(R"({"alg":"EdDSA","kid":")" + kid + R"(","typ":null})"), ChainError::HeaderMembers},
        {"header a list", withHeader("[]"), ChainError::HeaderMembers},
        {"header a string", withHeader(R"("EdDSA")"), ChainError::HeaderMembers},
        {"header empty", withHeader("{}"), ChainError::HeaderMembers},
        {"header not JSON", withHeader("alg"), ChainError::HeaderNotJson},
        {"header with more behind", withHeader(header("EdDSA", kid, typ) + "{}"), ChainError::HeaderNotJson},
        {"header with a mark before", withHeader("\xef\xbb\xbf" + header("EdDSA", kid, typ)),
         ChainError::HeaderNotJson},
        {"header not UTF-8", withHeader(header("EdDSA", kid, "\xff")), ChainError::HeaderNotJson},
        {"header over 512 bytes", withHeader(header("EdDSA", kid, typ + std::string(512, ' '))), ChainError::TooLarge},
        {"header part empty", '.' + partOf(1) + '.' + partOf(2), ChainError::HeaderNotJson},
    };
    rows.insert(rows.end(), more.begin(), more.end());
    return rows;
}

std::vector<Row> payloadRows()
{
    std::vector<Row> rows;
    for (const char *bytes : {R"({"b":1,"a":2})", R"({"a": 1})", R"( {"a":1})", "{\"a\":1}\n", R"({"a":"\u0041"})",
                              R"({"a":"\/"})", R"({"a":-0})", R"({"a":"\u000A"})"})
        rows.push_back({std::string("payload ") + bytes, withPayload(bytes), ChainError::PayloadNotCanonical});
    const std::vector<std::string> notJson{"",
                                           "text",
                                           "[1]",
                                           "1",
                                           "null",
                                           R"("a")",
                                           R"({"a":1,"a":1})",
                                           R"({"a":1.5})",
                                           R"({"a":1e2})",
                                           R"({"a":9007199254740992})",
                                           R"({"a":NaN})",
                                           R"({"a":1},)",
                                           R"({"a":1}{})",
                                           R"({'a':1})",
                                           R"({"a":1,})",
                                           R"({"a":"\ud800"})",
                                           "{\"a\":\"\xff\"}",
                                           "\xef\xbb\xbf{\"a\":1}",
                                           R"({"a":"\u0000"})",
                                           nested(64)};
    for (const std::string &bytes : notJson)
        rows.push_back({"payload " + bytes, withPayload(bytes), ChainError::PayloadNotJson});
    rows.push_back({"payload too large",
                    withPayload(R"({"a":")" + std::string(protocol::limits::jwsBytesMax, 'x') + "\"}"),
                    ChainError::TooLarge});
    return rows;
}

std::vector<Row> formRows()
{
    const std::string h = partOf(0);
    const std::string p = partOf(1);
    const std::string s = partOf(2);
    std::string plain = good;
    for (char &c : plain)
        c = c == '-' ? '+' : c == '_' ? '/' : c;
    std::string changed = good;
    changed[h.size() + 6] = changed[h.size() + 6] == 'A' ? 'B' : 'A';
    Bytes flipped = base64urlDecode(s).value();
    flipped[0] ^= 1U;
    return {
        {"empty", "", ChainError::NotThreeParts},
        {"one part", h, ChainError::NotThreeParts},
        {"two parts", h + '.' + p, ChainError::NotThreeParts},
        {"four parts", good + '.' + s, ChainError::NotThreeParts},
        {"a dot behind", good + '.', ChainError::NotThreeParts},
        {"a dot before", '.' + good, ChainError::NotThreeParts},
        {"five parts of an encryption", good + "..", ChainError::NotThreeParts},
        {"only dots", "..", ChainError::HeaderNotJson},
        {"JSON serialisation", R"({"payload":")" + p + R"(","protected":")" + h + R"(","signature":")" + s + "\"}",
         ChainError::NotThreeParts},
        {"unsecured", h + '.' + p + '.', ChainError::SignatureSize},
        {"payload detached", signedOver(h, ""), ChainError::PayloadNotJson},
        {"header padded", signedOver(h + "=", p), ChainError::NotBase64url},
        {"payload padded", signedOver(h, p + "=="), ChainError::NotBase64url},
        {"signature padded", good + "==", ChainError::NotBase64url},
        {"stray bits in the signature", h + '.' + p + '.' + withStrayBit(s), ChainError::NotBase64url},
        {"blank before", ' ' + good, ChainError::NotBase64url},
        {"blank behind", good + ' ', ChainError::NotBase64url},
        {"line feed behind", good + '\n', ChainError::NotBase64url},
        {"line feed in the payload", h + '.' + p.substr(0, 4) + '\n' + p.substr(4) + '.' + s, ChainError::NotBase64url},
        {"NUL behind", good + '\0', ChainError::NotBase64url},
        {"standard base64", h + '.' + p + '.' + std::string(85, 'A') + '/', ChainError::NotBase64url},
        {"percent encoding", h + "%2e" + p + '.' + s, ChainError::NotThreeParts},
        {"signature cut by a byte", h + '.' + p + '.' + base64urlEncode(BytesView(flipped).first(63)),
         ChainError::SignatureSize},
        {"signature two bytes longer", h + '.' + p + '.' + s + "AA", ChainError::SignatureSize},
        {"signature doubled", h + '.' + p + '.' + coded(std::string(128, 'x')), ChainError::SignatureSize},
        {"signature cut by a character", good.substr(0, good.size() - 1), ChainError::NotBase64url},
        {"signature flipped", h + '.' + p + '.' + base64urlEncode(flipped), ChainError::SignatureInvalid},
        {"signature of zeros", h + '.' + p + '.' + base64urlEncode(crypto::Signature{}), ChainError::SignatureInvalid},
        {"S not below the order", malleated(), ChainError::SignatureInvalid},
        {"signature over another payload", h + '.' + coded(R"({"a":2,"b":"text"})") + '.' + s,
         ChainError::SignatureInvalid},
        {"signed by another key", audit::assembleJws(h + '.' + p, crypto::sign(keyOf(8), asBytes(h + '.' + p))),
         ChainError::SignatureInvalid},
        {"signed with an HMAC of the public key's bytes",
         h + '.' + p + '.' + base64urlEncode(crypto::sha256(signer.publicKey().bytes)), ChainError::SignatureSize},
        {"a point of small order for R",
         h + '.' + p + '.' + base64urlEncode([&] {
             auto bytes = flipped;
             std::fill(bytes.begin(), bytes.begin() + 32, std::uint8_t{0});
             bytes[0] = 1;
             return bytes;
         }()),
         ChainError::SignatureInvalid},
        {"halves of the signature swapped",
         h + '.' + p + '.' + base64urlEncode([&] {
             auto bytes = base64urlDecode(s).value();
             std::rotate(bytes.begin(), bytes.begin() + 32, bytes.end());
             return bytes;
         }()),
         ChainError::SignatureInvalid},
        {"header and payload swapped", p + '.' + h + '.' + s, ChainError::HeaderMembers},
        {"tab before", '\t' + good, ChainError::NotBase64url},
        {"signed without the header", audit::assembleJws(h + '.' + p, crypto::sign(signer, asBytes(payload))),
         ChainError::SignatureInvalid},
    };
}

} // namespace

TEST_CASE("what is signed is read again")
{
    CHECK(good
          == audit::assembleJws(audit::signingInput(JwsType::Decision, domain::KeyId(kid), payload),
                                crypto::sign(signer, asBytes(partOf(0) + '.' + partOf(1)))));
    const auto parts = audit::verifyJws(JwsType::Decision, good, signer.publicKey());
    REQUIRE(parts);
    CHECK(parts->kid.text() == kid);
    CHECK(parts->payload == payload);
    CHECK(good.substr(0, parts->signedBytes) == partOf(0) + '.' + partOf(1));
    constexpr std::array types{JwsType::Decision, JwsType::Receipt, JwsType::Manifest, JwsType::EventsReceipt,
                               JwsType::Checkpoint};
    for (const JwsType type : types)
        for (const JwsType read : types) {
            const auto result = audit::verifyJws(read, audit::signJws(type, signer, payload), signer.publicKey());
            CHECK(result.has_value() == (type == read));
        }
}

TEST_CASE("the header is what was signed, in any order of its three members")
{
    const std::string kidMember = "\"kid\":\"" + kid + '"';
    const std::string typMember = "\"typ\":\"" + typ + '"';
    const std::string algMember = R"("alg":"EdDSA")";
    const std::string turned = '{' + typMember + ',' + kidMember + ',' + algMember + '}';
    const std::string spaced = "{ " + kidMember + ", " + algMember + ", " + typMember + " }";
    for (const std::string &text : {turned, spaced})
        CHECK(audit::verifyJws(JwsType::Decision, withHeader(text), signer.publicKey()));
}

TEST_CASE("everything else is refused by name")
{
    std::size_t rows = 0;
    for (const auto &table : {headerRows(), payloadRows(), formRows()})
        for (const Row &row : table) {
            CAPTURE(row.what);
            ++rows;
            const auto result = audit::verifyJws(JwsType::Decision, row.compact, signer.publicKey());
            CHECK_FALSE(result.has_value());
            if (!result)
                CHECK(static_cast<int>(result.error()) == static_cast<int>(row.error));
        }
    CHECK(rows >= 120); // T-JWS1
    MESSAGE(rows << " refused");
}

TEST_CASE("every changed character of a JWS is noticed")
{
    constexpr std::string_view characters = "Aa0-_.=+ ";
    for (std::size_t at = 0; at < good.size(); ++at)
        for (const char c : characters)
            if (c != good[at]) {
                std::string bent = good;
                bent[at] = c;
                CHECK_FALSE(audit::verifyJws(JwsType::Decision, bent, signer.publicKey()));
            }
}

// Wycheproof's collection has RSA, EC and HMAC only, good and bad: for us there is no good one among them.
TEST_CASE("no JWS of the published collection is one of ours")
{
    const char *data = std::getenv("COUNTERSIGN_DATA");
    const auto file =
        std::filesystem::path(data == nullptr ? "" : data) / "crypto/wycheproof/json_web_signature_test.json";
    if (!std::filesystem::exists(file)) {
        MESSAGE("left out: COUNTERSIGN_DATA does not hold crypto/wycheproof");
        return;
    }
    std::ifstream stream(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    const auto json = protocol::decodeStrict(text, protocol::limits::proposal, protocol::Numbers::Any);
    REQUIRE(json);
    std::size_t refused = 0;
    for (const protocol::Json &group : *json->find("testGroups")->asArray())
        for (const protocol::Json &test : *group.find("tests")->asArray()) {
            const protocol::Json *jws = test.find("jws");
            REQUIRE((jws != nullptr && jws->asString() != nullptr));
            refused += audit::verifyJws(JwsType::Decision, *jws->asString(), signer.publicKey()) ? 0U : 1U;
        }
    CHECK(refused == static_cast<std::size_t>(*json->find("numberOfTests")->asInteger()));
}
