// Every operation of the ledger, with every i-th call to the disk failing: once and forever, with an error and full.
#include "tests/store/profile.hpp"

#include <doctest/doctest.h>

#include <array>
#include <functional>

using namespace countersign;
using namespace countersign::store;
using namespace countersign::support;

namespace
{

struct Failure {
    FailingDisk::Lasting lasting;
    FailingDisk::Kind kind;
};
constexpr std::array failures{Failure{FailingDisk::Lasting::Once, FailingDisk::Kind::Io},
                              Failure{FailingDisk::Lasting::Once, FailingDisk::Kind::Full},
                              Failure{FailingDisk::Lasting::Forever, FailingDisk::Kind::Io},
                              Failure{FailingDisk::Lasting::Forever, FailingDisk::Kind::Full}};

// What was done before the disk began to fail, and what was acknowledged afterwards.
struct Story {
    std::vector<SealedDecision> acknowledged;
    std::optional<SealedDecision> unsure; // asked for, and answered with an error
    bool isRefused = false;               // and the ledger was of use afterwards: it knows that it has it not
    audit::ChainHead head;
};

void append(SealedLedger &ledger, Story &story, const std::string &id)
{
    const auto decision = decisionAfter(story.head, id);
    if (!ledger.append(decision)) {
        story.unsure = decision;
        return;
    }
    story.acknowledged.push_back(decision);
    story.head = headAfter(decision);
}

// Reopened on a healthy disk: all that was acknowledged, each whole, at most one more, and the ledger goes on.
void checkRecovered(const Folder &folder, const FailingDisk &disk, const Story &story)
{
    auto ledger = openLedger(folder, disk);
    REQUIRE(ledger.has_value());
    const LedgerState state = ledger->takeState();
    REQUIRE(state.decisions.size() >= story.acknowledged.size());
    REQUIRE(state.decisions.size() <= story.acknowledged.size() + 1);
    for (std::size_t i = 0; i < story.acknowledged.size(); ++i)
        CHECK(state.decisions[i].sealed == story.acknowledged[i]);
    if (state.decisions.size() > story.acknowledged.size())
        CHECK(state.decisions.back().sealed == story.unsure);
    if (story.isRefused)
        CHECK(state.decisions.size() == story.acknowledged.size());
    CHECK_FALSE(state.isQuarantined);
    CHECK_FALSE(state.repairs.databaseMovedAside);
    CHECK_FALSE(state.repairs.spoolMovedAside);
    const auto unacknowledged = static_cast<std::int64_t>(state.decisions.size() - story.acknowledged.size());
    // Database and spool are written at the same time, so that the one which was not acknowledged may be in either.
    CHECK(state.repairs.replayed + state.repairs.respooled <= unacknowledged);
    CHECK(ledger->append(decisionAfter(headOf(state), "afterwards")).has_value());
    REQUIRE(ledger->close().has_value());
    auto database = Database::open(profileIn(folder).database(),
                                   {.key = ledgerKeys().databaseKey.clone(), .salt = ledgerKeys().databaseSalt.clone()},
                                   OpenMode::MustExist, disk.vfs());
    REQUIRE(database.has_value());
    CHECK(database->checkIntegrity().has_value());
}

using Act = std::function<void(SealedLedger &, Story &)>;

// Repeats the act with the first, second, … call failing, until it is through before that call comes.
int failEach(const Failure &how, const Act &act)
{
    for (std::uint64_t call = 1;; ++call) {
        const Folder folder;
        FailingDisk disk;
        disk.hurry();
        Story story;
        {
            auto ledger = openLedger(folder, disk);
            REQUIRE(ledger.has_value());
            append(*ledger, story, "before-1");
            append(*ledger, story, "before-2");
            disk.failAt(call, how.lasting, how.kind);
            act(*ledger, story);
        }
        const bool hasFailed = disk.hasFailed();
        disk.heal();
        CAPTURE(call);
        checkRecovered(folder, disk, story);
        if (!hasFailed)
            return static_cast<int>(call - 1);
    }
}

} // namespace

