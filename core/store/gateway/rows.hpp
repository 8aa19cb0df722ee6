// Helpers of the gateway's store: instants as milliseconds, and a walk over a statement's rows.
#pragma once

#include "core/store/gateway/gateway_store.hpp"

namespace countersign::store::gateway
{

[[nodiscard]] inline std::int64_t toMs(Instant at)
{
    return at.time_since_epoch().count();
}
[[nodiscard]] inline Instant fromMs(std::int64_t ms)
{
    return Instant(milliseconds(ms));
}
[[nodiscard]] inline std::optional<std::int64_t> toMs(std::optional<Instant> at)
{
    return at ? std::optional(toMs(*at)) : std::nullopt;
}
[[nodiscard]] inline std::optional<Instant> instantAt(const Statement &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(fromMs(row.integer(column)));
}
[[nodiscard]] inline std::string textAt(const Statement &row, int column)
{
    return std::string(row.text(column));
}
template <class Id>
[[nodiscard]] Id idAt(const Statement &row, int column)
{
    return Id(textAt(row, column));
}
[[nodiscard]] inline Bytes bytesAt(const Statement &row, int column)
{
    const BytesView view = row.blob(column);
    return {view.begin(), view.end()};
}

// Calls `see` for every row.
template <class See>
[[nodiscard]] Stored<Done> eachRow(Statement statement, See see)
{
    for (;;) {
        const auto hasRow = statement.step();
        if (!hasRow)
            return failure(hasRow.error());
        if (!*hasRow)
            return Done{};
        see(statement);
    }
}

// What `make` makes of every row.
template <class Make>
[[nodiscard]] auto allRows(Statement statement, Make make)
    -> Stored<std::vector<decltype(make(std::declval<const Statement &>()))>>
{
    std::vector<decltype(make(std::declval<const Statement &>()))> rows;
    return eachRow(std::move(statement), [&](const Statement &row) { rows.push_back(make(row)); }).transform([&](Done) {
        return std::move(rows);
    });
}

// What `make` makes of the first row, if there is one.
template <class Make>
[[nodiscard]] auto firstRow(Statement statement, Make make)
    -> Stored<std::optional<decltype(make(std::declval<const Statement &>()))>>
{
    const auto hasRow = statement.step();
    if (!hasRow)
        return failure(hasRow.error());
    if (!*hasRow)
        return std::nullopt;
    return make(std::as_const(statement));
}

} // namespace countersign::store::gateway
