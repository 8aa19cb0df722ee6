#include "core/protocol/canonical.hpp"
#include "core/protocol/decision_codec.hpp"
#include "core/protocol/proposal_codec.hpp"
#include "core/protocol/strict_json.hpp"
#include "tests/protocol/sample_proposals.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

using namespace countersign;
using namespace countersign::protocol;

namespace
{

domain::Digest digest(char fill)
{
    return domain::Digest("sha256:" + std::string(64, fill));
}

Instant instant(const char *text)
{
    return parseInstant(text).value();
}

domain::DecisionStatement smallestDecision()
{
    domain::DecisionStatement d;
    d.audience = "gateway-1";
    d.decisionId = domain::DecisionId("01939d2f-7c00-7000-8000-000000000001");
    d.itemId = domain::ItemId("item-1");
    d.itemDigest = digest('a');
    d.renderedDigest = digest('b');
    d.signer.id = domain::ReviewerId("ada");
    d.signer.name = "Dr. Ada Brandt";
    d.signer.role = "clinician";
    d.evidence.openedAt = instant("2026-11-02T09:00:00Z");
    d.policy = {"clinic", "4", digest('c')};
    d.legal = {"approval-1", "I have reviewed this."};
    d.auth.components = {domain::AuthComponent::Password};
    d.auth.at = instant("2026-11-02T09:01:00Z");
    d.auth.nonce = digest('d');
    d.device = domain::DeviceId("device-1");
    d.appName = "countersign";
    d.appVersion = "0.1.0";
    d.signedAt = "2026-11-02T10:01:00+01:00";
    return d;
}

domain::DecisionStatement fullDecision()
{
    domain::DecisionStatement d = smallestDecision();
    d.itemRevision = 2;
    d.verdict = domain::Verdict::ApproveEdited;
    d.meaning = domain::Meaning::Approval;
    d.signer.credentials = "MD";
    d.signer.npi = "1234567893";
    d.signer.licence = "L-1";
    d.signer.onBehalfOf = "bea";
    d.edited = domain::EditedDraft{
        decodeProposal(fullNote)->proposal.draft,
        digest('e'),
        {{domain::StatementId("st1"), domain::Change::Op::Replace, domain::Change::Class::Safety, "5 mg", "10 mg",
          "dose"},
         {domain::StatementId("st2"), domain::Change::Op::Delete, domain::Change::Class::Style, "Rest.", "", ""}}};
    d.reasons = {{"dose", domain::StatementId("st1"), domain::Harm::Serious}, {"style", {}, domain::Harm::Unstated}};
    d.comment = "Gr\xc3\xbc\xc3\x9f"
                "e\n";
    d.evidence.activeSeconds = 90;
    d.evidence.sources = {{domain::SourceId("visit"), digest('f'), 30, {1, 3}},
                          {domain::SourceId("lab"), digest('0'), 0, {}}};
    d.evidence.statementsAcknowledged = {domain::StatementId("st1")};
    d.evidence.findings = {
        {domain::FindingId("sha256:" + std::string(64, '1')), domain::FindingView::Resolution::Dismissed, "seen"}};
    d.auth.components = {domain::AuthComponent::Oidc, domain::AuthComponent::DeviceKey};
    d.auth.idpAuthTime = "2026-11-02T08:00:00Z";
    d.auth.acr = "high";
    d.auth.proof = domain::CarriedProof{domain::KeyId("k-1"), "c2ln"};
    d.deviceName = "Ward 3";
    d.clock = {-120, true, 7};
    d.offline = false;
    d.amends = domain::DecisionId("d-0");
    d.chain = {4, digest('9')};
    return d;
}

domain::Receipt smallestReceipt()
{
    domain::Receipt r;
    r.decisionId = domain::DecisionId("d-1");
    r.decisionDigest = digest('a');
    r.itemId = domain::ItemId("item-1");
    r.receivedAt = instant("2026-11-02T09:01:01.500Z");
    r.log = {.index = 0, .size = 1, .root = digest('b'), .proof = {}};
    return r;
}

domain::Receipt fullReceipt()
{
    domain::Receipt r = smallestReceipt();
    r.outcome = domain::Outcome::Superseded;
    r.winner = domain::Winner{domain::DecisionId("d-0"), domain::ReviewerId("bea"), "2026-11-02T09:00:59Z"};
    r.releaseAt = instant("2026-11-02T09:11:01Z");
    r.log = {.index = 6, .size = 7, .root = digest('c'), .proof = {digest('d'), digest('e')}};
    return r;
}

Json with(const std::string &bytes, std::string_view name, Json value)
{
    Json document = decodeStrict(bytes, limits::statement).value();
    document.set(name, std::move(value));
    return document;
}

std::string canonicalText(const Json &document)
{
    return canonical(document).value();
}

Json without(const std::string &bytes, std::string_view name)
{
    Json::Object members = *decodeStrict(bytes, limits::statement)->asObject();
    std::erase_if(members, [&](const Json::Member &member) { return member.name == name; });
    return members;
}

} // namespace

