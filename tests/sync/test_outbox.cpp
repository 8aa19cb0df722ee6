#include "core/sync/outbox.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace countersign;
using namespace countersign::sync;
using domain::DecisionId;

namespace
{

DecisionId id(int n)
{
    return DecisionId{"d" + std::to_string(n)};
}

std::vector<DecisionId> ids(int from, int to)
{
    std::vector<DecisionId> list;
    for (int n = from; n <= to; ++n)
        list.push_back(id(n));
    return list;
}

// Steps and keeps what was sent.
struct Played {
    Outbox outbox;
    std::vector<DecisionId> sent;

    std::vector<DecisionId> operator()(const OutboxEvent &event)
    {
        auto [next, send] = step(std::move(outbox), event);
        outbox = std::move(next);
        sent.insert(sent.end(), send.begin(), send.end());
        return send;
    }
};

} // namespace

TEST_CASE("only what is durable is sent, and only on a link")
{
    Played play;
    CHECK(play(outbox::Linked{}).empty());
    CHECK(play(outbox::Durable{id(1), 1}) == ids(1, 1));
    CHECK(play(outbox::Unlinked{}).empty());
    CHECK(play(outbox::Durable{id(2), 2}).empty());
}

TEST_CASE("after a reconnect everything unsettled goes again, in the order of the chain")
{
    Played play;
    play(outbox::Linked{});
    for (const int n : {1, 2, 3})
        play(outbox::Durable{id(n), n});
    play(outbox::Settled{id(2)});
    play(outbox::Unlinked{});
    CHECK(play(outbox::Linked{}) == std::vector<DecisionId>{id(1), id(3)});
}

TEST_CASE("entries are in the order of the chain, whatever the order of their coming")
{
    Played play;
    for (const int n : {3, 1, 2})
        play(outbox::Durable{id(n), n});
    CHECK(play(outbox::Linked{}) == ids(1, 3));
}

TEST_CASE("at most eight are under way; a receipt makes room")
{
    Played play;
    for (int n = 1; n <= 20; ++n)
        play(outbox::Durable{id(n), n});
    CHECK(play(outbox::Linked{}) == ids(1, 8));
    CHECK(play(outbox::Settled{id(5)}) == ids(9, 9));
    CHECK(play(outbox::Settled{id(1)}) == ids(10, 10));
    CHECK(play.outbox.entries.size() == 18);
}

TEST_CASE("a decision is in the outbox once, and a settled one never comes back by itself")
{
    Played play;
    play(outbox::Linked{});
    CHECK(play(outbox::Durable{id(1), 1}).size() == 1);
    CHECK(play(outbox::Durable{id(1), 1}).empty());
    play(outbox::Settled{id(1)});
    CHECK(play(outbox::Settled{id(1)}).empty());
    CHECK(play.outbox.entries.empty());
}
