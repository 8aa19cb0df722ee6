// Checkpoints, the log of records and receipts for audit trails: one spelling each, and every contradiction by its name.
#include "core/audit/checkpoint.hpp"
#include "core/audit/package_lines.hpp"
#include "core/audit/record_log.hpp"
#include "core/audit/trail_receipt.hpp"
#include "core/base/encoding.hpp"
#include "core/crypto/digest.hpp"
#include "core/protocol/audit_codec.hpp"

#include <doctest/doctest.h>

using namespace countersign;
using audit::Consistency;

namespace
{

const Instant noon = *parseInstant("2026-11-02T12:00:00Z");
const auto gateway = crypto::SigningKey::fromSeed(Bytes(32, 1)).value();

domain::Digest digestOf(std::string_view bytes)
{
    return domain::Digest(crypto::digestText(asBytes(bytes)));
}

audit::MerkleLog logOf(int leaves)
{
    audit::MerkleLog log;
    for (int i = 0; i < leaves; ++i)
        log.append(asBytes("leaf " + std::to_string(i)));
    return log;
}

std::vector<audit::Record> everyRecord()
{
    const audit::RegisteredKey key{domain::KeyId(crypto::thumbprint(gateway.publicKey())),
                                   gateway.publicKey(),
                                   audit::KeyRole::Reviewer,
                                   "ann",
                                   domain::DeviceId("desk-1"),
                                   noon,
                                   {}};
    return {audit::LogBegun{{3, digestOf("root")}},
            audit::KeyEnrolled{key},
            audit::KeyRevoked{key.kid},
            audit::AccountAdded{domain::ReviewerId("ann"), domain::Role::Nurse},
            audit::AccountDisabled{domain::ReviewerId("ann")},
            audit::PolicyApplied{{"clinic", "3", digestOf("policy")}},
            audit::EventsTaken{domain::TrailId("trail-1"), 4, digestOf("entry")},
            audit::PackageExported{"operator:root", true},
            audit::DecisionErased{7, digestOf("jws"), "root", "request-of-patient"}};
}

} // namespace

TEST_CASE("a checkpoint is the gateway's own, or nothing")
{
    const audit::Checkpoint made{"gw-1", noon, {2, digestOf("a")}, {5, digestOf("b")}};
    const auto jws = audit::signCheckpoint(made, gateway);
    CHECK(audit::checkCheckpoint(jws, gateway.publicKey(), "gw-1").value() == made);
    CHECK(audit::checkCheckpoint(jws, gateway.publicKey(), "gw-2").error() == audit::ChainError::CheckpointMalformed);
    CHECK_FALSE(audit::checkCheckpoint(jws, crypto::SigningKey::fromSeed(Bytes(32, 2))->publicKey(), "gw-1"));
    CHECK_FALSE(audit::checkCheckpoint(jws + "A", gateway.publicKey(), "gw-1"));
}

TEST_CASE("every later log carries on every earlier one, and nothing else does")
{
    const auto log = logOf(40);
    for (std::int64_t from = 0; from <= 40; ++from)
        for (std::int64_t to = from; to <= 40; ++to) {
            const auto seen = audit::headOf(log, static_cast<std::uint64_t>(from));
            const auto later = audit::headOf(log, static_cast<std::uint64_t>(to));
            const auto proof = audit::consistencyProof(log, from, to);
            CHECK(audit::compare(seen, later, proof) == Consistency::Consistent);
            if (from == to)
                continue;
            CHECK(audit::compare(later, seen, proof) == Consistency::Older);
            auto bent = proof;
            bent.push_back(digestOf("more"));
            CHECK(audit::compare(seen, later, bent) == Consistency::NotContinued);
            const audit::TreeHead other{later.size, digestOf("other")};
            CHECK(audit::compare(later, other, {}) == Consistency::SameSize);
            if (from > 0)
                CHECK(audit::compare(seen, other, proof) == Consistency::NotContinued);
        }
}

