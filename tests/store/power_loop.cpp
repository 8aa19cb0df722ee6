// power_loop STATES [SEED]: so many states that a loss of power may leave on a disk, over every story and every call of
// it; each is opened, and everything acknowledged must be there. Prints the seed, and what to look at where it is not.
#include "tests/store/power_story.hpp"

#include <cstdio>
#include <cstdlib>

using namespace countersign::support;

namespace
{

struct Tally {
    std::size_t states = 0;
    std::size_t failed = 0;
};

// Of so many states one is also opened without the database, and without the spool.
constexpr std::size_t aloneEach = 4;

// "" where everything is as promised.
std::string faultIn(const PowerStory &story, DiskImage image, std::size_t position, bool isAlone)
{
    std::string why;
    if (story.judge(image, position, false, why) != Verdict::Kept)
        return why;
    if (!isAlone)
        return {};
    for (const Copy gone : {Copy::Database, Copy::Spool}) {
        const Verdict verdict = story.judgeWithout(gone, image, position, why);
        if (verdict != Verdict::Kept && verdict != Verdict::Behind)
            return why;
    }
    return {};
}

void tryStates(PowerStory::Kind kind, std::size_t states, std::uint64_t seed, Tally &tally)
{
    const PowerStory story(kind);
    std::mt19937_64 dice{seed};
    PowerLoss loss(story.disk());
    const std::size_t places = story.disk().calls().size() + 1;
    std::size_t tried = 0;
    do {
        // Evenly over the calls, however many there are.
        for (; tried * places < states * (loss.position() + 1); ++tried) {
            ++tally.states;
            const std::string why = faultIn(story, loss.state(dice), loss.position(), tried % aloneEach == 0);
            if (why.empty())
                continue;
            ++tally.failed;
            std::printf("%s, seed %llu, call %zu, state %zu: %s\n", nameOf(kind).data(),
                        static_cast<unsigned long long>(seed), loss.position(), tried, why.c_str());
        }
    } while (loss.advance());
    std::printf("%s: %zu calls to the disk, %zu states\n", nameOf(kind).data(), places - 1, tried);
}

} // namespace

int main(int count, char **arguments)
{
    const auto states = static_cast<std::size_t>(count > 1 ? std::atoll(arguments[1]) : 20000);
    const std::uint64_t seed = count > 2 ? std::strtoull(arguments[2], nullptr, 10) : std::random_device{}();
    Tally tally;
    for (const auto kind : PowerStory::kinds) {
        // A big disk takes long, and its calls are much alike.
        const bool isBig = kind == PowerStory::Kind::BigItems;
        const std::size_t share = isBig ? states / 20 : states / (PowerStory::kinds.size() - 1);
        tryStates(kind, share + 1, seed + static_cast<std::uint64_t>(kind), tally);
    }
    std::printf("%zu passed, %zu failed (seed %llu)\n", tally.states - tally.failed, tally.failed,
                static_cast<unsigned long long>(seed));
    return tally.failed == 0 && tally.states >= states ? EXIT_SUCCESS : EXIT_FAILURE;
}
