// One copy of a profile's three is lost, old, damaged or at odds with the others.
#include "tests/store/profile.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace countersign;
using namespace countersign::store;
using namespace countersign::support;
using domain::Standing;

namespace
{

// A profile as it was after 4 decisions, and as it is after 8; the first two have receipts.
struct Histories {
    Folder then;
    Folder now;
    FailingDisk disk;
    std::vector<SealedDecision> decisions;

    Histories()
    {
        disk.hurry();
        auto ledger = openLedger(now, disk).value();
        append(ledger, 4);
        ledger.replaceQueue({{domain::ItemId("a"), "row a"}}, 3).value();
        for (std::size_t seq : {0u, 1u})
            ledger.storeStanding(decisions[seq].id, Standing::Confirmed, "receipt").value();
        ledger.close().value();
        then.becomeCopyOf(now);
        ledger = openLedger(now, disk).value();
        append(ledger, 4);
    }

    void append(SealedLedger &ledger, int count)
    {
        for (int i = 0; i < count; ++i) {
            const audit::ChainHead head = decisions.empty() ? audit::ChainHead{} : headAfter(decisions.back());
            decisions.push_back(decisionAfter(head, "d-" + std::to_string(head.nextSeq)));
            ledger.append(decisions.back()).value();
        }
    }

    void remove(const char *name) const { std::filesystem::remove(now / name); }
    // The old one, in place of the new.
    void bringBack(const char *name) const
    {
        remove(name);
        if (std::filesystem::exists(then / name))
            std::filesystem::copy_file(then / name, now / name);
    }
    void damage(const char *name, std::size_t at) const
    {
        Bytes bytes = readWhole(now / name);
        REQUIRE(bytes.size() > at);
        bytes[at] ^= 4;
        writeWhole(now / name, bytes);
    }

    // All decisions from that seq on are there, as they were, and the chain goes on.
    LedgerState checkAllFrom(std::size_t first) const
    {
        auto ledger = openLedger(now, disk);
        REQUIRE(ledger.has_value());
        LedgerState state = ledger->takeState();
        CHECK_FALSE(state.isQuarantined);
        REQUIRE(state.decisions.size() == decisions.size() - first);
        for (std::size_t i = first; i < decisions.size(); ++i)
            CHECK(state.decisions[i - first].sealed == decisions[i]);
        CHECK(headOf(state) == headAfter(decisions.back()));
        const auto next = decisionAfter(headOf(state), "next");
        CHECK(ledger->append(next).has_value());
        ledger = failure(StoreError::NotOpen);
        const LedgerState again = openLedger(now, disk)->takeState();
        CHECK(again.repairs == Repairs{});
        CHECK(headOf(again) == headAfter(next));
        return state;
    }

    void checkQuarantined() const
    {
        for (int time = 0; time < 2; ++time) {
            auto ledger = openLedger(now, disk);
            REQUIRE(ledger.has_value());
            const LedgerState state = ledger->takeState();
            CHECK(state.isQuarantined);
            CHECK(ledger->append(decisionAfter(headOf(state), "next")).error() == StoreError::Quarantined);
        }
    }
};

} // namespace

TEST_CASE("a database that lost its log is told by the spool")
{
    const Histories histories;
    histories.remove("ledger.db-wal");
    const LedgerState state = histories.checkAllFrom(0);
    CHECK(state.repairs.replayed == 4);
    CHECK(state.repairs.respooled == 0);
    CHECK(state.position == 3);
    CHECK(state.decisions[0].receipt == "receipt");
}

TEST_CASE("an old database is told by the spool")
{
    const Histories histories;
    histories.bringBack("ledger.db");
    histories.bringBack("ledger.db-wal");
    CHECK(histories.checkAllFrom(0).repairs.replayed == 4);
}

TEST_CASE("a lost database is built from the spool, which has all that has no receipt")
{
    const Histories histories;
    histories.remove("ledger.db");
    histories.remove("ledger.db-wal");
    const LedgerState state = histories.checkAllFrom(2);
    CHECK(state.repairs.replayed == 6);
    CHECK_FALSE(state.hasQueue);
}

