// 5,000 random edits, removals, swaps and insertions in a package of 500 decisions: each found, with file and line.
#include "app/verify/verify.hpp"
#include "tests/verify/package_maker.hpp"
#include "tests/verify/sanitized.hpp"
#include "tests/verify/tampering.hpp"

#include <doctest/doctest.h>

#include <map>
#include <thread>

using namespace countersign;
using namespace countersign::tests;

namespace
{

constexpr std::size_t edits = isSanitized ? 500 : 5000;
constexpr std::size_t threads = 2;

struct Share {
    std::map<std::string, int> done;
    std::vector<std::string> missed;
};

Share tryEdits(const Files &whole, std::uint64_t seed)
{
    Share share;
    std::mt19937_64 dice(seed);
    Files files = whole;
    for (std::size_t i = 0; i < edits / threads;) {
        const Damage damaged = damage(files, dice);
        if (damaged.places.empty())
            continue;
        ++i;
        ++share.done[damaged.what];
        MemorySource source(files);
        const auto report = verify::verifyPackage(source, {.root = {}, .faultsMax = 1});
        const Place said =
            report.isValid() ? Place{"VALID", 0} : Place{report.faults.front().file, report.faults.front().line};
        if (!damaged.places.contains(said))
            share.missed.push_back(damaged.what + " at " + damaged.places.begin()->first + ':'
                                   + std::to_string(damaged.places.begin()->second) + ": " + said.first + ':'
                                   + std::to_string(said.second));
        files = whole;
    }
    return share;
}

} // namespace

TEST_CASE("every edit of a package of five hundred decisions is found where it is")
{
    const Files files = ordinaryDay(500).finish();
    std::vector<Share> shares(threads);
    {
        std::vector<std::jthread> running;
        for (std::size_t turn = 0; turn < threads; ++turn)
            running.emplace_back([&, turn] { shares[turn] = tryEdits(files, 20261102 + turn); });
    }
    std::map<std::string, int> done;
    int total = 0;
    for (const Share &share : shares) {
        for (const auto &[what, count] : share.done) {
            done[what] += count;
            total += count;
        }
        for (const std::string &missed : share.missed)
            FAIL_CHECK(missed);
    }
    CHECK(total == edits);
    CHECK(done.size() == 15);
    for (const auto &[what, count] : done)
        MESSAGE(what << ": " << count);
}
