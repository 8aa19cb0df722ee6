#include "core/store/database.hpp"
#include "core/store/library.hpp"
#include "core/store/migrations.hpp"
#include "core/store/sql.hpp"
#include "tests/store/profile.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdlib>

using namespace countersign;
using namespace countersign::store;
using namespace countersign::support;

namespace
{

constexpr std::string_view createTable = "CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT, c BLOB) STRICT";
constexpr std::string_view insertRow = "INSERT INTO t VALUES (?1, ?2, ?3)";
constexpr std::string_view countRows = "SELECT count(*) FROM t";

Database openNew(const Folder &folder)
{
    return Database::open(folder / "a.db", databaseKey(), OpenMode::MayCreate).value();
}

std::int64_t countIn(Database &database)
{
    Statement row = database.query(countRows);
    REQUIRE(row.step().value());
    return row.integer(0);
}

std::optional<StoreError> errorOf(const Result<Done, StoreError> &result)
{
    return result ? std::nullopt : std::optional(result.error());
}

std::optional<StoreError> errorOnOpen(const std::filesystem::path &file, std::uint8_t key = 1,
                                      OpenMode mode = OpenMode::MustExist)
{
    const auto opened = Database::open(file, databaseKey(key), mode);
    return opened ? std::nullopt : std::optional(opened.error());
}

} // namespace

TEST_CASE("a library is accepted from SQLCipher 4.14 on SQLite 3.51.3, with search and without temporary files")
{
    struct Case {
        LibraryVersions versions;
        bool isAccepted;
    };
    const Case cases[] = {
        {{"4.14.0 community", 3051003, true, true}, true},
        {{"4.15.1 community", 3052000, true, true}, true},
        {{"5.0.0", 3060000, true, true}, true},
        {{"4.13.9 community", 3051003, true, true}, false},
        {{"3.4.1", 3051003, true, true}, false},
        {{"4.14.0 community", 3051002, true, true}, false},
        {{"4.14.0 community", 3015002, true, true}, false},
        {{"4.14.0 community", 3051003, false, true}, false},
        {{"4.14.0 community", 3051003, true, false}, false},
        {{"", 3051003, true, true}, false},
        {{"4", 3051003, true, true}, false},
        {{"community", 3051003, true, true}, false},
    };
    for (const auto &c : cases) {
        CAPTURE(c.versions.cipher);
        CHECK(areAcceptable(c.versions) == c.isAccepted);
    }
}

TEST_CASE("a row comes back after closing, every type as it was bound")
{
    const Folder folder;
    {
        Database database = openNew(folder);
        REQUIRE(database.execute(createTable).has_value());
        REQUIRE(database.query(insertRow).bind(7, "seven", Bytes{1, 0, 2}).run().has_value());
        REQUIRE(database.query(insertRow).bind(std::int64_t{1} << 62, std::nullopt, Bytes{}).run().has_value());
        REQUIRE(database.query(insertRow).bind(-1, std::string("a\0b", 3), std::optional<Bytes>{}).run().has_value());
        REQUIRE(database.close().has_value());
        CHECK(errorOf(database.query(countRows).run()) == StoreError::Distrusted);
    }
    Database database = Database::open(folder / "a.db", databaseKey(), OpenMode::MustExist).value();
    Statement row = database.query("SELECT a, b, c FROM t ORDER BY a");
    REQUIRE(row.step().value());
    CHECK(row.integer(0) == -1);
    CHECK(row.text(1) == std::string_view("a\0b", 3));
    CHECK(row.isNull(2));
    REQUIRE(row.step().value());
    CHECK(row.text(1) == "seven");
    CHECK(Bytes(row.blob(2).begin(), row.blob(2).end()) == Bytes{1, 0, 2});
    REQUIRE(row.step().value());
    CHECK(row.integer(0) == std::int64_t{1} << 62);
    CHECK(row.isNull(1));
    CHECK(row.blob(2).empty());
    CHECK_FALSE(row.isNull(2));
    CHECK_FALSE(row.step().value());
}

TEST_CASE("a statement says what is wrong when it is run, and leaves the database usable")
{
    const Folder folder;
    Database database = openNew(folder);
    REQUIRE(database.execute(createTable).has_value());
    REQUIRE(database.query(insertRow).bind(1, "a", Bytes{}).run().has_value());
    CHECK(errorOf(database.query("SELECT nothing FROM nowhere").run()) == StoreError::Misuse);
    CHECK(errorOf(database.query(insertRow).bind(1, "a", Bytes{}).run()) == StoreError::Constraint);
    CHECK(errorOf(database.query(insertRow).bind(2, "a", Bytes{}, 4).run()) == StoreError::Misuse);
    CHECK(errorOf(database.query(insertRow).bind("x", "a", Bytes{}).run()) == StoreError::Misuse);
    const std::string large(65 * 1024 * 1024, 'x');
    CHECK(errorOf(database.query(insertRow).bind(3, large, Bytes{}).run()) == StoreError::TooBig);
    CHECK_FALSE(database.isDistrusted());
    CHECK(countIn(database) == 1);
}

