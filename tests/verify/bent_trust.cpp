// Packages whose log of records, checkpoints or audit trails are wrong in one respect.
#include "tests/verify/bent_packages.hpp"

#include "core/audit/checkpoint.hpp"
#include "core/base/encoding.hpp"
#include "core/protocol/audit_codec.hpp"

namespace countersign::tests
{
namespace
{

using verify::FaultRule;

const std::string decisions = "decisions.ndjson";
const std::string recordsFile = "records.ndjson";
const std::string checkpointsFile = "checkpoints.ndjson";
const std::string eventsFile = "events.ndjson";

// Three decisions: the log of records has its beginning, three keys, the decisions, the events.
void threeDecisions(PackageMaker &maker)
{
    for (int item = 1; item < 4; ++item)
        maker.release(item, {maker.decide({.item = item})});
}

void threeDecisionsMore(PackageMaker &maker)
{
    for (int item = 4; item < 7; ++item)
        maker.decide({.item = item, .verdict = domain::Verdict::Reject});
}

BentPackage bentRecords(std::string what, FaultRule rule, std::string file, std::int64_t line,
                        std::function<void(std::vector<audit::RecordLine> &)> bend)
{
    return {std::move(what),
            [bend = std::move(bend)](PackageMaker &maker) {
                threeDecisions(maker);
                maker.records = bend;
            },
            rule, std::move(file), line};
}

BentPackage bentEvents(std::string what, FaultRule rule, std::int64_t line,
                       std::function<void(std::vector<audit::EventLine> &)> bend)
{
    return {std::move(what),
            [bend = std::move(bend)](PackageMaker &maker) {
                threeDecisions(maker);
                maker.events = bend;
            },
            rule, eventsFile, line};
}

BentPackage bentCheckpoints(std::string what, FaultRule rule, std::int64_t line,
                            std::function<void(audit::Checkpoint &)> bend)
{
    return {std::move(what),
            [bend = std::move(bend)](PackageMaker &maker) {
                threeDecisions(maker);
                maker.checkpoint = bend;
            },
            rule, checkpointsFile, line};
}

std::vector<BentPackage> bentRecordLines()
{
    using Lines = std::vector<audit::RecordLine>;
    return {
        bentRecords("a decision's commitment to other bytes", FaultRule::RecordDiffers, decisions, 1,
                    [](Lines &lines) { lines[4].salt = base64urlEncode(audit::Salt{}); }),
        bentRecords("a decision without its leaf's salt, and no tombstone", FaultRule::RecordDiffers, decisions, 2,
                    [](Lines &lines) { lines[5].salt.clear(); }),
        bentRecords("a record that its leaf does not commit to", FaultRule::RecordDiffers, recordsFile, 2,
                    [](Lines &lines) { lines[1].record = lines[2].record; }),
        bentRecords(
            "a record of a key that keys.json does not have", FaultRule::RegistryDiffers, recordsFile, 3,
            [](Lines &lines) {
                const auto key = crypto::SigningKey::fromSeed(Bytes(32, 77)).value().publicKey();
                const std::string record = audit::recordBytes(audit::KeyEnrolled{
                    {domain::KeyId(crypto::thumbprint(key)), key, audit::KeyRole::Reviewer, "eve", {}, {}, {}}});
                lines[2].record = record;
                lines[2].leaf = audit::leafBytes({{}, audit::commitmentOf({}, record), {}});
            }),
        bentRecords("a revocation that keys.json does not have", FaultRule::RegistryDiffers, recordsFile, 8,
                    [](Lines &lines) {
                        const auto enrolled = std::get<audit::KeyEnrolled>(audit::readRecord(lines[2].record).value());
                        const std::string record = audit::recordBytes(audit::KeyRevoked{enrolled.key.kid});
                        lines[7].record = record;
                        lines[7].leaf = audit::leafBytes({{}, audit::commitmentOf({}, record), {}});
                    }),
        bentRecords("a key whose leaf is missing", FaultRule::IndexOutOfOrder, recordsFile, 2,
                    [](Lines &lines) { lines.erase(lines.begin() + 1); }),
        bentRecords("two leaves swapped", FaultRule::IndexOutOfOrder, recordsFile, 2,
                    [](Lines &lines) { std::swap(lines[1], lines[2]); }),
        bentRecords("a leaf of another decision's place", FaultRule::RecordDiffers, recordsFile, 5,
                    [](Lines &lines) {
                        auto leaf = audit::readLeaf(lines[4].leaf).value();
                        leaf.decision->decision = 2;
                        lines[4].leaf = audit::leafBytes(leaf);
                    }),
        bentRecords("a leaf that was changed and still commits", FaultRule::CheckpointDiffers, checkpointsFile, 1,
                    [](Lines &lines) {
                        auto leaf = audit::readLeaf(lines[1].leaf).value();
                        leaf.at += std::chrono::hours(1);
                        lines[1].leaf = audit::leafBytes(leaf);
                    }),
        bentRecords("the last record left out", FaultRule::LinesMissing, recordsFile, 7,
                    [](Lines &lines) { lines.pop_back(); }),
    };
}

std::vector<BentPackage> bentTrails()
{
    using Events = std::vector<audit::EventLine>;
    return {
        bentEvents("an event left out", FaultRule::TrailBroken, 2,
                   [](Events &events) { events.erase(events.begin() + 1); }),
        bentEvents("two events swapped", FaultRule::TrailBroken, 1,
                   [](Events &events) { std::swap(events[0], events[1]); }),
        bentEvents("an event twice", FaultRule::TrailBroken, 3,
                   [](Events &events) { events.insert(events.begin() + 1, events[1]); }),
        bentEvents("the last event left out", FaultRule::LinesMissing, 2, [](Events &events) { events.pop_back(); }),
        bentEvents("an event that another took the place of", FaultRule::TrailBroken, 3,
                   [](Events &events) {
                       auto entry = protocol::readAuditEntry(events[2].entry).value();
                       entry.event.kind = domain::AuditKind::Searched;
                       events[2].entry = protocol::auditBytes(entry);
                   }),
        bentCheckpoints("a checkpoint of another root", FaultRule::CheckpointDiffers, 1,
                        [](audit::Checkpoint &made) { made.decisions.root = made.records.root; }),
        bentCheckpoints("a checkpoint of another root of records", FaultRule::CheckpointDiffers, 1,
                        [](audit::Checkpoint &made) { made.records.root = made.decisions.root; }),
        bentCheckpoints("a checkpoint of another gateway", FaultRule::CheckpointInvalid, 1,
                        [](audit::Checkpoint &made) { made.gateway = "gw-2"; }),
        {"a checkpoint behind the one before",
         [](PackageMaker &maker) {
             threeDecisions(maker);
             threeDecisionsMore(maker);
             maker.checkpoint = [count = 0](audit::Checkpoint &made) mutable {
                 if (++count == 2)
                     made.at -= std::chrono::hours(1);
             };
         },
         FaultRule::CheckpointDiffers, checkpointsFile, 2},
        {"words that are missing without a tombstone",
         [](PackageMaker &maker) {
             threeDecisions(maker);
             maker.erase(1, false);
         },
         FaultRule::ErasedUnfounded, decisions, 2},
    };
}

} // namespace

std::vector<BentPackage> bentTrust()
{
    std::vector<BentPackage> all = bentRecordLines();
    for (const BentPackage &bent : bentTrails())
        all.push_back(bent);
    return all;
}

} // namespace countersign::tests
