#include "core/sync/fetch.hpp"

#include "core/protocol/limits.hpp"

#include <doctest/doctest.h>

using namespace countersign;
using namespace countersign::sync;
using domain::ItemId;

namespace
{

struct Played {
    Fetches fetches;

    std::vector<FetchEffect> operator()(FetchEvent event)
    {
        auto [next, effects] = step(std::move(fetches), std::move(event));
        fetches = std::move(next);
        return effects;
    }
};

using Effects = std::vector<FetchEffect>;

FetchEffect asks(const char *id)
{
    return fetch::Ask{ItemId{id}};
}

protocol::ItemPart part(const char *id, std::int64_t index, std::int64_t count, std::string text,
                        std::int64_t revision = 1)
{
    return {ItemId{id}, revision, index, count, std::move(text)};
}

} // namespace

TEST_CASE("an item is put together from its parts")
{
    Played play;
    CHECK(play(fetch::Want{ItemId{"a"}}).empty());
    CHECK(play(fetch::Linked{}) == Effects{asks("a")});
    CHECK(play(fetch::Want{ItemId{"a"}}).empty());
    CHECK(play(part("a", 0, 3, "one")).empty());
    CHECK(play(part("a", 1, 3, "two")).empty());
    CHECK(play(part("a", 2, 3, "three")) == Effects{fetch::Arrived{ItemId{"a"}, 1, "onetwothree"}});
    CHECK(play.fetches.all.empty());
}

TEST_CASE("parts that are not the next one are refused")
{
    const protocol::ItemPart wrong[] = {
        part("a", 0, 3, "again"),       part("a", 2, 3, "skipped"),
        part("a", 1, 2, "other count"), part("a", 1, 3, "x", 2),
        part("a", 3, 3, "beyond"),      part("a", -1, 3, "before"),
        part("a", 1, 0, "none"),        part("a", 1, 3, std::string(protocol::limits::itemBytesMax, 'x'))};
    for (const auto &bad : wrong) {
        Played play;
        play(fetch::Linked{});
        play(fetch::Want{ItemId{"a"}});
        play(part("a", 0, 3, "one"));
        CHECK(play(bad) == Effects{fetch::Garbled{ItemId{"a"}}});
        CHECK(play(part("a", 1, 3, "two")).empty());
    }
}

TEST_CASE("nobody asked")
{
    Played play;
    play(fetch::Linked{});
    CHECK(play(part("a", 0, 1, "x")).empty());
    CHECK(play(protocol::ItemMissing{ItemId{"a"}}).empty());
}

TEST_CASE("a missing item is an answer")
{
    Played play;
    play(fetch::Linked{});
    play(fetch::Want{ItemId{"a"}});
    CHECK(play(protocol::ItemMissing{ItemId{"a"}}) == Effects{fetch::Missing{ItemId{"a"}}});
    CHECK(play.fetches.all.empty());
}

TEST_CASE("four at a time, and who waits at the screen goes first")
{
    Played play;
    for (const auto *id : {"a", "b", "c", "d", "e", "f"})
        play(fetch::Want{ItemId{id}});
    play(fetch::Want{ItemId{"f"}, true});
    CHECK(play(fetch::Linked{}) == Effects{asks("f"), asks("a"), asks("b"), asks("c")});
    CHECK(play(part("a", 0, 1, "x")) == Effects{fetch::Arrived{ItemId{"a"}, 1, "x"}, asks("d")});
}

TEST_CASE("half an item dies with its link and is asked for anew")
{
    Played play;
    play(fetch::Linked{});
    play(fetch::Want{ItemId{"a"}});
    play(part("a", 0, 2, "one"));
    play(fetch::LinkLost{});
    CHECK(play(part("a", 1, 2, "two")).empty());
    CHECK(play(fetch::Linked{}) == Effects{asks("a")});
    CHECK(play(part("a", 0, 1, "whole")) == Effects{fetch::Arrived{ItemId{"a"}, 1, "whole"}});
}
