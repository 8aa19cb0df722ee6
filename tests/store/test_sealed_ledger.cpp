#include "core/store/sql.hpp"
#include "tests/store/profile.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace countersign;
using namespace countersign::store;
using namespace countersign::support;
using domain::Standing;

namespace
{

// Appends that many decisions and returns them as they should be found.
std::vector<StoredDecision> appendSome(SealedLedger &ledger, audit::ChainHead head, int count)
{
    std::vector<StoredDecision> appended;
    for (int i = 0; i < count; ++i) {
        const auto decision = decisionAfter(head, "d-" + std::to_string(head.nextSeq));
        REQUIRE(ledger.append(decision).has_value());
        head = headAfter(decision);
        appended.push_back({.sealed = decision, .standing = Standing::Stored, .receipt = {}});
    }
    return appended;
}

// A profile with that many decisions, which died without closing.
std::vector<StoredDecision> fill(const Folder &folder, const FailingDisk &disk, int count)
{
    auto ledger = openLedger(folder, disk);
    REQUIRE(ledger.has_value());
    return appendSome(*ledger, headOf(ledger->takeState()), count);
}

LedgerState reopen(const Folder &folder, const FailingDisk &disk)
{
    auto ledger = openLedger(folder, disk);
    REQUIRE(ledger.has_value());
    return ledger->takeState();
}

std::optional<StoreError> errorOf(const Result<Done, StoreError> &result)
{
    return result ? std::nullopt : std::optional(result.error());
}

bool hasAside(const Folder &folder, const std::string &name)
{
    return std::ranges::any_of(
        folder.files(), [&](const auto &file) { return file.filename().string().starts_with(name + ".aside-"); });
}

Database openItsDatabase(const Folder &folder)
{
    LedgerKeys keys = ledgerKeys();
    return Database::open(profileIn(folder).database(),
                          {.key = std::move(keys.databaseKey), .salt = std::move(keys.databaseSalt)},
                          OpenMode::MustExist)
        .value();
}

} // namespace

TEST_CASE("a new profile is empty, and stays so")
{
    const Folder folder;
    const FailingDisk disk;
    for (int time = 0; time < 2; ++time) {
        const LedgerState state = reopen(folder, disk);
        CHECK(state.nextSeq == 0);
        CHECK(state.head.isEmpty());
        CHECK(state.decisions.empty());
        CHECK(state.rows.empty());
        CHECK(state.position == 0);
        CHECK_FALSE(state.hasQueue);
        CHECK_FALSE(state.isQuarantined);
        CHECK(state.repairs == Repairs{});
    }
}

TEST_CASE("what was appended is found, after closing and after dying")
{
    const Folder folder;
    const FailingDisk disk;
    std::vector<StoredDecision> expected;
    for (const bool closes : {true, false, true, false}) {
        auto ledger = openLedger(folder, disk);
        REQUIRE(ledger.has_value());
        const LedgerState state = ledger->takeState();
        CHECK(state.decisions == expected);
        CHECK(state.repairs == Repairs{});
        std::ranges::move(appendSome(*ledger, headOf(state), 3), std::back_inserter(expected));
        if (closes)
            REQUIRE(ledger->close().has_value());
    }
    CHECK(reopen(folder, disk).decisions == expected);
}

TEST_CASE("only what follows the chain is appended")
{
    const Folder folder;
    const FailingDisk disk;
    auto ledger = openLedger(folder, disk);
    const auto appended = appendSome(*ledger, {}, 2);
    const audit::ChainHead head = headAfter(appended[1].sealed);
    SealedDecision gap = decisionAfter(head, "gap");
    gap.seq += 1;
    SealedDecision broken = decisionAfter(head, "broken");
    broken.prev = appended[0].sealed.prev;
    SealedDecision doubled = decisionAfter(head, "doubled");
    doubled.id = appended[0].sealed.id;
    for (const SealedDecision &wrong : {gap, broken, doubled, appended[1].sealed})
        CHECK(errorOf(ledger->append(wrong)) == StoreError::Constraint);
    CHECK(ledger->append(decisionAfter(head, "right")).has_value());
}

