// One use of one prepared statement: bind, step, read, and it is reset and given back when this object dies.
// Lives shorter than its Database, on the Database's thread. Bound text and bytes need not outlive bind().
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "core/store/store_error.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3_stmt;

namespace countersign::store
{

class Connection;

class Statement
{
public:
    Statement(Connection &connection, std::string_view sql);
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&) = delete;
    ~Statement();

    // Binds ?1, ?2, … in that order. What does not fit is told by the next step or run.
    template <class... Values>
    Statement &bind(const Values &...values) &
    {
        int index = 0;
        (bindAt(++index, values), ...);
        return *this;
    }
    template <class... Values>
    Statement &&bind(const Values &...values) &&
    {
        return std::move(bind(values...));
    }

    void bindAt(int index, std::int64_t value);
    void bindAt(int index, int value) { bindAt(index, std::int64_t{value}); }
    void bindAt(int index, bool value) { bindAt(index, std::int64_t{value}); }
    void bindAt(int index, std::string_view text);
    void bindAt(int index, const std::string &text) { bindAt(index, std::string_view(text)); }
    void bindAt(int index, const char *text) { bindAt(index, std::string_view(text)); }
    void bindAt(int index, BytesView blob);
    void bindAt(int index, const Bytes &blob) { bindAt(index, BytesView(blob)); }
    void bindAt(int index, std::nullopt_t);
    template <class Value>
    void bindAt(int index, const std::optional<Value> &value)
    {
        value ? bindAt(index, *value) : bindAt(index, std::nullopt);
    }

    // True: a row is there to read. False: there are no more.
    [[nodiscard]] Result<bool, StoreError> step();
    // Steps to the end and resets, for statements whose rows do not matter.
    [[nodiscard]] Result<Done, StoreError> run();

    // Columns count from 0. What text() and blob() return lives until the next step.
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] BytesView blob(int column) const;
    [[nodiscard]] bool isNull(int column) const;

private:
    void note(int resultCode);

    Connection *connection_;
    sqlite3_stmt *statement_ = nullptr;
    std::string_view sql_;
    std::optional<StoreError> error_;
};

} // namespace countersign::store
