// One bit changed anywhere in a package of eight decisions: found every time, in its file and, in an .ndjson, its line.
#include "app/verify/verify.hpp"
#include "tests/verify/package_maker.hpp"
#include "tests/verify/sanitized.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <thread>

using namespace countersign;
using namespace countersign::tests;

namespace
{

constexpr std::size_t threads = 2;
constexpr std::size_t stride = isSanitized ? 31 : 1; // every byte, or a sample

struct Share {
    std::size_t flips = 0;
    std::vector<std::string> missed; // "FILE byte N bit M: what was said instead"
};

std::int64_t lineOf(std::string_view path, std::string_view bytes, std::size_t at)
{
    return path.ends_with(".ndjson") ? 1 + std::ranges::count(bytes.substr(0, at), '\n') : 0;
}

std::string placeOf(const std::string &file, std::int64_t line)
{
    return file + ':' + std::to_string(line);
}

// What is said first of the package with that bit flipped, when it is not the right thing.
void tryFlip(Files &files, const std::string &path, std::size_t at, unsigned bit, Share &share)
{
    std::string &bytes = files[path];
    const std::string right = placeOf(path, lineOf(path, bytes, at));
    const char original = bytes[at];
    bytes[at] = static_cast<char>(original ^ (1 << bit));
    MemorySource source(files);
    const auto report = verify::verifyPackage(source, {.root = {}, .faultsMax = 1});
    bytes[at] = original;
    ++share.flips;
    const std::string said =
        report.isValid() ? "VALID" : placeOf(report.faults.front().file, report.faults.front().line);
    if (said != right)
        share.missed.push_back(right + " byte " + std::to_string(at) + " bit " + std::to_string(bit) + ": " + said);
}

// One thread's share of the bytes.
Share flipBits(const Files &whole, std::size_t turn)
{
    Share share;
    Files files = whole;
    for (const auto &[path, bytes] : whole)
        for (std::size_t at = turn * stride; at < bytes.size(); at += threads * stride)
            for (unsigned bit = 0; bit < 8; ++bit)
                tryFlip(files, path, at, bit, share);
    return share;
}

} // namespace

TEST_CASE("every bit of a package of eight decisions counts")
{
    const Files files = ordinaryDay(8).finish();
    std::size_t bytes = 0;
    for (const auto &[path, content] : files)
        bytes += (content.size() + stride - 1) / stride;
    std::vector<Share> shares(threads);
    {
        std::vector<std::jthread> running;
        for (std::size_t turn = 0; turn < threads; ++turn)
            running.emplace_back([&, turn] { shares[turn] = flipBits(files, turn); });
    }
    std::size_t flips = 0;
    for (const Share &share : shares) {
        flips += share.flips;
        for (const std::string &missed : share.missed)
            FAIL_CHECK(missed);
    }
    CHECK(flips == bytes * 8);
    MESSAGE(files.size() << " files, " << bytes << " bytes tried, " << flips << " bits flipped");
}
