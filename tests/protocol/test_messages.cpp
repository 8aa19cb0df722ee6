#include "core/protocol/canonical.hpp"
#include "core/protocol/messages.hpp"
#include "core/protocol/strict_json.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace countersign;
using namespace countersign::protocol;

namespace
{

domain::ItemSummary smallestRow()
{
    domain::ItemSummary row;
    row.id = domain::ItemId("item-1");
    row.digest = domain::Digest("sha256:" + std::string(64, 'a'));
    row.workflow = domain::WorkflowId("clinical-documentation");
    row.actionType = domain::ActionType("note.file");
    row.agent = domain::AgentId("scribe");
    row.patient = domain::PatientId("pat-1");
    return row;
}

domain::ItemSummary fullRow()
{
    domain::ItemSummary row = smallestRow();
    row.revision = 3;
    row.state = domain::ItemState::AwaitingCosign;
    row.tier = domain::Tier::Critical;
    row.title = "Visit note";
    row.family = domain::Phi<std::string>("Vogel");
    row.given = domain::Phi<std::string>("Ida");
    row.birthDate = domain::Phi<std::string>("1956-02-29");
    row.mrn = domain::Phi<std::string>("004711");
    row.sex = domain::Patient::Sex::Female;
    row.proposedAt = parseInstant("2026-11-02T09:00:00.125Z").value();
    row.dueAt = row.proposedAt + std::chrono::hours(1);
    row.expiresAt = row.proposedAt + std::chrono::hours(2);
    row.supersedes = domain::ItemId("item-0");
    row.decision = domain::DecisionSummary{domain::DecisionId("d-1"),
                                           domain::Verdict::Reject,
                                           domain::ReviewerId("ada"),
                                           "Dr. Ada Brandt",
                                           {{"wrong-patient", domain::StatementId("st1"), domain::Harm::Serious}},
                                           "2026-11-02T10:01:00+01:00"};
    row.findings = domain::FindingCounts{1, 4, 17};
    return row;
}

domain::Finding finding()
{
    return {.id = domain::FindingId("f-0123456789abcdef"),
            .code = "number-conflict",
            .severity = domain::Severity::Warning,
            .check = "values",
            .checkVersion = "1",
            .statementId = domain::StatementId("st1"),
            .span = std::array<std::int64_t, 2>{3, 9},
            .sourceId = domain::SourceId("src1"),
            .sourceSpan = std::array<std::int64_t, 2>{0, 4},
            .page = 2,
            .values = {{"draft", "250"}, {"source", "500"}},
            .message = "The draft says 250, the source 500.",
            .resolvableBy = {domain::ResolvableBy::Edit, domain::ResolvableBy::OwnKnowledge}};
}

// One of each type with every member said, in the order of the variant.
std::vector<Message> everyMessage()
{
    const Instant now = parseInstant("2026-11-02T09:00:00Z").value();
    const domain::ReviewerId ada("ada");
    const domain::KeyId key("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    return {
        ClientHello{1, 2, "countersign", "0.1.0", domain::DeviceId("device-1"), true},
        SignIn{ada, "p\xc3\xa4ssword", "a.b.c"},
        Resume{ada, key, "c2ln"},
        Enrol{"eA", "Ward 3", "c2ln"},
        Follow{7},
        Stored{8},
        FetchItem{domain::ItemId("item-1"), true},
        SubmitDecision{"a.b.c", "[]"},
        SubmitEvents{domain::TrailId("trail-1"), {"{}", "{\"a\":1}"}},
        ProveLog{{3, 7}, 12},
        ProveSigning{domain::Digest("sha256:" + std::string(64, 'e')), "a.b.c"},
        BeginEmergency{"treatment"},
        EndEmergency{},
        ReplaceKey{"eA", "c2ln"},
        EnrolToken{"eA", "mara", "cHJvb2Y", "c2ln"},
        SeeNotice{3},
        ServerHello{"gateway-1", "Clinic", "0.1.0", 1, "bm9uY2U", now, "eA", true, true, true, true,
                    Issuer{"https://id.example",
                           "countersign",
                           "https://id.example/auth",
                           "https://id.example/token",
                           "openid",
                           {8123, 8124},
                           {"urn:mfa"},
                           "first"}},
        SignedIn{{ada, "Dr. Ada Brandt", domain::Role::Pharmacist, "MD", "1234567893"},
                 key,
                 {"clinic", "4", domain::Digest("sha256:" + std::string(64, 'c'))},
                 "c2Vzc2lvbg",
                 "{}",
                 "eA",
                 {{domain::ReviewerId("bea"), "Bea", now, now + std::chrono::hours(8)}}},
        Enrolled{key},
        SignInRefused{"too-many-attempts", 30},
        Changes{4, 9, {{5, smallestRow()}, {9, fullRow()}}},
        SnapshotBegin{9},
        SnapshotRows{{fullRow(), smallestRow()}},
        SnapshotEnd{9, 2},
        ItemPart{domain::ItemId("item-1"), 2, 1, 3, "{\"text\":\"\xe2\x82\xac\"}"},
        ItemMissing{domain::ItemId("item-1")},
        ItemFindings{domain::ItemId("item-1"), 2, 40, {finding()}},
        DecisionReceipt{domain::DecisionId("d-1"), "a.b.c"},
        EventsReceived{domain::TrailId("trail-1"), 2, "a.b.c"},
        LogProved{"a.b.c", {{domain::Digest("sha256:" + std::string(64, 'd'))}, {}}, {}},
        SigningProved{domain::Digest("sha256:" + std::string(64, 'e')), "used", now, "urn:mfa"},
        EmergencyView{now, "role"},
        KeyReplaced{key, "vouching"},
        TokenEnrolled{key, "of-another"},
        Notices{{{3, domain::Notice::Kind::SignInsRefused, ada, "Ada", now, "too-many-attempts"}}},
        LockDesk{},
        Ping{},
        Pong{now},
        Bye{"slow-reader", "The other side reads too slowly."},
    };
}

} // namespace

