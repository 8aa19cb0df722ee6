#include "tests/verify/bit_flips.hpp"

#include "app/verify/verify.hpp"

#include <algorithm>
#include <thread>

namespace countersign::tests
{
namespace
{

constexpr std::size_t threads = 2;

std::int64_t lineOf(std::string_view path, std::string_view bytes, std::size_t at)
{
    return path.ends_with(".ndjson") ? 1 + std::ranges::count(bytes.substr(0, at), '\n') : 0;
}

std::string placeOf(const std::string &file, std::int64_t line)
{
    return file + ':' + std::to_string(line);
}

// What is said first of the package with that bit flipped, when it is not the right thing.
void tryFlip(Files &files, const std::string &path, std::size_t at, std::size_t bit, Flips &share)
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
Flips flipShare(const Files &whole, std::size_t turn, unsigned bitsOfEach, std::size_t stride)
{
    Flips share;
    Files files = whole;
    for (const auto &[path, bytes] : whole)
        for (std::size_t at = turn * stride; at < bytes.size(); at += threads * stride) {
            ++share.bytes;
            for (unsigned i = 0; i < bitsOfEach; ++i)
                tryFlip(files, path, at, (at / stride + i) % 8, share);
        }
    return share;
}

} // namespace

Flips flipBits(const Files &whole, unsigned bitsOfEach, std::size_t stride)
{
    std::vector<Flips> shares(threads);
    {
        std::vector<std::jthread> running;
        for (std::size_t turn = 0; turn < threads; ++turn)
            running.emplace_back([&, turn] { shares[turn] = flipShare(whole, turn, bitsOfEach, stride); });
    }
    Flips all;
    for (Flips &share : shares) {
        all.bytes += share.bytes;
        all.flips += share.flips;
        std::ranges::move(share.missed, std::back_inserter(all.missed));
    }
    return all;
}

} // namespace countersign::tests
