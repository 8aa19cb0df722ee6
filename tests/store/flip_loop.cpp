// flip_loop STEP [SEED]: changes a byte of a profile's files and opens it; every byte of the spool, of the head mark
// and of the log's first frames, and every STEP-th of the rest. Any one file may be damaged: no decision without a
// receipt may be missing or another one, and one with a receipt, whose second copy is the gateway's, only where the
// ledger says that it had to move its database aside.
#include "tests/store/profile.hpp"
#include "tests/support/crash_disk.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <random>

using namespace countersign;
using namespace countersign::store;
using namespace countersign::support;

namespace
{

constexpr int decisionCount = 12;
constexpr std::size_t confirmedCount = 3;
constexpr std::size_t everyByteUpTo = 4200; // of the database and its log

ProfilePaths paths()
{
    return {.folder = "/profile", .device = domain::DeviceId("desk-1")};
}

Result<SealedLedger, StoreError> openOn(const CrashDisk &disk)
{
    return SealedLedger::open(paths(), ledgerKeys(),
                              {.files = &disk.files(), .fillRandom = fillNonce, .vfs = disk.vfs()});
}

// A profile that died after a checkpoint and more appends, so that every kind of file has content.
DiskImage fill(std::vector<SealedDecision> &decisions)
{
    const CrashDisk disk;
    auto ledger = std::move(openOn(disk).value());
    audit::ChainHead head;
    for (int i = 0; i < decisionCount; ++i) {
        if (i == decisionCount - 3) {
            for (std::size_t confirmed = 0; confirmed < confirmedCount; ++confirmed)
                ledger.storeStanding(decisions[confirmed].id, domain::Standing::Confirmed, "receipt").value();
            ledger.tidy().value();
        }
        const auto decision = decisionAfter(head, "d-" + std::to_string(i), 300);
        ledger.append(decision).value();
        head = headAfter(decision);
        decisions.push_back(decision);
    }
    ledger.replaceQueue({{domain::ItemId("item-d-1"), "row"}}, 3).value();
    return disk.now();
}

// "" or what is wrong.
std::string judge(const DiskImage &image, const std::vector<SealedDecision> &expected)
{
    const CrashDisk disk(image);
    auto ledger = openOn(disk);
    if (!ledger)
        return "did not open, error " + std::to_string(static_cast<int>(ledger.error()));
    const LedgerState state = ledger->takeState();
    if (state.isQuarantined)
        return "quarantined, though the other copies are whole";
    const std::size_t missing = expected.size() - state.decisions.size();
    if (missing != 0 && (missing > confirmedCount || !state.repairs.databaseMovedAside))
        return std::to_string(state.decisions.size()) + " decisions of " + std::to_string(expected.size());
    for (std::size_t i = missing; i < expected.size(); ++i)
        if (state.decisions[i - missing].sealed != expected[i])
            return "decision " + std::to_string(i) + " is another one";
    if (!ledger->append(decisionAfter(headOf(state), "next")) && !openOn(disk))
        return "cannot go on";
    return {};
}

} // namespace

int main(int count, char **arguments)
{
    const auto step = static_cast<std::size_t>(std::max(1, count > 1 ? std::atoi(arguments[1]) : 1));
    const unsigned seed = count > 2 ? static_cast<unsigned>(std::atoi(arguments[2])) : std::random_device{}();
    std::mt19937 dice{seed};
    std::vector<SealedDecision> decisions;
    DiskImage image = fill(decisions);
    int tried = 0;
    int failed = 0;
    for (auto &[name, bytes] : image) {
        const int before = tried;
        const bool isDatabase = name.find(".db") != std::string::npos;
        for (std::size_t place = 0; place < bytes.size(); place += isDatabase && place >= everyByteUpTo ? step : 1) {
            const std::uint8_t whole = bytes[place];
            bytes[place] = static_cast<std::uint8_t>(whole ^ (1u << dice() % 8));
            const std::string wrong = judge(image, decisions);
            bytes[place] = whole;
            ++tried;
            if (wrong.empty())
                continue;
            ++failed;
            std::printf("seed %u, byte %zu of %s: %s\n", seed, place, name.c_str(), wrong.c_str());
        }
        std::printf("%s: %d of %zu bytes changed\n", name.c_str(), tried - before, bytes.size());
    }
    std::printf("%d passed, %d failed (seed %u)\n", tried - failed, failed, seed);
    return failed == 0 && tried > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