TEST_CASE("a standing beyond Sent rests on a receipt")
{
    const Folder folder;
    const FailingDisk disk;
    const auto decisions = fill(folder, disk, 3);
    auto ledger = openLedger(folder, disk);
    const auto &id = decisions[1].sealed.id;
    for (const Standing standing : {Standing::Confirmed, Standing::Held, Standing::Superseded, Standing::Refused})
        CHECK(errorOf(ledger->storeStanding(id, standing, "")) == StoreError::Constraint);
    CHECK(errorOf(ledger->storeStanding(domain::DecisionId("nobody"), Standing::Sent, "")) == StoreError::Absent);
    CHECK(ledger->storeStanding(id, Standing::Sent, "").has_value());
    CHECK(ledger->takeState().decisions.size() == 3);
    CHECK(ledger->storeStanding(decisions[0].sealed.id, Standing::Held, "receipt 0").has_value());
    CHECK(ledger->storeStanding(decisions[0].sealed.id, Standing::Confirmed, "receipt 0b").has_value());
    ledger = failure(StoreError::NotOpen);
    const LedgerState state = reopen(folder, disk);
    REQUIRE(state.decisions.size() == 3);
    CHECK(state.decisions[0].standing == Standing::Confirmed);
    CHECK(state.decisions[0].receipt == "receipt 0b");
    CHECK(state.decisions[1].standing == Standing::Sent);
    CHECK(state.decisions[1].receipt.empty());
    CHECK(state.decisions[2].standing == Standing::Stored);
}

TEST_CASE("nothing changes or removes a decision, and none leaves the outbox unanswered (R-113)")
{
    const Folder folder;
    const FailingDisk disk;
    const auto decisions = fill(folder, disk, 2);
    {
        Database database = openItsDatabase(folder);
        constexpr std::string_view attempts[] = {
            "UPDATE decision_log SET jws = 'x'",
            "UPDATE decision_log SET summary = 'x' WHERE seq = 1",
            "DELETE FROM decision_log",
            "DELETE FROM standing",
            "INSERT OR REPLACE INTO decision_log VALUES (1, 'x', 'x', 'x', 'x', 'x', 'x')",
            "INSERT OR REPLACE INTO standing VALUES (1, 'Stored', '')",
            "DELETE FROM outbox WHERE seq = 0",
            "UPDATE standing SET standing = 'Confirmed'",
            "UPDATE standing SET standing = 'Approved', receipt = ''",
        };
        for (const std::string_view attempt : attempts) {
            CAPTURE(attempt);
            CHECK(errorOf(database.query(attempt).run()) == StoreError::Constraint);
        }
    }
    CHECK(reopen(folder, disk).decisions == decisions);
}

TEST_CASE("the queue changes row by row or as a whole, with its position")
{
    const Folder folder;
    const FailingDisk disk;
    const domain::ItemId a("a"), b("b"), c("c");
    auto ledger = openLedger(folder, disk);
    REQUIRE(ledger->storeItem(a, "canonical a").has_value());
    REQUIRE(ledger->storeItem(b, "canonical b").has_value());
    REQUIRE(ledger->storeItem(b, "canonical b2").has_value());
    REQUIRE(ledger->replaceQueue({{a, "row a"}, {b, "row b"}}, 5).has_value());
    REQUIRE(ledger->storeChanges({{b, "row b2"}, {c, "row c"}}, 7).has_value());
    CHECK(ledger->loadItem(b).value() == "canonical b2");
    CHECK(ledger->loadItem(c).value() == std::nullopt);
    REQUIRE(ledger->close().has_value());
    LedgerState state = reopen(folder, disk);
    CHECK(state.position == 7);
    CHECK(state.hasQueue);
    std::ranges::sort(state.rows);
    CHECK(state.rows == std::vector<std::string>{"row a", "row b2", "row c"});

    ledger = openLedger(folder, disk);
    REQUIRE(ledger->replaceQueue({{c, "row c3"}, {a, "row a3"}}, 9).has_value());
    CHECK(ledger->loadItem(a).value() == "canonical a");
    CHECK(ledger->loadItem(b).value() == std::nullopt);
    ledger = failure(StoreError::NotOpen);
    state = reopen(folder, disk);
    std::ranges::sort(state.rows);
    CHECK(state.rows == std::vector<std::string>{"row a3", "row c3"});
    CHECK(state.position == 9);
}

TEST_CASE("changes before a whole queue leave hasQueue false")
{
    const Folder folder;
    const FailingDisk disk;
    REQUIRE(openLedger(folder, disk)->storeChanges({{domain::ItemId("a"), "row a"}}, 3).has_value());
    const LedgerState state = reopen(folder, disk);
    CHECK_FALSE(state.hasQueue);
    CHECK(state.position == 3);
}

