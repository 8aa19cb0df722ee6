#include "core/store/database.hpp"

#include "core/store/connection.hpp"
#include "core/store/opening.hpp"

#include <sqlite3.h>

#include <utility>

namespace countersign::store
{

Database::Database(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Database::Database(Database &&) noexcept = default;
Database &Database::operator=(Database &&) noexcept = default;
Database::~Database() = default;

Result<Database, StoreError> Database::open(const std::filesystem::path &file, const DatabaseKey &key, OpenMode mode,
                                            const std::string &vfs)
{
    auto connection = openConnection(file, mode, vfs);
    if (!connection)
        return failure(connection.error());
    if (const auto ready = makeReady(**connection, key, mode); !ready)
        return failure(ready.error());
    return Database(std::move(*connection));
}

Statement Database::query(std::string_view sql)
{
    return Statement(*connection_, sql);
}

Result<Done, StoreError> Database::execute(std::string_view script)
{
    return connection_->execute(std::string(script));
}

bool Database::isDistrusted() const
{
    return connection_->isDistrusted();
}

Result<Done, StoreError> Database::checkpoint()
{
    if (isDistrusted())
        return failure(StoreError::Distrusted);
    const int answer =
        sqlite3_wal_checkpoint_v2(connection_->handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    if (answer != SQLITE_OK)
        return failure(connection_->failed(answer));
    return Done{};
}

Result<Done, StoreError> Database::close()
{
    const auto emptied = checkpoint();
    connection_->distrust();
    return emptied;
}

Result<Done, StoreError> Database::exportTo(const std::filesystem::path &file, const DatabaseKey &key)
{
    if (isDistrusted())
        return failure(StoreError::Distrusted);
    return store::exportTo(*connection_, file, key);
}

Result<Done, StoreError> Database::checkIntegrity()
{
    Statement pages = query("PRAGMA cipher_integrity_check");
    auto complaint = pages.step();
    if (complaint && !*complaint) {
        Statement structure = query("PRAGMA integrity_check(1)");
        complaint = structure.step();
        if (complaint && *complaint && structure.text(0) == "ok")
            return Done{};
    }
    return failure(complaint ? StoreError::Corrupt : complaint.error());
}

std::int64_t Database::changedRows() const
{
    return sqlite3_changes64(connection_->handle());
}

void Database::rollBack()
{
    if (sqlite3_get_autocommit(connection_->handle()) == 0)
        sqlite3_exec(connection_->handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

Result<Transaction, StoreError> Transaction::begin(Database &database)
{
    if (const auto begun = database.query("BEGIN IMMEDIATE").run(); !begun)
        return failure(begun.error());
    return Transaction(database);
}

Transaction::Transaction(Transaction &&other) noexcept : database_(std::exchange(other.database_, nullptr)) {}

Transaction::~Transaction()
{
    if (database_ != nullptr)
        database_->rollBack();
}

Result<Done, StoreError> Transaction::commit()
{
    if (const auto committed = database_->query("COMMIT").run(); !committed)
        return failure(committed.error());
    database_ = nullptr;
    return Done{};
}

} // namespace countersign::store
