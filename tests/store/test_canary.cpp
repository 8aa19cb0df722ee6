// Nothing of what is stored lies readable in any file of a profile, in UTF-8, UTF-16, hexadecimal or base64, at work
// and after closing.
#include "core/base/encoding.hpp"
#include "tests/store/profile.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>

using namespace countersign;
using namespace countersign::store;
using namespace countersign::support;

namespace
{

const std::string canary = "Canary-Marigold-7731";

std::vector<std::string> encodings()
{
    std::string little;
    std::string big;
    for (const char c : canary) {
        little += {c, '\0'};
        big += {'\0', c};
    }
    std::string upper = hexEncode(asBytes(canary));
    std::ranges::transform(upper, upper.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    std::vector<std::string> all{canary, little, big, hexEncode(asBytes(canary)), upper};
    // Base64 says the same in three ways, by where it begins; the ends depend on what is beside it.
    for (const std::size_t phase : {0U, 1U, 2U}) {
        const std::string shifted = base64Encode(asBytes(std::string(phase, 'x') + canary));
        all.push_back(shifted.substr(4, shifted.size() - 8));
    }
    return all;
}

// Names of files in which the canary was found; how many files were read is counted.
std::vector<std::string> findCanary(const Folder &folder, std::size_t &filesRead)
{
    std::vector<std::string> found;
    for (const auto &file : folder.files()) {
        const Bytes bytes = readWhole(file);
        ++filesRead;
        for (const std::string &text : encodings())
            if (asText(bytes).find(text) != std::string_view::npos)
                found.push_back(file.filename().string());
    }
    return found;
}

} // namespace

TEST_CASE("no file of a profile can be read without its key")
{
    const Folder folder;
    FailingDisk disk;
    disk.hurry();
    std::size_t filesRead = 0;
    audit::ChainHead head;
    for (int session = 0; session < 3; ++session) {
        auto ledger = openLedger(folder, disk);
        REQUIRE(ledger.has_value());
        head = headOf(ledger->takeState());
        for (int i = 0; i < 20; ++i) {
            const auto decision = decisionAfter(head, canary + "-" + std::to_string(head.nextSeq), 5000);
            REQUIRE(ledger->append(decision).has_value());
            REQUIRE(ledger->storeItem(decision.item, decision.rendered).has_value());
            REQUIRE(ledger->replaceQueue({{decision.item, decision.summary}}, 20 * session + i).has_value());
            REQUIRE(ledger->storeDraft({domain::ItemId(canary), domain::Digest(canary), canary, canary}).has_value());
            REQUIRE(ledger->storePersonal(canary, canary).has_value());
            REQUIRE(ledger->storeStanding(decision.id, domain::Standing::Confirmed, canary).has_value());
            head = headAfter(decision);
            CHECK(findCanary(folder, filesRead).empty());
        }
        if (session != 1)
            REQUIRE(ledger->close().has_value());
        CHECK(findCanary(folder, filesRead).empty());
    }
    CHECK(filesRead > 200);
    writeWhole(folder / "control", toBytes("x" + encodings()[1]));
    CHECK(findCanary(folder, filesRead) == std::vector<std::string>{"control"});
}

TEST_CASE("ten thousand operations leave nothing readable, in the profile or where temporary files go")
{
    const Folder folder;
    const Folder temporary;
    setenv("TMPDIR", temporary.path().c_str(), 1);
    setenv("SQLITE_TMPDIR", temporary.path().c_str(), 1);
    FailingDisk disk;
    disk.hurry();
    std::size_t filesRead = 0;
    auto ledger = openLedger(folder, disk);
    REQUIRE(ledger.has_value());
    audit::ChainHead head;
    constexpr int operations = 10000;
    for (int operation = 0; operation < operations; ++operation) {
        const auto item = domain::ItemId("item-" + std::to_string(operation % 300));
        const std::string words = canary + " " + std::to_string(operation);
        switch (operation % 5) {
        case 0: {
            const auto decision = decisionAfter(head, words, 700);
            REQUIRE(ledger->append(decision).has_value());
            head = headAfter(decision);
            break;
        }
        case 1:
            REQUIRE(ledger->storeItem(item, words + std::string(1500, 'i')).has_value());
            break;
        case 2:
            REQUIRE(ledger->storeChanges({{item, words}}, operation).has_value());
            break;
        case 3:
            REQUIRE(ledger->loadItem(item).has_value());
            break;
        default:
            if (operation % 500 == 4)
                REQUIRE(ledger->replaceQueue({{item, words}}, operation).has_value());
            if (operation % 700 == 4)
                REQUIRE(ledger->tidy().has_value());
        }
    }
    CHECK(findCanary(folder, filesRead).empty());
    REQUIRE(ledger->close().has_value());
    CHECK(findCanary(folder, filesRead).empty());
    CHECK(findCanary(temporary, filesRead).empty());
    CHECK(filesRead >= 8);
}