TEST_CASE("a decision's bytes are canonical and read back the same")
{
    for (const auto &decision : {smallestDecision(), fullDecision()}) {
        const std::string bytes = decisionBytes(decision);
        CHECK(canonicalText(decodeStrict(bytes, limits::statement).value()) == bytes);
        const auto back = readDecision(bytes);
        REQUIRE_MESSAGE(back, ruleText(back.error().rule) << " at " << back.error().pointer);
        CHECK(*back == decision);
        CHECK(decisionBytes(*back) == bytes);
    }
}

TEST_CASE("a decision has the contract's names")
{
    const Json document = decodeStrict(decisionBytes(smallestDecision()), limits::statement).value();
    CHECK(*document.find("schema")->asString() == "countersign.decision/1");
    CHECK(*document.find("device") == Json::object({{"id", "device-1"}}));
    CHECK(*document.find("app") == Json::object({{"name", "countersign"}, {"version", "0.1.0"}}));
    CHECK(*document.find("clock") == Json::object({{"gatewaySkewMs", Json()}, {"verified", false}}));
    CHECK(*document.find("chain") == Json::object({{"prev", Json()}, {"seq", 0}}));
    for (const char *absent : {"edited", "reasons", "comment", "offline", "amends"})
        CHECK(document.find(absent) == nullptr);
    CHECK(*decodeStrict(decisionBytes(fullDecision()), limits::statement)->find("offline") == Json(false));
}

TEST_CASE("every required member of a decision is missed")
{
    const std::string bytes = decisionBytes(smallestDecision());
    for (const char *name :
         {"schema", "aud", "decisionId", "itemId", "itemRevision", "itemDigest", "renderedDigest", "verdict", "meaning",
          "signer", "policy", "legal", "auth", "device", "app", "signedAt", "clock", "evidence", "chain"}) {
        CAPTURE(name);
        const auto back = readDecision(canonicalText(without(bytes, name)));
        REQUIRE_FALSE(back);
        CHECK(back.error() == WireError{Rule::MissingMember, std::string("/") + name});
    }
}

TEST_CASE("a decision that breaks its schema is refused by rule and place")
{
    struct Row {
        std::string name;
        Json value;
        Rule rule;
        std::string pointer;
    };
    const std::string bytes = decisionBytes(smallestDecision());
    const std::vector<Row> table{
        {"schema", "countersign.decision/2", Rule::UnknownSchema, "/schema"},
        {"itemRevision", 0, Rule::OutOfRange, "/itemRevision"},
        {"itemDigest", "sha256:", Rule::BadDigest, "/itemDigest"},
        {"verdict", "approved", Rule::UnknownWord, "/verdict"},
        {"verdict", "approve-edited", Rule::MissingMember, "/edited"},
        {"verdict", "reject", Rule::TooFewItems, "/reasons"},
        {"verdict", "return", Rule::TooFewItems, "/reasons"},
        {"verdict", "escalate", Rule::TooFewItems, "/reasons"},
        {"verdict", "roll-back", Rule::TooFewItems, "/reasons"},
        {"signer", Json::object({{"id", "a b"}, {"name", ""}, {"role", ""}}), Rule::BadId, "/signer/id"},
        {"comment", std::string(4001, 'x'), Rule::TextTooLong, "/comment"},
        {"device", "device-1", Rule::WrongType, "/device"},
        {"signedAt", "yesterday", Rule::BadInstant, "/signedAt"},
        {"clock", Json::object({{"verified", true}}), Rule::MissingMember, "/clock/gatewaySkewMs"},
        {"clock", Json::object({{"gatewaySkewMs", "0"}, {"verified", true}}), Rule::WrongType, "/clock/gatewaySkewMs"},
        {"chain", Json::object({{"seq", -1}, {"prev", Json()}}), Rule::OutOfRange, "/chain/seq"},
        {"chain", Json::object({{"seq", 0}}), Rule::MissingMember, "/chain/prev"},
        {"reasons", Json::array({Json::object({{"code", "x"}, {"harm", "none "}})}), Rule::UnknownWord,
         "/reasons/0/harm"},
    };
    for (const Row &row : table) {
        CAPTURE(row.name);
        CAPTURE(row.pointer);
        const auto back = readDecision(canonicalText(with(bytes, row.name, row.value)));
        REQUIRE_FALSE(back);
        CHECK(ruleText(back.error().rule) == ruleText(row.rule));
        CHECK(back.error().pointer == row.pointer);
    }
    const auto back = readDecision(canonicalText(with(
        decisionBytes(fullDecision()), "auth",
        Json::object({{"at", "2026-11-02T09:01:00Z"}, {"components", Json::array()}, {"nonce", digest('d').text()}}))));
    CHECK(back.error() == WireError{Rule::TooFewItems, "/auth/components"});
}

