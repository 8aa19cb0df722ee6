// Behind Database and Statement: SQLite's handle, the statements that were prepared, and whether the file is trusted.
#pragma once

#include "core/base/result.hpp"
#include "core/store/store_error.hpp"

#include <string>
#include <string_view>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace countersign::store
{

class Connection
{
public:
    explicit Connection(sqlite3 *handle) : handle_(handle) {}
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;
    // Closes without a checkpoint: what is in the write-ahead log stays there.
    ~Connection();

    [[nodiscard]] sqlite3 *handle() const { return handle_; }
    [[nodiscard]] bool isDistrusted() const { return isDistrusted_; }
    void distrust() { isDistrusted_ = true; }

    // A statement ready to bind, prepared now or before.
    [[nodiscard]] Result<sqlite3_stmt *, StoreError> take(std::string_view sql);
    void giveBack(std::string_view sql, sqlite3_stmt *statement);

    // Runs a script of several statements that return nothing.
    [[nodiscard]] Result<Done, StoreError> execute(const std::string &script);

    // Names the error. After a failed read, write or sync, or damage, this connection does no more work: what the page
    // cache holds then is not known to be what the disk holds.
    StoreError failed(int resultCode);

private:
    sqlite3 *handle_;
    bool isDistrusted_ = false;
    std::unordered_map<std::string_view, sqlite3_stmt *> idle_;
};

} // namespace countersign::store
