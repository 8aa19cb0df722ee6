// What a draft plainly asks for, as numbers: which drug to start, to stop, to take more or less of, and what a tool is
// to write where. Two drafts for one patient are held against each other by it (E37). Pure; any thread.
#pragma once

#include "core/domain/proposal.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace countersign::checks
{

struct Order {
    enum class Way : std::uint8_t { Start, Stop, More, Less, Write };
    std::uint64_t target = 0; // the drug, or the tool with what it writes to
    Way way = Way::Start;
    std::uint64_t value = 0; // the dose or what is written; 0 where none is said
    bool operator==(const Order &) const = default;
};

// An order with its place in the draft.
struct PlacedOrder {
    Order order;
    domain::StatementId statement; // empty for a tool call
    std::optional<std::array<std::int64_t, 2>> span;
    std::string_view subject{}; // of the tables: the drug
};

// Of the parts of a draft that say what is to be done.
[[nodiscard]] std::vector<PlacedOrder> ordersIn(const domain::Proposal &proposal);

// Whether doing the one undoes the other, or both write different things to one place.
[[nodiscard]] bool areOpposite(const Order &a, const Order &b);

[[nodiscard]] std::string_view nameOf(Order::Way way);

} // namespace countersign::checks
