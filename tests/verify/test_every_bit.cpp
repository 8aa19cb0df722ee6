// A bit changed in each byte of a package of eight decisions: found every time, in its file and, in an .ndjson, its
// line. All eight of each byte: `./dev tamper`.
#include "tests/verify/bit_flips.hpp"
#include "tests/verify/sanitized.hpp"

#include <doctest/doctest.h>

using namespace countersign;
using namespace countersign::tests;

TEST_CASE("every byte of a package of eight decisions counts")
{
    constexpr std::size_t stride = isSanitized ? 31 : 1; // every byte, or a sample
    const Files files = ordinaryDay(8).finish();
    std::size_t bytes = 0;
    for (const auto &[path, content] : files)
        bytes += (content.size() + stride - 1) / stride;
    const Flips done = flipBits(files, 1, stride);
    for (const std::string &missed : done.missed)
        FAIL_CHECK(missed);
    CHECK(done.bytes == bytes);
    CHECK(done.flips == bytes);
    MESSAGE(files.size() << " files, " << bytes << " bytes tried");
}
