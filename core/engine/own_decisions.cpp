#include "core/engine/own_decisions.hpp"

namespace countersign::engine
{

void OwnDecisions::add(OwnDecision decision)
{
    places_[decision.view->id] = all_.size();
    byItem_[decision.view->item].push_back(all_.size());
    all_.push_back(std::move(decision));
}

const OwnDecision *OwnDecisions::find(const domain::DecisionId &id) const
{
    const auto place = places_.find(id);
    return place == places_.end() ? nullptr : &all_[place->second];
}

OwnDecision *OwnDecisions::find(const domain::DecisionId &id)
{
    const auto place = places_.find(id);
    return place == places_.end() ? nullptr : &all_[place->second];
}

std::vector<const OwnDecision *> OwnDecisions::on(const domain::ItemId &item) const
{
    std::vector<const OwnDecision *> found;
    if (const auto places = byItem_.find(item); places != byItem_.end())
        for (const auto place : places->second)
            found.push_back(&all_[place]);
    return found;
}

} // namespace countersign::engine
