// Random edits, removals, swaps and insertions in a package of 500 decisions: each found, with file and line. The
// 5,000 of them: `./dev tamper`.
#include "tests/verify/random_edits.hpp"
#include "tests/verify/sanitized.hpp"

#include <doctest/doctest.h>

using namespace countersign;
using namespace countersign::tests;

TEST_CASE("every edit of a package of five hundred decisions is found where it is")
{
    constexpr int edits = isSanitized ? 250 : 1000;
    const Edits all = editAtRandom(ordinaryDay(500).finish(), edits, 20261102);
    for (const std::string &missed : all.missed)
        FAIL_CHECK(missed);
    CHECK(all.count() == edits);
    CHECK(all.done.size() == 15);
    for (const auto &[what, count] : all.done)
        MESSAGE(what << ": " << count);
}