TEST_CASE("the same statement may be in use twice")
{
    const Folder folder;
    Database database = openNew(folder);
    REQUIRE(database.execute(createTable).has_value());
    for (int row = 0; row < 3; ++row)
        REQUIRE(database.query(insertRow).bind(row, "", Bytes{}).run().has_value());
    Statement outer = database.query("SELECT a FROM t ORDER BY a");
    for (int row = 0; row < 3; ++row) {
        REQUIRE(outer.step().value());
        Statement inner = database.query("SELECT a FROM t ORDER BY a");
        REQUIRE(inner.step().value());
        CHECK(inner.integer(0) == 0);
        CHECK(outer.integer(0) == row);
    }
}

TEST_CASE("a transaction that is not committed was never begun")
{
    const Folder folder;
    Database database = openNew(folder);
    REQUIRE(database.execute(createTable).has_value());
    for (const bool commits : {false, true}) {
        auto transaction = Transaction::begin(database);
        REQUIRE(transaction.has_value());
        CHECK_FALSE(Transaction::begin(database).has_value());
        REQUIRE(database.query(insertRow).bind(1, "", Bytes{}).run().has_value());
        if (commits)
            REQUIRE(transaction->commit().has_value());
    }
    CHECK(countIn(database) == 1);
}

TEST_CASE("a file that is not ours is refused by name, and left as it was")
{
    const Folder folder;
    {
        Database database = openNew(folder);
        REQUIRE(database.execute(createTable).has_value());
        REQUIRE(database.close().has_value());
    }
    const Bytes whole = readWhole(folder / "a.db");
    struct Case {
        const char *name;
        Bytes content;
        std::uint8_t key;
        StoreError error;
    };
    auto withByte = [&](std::size_t at) {
        Bytes changed = whole;
        changed[at] ^= 1;
        return changed;
    };
    const Bytes start(whole.begin(), whole.begin() + 2048);
    const Case cases[] = {
        {"another key", whole, 2, StoreError::WrongKey},
        {"nothing", {}, 1, StoreError::Corrupt},
        {"a header with one bit changed", withByte(30), 1, StoreError::Corrupt},
        {"a MAC with one bit changed", withByte(4095), 1, StoreError::Corrupt},
        {"half a page", start, 1, StoreError::Corrupt},
        {"ten bytes", Bytes(10, 7), 1, StoreError::WrongKey},
        {"other bytes", Bytes(8192, 7), 1, StoreError::WrongKey},
        {"plain SQLite", toBytes("SQLite format 3" + std::string(5000, '\0')), 1, StoreError::WrongKey},
    };
    for (const auto &c : cases) {
        CAPTURE(c.name);
        writeWhole(folder / "b.db", c.content);
        CHECK(errorOnOpen(folder / "b.db", c.key) == c.error);
        CHECK(readWhole(folder / "b.db") == c.content);
        CHECK_FALSE(std::filesystem::exists(folder / "b.db-wal"));
    }
    CHECK(errorOnOpen(folder / "absent.db") == StoreError::Absent);
    CHECK_FALSE(std::filesystem::exists(folder / "absent.db"));
    CHECK(errorOnOpen(folder / "no" / "absent.db", 1, OpenMode::MayCreate) == StoreError::Io);
    writeWhole(folder / "empty.db", {});
    CHECK_FALSE(errorOnOpen(folder / "empty.db", 1, OpenMode::MayCreate));
}

TEST_CASE("a key of another size is no key")
{
    const Folder folder;
    const DatabaseKey key{.key = SecretBytes::copyOf(Bytes(31, 1)), .salt = SecretBytes::copyOf(Bytes(16, 1))};
    CHECK(Database::open(folder / "a.db", key, OpenMode::MayCreate).error() == StoreError::WrongKey);
}

TEST_CASE("damaged plain databases of the corpus are refused")
{
    const char *data = std::getenv("COUNTERSIGN_DATA");
    const std::filesystem::path corpus =
        data == nullptr ? std::filesystem::path{} : std::filesystem::path(data) / "robustness" / "sqlite-corrupt";
    if (!std::filesystem::is_directory(corpus)) {
        MESSAGE("left out: COUNTERSIGN_DATA names no robustness/sqlite-corrupt");
        return;
    }
    const Folder folder;
    int refused = 0;
    for (const auto &sample : std::filesystem::directory_iterator(corpus)) {
        const Bytes content = readWhole(sample.path());
        writeWhole(folder / "sample.db", content);
        const auto error = errorOnOpen(folder / "sample.db");
        CHECK((error == StoreError::WrongKey || error == StoreError::Corrupt));
        CHECK(readWhole(folder / "sample.db") == content);
        ++refused;
    }
    CHECK(refused >= 10);
}

TEST_CASE("one connection at a time")
{
    const Folder folder;
    {
        Database first = openNew(folder);
        CHECK(errorOnOpen(folder / "a.db") == StoreError::Busy);
        REQUIRE(first.execute(createTable).has_value());
    }
    CHECK_FALSE(errorOnOpen(folder / "a.db"));
}

