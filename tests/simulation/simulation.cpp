// simulate [--seeds FROM:TO]: one hospital a seed. A seed that fails, fails again when it is asked for alone.
#include "tests/simulation/hospital.hpp"

#include <cstdio>
#include <cstdlib>
#include <string_view>

using countersign::simulation::Counts;
using countersign::simulation::Hospital;

namespace
{

struct Seeds {
    std::uint64_t from = 1, to = 500;
};

Seeds readSeeds(int count, char **words)
{
    Seeds seeds;
    if (count == 3 && std::string_view(words[1]) == "--seeds") {
        char *end = nullptr;
        seeds.from = seeds.to = std::strtoull(words[2], &end, 10);
        if (*end == ':')
            seeds.to = std::strtoull(end + 1, nullptr, 10);
    }
    return seeds;
}

void add(Counts &sum, const Counts &one)
{
    sum.decisions += one.decisions;
    sum.retractions += one.retractions;
    sum.deliveries += one.deliveries;
    sum.cuts += one.cuts;
    sum.kills += one.kills;
    sum.restarts += one.restarts;
    sum.diskFailures += one.diskFailures;
}

} // namespace

int main(int count, char **words)
{
    const auto seeds = readSeeds(count, words);
    Counts sum;
    int failed = 0;
    for (auto seed = seeds.from; seed <= seeds.to; ++seed) {
        Hospital hospital(seed);
        const auto violation = hospital.run();
        add(sum, hospital.counts());
        if (violation) {
            ++failed;
            std::printf("seed %llu: %s\n", static_cast<unsigned long long>(seed), violation->c_str());
        }
        if (seed % 50 != 0)
            continue;
        Hospital again(seed);
        static_cast<void>(again.run());
        if (again.trace() != hospital.trace()) {
            ++failed;
            std::printf("seed %llu: two runs differ\n", static_cast<unsigned long long>(seed));
        }
    }
    std::printf("%llu seeds, %lld decisions, %lld taken back, %lld frames to gateways, %lld cuts, %lld killed "
                "consoles, %lld restarted "
                "gateways, %lld disk failures: %d failed\n",
                static_cast<unsigned long long>(seeds.to - seeds.from + 1), static_cast<long long>(sum.decisions),
                static_cast<long long>(sum.retractions), static_cast<long long>(sum.deliveries),
                static_cast<long long>(sum.cuts), static_cast<long long>(sum.kills),
                static_cast<long long>(sum.restarts), static_cast<long long>(sum.diskFailures), failed);
    return failed == 0 ? 0 : 1;
}
