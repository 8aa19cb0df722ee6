// A schema that goes forward while the power fails: at every call to the disk of every step the database is of the
// version before or the one after, whole, and the rest is done at the next opening (reliability.md 5.2, F14). The steps
// after the ledger's own stand for those to come: a new table filled from an old one, a column, rows rewritten.
#include "core/store/ledger_tables.hpp"
#include "core/store/migrations.hpp"
#include "core/store/sql.hpp"
#include "tests/store/profile.hpp"
#include "tests/support/power_loss.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace countersign;
using namespace countersign::store;
using namespace countersign::support;

namespace
{

constexpr std::array<std::string_view, 3> stepsToCome{
    "CREATE TABLE noted (id TEXT PRIMARY KEY, words TEXT NOT NULL) STRICT, WITHOUT ROWID;"
    "INSERT INTO noted SELECT item, 'of ' || item FROM item;",
    "ALTER TABLE noted ADD COLUMN counted INTEGER NOT NULL DEFAULT 0;",
    "UPDATE noted SET counted = length(words); CREATE INDEX noted_by_count ON noted (counted);"};

std::vector<std::string_view> allSteps()
{
    std::vector<std::string_view> steps(sql::migrations.begin(), sql::migrations.end());
    steps.insert(steps.end(), stepsToCome.begin(), stepsToCome.end());
    return steps;
}

constexpr const char *file = "/profile/ledger.db";

Result<Database, StoreError> openOn(const CrashDisk &disk)
{
    return Database::open(file, databaseKey(), OpenMode::MustExist, disk.vfs());
}

DiskImage before()
{
    const CrashDisk disk;
    {
        auto database = openLedgerDatabase(file, databaseKey(), OpenMode::MayCreate, disk.vfs()).value();
        for (int i = 0; i < 30; ++i)
            putItem(database, domain::ItemId("item-" + std::to_string(i)), std::string(700, 'x')).value();
        database.close().value();
    }
    return disk.now();
}

std::int64_t one(Database &database, std::string_view sql)
{
    auto statement = database.query(sql);
    REQUIRE(statement.step().value());
    return statement.integer(0);
}

void checkForward(DiskImage image)
{
    const CrashDisk disk(std::move(image));
    auto database = openOn(disk);
    REQUIRE(database.has_value());
    const auto version = schemaVersion(*database).value();
    const auto first = static_cast<std::int64_t>(sql::migrations.size());
    CHECK(version >= first);
    CHECK(version <= first + static_cast<std::int64_t>(stepsToCome.size()));
    CHECK(one(*database, "SELECT count(*) FROM item") == 30);
    REQUIRE(migrate(*database, allSteps()));
    CHECK(one(*database, "SELECT count(*) FROM noted WHERE counted = length(words)") == 30);
    CHECK(one(*database, "SELECT count(*) FROM item") == 30);
    REQUIRE(database->checkpoint()); // what the log covers may be torn in the file
    CHECK(database->checkIntegrity());
}

} // namespace

TEST_CASE("a migration that is cut at any call to the disk is done at the next opening")
{
    const CrashDisk disk(before());
    {
        auto database = std::move(openOn(disk).value());
        migrate(database, allSteps()).value();
        database.close().value();
    }
    std::mt19937_64 dice{11};
    PowerLoss loss(disk);
    std::size_t states = 0;
    do {
        for (int i = 0; i < 4; ++i, ++states)
            checkForward(loss.state(dice));
    } while (loss.advance());
    CHECK(states > 80);
}

TEST_CASE("a migration in which any call fails is done at the next opening")
{
    const DiskImage image = before();
    std::uint64_t failures = 0;
    for (std::uint64_t call = 1;; ++call) {
        CrashDisk disk(image);
        {
            auto database = std::move(openOn(disk).value());
            disk.failAt(call, FailingDisk::Lasting::Once, FailingDisk::Kind::Io);
            static_cast<void>(migrate(database, allSteps()));
        }
        if (!disk.hasFailed())
            break;
        ++failures;
        checkForward(disk.now());
    }
    CHECK(failures > 20);
}

TEST_CASE("an older program refuses a newer schema and leaves every byte")
{
    const CrashDisk disk(before());
    {
        auto database = std::move(openOn(disk).value());
        migrate(database, allSteps()).value();
        database.close().value();
    }
    const DiskImage after = disk.now();
    CHECK(openLedgerDatabase(file, databaseKey(), OpenMode::MustExist, disk.vfs()).error()
          == StoreError::VersionTooNew);
    CHECK(disk.now().at(file) == after.at(file));
}