TEST_CASE("a closed ledger answers NotOpen, and a profile has one holder")
{
    const Folder folder;
    const FailingDisk disk;
    auto ledger = openLedger(folder, disk);
    CHECK(openLedger(folder, disk).error() == StoreError::Busy);
    REQUIRE(ledger->close().has_value());
    CHECK(errorOf(ledger->append(decisionAfter({}, "late"))) == StoreError::NotOpen);
    CHECK(errorOf(ledger->storeChanges({}, 1)) == StoreError::NotOpen);
    CHECK(ledger->loadItem(domain::ItemId("a")).error() == StoreError::NotOpen);
    CHECK(errorOf(ledger->tidy()) == StoreError::NotOpen);
    CHECK(errorOf(ledger->close()) == StoreError::NotOpen);
    CHECK(openLedger(folder, disk).has_value());
}

TEST_CASE("the spool keeps what has no receipt, and is trimmed of the rest")
{
    const Folder folder;
    const FailingDisk disk;
    const auto decisions = fill(folder, disk, 8);
    const auto sizeBefore = std::filesystem::file_size(profileIn(folder).spool());
    auto ledger = openLedger(folder, disk);
    for (int seq : {0, 1, 2, 4})
        REQUIRE(ledger->storeStanding(decisions[static_cast<std::size_t>(seq)].sealed.id, Standing::Confirmed, "r")
                    .has_value());
    REQUIRE(ledger->close().has_value());
    const auto sizeAfter = std::filesystem::file_size(profileIn(folder).spool());
    CHECK(sizeAfter < sizeBefore * 3 / 4);
    CHECK(sizeAfter > sizeBefore / 2);
    const LedgerState state = reopen(folder, disk);
    CHECK(state.decisions.size() == 8);
    CHECK(state.repairs == Repairs{});
}

TEST_CASE("a wrong key changes nothing")
{
    const Folder folder;
    const FailingDisk disk;
    const auto decisions = fill(folder, disk, 3);
    std::vector<Bytes> before;
    for (const auto &file : folder.files())
        before.push_back(readWhole(file));
    CHECK(openLedger(folder, disk, 2).error() == StoreError::WrongKey);
    std::vector<Bytes> after;
    for (const auto &file : folder.files())
        after.push_back(readWhole(file));
    CHECK(before == after);
    CHECK(reopen(folder, disk).decisions == decisions);
}

TEST_CASE("a profile of a newer program is left alone")
{
    const Folder folder;
    const FailingDisk disk;
    static_cast<void>(fill(folder, disk, 1));
    {
        Database database = openItsDatabase(folder);
        REQUIRE(database.execute("PRAGMA user_version = 99").has_value());
        REQUIRE(database.close().has_value());
    }
    CHECK(openLedger(folder, disk).error() == StoreError::VersionTooNew);
    CHECK_FALSE(hasAside(folder, "ledger.db"));
}

TEST_CASE("what is typed is kept by item and digest, and goes with the decision, the queue and when it is not wanted")
{
    const Folder folder;
    const FailingDisk disk;
    const domain::ItemId a{"a"}, b{"b"};
    const domain::Digest first{"sha256:1"}, second{"sha256:2"};
    {
        auto ledger = openLedger(folder, disk).value();
        REQUIRE(ledger.replaceQueue({{a, "row a"}, {b, "row b"}}, 1).has_value());
        REQUIRE(ledger.storeDraft({a, second, "new", "p"}).has_value());
        REQUIRE(ledger.storeDraft({a, first, "old", "p"}).has_value());
        REQUIRE(ledger.storeDraft({a, second, "newer", "st1 4"}).has_value());
        REQUIRE(ledger.storeDraft({b, first, "", "st9"}).has_value());
        REQUIRE(ledger.storePersonal("words", "Effexor").has_value());
    }
    auto ledger = openLedger(folder, disk).value(); // it died without closing
    const LedgerState state = ledger.takeState();
    CHECK(state.drafts == std::map<domain::ItemId, bool>{{a, true}, {b, false}});
    CHECK(state.personal == std::map<std::string, std::string>{{"words", "Effexor"}});
    const std::vector<UnsignedDraft> kept{{a, first, "old", "p"}, {a, second, "newer", "st1 4"}};
    CHECK(ledger.draftsOf(a).value() == kept);
    REQUIRE(ledger.forgetDraft(a, first).has_value());
    CHECK(ledger.draftsOf(a).value().size() == 1);

    auto decision = decisionAfter(headOf(state), "d");
    decision.item = a;
    REQUIRE(ledger.append(decision).has_value());
    CHECK(ledger.draftsOf(a).value().empty());
    CHECK(ledger.draftsOf(b).value().size() == 1);
    REQUIRE(ledger.replaceQueue({{a, "row a"}}, 2).has_value());
    CHECK(ledger.draftsOf(b).value().empty());
}
