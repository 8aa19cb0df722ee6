// The device's chain, the receipt, the registry of keys, and the lines and manifest of a package.
#include "core/audit/chain.hpp"
#include "core/audit/jws.hpp"
#include "core/audit/key_registry.hpp"
#include "core/audit/manifest.hpp"
#include "core/audit/package_lines.hpp"
#include "core/base/encoding.hpp"
#include "core/protocol/decision_codec.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

using namespace countersign;
using audit::ChainError;

namespace
{

crypto::SigningKey keyOf(std::uint8_t number)
{
    std::array<std::uint8_t, crypto::SigningKey::seedSize> seed{};
    seed.fill(number);
    return crypto::SigningKey::fromSeed(seed).value();
}

domain::Digest digestOf(std::string_view text)
{
    return domain::Digest(crypto::digestText(asBytes(text)));
}

const Instant noon = parseInstant("2026-11-02T12:00:00Z").value();

domain::DecisionStatement sealFrame()
{
    domain::DecisionStatement frame;
    frame.audience = "gw-1";
    frame.decisionId = domain::DecisionId("d-0");
    frame.signer.id = domain::ReviewerId("ann");
    frame.signer.name = "Ann";
    frame.signer.role = "clinician";
    frame.policy = {"clinic", "1", digestOf("policy")};
    frame.legal = {"seal-1", "This device is mine."};
    frame.auth.components = {domain::AuthComponent::Password};
    frame.auth.at = noon;
    frame.evidence.openedAt = noon;
    frame.device = domain::DeviceId("desk-1");
    frame.appName = "countersign";
    frame.appVersion = "0";
    frame.signedAt = "2026-11-02T13:00:00+01:00";
    return frame;
}

} // namespace

TEST_CASE("a chain has no gap and no other past")
{
    const auto one = digestOf("one");
    const auto two = digestOf("two");
    audit::ChainHead head;
    CHECK(audit::nextLink(head) == domain::ChainLink{0, {}});
    head = audit::follow(head, {0, {}}, one).value();
    CHECK(audit::nextLink(head) == domain::ChainLink{1, one});
    struct Row {
        domain::ChainLink link;
        ChainError error;
    };
    for (const Row &row : {Row{{0, {}}, ChainError::ChainGap}, Row{{2, one}, ChainError::ChainGap},
                           Row{{1, {}}, ChainError::ChainBroken}, Row{{1, two}, ChainError::ChainBroken}}) {
        const auto next = audit::follow(head, row.link, two);
        REQUIRE_FALSE(next.has_value());
        CHECK(next.error() == row.error);
    }
    CHECK(audit::follow(head, {1, one}, two).value() == audit::ChainHead{2, two});
    CHECK_FALSE(audit::follow({}, {0, one}, two).has_value());
}

TEST_CASE("a seal is a whole statement about the device's key")
{
    const domain::KeyId kid(crypto::thumbprint(keyOf(1).publicKey()));
    const auto seal = audit::sealStatement(sealFrame(), kid);
    CHECK(seal.verdict == domain::Verdict::Seal);
    CHECK(seal.chain == domain::ChainLink{0, {}});
    CHECK(seal.itemDigest == digestOf(audit::sealBytes({domain::DeviceId("desk-1"), domain::ReviewerId("ann")}, kid)));
    CHECK(seal.auth.nonce == digestOf(protocol::signingNonceBytes(seal.itemDigest, seal.verdict)));
    const auto read = protocol::readDecision(protocol::decisionBytes(seal));
    REQUIRE(read);
    CHECK(*read == seal);
}