TEST_CASE("a database without content is moved aside and built from the spool")
{
    const Histories histories;
    writeWhole(histories.now / "ledger.db", {});
    const LedgerState state = histories.checkAllFrom(2);
    CHECK(state.repairs.databaseMovedAside);
    CHECK(std::filesystem::exists(histories.now / "ledger.db.aside-1"));
    CHECK(std::filesystem::file_size(histories.now / "ledger.db.aside-1-wal") > 0);
}

TEST_CASE("a database of another key is moved aside where the other copies are ours")
{
    const Histories histories;
    histories.remove("ledger.db-wal");
    const Bytes foreign(8192, 9);
    writeWhole(histories.now / "ledger.db", foreign);
    CHECK(histories.checkAllFrom(2).repairs.databaseMovedAside);
    CHECK(readWhole(histories.now / "ledger.db.aside-1") == foreign);
}

TEST_CASE("a database older than the spool's beginning is moved aside")
{
    const Histories histories;
    const Folder first;
    {
        auto ledger = openLedger(first, histories.disk).value();
        ledger.append(histories.decisions[0]).value();
        ledger.close().value();
    }
    histories.remove("ledger.db-wal");
    std::filesystem::copy_file(first / "ledger.db", histories.now / "ledger.db",
                               std::filesystem::copy_options::overwrite_existing);
    const LedgerState state = histories.checkAllFrom(2);
    CHECK(state.repairs.databaseMovedAside);
}

TEST_CASE("every page of the database may be damaged")
{
    std::size_t pages = 0;
    {
        const Histories histories;
        auto ledger = openLedger(histories.now, histories.disk).value();
        ledger.close().value();
        pages = std::filesystem::file_size(histories.now / "ledger.db") / 4096;
    }
    REQUIRE(pages > 10);
    int metAtOpening = 0;
    int metAtWork = 0;
    for (std::size_t page = 0; page < pages; ++page) {
        const Histories histories;
        openLedger(histories.now, histories.disk)->close().value();
        histories.damage("ledger.db", page * 4096 + 100);
        CAPTURE(page);
        auto ledger = openLedger(histories.now, histories.disk);
        REQUIRE(ledger.has_value());
        const LedgerState state = ledger->takeState();
        CHECK_FALSE(state.isQuarantined);
        const std::size_t missing = histories.decisions.size() - state.decisions.size();
        CHECK((missing == 0 || (missing == 2 && state.repairs.databaseMovedAside)));
        // Damage that only work meets: after it the next opening reads everything, and the work goes on.
        metAtOpening += state.repairs.databaseMovedAside ? 1 : 0;
        const auto next = decisionAfter(headOf(state), "next");
        if (ledger->append(next) && ledger->storeChanges({{domain::ItemId("a"), "row a2"}}, 4))
            continue;
        ++metAtWork;
        ledger = failure(StoreError::NotOpen);
        ledger = openLedger(histories.now, histories.disk);
        REQUIRE(ledger.has_value());
        const LedgerState mended = ledger->takeState();
        CHECK(mended.repairs.databaseMovedAside);
        CHECK(mended.decisions.size() >= state.decisions.size());
        CHECK(ledger->append(decisionAfter(headOf(mended), "after")).has_value());
        CHECK(ledger->storeChanges({{domain::ItemId("a"), "row a3"}}, 5).has_value());
    }
    CHECK(metAtOpening > 5);
    CHECK(metAtWork > 0);
}

TEST_CASE("a lost spool is written anew")
{
    const Histories histories;
    histories.remove("spool");
    CHECK(histories.checkAllFrom(0).repairs.respooled == 6);
}

TEST_CASE("a damaged spool is moved aside and written anew")
{
    for (const std::size_t at : {std::size_t{1}, std::size_t{10}, std::size_t{500}, std::size_t{3000}}) {
        const Histories histories;
        histories.damage("spool", at);
        const Bytes damaged = readWhole(histories.now / "spool");
        CAPTURE(at);
        CHECK(histories.checkAllFrom(0).repairs.spoolMovedAside);
        CHECK(readWhole(histories.now / "spool.aside-1") == damaged);
    }
}

