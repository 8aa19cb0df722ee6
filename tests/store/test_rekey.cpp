// A ledger written anew under other keys: everything of it is there, the old one is as it was until it is removed, and
// whatever the disk does meanwhile one of the two is whole.
#include "core/store/ledger_chain.hpp"
#include "core/store/rekey.hpp"
#include "tests/store/profile.hpp"
#include "tests/support/power_loss.hpp"

#include <doctest/doctest.h>

using namespace countersign;
using namespace countersign::store;
using namespace countersign::support;

namespace
{

ProfilePaths at(const char *folder)
{
    return {.folder = folder, .device = domain::DeviceId("desk-1")};
}

LedgerWorld worldOf(const CrashDisk &disk)
{
    return {.files = &disk.files(), .fillRandom = fillNonce, .vfs = disk.vfs()};
}

struct Filled {
    DiskImage image;
    std::vector<SealedDecision> decisions;
};

Filled filled()
{
    Filled made;
    const CrashDisk disk;
    {
        auto ledger = SealedLedger::open(at("/old"), ledgerKeys(1), worldOf(disk)).value();
        audit::ChainHead head;
        for (int i = 0; i < 7; ++i) {
            made.decisions.push_back(decisionAfter(head, "d-" + std::to_string(i)));
            ledger.append(made.decisions.back()).value();
            head = headAfter(made.decisions.back());
        }
        for (int i = 0; i < 3; ++i)
            ledger.storeStanding(made.decisions[static_cast<std::size_t>(i)].id, domain::Standing::Confirmed, "receipt")
                .value();
        ledger.replaceQueue({{domain::ItemId("a"), "row a"}}, 9).value();
        ledger.storeItem(domain::ItemId("a"), "the item").value();
    }
    made.image = disk.now();
    return made;
}

Result<Done, StoreError> rekey(const CrashDisk &disk)
{
    return rekeyLedger(at("/old"), ledgerKeys(1), at("/new"), ledgerKeys(2), worldOf(disk));
}

bool holdsAll(const CrashDisk &disk, const char *folder, std::uint8_t keys, const Filled &made)
{
    auto ledger = SealedLedger::open(at(folder), ledgerKeys(keys), worldOf(disk));
    if (!ledger)
        return false;
    const auto state = ledger->takeState();
    if (state.isQuarantined || state.decisions.size() != made.decisions.size() || state.position != 9
        || state.rows != std::vector<std::string>{"row a"})
        return false;
    for (std::size_t i = 0; i < made.decisions.size(); ++i)
        if (state.decisions[i].sealed != made.decisions[i]
            || (state.decisions[i].standing == domain::Standing::Confirmed) != (i < 3))
            return false;
    return ledger->loadItem(domain::ItemId("a")).value() == "the item"
           && ledger->append(decisionAfter(headOf(state), "next")).has_value();
}

} // namespace

TEST_CASE("everything is there under the new keys, and nothing under the old ones in the new place")
{
    const Filled made = filled();
    const CrashDisk disk(made.image);
    REQUIRE(rekey(disk));
    // The head mark is there before anything is opened: an old copy would be noticed.
    CHECK(disk.files().exists(at("/new").headMark()));
    CHECK(SealedLedger::open(at("/new"), ledgerKeys(1), worldOf(disk)).error() == StoreError::WrongKey);
    CHECK(holdsAll(CrashDisk(disk.now()), "/new", 2, made));
    CHECK(holdsAll(disk, "/old", 1, made));
    removeLedger(disk.files(), at("/old"));
    CHECK_FALSE(disk.files().exists(at("/old").database()));
    CHECK_FALSE(disk.files().exists(at("/old").spool()));
}

TEST_CASE("where there is no ledger there is none to write anew")
{
    const CrashDisk disk;
    CHECK(rekey(disk).error() == StoreError::Absent);
}

TEST_CASE("whichever call to the disk fails, the old ledger is whole, and the next try succeeds")
{
    const Filled made = filled();
    std::uint64_t failures = 0;
    for (const auto lasting : {FailingDisk::Lasting::Once, FailingDisk::Lasting::Forever})
        for (std::uint64_t call = 1;; ++call) {
            CAPTURE(call);
            CrashDisk disk(made.image);
            disk.failAt(call, lasting, FailingDisk::Kind::Full);
            const auto done = rekey(disk);
            const bool hasFailed = disk.hasFailed();
            disk.heal();
            const CrashDisk after(disk.now());
            CHECK(holdsAll(after, "/old", 1, made));
            if (done)
                CHECK(holdsAll(CrashDisk(disk.now()), "/new", 2, made));
            const CrashDisk again(disk.now());
            REQUIRE(rekey(again));
            CHECK(holdsAll(again, "/new", 2, made));
            failures += hasFailed ? 1 : 0;
            if (!hasFailed)
                break;
        }
    CHECK(failures > 100);
}

TEST_CASE("when it is done, no loss of power undoes it")
{
    const Filled made = filled();
    const CrashDisk disk(made.image);
    REQUIRE(rekey(disk));
    std::mt19937_64 dice{5};
    PowerLoss loss(disk);
    while (loss.advance()) {
    }
    for (int i = 0; i < 20; ++i)
        CHECK(holdsAll(CrashDisk(loss.state(dice)), "/new", 2, made));
}
