// The queue's rows in the order of their arrival. A change costs the same whether there are a hundred or a hundred
// thousand; a list of them is a copy of pointers.
#pragma once

#include "core/desk/snapshot.hpp"

#include <unordered_map>
#include <vector>

namespace countersign::engine
{

class Rows
{
public:
    // Replaces the row of that item in its place, or adds it at the end.
    void put(desk::QueueRow row);
    void remove(const domain::ItemId &item);
    // Null where there is none.
    [[nodiscard]] desk::QueueRow find(const domain::ItemId &item) const;
    [[nodiscard]] std::vector<desk::QueueRow> list() const;
    [[nodiscard]] std::size_t count() const { return places_.size(); }

private:
    void closeHoles();

    std::vector<desk::QueueRow> slots_; // null: a hole
    std::unordered_map<domain::ItemId, std::size_t> places_;
};

} // namespace countersign::engine
