// tamper_loop [EDITS [SEED]]: changes every bit of every byte of a package of eight decisions, one at a time, then
// makes so many random edits (5,000) in one of 500; each must be found, in its file and line.
#include "tests/verify/bit_flips.hpp"
#include "tests/verify/random_edits.hpp"

#include <cstdio>
#include <cstdlib>

using namespace countersign::tests;

int main(int count, char **arguments)
{
    const int edits = count > 1 ? std::atoi(arguments[1]) : 5000;
    const std::uint64_t seed = count > 2 ? std::strtoull(arguments[2], nullptr, 10) : 20261102;
    const Flips flips = flipBits(ordinaryDay(8).finish(), 8);
    const Edits edited = editAtRandom(ordinaryDay(500).finish(), edits, seed);
    for (const auto *missed : {&flips.missed, &edited.missed})
        for (const std::string &line : *missed)
            std::printf("missed: %s\n", line.c_str());
    const std::size_t failed = flips.missed.size() + edited.missed.size();
    std::printf("%zu bits of %zu bytes, %d edits (seed %llu): %zu missed\n", flips.flips, flips.bytes, edited.count(),
                static_cast<unsigned long long>(seed), failed);
    return failed == 0 && edited.count() == edits ? EXIT_SUCCESS : EXIT_FAILURE;
}