TEST_CASE("signed bytes that are not their own canonical form are refused")
{
    for (const std::string &bytes : {decisionBytes(smallestDecision()), decisionBytes(fullDecision())}) {
        CHECK(readDecision(bytes + " ").error().rule == Rule::NotCanonical);
        CHECK(readDecision(" " + bytes).error().rule == Rule::NotCanonical);
        Json::Object members = *decodeStrict(bytes, limits::statement).value().asObject();
        std::ranges::reverse(members);
        const Json reversed = std::move(members);
        CHECK(readDecision(compactText(reversed)).error().rule == Rule::NotCanonical);
    }
    CHECK(readReceipt(receiptBytes(smallestReceipt()) + "\n").error().rule == Rule::NotCanonical);
}

TEST_CASE("an unknown member is part of what was signed and no reason to refuse")
{
    const Json document = with(decisionBytes(smallestDecision()), "later", 1);
    CHECK(readDecision(canonicalText(document)).value() == smallestDecision());
}

TEST_CASE("a receipt's bytes are canonical and read back the same")
{
    for (const auto &receipt : {smallestReceipt(), fullReceipt()}) {
        const std::string bytes = receiptBytes(receipt);
        const auto back = readReceipt(bytes);
        REQUIRE_MESSAGE(back, ruleText(back.error().rule) << " at " << back.error().pointer);
        CHECK(*back == receipt);
    }
    for (const char *name : {"schema", "decisionId", "decisionDigest", "itemId", "outcome", "receivedAt", "log"})
        CHECK(readReceipt(canonicalText(without(receiptBytes(fullReceipt()), name))).error()
              == WireError{Rule::MissingMember, std::string("/") + name});
    domain::Receipt tooDeep = smallestReceipt();
    tooDeep.log.proof.assign(64, digest('0'));
    CHECK(readReceipt(receiptBytes(tooDeep)).error() == WireError{Rule::TooManyItems, "/log/proof"});
}

TEST_CASE("a display model tells folded and flagged only where they are")
{
    const domain::DisplayModel model{
        {"patient.family", "Vogel"}, {"statement:st1", "Rest.", true, false}, {"statement:st2", "", false, true}};
    const std::string bytes = displayModelBytes(model);
    CHECK(bytes
          == R"([{"label":"patient.family","text":"Vogel"},{"folded":true,"label":"statement:st1","text":"Rest."},)"
             R"({"flagged":true,"label":"statement:st2","text":""}])");
    CHECK(readDisplayModel(bytes).value() == model);
    CHECK(readDisplayModel(displayModelBytes({})).value().empty());
    const domain::DisplayModel large(10'000, domain::DisplayField{"l", "t"});
    CHECK(readDisplayModel(displayModelBytes(large)).value() == large);
}

TEST_CASE("the nonce is made of item digest and verdict")
{
    CHECK(signingNonceBytes(domain::Digest("sha256:0"), domain::Verdict::ApproveEdited)
          == R"({"itemDigest":"sha256:0","verdict":"approve-edited"})");
}

TEST_CASE("what a carried proof is made over is the statement without it, and every other member as it was")
{
    auto statement = fullDecision();
    const std::string with = decisionBytes(statement);
    statement.auth.proof.reset();
    const std::string without = decisionBytes(statement);
    CHECK(with != without);
    CHECK(unprovenBytes(with) == without);
    CHECK(unprovenBytes(without) == without);
    // A member that this version does not know is covered too.
    auto json = decodeStrict(without, limits::statement).value();
    json.set("later", "word");
    CHECK(unprovenBytes(canonical(json).value()) == canonical(json).value());
    CHECK(unprovenBytes("{}").empty());
    CHECK(unprovenBytes("no JSON").empty());
    CHECK(unprovenBytes(R"({"auth":3})").empty());
}
