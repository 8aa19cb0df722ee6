// The audit trail in the sealed ledger: append-only, gapless, and kept until the gateway has it.
#include "core/store/sql.hpp"
#include "tests/store/profile.hpp"

#include <doctest/doctest.h>

using namespace countersign;
using namespace countersign::store;
using namespace countersign::support;

namespace
{

const domain::TrailId trail("trail-1");

TrailEntry entryAt(std::int64_t seq)
{
    const std::string number = std::to_string(seq);
    return {seq, domain::Digest("sha256:" + std::string(64 - number.size(), '0') + number), "{\"seq\":" + number + '}'};
}

SealedLedger withEntries(const Folder &folder, const FailingDisk &disk, std::int64_t count)
{
    auto ledger = openLedger(folder, disk);
    REQUIRE(ledger.has_value());
    for (auto seq = ledger->takeState().trail.nextSeq; seq < count; ++seq)
        REQUIRE(ledger->recordEvents(trail, {entryAt(seq)}).has_value());
    return std::move(*ledger);
}

TrailEnd endOf(const Folder &folder, const FailingDisk &disk)
{
    auto ledger = openLedger(folder, disk);
    REQUIRE(ledger.has_value());
    return ledger->takeState().trail;
}

} // namespace

TEST_CASE("what was recorded is found after dying, with the trail's end")
{
    const Folder folder;
    const FailingDisk disk;
    static_cast<void>(withEntries(folder, disk, 3));
    const TrailEnd end = endOf(folder, disk);
    CHECK(end == TrailEnd{trail, 3, 0, entryAt(2).digest});
    auto ledger = withEntries(folder, disk, 3);
    CHECK(ledger.loadEvents(1, 10).value() == TrailEntries{entryAt(1), entryAt(2)});
    CHECK(ledger.loadEvents(0, 2).value() == TrailEntries{entryAt(0), entryAt(1)});
}

TEST_CASE("what does not follow the end, or belongs to another trail, is refused, and changes nothing")
{
    const Folder folder;
    const FailingDisk disk;
    auto ledger = withEntries(folder, disk, 2);
    CHECK(ledger.recordEvents(trail, {entryAt(1)}).error() == StoreError::Constraint);
    CHECK(ledger.recordEvents(trail, {entryAt(3)}).error() == StoreError::Constraint);
    CHECK(ledger.recordEvents(trail, {entryAt(2), entryAt(4)}).error() == StoreError::Constraint);
    CHECK(ledger.recordEvents(domain::TrailId("trail-2"), {entryAt(2)}).error() == StoreError::Constraint);
    CHECK(ledger.recordEvents(trail, {}).error() == StoreError::Constraint);
    CHECK(ledger.recordEvents(trail, {entryAt(2), entryAt(3)}).has_value());
}

TEST_CASE("nothing is removed before the gateway has it")
{
    const Folder folder;
    const FailingDisk disk;
    auto ledger = withEntries(folder, disk, 5);
    CHECK(ledger.purgeEvents(1).error() == StoreError::Constraint);
    REQUIRE(ledger.acknowledgeEvents(3, "receipt").has_value());
    REQUIRE(ledger.acknowledgeEvents(2, "older").has_value()); // an older receipt takes nothing back
    CHECK(ledger.purgeEvents(4).error() == StoreError::Constraint);
    CHECK(ledger.loadEvents(0, 10)->size() == 5);
    REQUIRE(ledger.purgeEvents(3).has_value());
    CHECK(ledger.loadEvents(0, 10).value() == TrailEntries{entryAt(3), entryAt(4)});
    REQUIRE(ledger.close().has_value());
    CHECK(endOf(folder, disk) == TrailEnd{trail, 5, 3, entryAt(4).digest});
}

TEST_CASE("the tables themselves refuse to change, shorten or renumber a trail")
{
    const Folder folder;
    const FailingDisk disk;
    REQUIRE(withEntries(folder, disk, 3).close().has_value());
    LedgerKeys keys = ledgerKeys();
    auto database =
        Database::open(profileIn(folder).database(),
                       {.key = std::move(keys.databaseKey), .salt = std::move(keys.databaseSalt)}, OpenMode::MustExist);
    REQUIRE(database.has_value());
    for (const char *attack :
         {"UPDATE trail SET bytes = 'x' WHERE seq = 1", "DELETE FROM trail WHERE seq = 2", "DELETE FROM trail",
          "REPLACE INTO trail VALUES (1, 'd', 'x')", "UPDATE trail_end SET next_seq = 2",
          "UPDATE trail_end SET acknowledged = 9", "UPDATE trail_end SET trail = 'trail-2'"}) {
        CAPTURE(attack);
        CHECK_FALSE(database->execute(attack).has_value());
    }
}

TEST_CASE("whichever call to the disk fails, an event that was told recorded is there, and none twice")
{
    for (const auto lasting : {FailingDisk::Lasting::Once, FailingDisk::Lasting::Forever})
        for (std::uint64_t call = 1; call < 30; ++call) {
            CAPTURE(call);
            const Folder folder;
            FailingDisk disk;
            disk.hurry();
            std::int64_t told = 0;
            {
                auto ledger = withEntries(folder, disk, 1);
                disk.failAt(call, lasting, FailingDisk::Kind::Io);
                for (std::int64_t seq = 1; seq < 4; ++seq, ++told)
                    if (!ledger.recordEvents(trail, {entryAt(seq)}))
                        break;
                disk.heal();
            }
            const TrailEnd end = endOf(folder, disk);
            CHECK(end.nextSeq >= 1 + told);
            CHECK(end.nextSeq <= 2 + told);
            auto ledger = withEntries(folder, disk, end.nextSeq);
            CHECK(ledger.loadEvents(0, 10)->size() == static_cast<std::size_t>(end.nextSeq));
        }
}

TEST_CASE("the checkpoint that was believed and the evidence of a fork outlive the process")
{
    const Folder folder;
    const FailingDisk disk;
    {
        auto ledger = withEntries(folder, disk, 0);
        REQUIRE(ledger.keepCheckpoint("checkpoint").has_value());
        REQUIRE(ledger.keepEvidence("first").has_value());
        REQUIRE(ledger.keepEvidence("second").has_value()); // the first one stays, beside
    }
    auto ledger = openLedger(folder, disk);
    REQUIRE(ledger.has_value());
    CHECK(ledger->takeState().checkpoint == "checkpoint");
    CHECK(asText(readWhole(folder / "log-fork.json")) == "second");
    CHECK(asText(readWhole(folder / "log-fork.json.aside-1")) == "first");
}
