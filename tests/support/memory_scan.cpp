#include "tests/support/memory_scan.hpp"

#include "core/base/secret.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

namespace countersign::support
{
namespace
{

constexpr std::uint8_t mask = 0xA7;
constexpr std::size_t chunkSize = std::size_t{1} << 20;
constexpr std::size_t overlapMax = 256;

std::uint8_t masked(std::uint8_t byte)
{
    return static_cast<std::uint8_t>(byte ^ mask);
}

struct Region {
    std::uint64_t begin = 0, end = 0;
};

// Private memory of this process, what may not be read at the moment included; not the mapped files of the programs.
std::vector<Region> regions()
{
    std::vector<Region> all;
    std::FILE *maps = std::fopen("/proc/self/maps", "re");
    if (maps == nullptr)
        return all;
    std::array<char, 1024> line{};
    while (std::fgets(line.data(), line.size(), maps) != nullptr) {
        Region region;
        std::array<char, 8> rights{};
        char *next = nullptr;
        region.begin = std::strtoull(line.data(), &next, 16);
        region.end = std::strtoull(next + 1, &next, 16);
        std::copy_n(next + 1, 4, rights.begin());
        const bool isReserved = rights[0] == '-' && region.end - region.begin > chunkSize;
        if (rights[3] == 'p' && (rights[1] == 'w' || rights[0] == '-') && !isReserved)
            all.push_back(region);
    }
    std::fclose(maps);
    return all;
}

} // namespace

void MemoryScan::lookFor(std::string name, BytesView bytes)
{
    if (bytes.size() < 8 || bytes.size() > overlapMax)
        std::abort();
    Needle needle{std::move(name), Bytes(bytes.size())};
    std::ranges::transform(bytes, needle.masked.begin(), masked);
    needles_.push_back(std::move(needle));
}

void MemoryScan::lookForText(const std::string &name, std::string_view text)
{
    lookFor(name, asBytes(text));
    Bytes wide;
    for (const char c : text) {
        wide.push_back(static_cast<std::uint8_t>(c));
        wide.push_back(0);
    }
    lookFor(name + " (UTF-16)", wide);
    wipeMemory(wide.data(), wide.size());
}

// Places that begin in the first `fresh` bytes.
void MemoryScan::search(BytesView memory, std::size_t fresh, std::vector<std::string> &found) const
{
    std::array<bool, 256> begins{};
    for (const Needle &needle : needles_)
        begins[masked(needle.masked[0])] = true;
    for (std::size_t at = 0; at < fresh; ++at) {
        if (!begins[memory[at]])
            continue;
        for (const Needle &needle : needles_) {
            const std::size_t size = needle.masked.size();
            if (at + size > memory.size() || masked(memory[at + 1]) != needle.masked[1])
                continue;
            if (std::equal(needle.masked.begin(), needle.masked.end(), memory.begin() + static_cast<std::ptrdiff_t>(at),
                           [](std::uint8_t hidden, std::uint8_t plain) { return hidden == masked(plain); }))
                found.push_back(needle.name);
        }
    }
}

std::vector<std::string> MemoryScan::find() const
{
    std::vector<std::string> found;
    bytesRead_ = 0;
    // A place of its own, which is not searched.
    auto *buffer = static_cast<std::uint8_t *>(
        mmap(nullptr, chunkSize + overlapMax, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0));
    const int memory = open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
    if (buffer == MAP_FAILED || memory < 0)
        return {"the memory cannot be read"};
    for (const Region &region : regions())
        for (std::uint64_t at = region.begin; at < region.end; at += chunkSize) {
            const auto wanted = std::min<std::uint64_t>(chunkSize + overlapMax, region.end - at);
            const auto size = pread(memory, buffer, wanted, static_cast<off_t>(at));
            if (size <= 0)
                continue;
            const auto read = static_cast<std::size_t>(size);
            bytesRead_ += std::min(read, chunkSize);
            search({buffer, read}, std::min(read, chunkSize), found);
        }
    close(memory);
    munmap(buffer, chunkSize + overlapMax);
    return found;
}

} // namespace countersign::support
