#include "tests/verify/random_edits.hpp"

#include "app/verify/verify.hpp"
#include "tests/verify/tampering.hpp"

#include <algorithm>
#include <iterator>
#include <thread>

namespace countersign::tests
{
namespace
{

constexpr int threads = 2;

std::string textOf(const Place &place)
{
    return place.first + ':' + std::to_string(place.second);
}

Edits editShare(const Files &whole, int edits, std::uint64_t seed)
{
    Edits share;
    std::mt19937_64 dice(seed);
    Files files = whole;
    for (int i = 0; i < edits;) {
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
            share.missed.push_back(damaged.what + " at " + textOf(*damaged.places.begin()) + ": " + textOf(said));
        files = whole;
    }
    return share;
}

} // namespace

int Edits::count() const
{
    int total = 0;
    for (const auto &[what, times] : done)
        total += times;
    return total;
}

Edits editAtRandom(const Files &whole, int edits, std::uint64_t seed)
{
    std::vector<Edits> shares(threads);
    {
        std::vector<std::jthread> running;
        for (int turn = 0; turn < threads; ++turn)
            running.emplace_back([&, turn] {
                const auto index = static_cast<std::size_t>(turn);
                shares[index] = editShare(whole, (edits + turn) / threads, seed + index);
            });
    }
    Edits all;
    for (Edits &share : shares) {
        for (const auto &[what, times] : share.done)
            all.done[what] += times;
        std::ranges::move(share.missed, std::back_inserter(all.missed));
    }
    return all;
}

} // namespace countersign::tests
