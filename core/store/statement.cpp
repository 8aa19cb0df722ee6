#include "core/store/statement.hpp"

#include "core/store/connection.hpp"

#include <sqlite3.h>

#include <utility>

namespace countersign::store
{

Statement::Statement(Connection &connection, std::string_view sql) : connection_(&connection), sql_(sql)
{
    auto taken = connection.take(sql);
    if (taken)
        statement_ = *taken;
    else
        error_ = taken.error();
}

Statement::Statement(Statement &&other) noexcept
    : connection_(other.connection_), statement_(std::exchange(other.statement_, nullptr)), sql_(other.sql_),
      error_(other.error_)
{
}

Statement::~Statement()
{
    if (statement_ != nullptr)
        connection_->giveBack(sql_, statement_);
}

void Statement::note(int resultCode)
{
    if (resultCode != SQLITE_OK && !error_)
        error_ = connection_->failed(resultCode);
}

void Statement::bindAt(int index, std::int64_t value)
{
    if (statement_ != nullptr)
        note(sqlite3_bind_int64(statement_, index, value));
}

void Statement::bindAt(int index, std::string_view text)
{
    if (statement_ != nullptr)
        note(sqlite3_bind_text64(statement_, index, text.data() == nullptr ? "" : text.data(), text.size(),
                                 SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bindAt(int index, BytesView blob)
{
    if (statement_ != nullptr)
        note(blob.empty() ? sqlite3_bind_zeroblob(statement_, index, 0)
                          : sqlite3_bind_blob64(statement_, index, blob.data(), blob.size(), SQLITE_TRANSIENT));
}

void Statement::bindAt(int index, std::nullopt_t)
{
    if (statement_ != nullptr)
        note(sqlite3_bind_null(statement_, index));
}

Result<bool, StoreError> Statement::step()
{
    if (error_)
        return failure(*error_);
    if (connection_->isDistrusted())
        return failure(StoreError::Distrusted);
    const int answer = sqlite3_step(statement_);
    if (answer == SQLITE_ROW)
        return true;
    if (answer == SQLITE_DONE)
        return false;
    error_ = connection_->failed(answer);
    return failure(*error_);
}

Result<Done, StoreError> Statement::run()
{
    auto hasRow = step();
    while (hasRow && *hasRow)
        hasRow = step();
    if (!hasRow)
        return failure(hasRow.error());
    sqlite3_reset(statement_);
    return Done{};
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(statement_, column);
}

std::string_view Statement::text(int column) const
{
    const auto *text = sqlite3_column_text(statement_, column);
    return {reinterpret_cast<const char *>(text), static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

BytesView Statement::blob(int column) const
{
    const auto *bytes = static_cast<const std::uint8_t *>(sqlite3_column_blob(statement_, column));
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

} // namespace countersign::store