TEST_CASE("every record has one spelling and comes back as it was")
{
    for (const auto &record : everyRecord()) {
        const std::string bytes = audit::recordBytes(record);
        CAPTURE(bytes);
        CHECK(audit::readRecord(bytes).value() == record);
        CHECK_FALSE(audit::readRecord(' ' + bytes));
        CHECK_FALSE(audit::readRecord(bytes.substr(0, bytes.size() - 1) + R"(,"zzz":1})"));
    }
}

TEST_CASE("a leaf commits to its record and tells nothing of it")
{
    audit::Salt salt{};
    salt.fill(3);
    const auto commitment = audit::commitmentOf(salt, "record");
    CHECK(commitment != audit::commitmentOf({}, "record"));
    CHECK(commitment != audit::commitmentOf(salt, "another"));
    const audit::RecordLeaf leaf{
        noon, commitment, audit::DecisionPlace{4, domain::DeviceId("desk-1"), domain::ReviewerId("ann"), 2}};
    CHECK(audit::readLeaf(audit::leafBytes(leaf)).value() == leaf);
    CHECK_FALSE(audit::readLeaf(audit::leafBytes(leaf) + ' '));
}

TEST_CASE("every changed character of a line is found in it")
{
    const audit::RecordLine record{3, R"({"at":1})", "c2FsdA", "{}"};
    const audit::EventLine event{noon, R"({"seq":1})"};
    const auto tryAll = [](const std::string &line, const auto &decode) {
        for (std::size_t at = 0; at < line.size(); ++at)
            for (const char c : {'0', 'a', '"', '}', ' '}) {
                std::string bent = line;
                bent[at] = c;
                if (bent != line)
                    CHECK_MESSAGE(!decode(bent), bent);
            }
    };
    CHECK(audit::decodeRecordLine(audit::encodeLine(record)).value() == record);
    CHECK(audit::decodeEventLine(audit::encodeLine(event)).value() == event);
    tryAll(audit::encodeLine(record), [](const auto &line) { return audit::decodeRecordLine(line).has_value(); });
    tryAll(audit::encodeLine(event), [](const auto &line) { return audit::decodeEventLine(line).has_value(); });
}

TEST_CASE("a trail's receipt is the gateway's own, or nothing")
{
    const audit::TrailReceipt made{domain::TrailId("trail-1"), 4, digestOf("entry"), noon};
    const auto jws = audit::signTrailReceipt(made, gateway);
    CHECK(audit::checkTrailReceipt(jws, gateway.publicKey()).value() == made);
    CHECK_FALSE(audit::checkTrailReceipt(jws, crypto::SigningKey::fromSeed(Bytes(32, 2))->publicKey()));
    CHECK_FALSE(audit::checkTrailReceipt(audit::signCheckpoint({"g", noon, {}, {}}, gateway), gateway.publicKey()));
}

TEST_CASE("an entry of a trail is ids and codes, and nothing else is taken")
{
    const domain::AuditEntry entry{domain::TrailId("trail-1"),
                                   domain::DeviceId("desk-1"),
                                   3,
                                   digestOf("before"),
                                   {.kind = domain::AuditKind::SourceViewed,
                                    .isDone = false,
                                    .who = domain::ReviewerId("ann"),
                                    .at = noon,
                                    .item = domain::ItemId("item-1"),
                                    .patient = domain::PatientId("pt-1"),
                                    .source = domain::SourceId("s1"),
                                    .detail = "code-1"}};
    const std::string bytes = protocol::auditBytes(entry);
    CHECK(protocol::readAuditEntry(bytes).value() == entry);
    auto bent = entry;
    bent.event.detail = "Mrs Smith";
    CHECK_FALSE(protocol::readAuditEntry(protocol::auditBytes(bent)));
    CHECK_FALSE(protocol::readAuditEntry(bytes.substr(0, bytes.size() - 1) + R"(,"words":"metformin"})"));
    CHECK_FALSE(protocol::readAuditEntry(' ' + bytes));
    CHECK_FALSE(protocol::readAuditEntry("{}"));
}
