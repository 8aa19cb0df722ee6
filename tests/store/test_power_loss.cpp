// That the search for lost decisions after a loss of power finds them: disks that lie, and an acknowledgement that
// comes too early (reliability.md 5.2, F2c). What the honest disk does is power_loop's to say.
#include "tests/store/power_story.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace countersign::support;

namespace
{

struct Counts {
    std::size_t states = 0;
    std::size_t kept = 0;
    std::size_t behind = 0; // or damaged
    std::size_t noticed = 0;
    std::size_t lost = 0;
};

// So many states of each call of the story.
Counts lose(PowerStory::Kind kind, const Liar &lies, bool acknowledgedEarly = false)
{
    const PowerStory story(kind);
    std::mt19937_64 dice{1};
    PowerLoss loss(story.disk(), lies);
    Counts counts;
    do {
        for (int i = 0; i < 2 && counts.states < 2000; ++i) {
            std::string why;
            const Verdict verdict = story.judge(loss.state(dice), loss.position(), acknowledgedEarly, why);
            ++counts.states;
            counts.kept += verdict == Verdict::Kept ? 1 : 0;
            counts.behind += verdict == Verdict::Behind || verdict == Verdict::Damaged ? 1 : 0;
            counts.noticed += verdict == Verdict::Noticed ? 1 : 0;
            counts.lost += verdict == Verdict::Lost ? 1 : 0;
        }
    } while (loss.advance());
    return counts;
}

Liar about(std::vector<std::string> names)
{
    return [names = std::move(names)](const std::string &path) {
        return std::ranges::any_of(names, [&](const auto &name) { return path.find(name) != std::string::npos; });
    };
}

} // namespace

TEST_CASE("an honest disk keeps everything")
{
    const Counts counts = lose(PowerStory::Kind::Reopened, {});
    CHECK(counts.states > 300);
    CHECK(counts.kept == counts.states);
}

TEST_CASE("a disk that lies about every sync is caught losing decisions")
{
    CHECK(lose(PowerStory::Kind::ManyDecisions, [](const auto &) { return true; }).lost > 0);
}

TEST_CASE("a name that is not durable is caught")
{
    const Counts counts = lose(PowerStory::Kind::FirstDay, [](const auto &path) { return path == "/profile"; });
    CHECK(counts.lost > 0);
}

TEST_CASE("an acknowledgement before the last sync is caught")
{
    CHECK(lose(PowerStory::Kind::ManyDecisions, {}, true).lost > 0);
}

TEST_CASE("the log of the database alone may be lost: the spool has what it had")
{
    const Counts counts = lose(PowerStory::Kind::ManyDecisions, about({"ledger.db-wal"}));
    CHECK(counts.kept + counts.behind == counts.states);
}

TEST_CASE("the head mark alone may be lost: the two copies agree")
{
    const Counts counts = lose(PowerStory::Kind::ManyDecisions, about({"head-mark"}));
    CHECK(counts.kept + counts.behind == counts.states);
}

TEST_CASE("the spool alone may be lost: the database has what it had")
{
    const Counts counts = lose(PowerStory::Kind::ManyDecisions, about({"spool"}));
    CHECK(counts.kept + counts.behind == counts.states);
}

TEST_CASE("where both copies are lost the head mark says so; without it nobody would")
{
    const Counts marked = lose(PowerStory::Kind::ManyDecisions, about({"ledger.db", "spool"}));
    CHECK(marked.noticed > 0);
    CHECK(marked.lost == 0);
    CHECK(lose(PowerStory::Kind::ManyDecisions, about({"ledger.db", "spool", "head-mark"})).lost > 0);
}
