#include "core/domain/item_lifecycle.hpp"
#include "core/domain/names.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string_view>

using namespace countersign::domain;

namespace
{

constexpr std::size_t stateCount = 15;
constexpr std::size_t eventCount = 15;

// One row a state, one letter an event, in the order of the enumerators; a letter names the state after it.
//   W waiting  C claimed  D decided  R released  K completed  F failed  X expired  Z withdrawn
//   S superseded  I invalidated  E escalated  A awaiting-cosign  T retracted  B rolled-back  . no such step
//
// events:  queue claim unclaim decide needCosign escalate release complete fail expire withdraw supersede invalidate
//          retract rollBack
constexpr std::array<std::string_view, stateCount> table{
    "W.........Z....", // received
    ".C.DAE...XZS...", // waiting
    "..WDAE...XZS...", // claimed
    "......R....SIT.", // decided
    ".......KF.....B", // released
    "..............B", // completed
    "..............B", // failed
    "...........S...", // expired
    "...............", // withdrawn
    "...............", // superseded
    "W..........S...", // invalidated
    "...DAE...XZS...", // escalated
    "...D.....X..IT.", // awaiting-cosign
    "W..........S...", // retracted
    "...............", // rolled-back
};

char letterOf(ItemState state)
{
    constexpr std::string_view letters = "?WCDRKFXZSIEATB";
    return letters[static_cast<std::size_t>(state)];
}

} // namespace

TEST_CASE("every state and every event: the table")
{
    for (std::size_t s = 0; s < stateCount; ++s) {
        REQUIRE(table[s].size() == eventCount);
        for (std::size_t e = 0; e < eventCount; ++e) {
            const auto next = step(static_cast<ItemState>(s), static_cast<ItemEvent>(e));
            CAPTURE(name(static_cast<ItemState>(s)));
            CAPTURE(e);
            CHECK((next ? letterOf(*next) : '.') == table[s][e]);
        }
    }
}

TEST_CASE("nothing leaves an end, and silence never decides")
{
    for (const ItemState end : {ItemState::Withdrawn, ItemState::Superseded, ItemState::RolledBack})
        for (std::size_t e = 0; e < eventCount; ++e)
            CHECK_FALSE(step(end, static_cast<ItemEvent>(e)).has_value());
    for (std::size_t s = 0; s < stateCount; ++s)
        CHECK(step(static_cast<ItemState>(s), ItemEvent::Expire).value_or(ItemState::Expired) == ItemState::Expired);
}

TEST_CASE("an item is open exactly where a person may decide")
{
    for (std::size_t s = 0; s < stateCount; ++s)
        CHECK(isOpen(static_cast<ItemState>(s)) == (table[s][3] != '.'));
}
