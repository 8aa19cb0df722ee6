#include "core/store/connection.hpp"

#include <sqlite3.h>

namespace countersign::store
{
namespace
{

StoreError named(int resultCode)
{
    switch (resultCode & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return StoreError::Busy;
    case SQLITE_FULL:
        return StoreError::DiskFull;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_READONLY:
        return StoreError::Io;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
        return StoreError::Corrupt;
    case SQLITE_CONSTRAINT:
        return StoreError::Constraint;
    case SQLITE_NOMEM:
        return StoreError::OutOfMemory;
    case SQLITE_TOOBIG:
        return StoreError::TooBig;
    default:
        return StoreError::Misuse;
    }
}

} // namespace

Connection::~Connection()
{
    for (const auto &[sql, statement] : idle_)
        sqlite3_finalize(statement);
    sqlite3_close(handle_);
}

Result<sqlite3_stmt *, StoreError> Connection::take(std::string_view sql)
{
    if (isDistrusted_)
        return failure(StoreError::Distrusted);
    if (const auto found = idle_.find(sql); found != idle_.end()) {
        sqlite3_stmt *statement = found->second;
        idle_.erase(found);
        return statement;
    }
    sqlite3_stmt *statement = nullptr;
    const int answer = sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                          &statement, nullptr);
    if (answer != SQLITE_OK)
        return failure(failed(answer));
    return statement;
}

void Connection::giveBack(std::string_view sql, sqlite3_stmt *statement)
{
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    if (!idle_.emplace(sql, statement).second)
        sqlite3_finalize(statement);
}

Result<Done, StoreError> Connection::execute(const std::string &script)
{
    if (isDistrusted_)
        return failure(StoreError::Distrusted);
    const int answer = sqlite3_exec(handle_, script.c_str(), nullptr, nullptr, nullptr);
    if (answer != SQLITE_OK)
        return failure(failed(answer));
    return Done{};
}

StoreError Connection::failed(int resultCode)
{
    const StoreError error = resultCode == SQLITE_IOERR_NOMEM ? StoreError::OutOfMemory : named(resultCode);
    if (error == StoreError::Io || error == StoreError::Corrupt)
        isDistrusted_ = true;
    return error;
}

} // namespace countersign::store
