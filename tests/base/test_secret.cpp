// What a secret leaves behind: nothing where it was taken from, nothing where it moved from, nothing when wiped.
#include "core/base/secret.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <type_traits>

using namespace countersign;

static_assert(!std::is_copy_constructible_v<SecretBytes> && !std::is_copy_assignable_v<SecretBytes>);

TEST_CASE("taking wipes the source, moving empties it, cloning is a place of its own")
{
    Bytes source = toBytes("correct horse");
    const auto place = source.data();
    const auto size = source.size();
    auto secret = SecretBytes::taking(std::move(source));
    CHECK(asText(secret.view()) == "correct horse");
    CHECK((secret.view().data() == place || std::all_of(place, place + size, [](auto b) { return b == 0; })));
    auto copy = secret.clone();
    auto moved = std::move(secret);
    CHECK(secret.isEmpty()); // NOLINT(bugprone-use-after-move): that is what is asked
    CHECK(asText(moved.view()) == "correct horse");
    moved.wipe();
    CHECK(moved.isEmpty());
    CHECK(asText(copy.view()) == "correct horse");
}

TEST_CASE("wiping overwrites")
{
    Bytes place = toBytes("0123456789");
    wipeMemory(place.data(), place.size());
    CHECK(std::ranges::all_of(place, [](auto byte) { return byte == 0; }));
    wipeMemory(nullptr, 0);
}
