// flip_loop COUNT [SEED]: changes one bit of a profile's files, COUNT times, and opens it. Any one file may be damaged:
// no decision without a receipt may be missing, and one with a receipt, whose second copy is the gateway's, only where
// the ledger says that it had to move its database aside.
#include "tests/store/profile.hpp"

#include <cstdio>
#include <cstdlib>
#include <map>
#include <random>

using namespace countersign;
using namespace countersign::store;
using namespace countersign::support;

namespace
{

struct Sample {
    Folder folder;
    std::vector<SealedDecision> decisions;
};

constexpr int decisionCount = 12;
constexpr std::size_t confirmedCount = 3;

// A profile that died after a checkpoint and more appends, so that every kind of file has content.
void fill(Sample &sample, const FailingDisk &disk)
{
    auto ledger = openLedger(sample.folder, disk).value();
    audit::ChainHead head;
    for (int i = 0; i < decisionCount; ++i) {
        if (i == decisionCount / 2) {
            for (std::size_t confirmed = 0; confirmed < confirmedCount; ++confirmed)
                ledger.storeStanding(sample.decisions[confirmed].id, domain::Standing::Confirmed, "receipt").value();
            ledger.tidy().value();
        }
        const auto decision = decisionAfter(head, "d-" + std::to_string(i), 300);
        ledger.append(decision).value();
        ledger.storeItem(decision.item, "canonical " + decision.rendered).value();
        head = headAfter(decision);
        sample.decisions.push_back(decision);
    }
    ledger.replaceQueue({{domain::ItemId("item-d-1"), "row"}}, 3).value();
}

// "" or what is wrong.
std::string judge(const Folder &folder, const FailingDisk &disk, const std::vector<SealedDecision> &expected)
{
    auto ledger = openLedger(folder, disk);
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
    if (!ledger->append(decisionAfter(headOf(state), "next")) && !openLedger(folder, disk))
        return "cannot go on";
    return {};
}

} // namespace

int main(int count, char **arguments)
{
    const int flips = count > 1 ? std::atoi(arguments[1]) : 2000;
    const unsigned seed = count > 2 ? static_cast<unsigned>(std::atoi(arguments[2])) : std::random_device{}();
    std::mt19937 dice{seed};
    FailingDisk disk;
    disk.hurry();
    Sample sample;
    fill(sample, disk);
    const Folder copy;
    std::map<std::string, int> byFile;
    int failed = 0;
    for (int flip = 0; flip < flips; ++flip) {
        copy.becomeCopyOf(sample.folder);
        auto files = copy.files();
        std::erase_if(files, [](const auto &file) { return std::filesystem::file_size(file) == 0; });
        const auto &file = files[dice() % files.size()];
        Bytes bytes = readWhole(file);
        const std::size_t place = dice() % bytes.size();
        bytes[place] = static_cast<std::uint8_t>(bytes[place] ^ (1u << dice() % 8));
        writeWhole(file, bytes);
        ++byFile[file.filename().string()];
        const std::string wrong = judge(copy, disk, sample.decisions);
        if (!wrong.empty()) {
            ++failed;
            std::printf("seed %u, flip %d, byte %zu of %s: %s\n", seed, flip, place, file.filename().c_str(),
                        wrong.c_str());
        }
    }
    for (const auto &[name, times] : byFile)
        std::printf("%s: %d bits changed\n", name.c_str(), times);
    std::printf("%d passed, %d failed (seed %u)\n", flips - failed, failed, seed);
    return failed == 0 && flips > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