TEST_CASE("files are for their owner, and there is no shared memory")
{
    const Folder folder;
    Database database = openNew(folder);
    REQUIRE(database.execute(createTable).has_value());
    const auto files = folder.files();
    REQUIRE(files.size() == 2);
    CHECK(files[0].filename() == "a.db");
    CHECK(files[1].filename() == "a.db-wal");
#if !defined(_WIN32)
    using std::filesystem::perms;
    for (const auto &file : files)
        CHECK((std::filesystem::status(file).permissions() & perms::all) == (perms::owner_read | perms::owner_write));
#endif
}

TEST_CASE("settings are those of the recipe")
{
    const Folder folder;
    Database database = openNew(folder);
    constexpr std::array<std::array<std::string_view, 2>, 13> expected{{
        {"PRAGMA journal_mode", "wal"},
        {"PRAGMA synchronous", "2"},
        {"PRAGMA locking_mode", "exclusive"},
        {"PRAGMA temp_store", "2"},
        {"PRAGMA mmap_size", "0"},
        {"PRAGMA trusted_schema", "0"},
        {"PRAGMA cell_size_check", "1"},
        {"PRAGMA secure_delete", "1"},
        {"PRAGMA foreign_keys", "1"},
        {"PRAGMA recursive_triggers", "1"},
        {"PRAGMA fullfsync", "1"},
        {"PRAGMA cipher_memory_security", "1"},
        {"PRAGMA cipher_page_size", "4096"},
    }};
    for (const auto &setting : expected) {
        CAPTURE(setting[0]);
        Statement row = database.query(setting[0]);
        REQUIRE(row.step().value());
        CHECK(row.text(0) == setting[1]);
    }
    CHECK(errorOf(database.query("ATTACH 'other.db' AS other").run()) == StoreError::Misuse);
}

TEST_CASE("after a failed write or sync the database does no more work")
{
    for (std::uint64_t call = 1; call <= 3; ++call) {
        const Folder folder;
        FailingDisk disk;
        auto opened = Database::open(folder / "a.db", databaseKey(), OpenMode::MayCreate, disk.vfs());
        REQUIRE(opened.has_value());
        REQUIRE(opened->execute(createTable).has_value());
        disk.failAt(call, FailingDisk::Lasting::Once, FailingDisk::Kind::Io);
        CAPTURE(call);
        CHECK(errorOf(opened->query(insertRow).bind(1, "", Bytes{}).run()) == StoreError::Io);
        CHECK(opened->isDistrusted());
        CHECK(errorOf(opened->query(insertRow).bind(1, "", Bytes{}).run()) == StoreError::Distrusted);
        CHECK(errorOf(opened->checkpoint()) == StoreError::Distrusted);
        CHECK(errorOf(opened->execute(createTable)) == StoreError::Distrusted);
    }
}

TEST_CASE("a full disk refuses one change and allows the next")
{
    const Folder folder;
    FailingDisk disk;
    auto opened = Database::open(folder / "a.db", databaseKey(), OpenMode::MayCreate, disk.vfs());
    REQUIRE(opened.has_value());
    REQUIRE(opened->execute(createTable).has_value());
    disk.failAt(1, FailingDisk::Lasting::Once, FailingDisk::Kind::Full);
    CHECK(errorOf(opened->query(insertRow).bind(1, "", Bytes{}).run()) == StoreError::DiskFull);
    CHECK_FALSE(opened->isDistrusted());
    CHECK(opened->query(insertRow).bind(1, "", Bytes{}).run().has_value());
    CHECK(countIn(*opened) == 1);
}

TEST_CASE("a schema goes forward step by step, whole steps only, and never back")
{
    const Folder folder;
    Database database = openNew(folder);
    const std::array<std::string_view, 3> steps{"CREATE TABLE one (a)", "CREATE TABLE two (a)",
                                                "CREATE TABLE three (a); INSERT INTO three VALUES (1)"};
    const std::array<std::string_view, 2> broken{"CREATE TABLE one (a)", "CREATE TABLE two (a); CREATE TABLE one (a)"};
    REQUIRE(migrate(database, std::span(steps).first(1)).has_value());
    CHECK(errorOf(migrate(database, broken)) == StoreError::Misuse);
    CHECK(schemaVersion(database).value() == 1);
    REQUIRE(migrate(database, steps).has_value());
    REQUIRE(migrate(database, steps).has_value());
    CHECK(schemaVersion(database).value() == 3);
    CHECK(errorOf(migrate(database, std::span(steps).first(2))) == StoreError::VersionTooNew);
    CHECK(schemaVersion(database).value() == 3);
}

TEST_CASE("every statement fits the schema that the migrations make")
{
    const Folder folder;
    Database database = openNew(folder);
    REQUIRE(migrate(database, sql::migrations).has_value());
    REQUIRE(sql::statements.size() > 15);
    for (const std::string_view statement : sql::statements) {
        CAPTURE(statement);
        auto transaction = Transaction::begin(database);
        const auto ran = database.query(statement).run();
        CHECK((ran || ran.error() == StoreError::Constraint));
    }
}