TEST_CASE("a receipt is believed for its own decision, from its own gateway, with its own proof")
{
    const auto gateway = keyOf(9);
    const std::string decision =
        audit::signJws(audit::JwsType::Decision, keyOf(1),
                       protocol::decisionBytes(audit::sealStatement(sealFrame(), domain::KeyId("k"))));
    audit::MerkleLog log;
    for (const char *other : {"a", "b", "c"})
        log.append(crypto::sha256(asBytes(other)));
    const auto index = log.append(crypto::sha256(asBytes(decision)));
    log.append(crypto::sha256(asBytes("d")));
    domain::Receipt receipt{.decisionId = domain::DecisionId("d-0"),
                            .decisionDigest = audit::jwsDigest(decision),
                            .itemId = domain::ItemId("seal"),
                            .outcome = domain::Outcome::Accepted,
                            .winner = {},
                            .releaseAt = {},
                            .receivedAt = noon,
                            .log = audit::placeInLog(log, index, log.size())};
    const auto sealed = [&](const domain::Receipt &r) {
        return audit::signJws(audit::JwsType::Receipt, gateway, protocol::receiptBytes(r));
    };
    CHECK(audit::checkReceipt(sealed(receipt), gateway.publicKey(), decision).value() == receipt);

    const auto errorOf = [&](const domain::Receipt &r, std::string_view of) {
        const auto checked = audit::checkReceipt(sealed(r), gateway.publicKey(), of);
        return checked ? std::optional<ChainError>() : checked.error();
    };
    CHECK(errorOf(receipt, decision + "A") == ChainError::OtherDecision);
    domain::Receipt bent = receipt;
    bent.log.index = 2;
    CHECK(errorOf(bent, decision) == ChainError::ProofInvalid);
    bent = receipt;
    bent.log.proof.pop_back();
    CHECK(errorOf(bent, decision) == ChainError::ProofInvalid);
    bent = receipt;
    bent.log.root = digestOf("another root");
    CHECK(errorOf(bent, decision) == ChainError::ProofInvalid);
    CHECK(audit::checkReceipt(sealed(receipt), keyOf(8).publicKey(), decision).error() == ChainError::OtherKey);
    const std::string noReceipt =
        audit::signJws(audit::JwsType::Receipt, gateway, R"({"schema":"countersign.receipt/1"})");
    CHECK(audit::checkReceipt(noReceipt, gateway.publicKey(), decision).error() == ChainError::ReceiptMalformed);
}

TEST_CASE("keys go out and come back, valid from then and until then")
{
    audit::KeyRegistry registry;
    const auto reviewer = keyOf(1).publicKey();
    const audit::RegisteredKey key{domain::KeyId(crypto::thumbprint(reviewer)),
                                   reviewer,
                                   audit::KeyRole::Reviewer,
                                   "ann",
                                   domain::DeviceId("desk-1"),
                                   noon,
                                   noon + std::chrono::hours(1)};
    registry.put(key);
    const auto gateway = keyOf(9).publicKey();
    registry.put({domain::KeyId(crypto::thumbprint(gateway)), gateway, audit::KeyRole::Gateway, "gw-1", {}, noon, {}});
    const auto read = audit::decodeKeys(audit::encodeKeys(registry));
    REQUIRE(read);
    CHECK(read->keys() == registry.keys());
    CHECK_FALSE(audit::isValidAt(key, noon - std::chrono::milliseconds(1)));
    CHECK(audit::isValidAt(key, noon));
    CHECK(audit::isValidAt(key, noon + std::chrono::hours(1) - std::chrono::milliseconds(1)));
    CHECK_FALSE(audit::isValidAt(key, noon + std::chrono::hours(1)));
    CHECK(audit::decodeJwk(audit::encodeJwk(gateway)).value() == gateway);
}

TEST_CASE("keys that are not what they say are refused")
{
    const auto publicKey = keyOf(1).publicKey();
    const std::string x = base64urlEncode(publicKey.bytes);
    const std::string kid = crypto::thumbprint(publicKey);
    const std::string whole = R"({"crv":"Ed25519","kid":")" + kid
                              + R"(","kty":"OKP","owner":"ann","role":"reviewer","x":")" + x
                              + R"(","validFrom":"2026-11-02T12:00:00Z"})";
    CHECK(audit::decodeKeys(R"({"keys":[)" + whole + "]}").has_value());
    struct Row {
        std::string what, from, to;
    };
    const std::vector<Row> rows{
        {"another curve", "Ed25519", "X25519"},
        {"another kind", "OKP", "EC"},
        {"a kid that is not its thumbprint", kid, crypto::thumbprint(keyOf(2).publicKey())},
        {"no kid", "\"kid\"", "\"id\""},
        {"a short key", x, x.substr(0, 40)},
        {"stray bits", "\"x\":\"" + x, "\"x\":\"" + x + "A"},
        {"another role", "reviewer", "administrator"},
        {"no owner", "\"owner\":\"ann\"", "\"owner\":\"\""},
        {"no such day", "11-02", "02-30"},
        {"a private key", "\"kty\"", "\"d\":\"AAAA\",\"kty\""},
        {"another algorithm", "\"kty\"", "\"alg\":\"ES256\",\"kty\""},
        {"for encryption", "\"kty\"", "\"use\":\"enc\",\"kty\""},
        {"revoked at no time", "\"kty\"", "\"revokedAt\":\"soon\",\"kty\""},
        {"a member twice", "\"kty\"", "\"kty\":\"OKP\",\"kty\""},
    };
    for (const Row &row : rows) {
        CAPTURE(row.what);
        std::string bent = whole;
        REQUIRE(bent.find(row.from) != std::string::npos);
        bent.replace(bent.find(row.from), row.from.size(), row.to);
        CHECK_FALSE(audit::decodeKeys(R"({"keys":[)" + bent + "]}").has_value());
    }
    CHECK_FALSE(audit::decodeKeys(R"({"keys":[)" + whole + ',' + whole + "]}").has_value());
    for (const char *text : {"", "[]", "{}", R"({"keys":{}})", R"({"keys":[1]})"})
        CHECK_FALSE(audit::decodeKeys(text).has_value());
}

