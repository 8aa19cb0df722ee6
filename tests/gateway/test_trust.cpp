// What the real gateway does for trust: a log that proves itself to whoever saw it before (G9, T-LOG1), a registry that
// is in the log (T-REG1, T-REV1), audit trails that are taken once, a lawful erasure, and backups that are found out
// (F16).
#include "app/verify/directory_source.hpp"
#include "app/verify/print.hpp"
#include "app/verify/verify.hpp"
#include "core/audit/checkpoint.hpp"
#include "core/audit/jws.hpp"
#include "core/audit/record_log.hpp"
#include "core/audit/trail_receipt.hpp"
#include "core/base/encoding.hpp"
#include "core/crypto/digest.hpp"
#include "core/protocol/audit_codec.hpp"
#include "tests/gateway/agent.hpp"
#include "tests/gateway/gateway_process.hpp"
#include "tests/gateway/test_console.hpp"
#include "tests/support/sample_proposal.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

namespace countersign::gateway_test
{
namespace
{

using audit::Consistency;
using domain::Verdict;

std::string contentOf(const std::filesystem::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

struct TrustGateway : TestGateway {
    TrustGateway()
    {
        token = addAgent("scribe");
        addUser("mara", "clinician");
        addUser("root", "administrator");
    }
    domain::ItemId propose(int number)
    {
        const TestAgent agent(endpoint(), token);
        return domain::ItemId(agent.itemOf(support::sampleProposal(number)));
    }
    // Serves, and has that many items rejected.
    void decide(TestConsole &console, int first, int count)
    {
        for (int number = first; number < first + count; ++number) {
            const auto item = console.fetch(propose(number));
            REQUIRE(item);
            REQUIRE(console.decide(*item, Verdict::Reject));
        }
    }
    verify::Report verified(const std::string &name, bool withPhi = false)
    {
        const std::filesystem::path package = folder() / name;
        std::vector<std::string> words{"export-audit", "--data", data(), "--out", package};
        if (withPhi)
            words.emplace_back("--with-phi");
        REQUIRE(runGateway(words).exitCode == 0);
        verify::DirectorySource source(package);
        return verify::verifyPackage(source, {.root = *audit::decodeJwk(contentOf(data() + "/gateway.jwk"))});
    }
    std::string token;
};

audit::Checkpoint checkpointIn(const TestConsole &console, const protocol::LogProved &answer)
{
    const auto key = crypto::PublicKey::fromBytes(*base64urlDecode(console.hello.gatewayKey));
    return audit::checkCheckpoint(answer.checkpoint, *key, console.hello.gatewayId).value();
}

protocol::LogProved prove(TestConsole &console, const audit::Checkpoint &seen)
{
    REQUIRE(console.say(protocol::ProveLog{{seen.decisions.size}, seen.records.size}));
    const auto answer = console.await<protocol::LogProved>();
    REQUIRE(answer);
    REQUIRE(answer->proofs.size() == 1);
    return *answer;
}

Consistency compared(const audit::Checkpoint &seen, const audit::Checkpoint &now, const protocol::LogProved &answer)
{
    const auto decisions = audit::compare(seen.decisions, now.decisions, answer.proofs[0]);
    return decisions != Consistency::Consistent ? decisions
                                                : audit::compare(seen.records, now.records, answer.recordProof);
}

// The next entries of a trail, as a desk would chain them.
struct Trail {
    domain::AuditEntry next{domain::TrailId("trail-1"), domain::DeviceId("desk-1"), 0, {}, {}};

    std::string entry(domain::AuditKind kind)
    {
        next.event = {.kind = kind, .who = domain::ReviewerId("mara"), .at = *parseInstant("2026-11-02T09:00:00Z")};
        std::string bytes = protocol::auditBytes(next);
        next.prev = domain::Digest(crypto::digestText(asBytes(bytes)));
        ++next.seq;
        return bytes;
    }
};

TEST_CASE("a log that carries on proves it, over a restart too")
{
    TrustGateway gateway;
    REQUIRE(gateway.serve());
    TestConsole console("mara", "desk-1");
    REQUIRE(console.enter(gateway.endpoint()));
    CHECK(console.hello.provesLog);
    const auto empty = prove(console, {});
    const auto before = checkpointIn(console, empty);
    CHECK(before.decisions.size == 0);
    CHECK(before.records.size >= 5); // its beginning, its key, two accounts, the policy, this device's key
    gateway.decide(console, 1, 3);
    const auto answer = prove(console, before);
    const auto after = checkpointIn(console, answer);
    CHECK(after.decisions.size == 3);
    CHECK(compared(before, after, answer) == Consistency::Consistent);
    CHECK(prove(console, after).checkpoint == answer.checkpoint); // nothing happened: the very same word

    console.drop();
    CHECK(gateway.stop() == 0);
    REQUIRE(gateway.serve());
    REQUIRE(console.greet(gateway.endpoint()));
    REQUIRE(console.resume());
    const auto later = prove(console, after);
    CHECK(compared(after, checkpointIn(console, later), later) == Consistency::Consistent);
    CHECK(gateway.stop() == 0);
}

TEST_CASE("a backup that is put back is found out by whoever saw what came after it (F16)")
{
    TrustGateway gateway;
    REQUIRE(gateway.serve());
    TestConsole console("mara", "desk-1");
    REQUIRE(console.enter(gateway.endpoint()));
    gateway.decide(console, 1, 2);
    CHECK(gateway.stop() == 0);
    const std::filesystem::path backup = gateway.folder() / "backup";
    std::filesystem::copy(gateway.data(), backup, std::filesystem::copy_options::recursive);

    REQUIRE(gateway.serve());
    REQUIRE(console.greet(gateway.endpoint()));
    REQUIRE(console.resume());
    gateway.decide(console, 3, 2);
    const auto seen = checkpointIn(console, prove(console, {}));
    CHECK(seen.decisions.size == 4);
    CHECK(gateway.stop() == 0);

    std::filesystem::remove_all(gateway.data());
    std::filesystem::copy(backup, gateway.data(), std::filesystem::copy_options::recursive);
    for (const int more : {0, 1, 2, 3}) { // shorter, as long, longer
        CAPTURE(more);
        REQUIRE(gateway.serve());
        TestConsole other("mara", "desk-" + std::to_string(10 + more));
        REQUIRE(other.enter(gateway.endpoint()));
        if (more > 0)
            gateway.decide(other, 100 + more, 1);
        const auto answer = prove(other, seen);
        const auto now = checkpointIn(other, answer);
        CHECK(compared(seen, now, answer) != Consistency::Consistent);
        CHECK(gateway.stop() == 0);
    }
}

TEST_CASE("a trail is taken once, in order, from its own device, and is in the export")
{
    TrustGateway gateway;
    REQUIRE(gateway.serve());
    TestConsole console("mara", "desk-1");
    REQUIRE(console.enter(gateway.endpoint()));
    CHECK(console.hello.takesEvents);
    Trail trail;
    const auto send = [&](std::vector<std::string> events) {
        REQUIRE(console.say(protocol::SubmitEvents{domain::TrailId("trail-1"), std::move(events)}));
        const auto answer = console.await<protocol::EventsReceived>();
        REQUIRE(answer);
        return *answer;
    };
    const std::string first = trail.entry(domain::AuditKind::TrailBegun);
    const std::string second = trail.entry(domain::AuditKind::ItemViewed);
    const auto head = trail.next.prev;
    const std::string third = trail.entry(domain::AuditKind::Searched);

    CHECK(send({second}).nextSeq == 0); // a gap
    const auto taken = send({first, second});
    CHECK(taken.nextSeq == 2);
    const auto key = crypto::PublicKey::fromBytes(*base64urlDecode(console.hello.gatewayKey));
    const auto receipt = audit::checkTrailReceipt(taken.receipt, *key);
    REQUIRE(receipt);
    CHECK(receipt->head == head);
    CHECK(send({first, second}).receipt == taken.receipt); // the very same, and nothing twice
    CHECK(send({second, third}).nextSeq == 3);
    CHECK(send({"{}", "nonsense"}).nextSeq == 3);

    TestConsole other("mara", "desk-2");
    REQUIRE(other.enter(gateway.endpoint()));
    REQUIRE(other.say(protocol::SubmitEvents{domain::TrailId("trail-1"), {trail.entry(domain::AuditKind::Printed)}}));
    CHECK(other.await<protocol::EventsReceived>()->nextSeq == 0);
    CHECK(gateway.stop() == 0);

    const auto report = gateway.verified("package");
    CHECK_MESSAGE(report.isValid(), verify::plainText(report));
    const std::string events = contentOf(gateway.folder() / "package" / "events.ndjson");
    CHECK(events.find("searched") != std::string::npos);
    const std::string fhir = contentOf(gateway.folder() / "package" / "fhir" / "bundle.json");
    CHECK(fhir.find("trail-trail-1-2") != std::string::npos);
}

TEST_CASE("the gateway's own trail has refused sign-ins, items that were served, and exports")
{
    TrustGateway gateway;
    REQUIRE(gateway.serve());
    TestConsole console("mara", "desk-1");
    REQUIRE(console.greet(gateway.endpoint()));
    CHECK_FALSE(console.signIn("wrong"));
    REQUIRE(console.enter(gateway.endpoint()));
    REQUIRE(console.fetch(gateway.propose(1)));
    console.drop();
    CHECK(gateway.stop() == 0);
    const auto report = gateway.verified("package");
    CHECK_MESSAGE(report.isValid(), verify::plainText(report));
    CHECK(report.trails == 1);
    const std::string events = contentOf(gateway.folder() / "package" / "events.ndjson");
    for (const char *kind : {"sign-in-refused", "signed-in", "item-served", "exported"})
        CHECK_MESSAGE(events.find(kind) != std::string::npos, kind);
    CHECK(events.find("wrong-credentials") != std::string::npos);
    CHECK(events.find(password) == std::string::npos);
}

TEST_CASE("every change of the registry is a leaf, and a key counts by its place among them")
{
    TrustGateway gateway;
    REQUIRE(gateway.serve());
    TestConsole console("mara", "desk-1");
    REQUIRE(console.enter(gateway.endpoint()));
    gateway.decide(console, 1, 1);
    const auto item = console.fetch(gateway.propose(2));
    REQUIRE(item);
    const std::string late = console.sign(console.statement(*item, Verdict::Reject));
    CHECK(gateway.stop() == 0);
    gateway.addUser("late", "nurse");
    REQUIRE(runGateway({"user", "disable", "mara", "--data", gateway.data()}).exitCode == 0);

    // What was signed before the revocation still verifies; what comes after it does not count (T-REV1).
    REQUIRE(gateway.serve());
    REQUIRE(console.greet(gateway.endpoint()));
    CHECK_FALSE(console.resume());
    CHECK(console.refusal.rule == "revoked-key");
    TestConsole nurse("late", "desk-2");
    REQUIRE(nurse.enter(gateway.endpoint()));
    const std::string receipt = nurse.submit(late); // carried there by somebody else
    const auto parts = audit::parseJws(audit::JwsType::Receipt, receipt);
    REQUIRE(parts);
    CHECK(parts->payload.find("not-permitted") != std::string::npos);
    CHECK(gateway.stop() == 0);

    const auto report = gateway.verified("package");
    CHECK_MESSAGE(report.isValid(), verify::plainText(report));
    CHECK(report.decisions.decisions == 2);
    const std::string records = contentOf(gateway.folder() / "package" / "records.ndjson");
    for (const char *kind : {"log-begun", "key-enrolled", "key-revoked", "account-added", "account-disabled",
                             "policy-applied", "package-exported"})
        CHECK_MESSAGE(records.find(kind) != std::string::npos, kind);
}

TEST_CASE("an item and its decisions are erased lawfully: the words are gone, the proof stays")
{
    TrustGateway gateway;
    REQUIRE(gateway.serve());
    TestConsole console("mara", "desk-1");
    REQUIRE(console.enter(gateway.endpoint()));
    gateway.decide(console, 1, 1);
    const auto id = gateway.propose(2);
    const auto item = console.fetch(id);
    REQUIRE(item);
    REQUIRE(console.decide(*item, Verdict::Approve));
    gateway.decide(console, 3, 1);
    const auto seen = checkpointIn(console, prove(console, {}));
    CHECK(gateway.stop() == 0);

    const std::string data = gateway.data();
    const auto erase = [&](std::vector<std::string> more) {
        std::vector<std::string> words{"erase", "--data", data};
        words.insert(words.end(), more.begin(), more.end());
        return runGateway(words).exitCode;
    };
    CHECK(erase({id.text(), "--by", "mara", "--reason", "request"}) == 1); // not an administrator
    CHECK(erase({id.text(), "--by", "nobody", "--reason", "request"}) == 1);
    CHECK(erase({"item-nowhere", "--by", "root", "--reason", "request"}) == 1);
    CHECK(erase({id.text(), "--by", "root", "--reason", "Because of Mrs Smith"}) == 2);
    CHECK(erase({id.text(), "--by", "root"}) == 2);
    CHECK(erase({id.text(), "--by", "root", "--reason", "request"}) == 0);

    const auto report = gateway.verified("package", true);
    CHECK_MESSAGE(report.isValid(), verify::plainText(report));
    CHECK(report.decisions.decisions == 3);
    CHECK(report.decisions.erased == 1);
    CHECK(verify::plainText(report).find("erased") != std::string::npos);
    const std::string lines = contentOf(gateway.folder() / "package" / "decisions.ndjson");
    CHECK(lines.find(R"("jws":"")") != std::string::npos);

    // Consoles that saw the log before see it carried on; the item is not there any more; work goes on.
    REQUIRE(gateway.serve());
    REQUIRE(console.greet(gateway.endpoint()));
    REQUIRE(console.resume());
    const auto answer = prove(console, seen);
    CHECK(compared(seen, checkpointIn(console, answer), answer) == Consistency::Consistent);
    REQUIRE(console.say(protocol::FetchItem{id}));
    CHECK(console.await<protocol::ItemMissing>().has_value());
    gateway.decide(console, 4, 1);
    CHECK(gateway.stop() == 0);
    CHECK(gateway.verified("package-2", true).isValid());
}

} // namespace
} // namespace countersign::gateway_test