TEST_CASE("a spool that ends in the middle of a record loses that record only")
{
    const Histories histories;
    const Bytes whole = readWhole(histories.now / "spool");
    for (const std::size_t cut : {std::size_t{1}, std::size_t{40}, std::size_t{700}}) {
        writeWhole(histories.now / "spool", BytesView(whole).first(whole.size() - cut));
        const auto contents =
            readSpool(histories.disk.files(), histories.now / "spool",
                      SpoolRecords(ledgerKeys().spoolKey.clone(), domain::DeviceId("desk-1"), fillNonce));
        CHECK(contents->state == SpoolContents::State::Torn);
        CHECK(contents->decisions.size() == 5);
    }
    const LedgerState state = histories.checkAllFrom(0);
    CHECK(state.repairs.respooled == 1);
    CHECK_FALSE(state.repairs.spoolMovedAside);
}

TEST_CASE("an old spool is written anew")
{
    const Histories histories;
    histories.bringBack("spool");
    CHECK(histories.checkAllFrom(0).repairs.respooled == 4);
}

TEST_CASE("a lost, old or damaged head mark is written anew")
{
    {
        const Histories histories;
        histories.remove("head-mark");
        static_cast<void>(histories.checkAllFrom(0));
    }
    {
        const Histories histories;
        histories.bringBack("head-mark");
        static_cast<void>(histories.checkAllFrom(0));
    }
    const Histories histories;
    histories.damage("head-mark", 5);
    histories.damage("head-mark", 4096 + 5);
    CHECK(histories.checkAllFrom(0).repairs.headMarkUnreadable);
}

TEST_CASE("a head mark ahead of both other copies stops everything")
{
    const Histories histories;
    for (const char *name : {"ledger.db", "ledger.db-wal", "spool"})
        histories.bringBack(name);
    histories.checkQuarantined();
}

TEST_CASE("a head mark alone stops everything")
{
    const Histories histories;
    for (const char *name : {"ledger.db", "ledger.db-wal", "spool"})
        histories.remove(name);
    histories.checkQuarantined();
}

TEST_CASE("copies that tell different histories stop everything")
{
    const Histories histories;
    const Folder other;
    other.becomeCopyOf(histories.then);
    {
        auto ledger = openLedger(other, histories.disk).value();
        audit::ChainHead head = headOf(ledger.takeState());
        for (int i = 0; i < 4; ++i) {
            const auto decision = decisionAfter(head, "other-" + std::to_string(i));
            ledger.append(decision).value();
            head = headAfter(decision);
        }
    }
    std::filesystem::copy_file(other / "spool", histories.now / "spool",
                               std::filesystem::copy_options::overwrite_existing);
    histories.checkQuarantined();
}

TEST_CASE("a mark of another history stops everything")
{
    const Histories histories;
    const Folder other;
    {
        auto ledger = openLedger(other, histories.disk).value();
        audit::ChainHead head;
        for (int i = 0; i < 8; ++i) {
            const auto decision = decisionAfter(head, "other-" + std::to_string(i));
            ledger.append(decision).value();
            head = headAfter(decision);
        }
    }
    std::filesystem::copy_file(other / "head-mark", histories.now / "head-mark",
                               std::filesystem::copy_options::overwrite_existing);
    histories.checkQuarantined();
}

TEST_CASE("a database that cannot be read and has no other copy is left as it is")
{
    const Histories histories;
    openLedger(histories.now, histories.disk)->close().value();
    histories.remove("spool");
    histories.remove("head-mark");
    histories.damage("ledger.db", 100);
    const Bytes before = readWhole(histories.now / "ledger.db");
    CHECK(openLedger(histories.now, histories.disk).error() == StoreError::Corrupt);
    CHECK(readWhole(histories.now / "ledger.db") == before);
}

TEST_CASE("a profile of another device is not ours")
{
    const Histories histories;
    histories.remove("ledger.db");
    histories.remove("ledger.db-wal");
    ProfilePaths paths = profileIn(histories.now);
    paths.device = domain::DeviceId("desk-2");
    const auto opened = SealedLedger::open(
        paths, ledgerKeys(), {.files = &histories.disk.files(), .fillRandom = fillNonce, .vfs = histories.disk.vfs()});
    CHECK(opened.error() == StoreError::WrongKey);
}
