#include "core/sync/follow.hpp"

#include <doctest/doctest.h>

using namespace countersign;
using namespace countersign::sync;

namespace
{

domain::ItemSummary row(const char *id)
{
    domain::ItemSummary summary;
    summary.id = domain::ItemId{id};
    return summary;
}

protocol::Changes changes(std::int64_t from, std::int64_t to, std::vector<std::int64_t> seqs)
{
    protocol::Changes batch{from, to, {}};
    for (const auto seq : seqs)
        batch.entries.push_back({seq, row("i")});
    return batch;
}

struct Played {
    Follow follow;

    std::vector<FollowEffect> operator()(FollowEvent event)
    {
        auto [next, effects] = step(std::move(follow), std::move(event));
        follow = std::move(next);
        return effects;
    }
};

template <class Effect>
bool is(const std::vector<FollowEffect> &effects, std::int64_t position)
{
    return effects.size() == 1 && std::holds_alternative<Effect>(effects[0])
           && std::get<Effect>(effects[0]).position == position;
}

Played following(std::int64_t position)
{
    Played play{Follow{.state = follow::Unlinked{}, .stored = position, .applied = position}};
    CHECK(is<follow::Ask>(play(follow::Linked{}), position));
    return play;
}

} // namespace

TEST_CASE("changes are applied from our position on, and acknowledged when the ledger has them")
{
    auto play = following(7);
    CHECK(is<follow::Apply>(play(changes(7, 9, {8, 9})), 9));
    CHECK(play.follow.stored == 7);
    CHECK(is<follow::Acknowledge>(play(follow::RowsStored{9}), 9));
    CHECK(is<follow::Apply>(play(changes(9, 12, {11})), 12)); // what this person may not see leaves a hole
    CHECK(is<follow::Apply>(play(changes(12, 12, {})), 12));
}

TEST_CASE("batches that do not fit are asked for again, once")
{
    struct Case {
        const char *what;
        protocol::Changes batch;
    };
    const Case cases[] = {
        {"a gap", changes(8, 9, {9})},           {"an overlap", changes(6, 8, {7, 8})},
        {"out of order", changes(7, 9, {9, 8})}, {"a repeat within", changes(7, 9, {8, 8})},
        {"beyond its end", changes(7, 8, {9})},  {"before its beginning", changes(7, 8, {7})},
        {"backwards", changes(7, 6, {})},
    };
    for (const auto &c : cases) {
        auto play = following(6);
        CHECK(is<follow::Apply>(play(changes(6, 7, {7})), 7));
        CHECK(is<follow::Acknowledge>(play(follow::RowsStored{7}), 7));
        CHECK_MESSAGE(is<follow::Ask>(play(c.batch), 7), c.what);
        CHECK_MESSAGE(play(c.batch).empty(), c.what << ", still of the older question");
        CHECK_MESSAGE(is<follow::Apply>(play(changes(7, 8, {8})), 8), c.what << ", then the answer");
    }
}

TEST_CASE("after a reconnect it goes on from what is stored, not from what was on its way")
{
    auto play = following(7);
    play(changes(7, 9, {8, 9}));
    play(follow::LinkLost{});
    CHECK(play(changes(9, 10, {10})).empty());
    CHECK(is<follow::Ask>(play(follow::Linked{}), 7));
    CHECK(play(follow::RowsStored{9}).empty()); // of the earlier link: not acknowledged on this one
    CHECK(is<follow::Apply>(play(changes(7, 9, {8, 9})), 9));
}

TEST_CASE("a snapshot is collected apart and swapped in whole")
{
    auto play = following(3);
    CHECK(play(protocol::SnapshotBegin{50}).empty());
    CHECK(play(protocol::SnapshotRows{{row("a"), row("b")}}).empty());
    CHECK(play(protocol::SnapshotRows{{row("c")}}).empty());
    const auto effects = play(protocol::SnapshotEnd{50, 3});
    REQUIRE(is<follow::Swap>(effects, 50));
    CHECK(std::get<follow::Swap>(effects[0]).rows.size() == 3);
    CHECK(is<follow::Apply>(play(changes(50, 51, {51})), 51));
}

TEST_CASE("a snapshot that does not add up is asked for again")
{
    struct Case {
        const char *what;
        FollowEvent last;
        const char *secondRow = "b";
    };
    const Case cases[] = {{"a row is missing", protocol::SnapshotEnd{50, 3}},
                          {"a row too many", protocol::SnapshotEnd{50, 1}},
                          {"another position", protocol::SnapshotEnd{51, 2}},
                          {"a row twice, and so another one missing", protocol::SnapshotEnd{50, 2}, "a"},
                          {"a change in the middle", changes(3, 4, {4})}};
    for (const auto &c : cases) {
        auto play = following(3);
        play(protocol::SnapshotBegin{50});
        play(protocol::SnapshotRows{{row("a"), row(c.secondRow)}});
        CHECK_MESSAGE(is<follow::Ask>(play(c.last), 3), c.what);
    }
}

TEST_CASE("half a snapshot dies with its link")
{
    auto play = following(3);
    play(protocol::SnapshotBegin{50});
    play(protocol::SnapshotRows{{row("a")}});
    play(follow::LinkLost{});
    CHECK(play(protocol::SnapshotEnd{50, 1}).empty());
    CHECK(is<follow::Ask>(play(follow::Linked{}), 3));
    CHECK(play(protocol::SnapshotEnd{50, 1}).empty());
    CHECK(play(protocol::SnapshotRows{{row("a")}}).empty());
}
