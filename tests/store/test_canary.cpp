// Nothing of what is stored lies readable in any file of a profile, in UTF-8 or UTF-16, at work and after closing.
#include "tests/store/profile.hpp"

#include <doctest/doctest.h>

#include <algorithm>

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
    return {canary, little, big};
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
