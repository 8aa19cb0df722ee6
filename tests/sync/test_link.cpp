// Every state of the link with every event.
#include "core/sync/link.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace countersign::sync;

namespace
{

using Effects = std::vector<LinkEffect>;
constexpr Chance noon{.nowMs = 100'000, .random = 0.5};

const char *nameOf(const LinkState &state)
{
    constexpr const char *names[] = {"offline",    "waiting",   "connecting", "greeting",
                                     "signing-in", "enrolling", "following",  "closing"};
    return names[state.index()];
}

LinkState stateOf(const std::string &name)
{
    if (name == "offline")
        return link::Offline{};
    if (name == "waiting")
        return link::Waiting{noon.nowMs + 1000};
    if (name == "connecting")
        return link::Connecting{};
    if (name == "greeting")
        return link::Greeting{};
    if (name == "signing-in")
        return link::SigningIn{};
    if (name == "enrolling")
        return link::Enrolling{};
    if (name == "following")
        return link::Following{};
    return link::Closing{};
}

struct Row {
    const char *from;
    const char *to;
    Effects effects = {};
};

void checkColumn(const LinkEvent &event, const std::vector<Row> &rows)
{
    REQUIRE(rows.size() == std::variant_size_v<LinkState>);
    for (const auto &row : rows) {
        const auto [next, effects] = step(Link{.state = stateOf(row.from), .heardMs = noon.nowMs}, event, noon);
        CHECK_MESSAGE(std::string(nameOf(next.state)) == row.to, "from " << row.from);
        CHECK_MESSAGE(effects == row.effects, "from " << row.from);
    }
}

const Effects closes{LinkEffect::Close};

} // namespace

TEST_CASE("wanted")
{
    checkColumn(link::Want{}, {{"offline", "connecting", {LinkEffect::Connect}},
                               {"waiting", "connecting", {LinkEffect::Connect}},
                               {"connecting", "connecting"},
                               {"greeting", "greeting"},
                               {"signing-in", "signing-in"},
                               {"enrolling", "enrolling"},
                               {"following", "following"},
                               {"closing", "closing"}});
}

TEST_CASE("not wanted")
{
    checkColumn(link::Unwant{}, {{"offline", "offline"},
                                 {"waiting", "offline"},
                                 {"connecting", "closing", closes},
                                 {"greeting", "closing", closes},
                                 {"signing-in", "closing", closes},
                                 {"enrolling", "closing", closes},
                                 {"following", "closing", closes},
                                 {"closing", "closing"}});
}

TEST_CASE("the wire opens")
{
    checkColumn(link::WireOpen{}, {{"offline", "offline"},
                                   {"waiting", "waiting"},
                                   {"connecting", "greeting", {LinkEffect::SayHello}},
                                   {"greeting", "greeting"},
                                   {"signing-in", "signing-in"},
                                   {"enrolling", "enrolling"},
                                   {"following", "following"},
                                   {"closing", "closing"}});
}

TEST_CASE("the wire ends: there is always a next try")
{
    checkColumn(link::WireEnd{"unreachable"}, {{"offline", "offline"},
                                               {"waiting", "waiting"},
                                               {"connecting", "waiting"},
                                               {"greeting", "waiting"},
                                               {"signing-in", "waiting"},
                                               {"enrolling", "waiting"},
                                               {"following", "waiting"},
                                               {"closing", "waiting"}});
}

TEST_CASE("the handshake goes in its order, and an answer out of order drops the link")
{
    checkColumn(link::Greeted{}, {{"offline", "offline"},
                                  {"waiting", "waiting"},
                                  {"connecting", "closing", closes},
                                  {"greeting", "signing-in", {LinkEffect::Authenticate}},
                                  {"signing-in", "closing", closes},
                                  {"enrolling", "closing", closes},
                                  {"following", "closing", closes},
                                  {"closing", "closing"}});
    checkColumn(link::Admitted{true}, {{"offline", "offline"},
                                       {"waiting", "waiting"},
                                       {"connecting", "closing", closes},
                                       {"greeting", "closing", closes},
                                       {"signing-in", "following", {LinkEffect::Follow}},
                                       {"enrolling", "closing", closes},
                                       {"following", "closing", closes},
                                       {"closing", "closing"}});
    checkColumn(link::Enrolled{}, {{"offline", "offline"},
                                   {"waiting", "waiting"},
                                   {"connecting", "closing", closes},
                                   {"greeting", "closing", closes},
                                   {"signing-in", "closing", closes},
                                   {"enrolling", "following", {LinkEffect::Follow}},
                                   {"following", "closing", closes},
                                   {"closing", "closing"}});
    const auto unknown = step(Link{.state = link::SigningIn{}}, link::Admitted{false}, noon);
    CHECK(std::string(nameOf(unknown.next.state)) == "enrolling");
    CHECK(unknown.effects == Effects{LinkEffect::Enrol});
}

TEST_CASE("dropped")
{
    checkColumn(link::Drop{"versions", true}, {{"offline", "offline"},
                                               {"waiting", "waiting"},
                                               {"connecting", "closing", closes},
                                               {"greeting", "closing", closes},
                                               {"signing-in", "closing", closes},
                                               {"enrolling", "closing", closes},
                                               {"following", "closing", closes},
                                               {"closing", "closing"}});
}

TEST_CASE("a frame ends the silence, whatever the state")
{
    for (const auto *from : {"connecting", "greeting", "signing-in", "enrolling", "following", "closing"}) {
        const auto heard =
            step(Link{.state = stateOf(from), .heardMs = 1, .hasProbed = true}, link::Heard{}, noon).next;
        CHECK(heard.heardMs == noon.nowMs);
        CHECK_FALSE(heard.hasProbed);
        CHECK(heard.state == stateOf(from));
    }
}

TEST_CASE("silence of 30 s is probed once, of 60 s is a lost link")
{
    struct Case {
        const char *from;
        std::int64_t silenceMs;
        bool hasProbed;
        const char *to;
        Effects effects;
    };
    const Case cases[] = {
        {"following", 29'999, false, "following", {}},
        {"following", 30'000, false, "following", {LinkEffect::Probe}},
        {"following", 30'000, true, "following", {}},
        {"following", 59'999, true, "following", {}},
        {"following", 60'000, true, "closing", closes},
        {"connecting", 59'999, false, "connecting", {}},
        {"connecting", 60'000, false, "closing", closes},
        {"signing-in", 60'000, false, "closing", closes},
        {"closing", 600'000, false, "closing", {}},
        {"offline", 600'000, false, "offline", {}},
    };
    for (const auto &c : cases) {
        const Link before{.state = stateOf(c.from), .heardMs = noon.nowMs - c.silenceMs, .hasProbed = c.hasProbed};
        const auto [next, effects] = step(before, link::Tick{}, noon);
        CHECK_MESSAGE(std::string(nameOf(next.state)) == c.to, c.from << " after " << c.silenceMs);
        CHECK(effects == c.effects);
    }
}

TEST_CASE("the wait doubles, is drawn at random below its ceiling, and is never over 60 s")
{
    struct Case {
        int failures;
        double random;
        std::int64_t delayMs;
    };
    const Case cases[] = {{0, 0.0, 0},
                          {0, 0.5, 250},
                          {1, 0.5, 500},
                          {3, 0.5, 2000},
                          {6, 0.5, 16'000},
                          {7, 0.5, 30'000},
                          {1'000'000, 0.5, 30'000},
                          {7, 0.999, 59'940}};
    for (const auto &c : cases) {
        const Link before{.state = link::Connecting{}, .failures = c.failures};
        const auto after = step(before, link::WireEnd{"unreachable"}, {.nowMs = 5000, .random = c.random}).next;
        CHECK(after.state == LinkState{link::Waiting{5000 + c.delayMs}});
        CHECK(after.failures == c.failures + 1);
        CHECK(wakeAtMs(after) == 5000 + c.delayMs);
        CHECK(step(after, link::Tick{}, {.nowMs = 5000 + c.delayMs}).effects == Effects{LinkEffect::Connect});
    }
}

TEST_CASE("what will not be right in a second is tried again after half a minute at the earliest, with its reason kept")
{
    auto dropped = step(Link{.state = link::Greeting{}}, link::Drop{"versions", true}, noon).next;
    dropped = step(dropped, link::WireEnd{"closed"}, {.nowMs = 0, .random = 0.0}).next;
    CHECK(dropped.state == LinkState{link::Waiting{30'000}});
    CHECK(dropped.closingReason == "versions");
}

TEST_CASE("reaching the queue forgets what went wrong before")
{
    const Link before{.state = link::SigningIn{}, .failures = 9, .closingReason = "unreachable"};
    const auto after = step(before, link::Admitted{true}, noon).next;
    CHECK(after.failures == 0);
    CHECK(after.closingReason.empty());
}

TEST_CASE("a link that is wanted again while it closes is tried again when it is closed")
{
    auto state = step(Link{.state = link::Following{}}, link::Unwant{}, noon).next;
    auto away = step(state, link::WireEnd{"closed"}, noon).next;
    CHECK(away.state == LinkState{link::Offline{}});
    state = step(state, link::Want{}, noon).next;
    CHECK(std::string(nameOf(step(state, link::WireEnd{"closed"}, noon).next.state)) == "waiting");
}
