// Kept blobs: there again as they were, or not there; never in the clear, never too many.
#include "core/crypto/digest.hpp"
#include "core/store/blob_files.hpp"
#include "tests/console/folder.hpp"
#include "tests/support/failing_disk.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

using namespace countersign;
using store::BlobFiles;

namespace
{

domain::Digest digestOf(const Bytes &content)
{
    return domain::Digest(crypto::digestText(content));
}

void count(std::span<std::uint8_t> place)
{
    static std::uint8_t next = 0;
    for (auto &byte : place)
        byte = ++next;
}

struct Room {
    support::Folder folder;
    std::unique_ptr<store::Files> files = store::systemFiles();
    SecretBytes key = SecretBytes::copyOf(Bytes(32, 7));
    std::filesystem::path place = folder.path() / "blobs";

    [[nodiscard]] BlobFiles open(std::uint64_t bytesMax = BlobFiles::totalBytesMax) const
    {
        return {*files, place, key, count, bytesMax};
    }
    [[nodiscard]] std::vector<std::filesystem::path> all() const
    {
        std::vector<std::filesystem::path> found;
        for (const auto &file : std::filesystem::directory_iterator(place))
            found.push_back(file.path());
        return found;
    }
};

const Bytes fax = toBytes("%PDF-1.7 CANARY of one faxed page");

} // namespace

TEST_CASE("what was put is found, also by the next process, and nothing else is")
{
    const Room room;
    auto blobs = room.open();
    CHECK_FALSE(blobs.find(digestOf(fax)));
    REQUIRE(blobs.put(digestOf(fax), fax));
    CHECK(blobs.find(digestOf(fax)) == fax);
    CHECK(room.open().find(digestOf(fax)) == fax);
    CHECK_FALSE(blobs.find(digestOf(toBytes("other"))));
    REQUIRE(blobs.put(digestOf({}), {}));
    CHECK(blobs.find(digestOf({})) == Bytes());
}

TEST_CASE("a disk tells neither what is kept nor which it is")
{
    const Room room;
    REQUIRE(room.open().put(digestOf(fax), fax));
    REQUIRE(room.all().size() == 1);
    std::ifstream file(room.all()[0], std::ios::binary);
    const std::string raw((std::istreambuf_iterator<char>(file)), {});
    CHECK(raw.find("CANARY") == std::string::npos);
    const auto name = room.all()[0].filename().string();
    CHECK(digestOf(fax).text().find(name) == std::string::npos);
    Room stranger;
    stranger.key = SecretBytes::copyOf(Bytes(32, 8));
    stranger.place = room.place;
    CHECK_FALSE(stranger.open().find(digestOf(fax)));
}

TEST_CASE("one changed bit, a cut or another's content is as good as nothing")
{
    const Room room;
    auto blobs = room.open();
    REQUIRE(blobs.put(digestOf(fax), fax));
    const auto file = room.all()[0];
    std::ifstream in(file, std::ios::binary);
    const std::string whole((std::istreambuf_iterator<char>(in)), {});
    const auto write = [&](const std::string &bytes) { std::ofstream(file, std::ios::binary) << bytes; };
    for (std::size_t at = 0; at < whole.size(); ++at) {
        std::string changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        write(changed);
        CHECK_FALSE(blobs.find(digestOf(fax)));
    }
    for (const std::size_t size : {std::size_t{0}, std::size_t{10}, whole.size() - 1}) {
        write(whole.substr(0, size));
        CHECK_FALSE(blobs.find(digestOf(fax)));
    }
    REQUIRE(blobs.put(digestOf(fax), fax)); // over the damaged one
    CHECK(blobs.find(digestOf(fax)) == fax);
    REQUIRE(blobs.put(digestOf(toBytes("named")), fax)); // content that is not its name's
    CHECK_FALSE(blobs.find(digestOf(toBytes("named"))));
}

TEST_CASE("when there is too much the oldest leave")
{
    const Room room;
    auto blobs = room.open(3 * 1100);
    std::vector<domain::Digest> digests;
    for (std::uint8_t i = 0; i < 6; ++i) {
        const Bytes content(1000, i);
        const auto before = std::filesystem::exists(room.place) ? room.all() : std::vector<std::filesystem::path>{};
        digests.push_back(digestOf(content));
        REQUIRE(blobs.put(digests.back(), content));
        for (const auto &file : before) // older by the clock, however fast this runs
            if (std::filesystem::exists(file))
                std::filesystem::last_write_time(file, std::filesystem::last_write_time(file) - std::chrono::hours(1));
    }
    CHECK(room.all().size() == 3);
    for (std::size_t i = 0; i < digests.size(); ++i)
        CHECK(blobs.find(digests[i]).has_value() == (i >= 3));
}

TEST_CASE("a disk that fails at any step is an error or no matter, and never a wrong blob")
{
    const Bytes newer(5000, 3);
    std::uint64_t call = 0;
    for (bool hasFailed = true; hasFailed;) {
        support::FailingDisk disk;
        const Room room;
        BlobFiles blobs(disk.files(), room.place, room.key, count);
        REQUIRE(blobs.put(digestOf(fax), fax));
        disk.failAt(++call, support::FailingDisk::Lasting::Once, support::FailingDisk::Kind::Full);
        const auto put = blobs.put(digestOf(newer), newer);
        hasFailed = disk.hasFailed();
        CHECK(put.has_value() == !hasFailed);
        const auto found = blobs.find(digestOf(newer));
        CHECK((!found || *found == newer));
        CHECK(blobs.find(digestOf(fax)) == fax);
    }
    CHECK(call > 3);
}
