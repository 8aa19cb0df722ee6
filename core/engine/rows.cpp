#include "core/engine/rows.hpp"

#include <algorithm>
#include <iterator>

namespace countersign::engine
{

void Rows::put(desk::QueueRow row)
{
    const auto [place, isNew] = places_.try_emplace(row->id, slots_.size());
    if (isNew)
        slots_.push_back(std::move(row));
    else
        slots_[place->second] = std::move(row);
}

void Rows::remove(const domain::ItemId &item)
{
    const auto place = places_.find(item);
    if (place == places_.end())
        return;
    slots_[place->second].reset();
    places_.erase(place);
    if (slots_.size() > 2 * places_.size() + 64)
        closeHoles();
}

desk::QueueRow Rows::find(const domain::ItemId &item) const
{
    const auto place = places_.find(item);
    return place == places_.end() ? nullptr : slots_[place->second];
}

std::vector<desk::QueueRow> Rows::list() const
{
    std::vector<desk::QueueRow> rows;
    rows.reserve(places_.size());
    std::ranges::copy_if(slots_, std::back_inserter(rows), [](const auto &row) { return row != nullptr; });
    return rows;
}

void Rows::closeHoles()
{
    std::erase(slots_, nullptr);
    for (std::size_t i = 0; i < slots_.size(); ++i)
        places_[slots_[i]->id] = i;
}

} // namespace countersign::engine
