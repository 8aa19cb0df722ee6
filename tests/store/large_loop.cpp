// large_loop [MIB] [FOLDER]: fills a ledger's database beyond 1 GiB, so that it has the page that SQLite keeps for
// locks (at 1 GiB, page 262,145 of 4 KiB), closes it, and looks it over: no false alarm, every decision there, work
// goes on (reliability.md 5.2, F22). FOLDER must have twice the room; without one, beside this program.
#include "core/store/ledger_chain.hpp"
#include "tests/store/profile.hpp"

#include <chrono>
#include <cstdio>
#include <cstdlib>

using namespace countersign;
using namespace countersign::store;
using namespace countersign::support;

namespace
{

constexpr std::size_t itemBytes = 900'000;
constexpr int decisionCount = 200;

double secondsOf(const std::function<void()> &work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

} // namespace

int main(int count, char **arguments)
{
    const int mebibytes = count > 1 ? std::atoi(arguments[1]) : 1100;
    const Folder folder(count > 2 ? std::filesystem::path(arguments[2])
                                  : std::filesystem::absolute(arguments[0]).parent_path());
    FailingDisk disk;
    disk.hurry(); // no sync: what is asked here is not what a loss of power leaves
    const ProfilePaths paths = profileIn(folder);
    const auto items = static_cast<int>(std::size_t(mebibytes) * 1024 * 1024 / itemBytes) + 1;
    const double filling = secondsOf([&] {
        auto ledger = openLedger(folder, disk).value();
        audit::ChainHead head;
        for (int i = 0; i < items; ++i) {
            ledger
                .storeItem(domain::ItemId("item-" + std::to_string(i)),
                           std::string(itemBytes, static_cast<char>('a' + i % 26)))
                .value();
            if (i % (items / decisionCount + 1) != 0)
                continue;
            const auto decision = decisionAfter(head, "d-" + std::to_string(i));
            ledger.append(decision).value();
            head = headAfter(decision);
        }
        ledger.close().value();
    });
    const auto size = std::filesystem::file_size(paths.database());
    Result<Done, StoreError> whole = Done{};
    const double looking = secondsOf([&] {
        auto keys = ledgerKeys();
        auto database = Database::open(paths.database(), {std::move(keys.databaseKey), std::move(keys.databaseSalt)},
                                       OpenMode::MustExist, disk.vfs())
                            .value();
        whole = database.checkIntegrity();
    });
    auto ledger = openLedger(folder, disk);
    const LedgerState state = ledger ? ledger->takeState() : LedgerState{};
    const bool goesOn = ledger && !state.isQuarantined && ledger->append(decisionAfter(headOf(state), "next"));
    const bool hasAll = state.nextSeq == static_cast<std::int64_t>(state.decisions.size()) && state.nextSeq > 100
                        && state.repairs == Repairs{};
    const bool isBeyond = size > (std::uint64_t{1} << 30);
    std::printf("%llu bytes, filled in %.0f s, looked over in %.0f s: %s; %zu decisions, %s\n",
                static_cast<unsigned long long>(size), filling, looking, whole ? "whole" : "a false alarm",
                state.decisions.size(), goesOn ? "work goes on" : "it does not go on");
    const int failed = (whole ? 0 : 1) + (hasAll ? 0 : 1) + (goesOn ? 0 : 1) + (isBeyond ? 0 : 1);
    std::printf("%d passed, %d failed\n", 4 - failed, failed);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