TEST_CASE("every message is read back as it was written")
{
    std::set<std::size_t> types;
    for (const Message &message : everyMessage()) {
        const std::string frame = encodeMessage(message);
        CAPTURE(frame);
        const auto back = decodeMessage(frame);
        REQUIRE_MESSAGE(back, ruleText(back.error().rule) << " at " << back.error().pointer);
        CHECK(*back == message);
        types.insert(message.index());
    }
    CHECK(types.size() == std::variant_size_v<Message>);
}

TEST_CASE("members that say nothing are left out and read back as nothing")
{
    for (const Message &message :
         {Message(SignedIn{{domain::ReviewerId("ada"), "Ada", domain::Role::Nurse, "", ""}, {}, {}, {}, {}, {}}),
          Message(SignInRefused{"disabled"}), Message(Changes{0, 3, {}}), Message(SnapshotRows{})})
        CHECK(decodeMessage(encodeMessage(message)).value() == message);
    CHECK(encodeMessage(SignInRefused{"disabled"}) == R"({"type":"sign-in-refused","rule":"disabled"})");
    CHECK(encodeMessage(Ping{}) == R"({"type":"ping"})");
}

TEST_CASE("every member of every message is needed where the other side relies on it")
{
    const std::set<std::string> mayBeAbsent{"kid",           "policy",      "session",   "policyDocument",
                                            "wantsFindings", "takesEvents", "provesLog", "retryAfterSeconds",
                                            "idToken",       "breaksGlass", "issuer",    "rule",
                                            "authTime",      "acr",         "until",     "takesTokens",
                                            "tokenKey",      "label",       "covers",    "takesNotices"};
    for (const Message &message : everyMessage()) {
        const Json whole = decodeStrict(encodeMessage(message), limits::message).value();
        for (const Json::Member &member : *whole.asObject()) {
            Json::Object members = *whole.asObject();
            std::erase_if(members, [&](const Json::Member &other) { return other.name == member.name; });
            const auto back = decodeMessage(compactText(Json(members)));
            CAPTURE(member.name);
            const bool isEnrolled = std::holds_alternative<Enrolled>(message) || std::holds_alternative<Resume>(message)
                                    || std::holds_alternative<ProveSigning>(message)
                                    || (std::holds_alternative<SignInRefused>(message) && member.name == "rule");
            if (mayBeAbsent.contains(member.name) && !isEnrolled)
                CHECK(back.has_value());
            else
                CHECK(back.error() == WireError{Rule::MissingMember, "/" + member.name});
        }
    }
}

TEST_CASE("a bad message is refused by rule and place")
{
    struct Row {
        std::string frame;
        Rule rule;
        std::string pointer;
    };
    const std::vector<Row> table{
        {"[]", Rule::WrongType, ""},
        {"{}", Rule::MissingMember, "/type"},
        {R"({"type":"hello"})", Rule::UnknownMessage, "/type"},
        {R"({"type":7})", Rule::WrongType, "/type"},
        {R"({"type":"follow","position":-1})", Rule::OutOfRange, "/position"},
        {R"({"type":"follow","position":"1"})", Rule::WrongType, "/position"},
        {R"({"type":"follow","position":1.5})", Rule::NotAnInteger, ""},
        {R"({"type":"fetch-item","itemId":"../x"})", Rule::BadId, "/itemId"},
        {R"({"type":"pong","now":"now"})", Rule::BadInstant, "/now"},
        {R"({"type":"snapshot-rows","rows":[{"id":"a"}]})", Rule::MissingMember, "/rows/0/revision"},
        {R"({"type":"item-part","itemId":"a","revision":1,"index":0,"count":0,"text":""})", Rule::OutOfRange, "/count"},
        {R"({"type":"bye","reason":"","detail":""})", Rule::TextTooShort, "/reason"},
        {R"({"type":"ping","type":"pong"})", Rule::DuplicateMember, ""},
        {std::string(limits::messageBytesMax + 1, ' '), Rule::DocumentTooLarge, ""},
    };
    for (const Row &row : table) {
        CAPTURE(row.frame.substr(0, 80));
        const auto message = decodeMessage(row.frame);
        REQUIRE_FALSE(message);
        CHECK(ruleText(message.error().rule) == ruleText(row.rule));
        CHECK(message.error().pointer == row.pointer);
    }
}

TEST_CASE("unknown members of a message are ignored")
{
    CHECK(decodeMessage(R"({"type":"ping","later":{"x":[1]}})").value() == Message(Ping{}));
}

TEST_CASE("a row by itself is read back as it was written")
{
    for (const domain::ItemSummary &row : {smallestRow(), fullRow()})
        CHECK(readSummary(summaryBytes(row)).value() == row);
    CHECK(readSummary("{}").error() == WireError{Rule::MissingMember, "/id"});
    CHECK(readSummary("").error().rule == Rule::Truncated);
}

TEST_CASE("the link's proof names nonce and user")
{
    CHECK(linkProofBytes("bm9uY2U", domain::ReviewerId("ada")) == "countersign-link/1\nbm9uY2U\nada");
}