TEST_CASE("lines of a package have one spelling")
{
    const audit::DecisionLine decision{7, noon, "a.b.c", "d.e.f"};
    const std::string text = audit::encodeLine(decision);
    CHECK(text == R"({"index":7,"jws":"a.b.c","receipt":"d.e.f","receivedAt":"2026-11-02T12:00:00Z"})");
    CHECK(audit::decodeDecisionLine(text).value() == decision);
    for (const char *bent : {R"({"jws":"a.b.c","index":7,"receipt":"d.e.f","receivedAt":"2026-11-02T12:00:00Z"})",
                             R"({"index":7,"jws":"a.b.c","receipt":"d.e.f","receivedAt":"2026-11-02T12:00:00.000Z"})",
                             R"({"index":7,"jws":"a.b.c","receipt":"d.e.f","receivedAt":"2026-11-02T13:00:00+01:00"})",
                             R"({"index":7,"jws":"a.b.c","receipt":"d.e.f","receivedAt":"2026-11-02t12:00:00z"})",
                             R"({"index":-1,"jws":"a.b.c","receipt":"d.e.f","receivedAt":"2026-11-02T12:00:00Z"})",
                             R"({"index":7,"jws":"a.b.c","receivedAt":"2026-11-02T12:00:00Z"})", "", "{}", "[]"}) {
        CAPTURE(bent);
        CHECK_FALSE(audit::decodeDecisionLine(bent).has_value());
    }
    const std::vector<decltype(audit::OutcomeLine::what)> all{
        audit::Release{digestOf("item"), {"clinic", "1", digestOf("policy")}, 2, {domain::DecisionId("d-1")}},
        audit::Reported{"failed", digestOf("effect")},
        audit::Expired{},
        audit::Withdrawn{},
        audit::Superseded{domain::ItemId("i-2")},
        audit::Invalidated{domain::DecisionId("d-1")}};
    for (const auto &what : all) {
        const audit::OutcomeLine line{domain::ItemId("i-1"), 3, noon, what, digestOf("before")};
        CHECK(audit::decodeOutcomeLine(audit::encodeLine(line)).value() == line);
        CHECK_FALSE(audit::decodeOutcomeLine(audit::encodeLine(line) + ' ').has_value());
    }
    const audit::OutcomeLine odd{domain::ItemId("i-1"), 1, noon, audit::Reported{"done", {}}, {}};
    CHECK_FALSE(audit::decodeOutcomeLine(audit::encodeLine(odd)).has_value());
}

TEST_CASE("a manifest goes out and comes back, with its files in order")
{
    audit::Manifest manifest;
    manifest.gateway = "gw-1";
    manifest.exportedBy = "auditor-1";
    manifest.appVersion = "0";
    manifest.exportedAt = noon;
    manifest.from = noon;
    manifest.holdsPhi = true;
    manifest.log = {3, {digestOf("p1"), digestOf("p2")}, 5, digestOf("root")};
    manifest.counts.decisions = 2;
    manifest.files = {{"README.txt", 3, digestOf("a")}, {"keys.json", 4, digestOf("b")}};
    const std::string bytes = audit::encodeManifest(manifest);
    CHECK(audit::decodeManifest(bytes).value() == manifest);
    CHECK_FALSE(audit::decodeManifest(bytes + '\n').has_value());
    std::swap(manifest.files[0], manifest.files[1]);
    CHECK_FALSE(audit::decodeManifest(audit::encodeManifest(manifest)).has_value());
    manifest.files[0] = manifest.files[1];
    CHECK_FALSE(audit::decodeManifest(audit::encodeManifest(manifest)).has_value());
    const auto gateway = keyOf(9);
    const auto parts =
        audit::verifyJws(audit::JwsType::Manifest, audit::signManifest(bytes, gateway), gateway.publicKey());
    REQUIRE(parts);
    CHECK(audit::readManifestPayload(parts->payload).value() == digestOf(bytes));
    CHECK(audit::contentPath("items/", domain::Digest("sha256:ab")) == "items/ab.json");
}