TEST_CASE("a decision is acknowledged and found, or not acknowledged")
{
    for (const Failure &how : failures) {
        const int tried = failEach(how, [](SealedLedger &ledger, Story &story) {
            append(ledger, story, "during");
            if (!story.unsure)
                append(ledger, story, "after");
        });
        CHECK(tried >= 10);
    }
}

TEST_CASE("after a failed append the same again is refused, or holds")
{
    for (const Failure &how : failures)
        failEach(how, [](SealedLedger &ledger, Story &story) {
            append(ledger, story, "during");
            if (story.unsure)
                append(ledger, story, "during");
        });
}

TEST_CASE("what a ledger that is of use refused does not come back")
{
    int refused = 0;
    for (const Failure &how : failures)
        failEach(how, [&](SealedLedger &ledger, Story &story) {
            append(ledger, story, "during");
            story.isRefused = story.unsure && ledger.replaceQueue({{domain::ItemId("a"), "row"}}, 7).has_value();
            refused += story.isRefused ? 1 : 0;
        });
    CHECK(refused > 0);
}

TEST_CASE("nothing is built on a decision that was not acknowledged")
{
    for (const Failure &how : failures)
        failEach(how, [](SealedLedger &ledger, Story &story) {
            append(ledger, story, "during");
            if (story.unsure)
                CHECK_FALSE(ledger.append(decisionAfter(headAfter(*story.unsure), "after")).has_value());
        });
}

TEST_CASE("a failing queue, item, standing or tidying takes no decision with it")
{
    for (const Failure &how : failures) {
        const int tried = failEach(how, [](SealedLedger &ledger, Story &story) {
            static_cast<void>(ledger.replaceQueue({{domain::ItemId("a"), "row a"}, {domain::ItemId("b"), "row b"}}, 7));
            static_cast<void>(ledger.storeChanges({{domain::ItemId("b"), "row b2"}}, 8));
            static_cast<void>(ledger.storeItem(domain::ItemId("a"), std::string(20000, 'x')));
            static_cast<void>(ledger.storeStanding(story.acknowledged[0].id, domain::Standing::Confirmed, "receipt"));
            static_cast<void>(ledger.tidy());
            if (story.acknowledged.size() == 2)
                append(ledger, story, "during");
            static_cast<void>(ledger.close());
        });
        CHECK(tried >= 20);
    }
}

TEST_CASE("an opening that fails loses nothing")
{
    for (const Failure &how : failures)
        for (std::uint64_t call = 1;; ++call) {
            const Folder folder;
            FailingDisk disk;
            disk.hurry();
            Story story;
            {
                auto ledger = openLedger(folder, disk);
                REQUIRE(ledger.has_value());
                append(*ledger, story, "before-1");
                append(*ledger, story, "before-2");
            }
            disk.failAt(call, how.lasting, how.kind);
            static_cast<void>(openLedger(folder, disk));
            const bool hasFailed = disk.hasFailed();
            disk.heal();
            CAPTURE(call);
            checkRecovered(folder, disk, story);
            if (!hasFailed) {
                CHECK(call > 10);
                break;
            }
        }
}

TEST_CASE("the first opening may fail anywhere, and the next one makes the profile")
{
    for (const Failure &how : failures)
        for (std::uint64_t call = 1;; ++call) {
            const Folder folder;
            FailingDisk disk;
            disk.hurry();
            disk.failAt(call, how.lasting, how.kind);
            const bool opened = openLedger(folder, disk).has_value();
            const bool hasFailed = disk.hasFailed();
            disk.heal();
            CAPTURE(call);
            CHECK((opened || hasFailed));
            auto ledger = openLedger(folder, disk);
            REQUIRE(ledger.has_value());
            const LedgerState state = ledger->takeState();
            CHECK(state.nextSeq == 0);
            CHECK_FALSE(state.isQuarantined);
            CHECK(ledger->append(decisionAfter({}, "first")).has_value());
            if (!hasFailed) {
                CHECK(call > 20);
                break;
            }
        }
}
