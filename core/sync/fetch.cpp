#include "core/sync/fetch.hpp"

#include "core/base/result.hpp"
#include "core/protocol/limits.hpp"

#include <algorithm>

namespace countersign::sync
{
namespace
{

using namespace fetch;
using protocol::limits::fetchesInFlightMax;
using protocol::limits::itemBytesMax;

bool isWanted(const Fetch &one)
{
    return std::holds_alternative<Wanted>(one.state);
}

void want(Fetches &fetches, const Want &wish)
{
    auto known = std::ranges::find(fetches.all, wish.item, &Fetch::item);
    if (known == fetches.all.end())
        known = fetches.all.insert(fetches.all.end(), Fetch{wish.item, Wanted{}});
    if (wish.isUrgent && isWanted(*known))
        std::rotate(fetches.all.begin(), known, known + 1);
}

void link(Fetches &fetches, bool isLinked)
{
    fetches.isLinked = isLinked;
    for (auto &one : fetches.all)
        one.state = Wanted{};
}

bool isNextPart(const FetchState &state, const protocol::ItemPart &part)
{
    if (part.count < 1 || part.index < 0 || part.index >= part.count)
        return false;
    if (std::holds_alternative<Asked>(state))
        return part.index == 0;
    const auto *collecting = std::get_if<Collecting>(&state);
    return collecting != nullptr && part.index == collecting->next && part.count == collecting->count
           && part.revision == collecting->revision && collecting->text.size() + part.text.size() <= itemBytesMax;
}

void collect(Fetches &fetches, protocol::ItemPart part, std::vector<FetchEffect> &effects)
{
    const auto one = std::ranges::find(fetches.all, part.itemId, &Fetch::item);
    if (one == fetches.all.end() || isWanted(*one))
        return;
    if (!isNextPart(one->state, part)) {
        fetches.all.erase(one);
        effects.push_back(Garbled{std::move(part.itemId)});
        return;
    }
    if (std::holds_alternative<Asked>(one->state))
        one->state = Collecting{part.revision, 0, part.count, {}};
    auto &collecting = std::get<Collecting>(one->state);
    collecting.text += part.text;
    if (++collecting.next < collecting.count)
        return;
    effects.push_back(Arrived{std::move(part.itemId), collecting.revision, std::move(collecting.text)});
    fetches.all.erase(one);
}

void miss(Fetches &fetches, const domain::ItemId &item, std::vector<FetchEffect> &effects)
{
    if (std::erase_if(fetches.all, [&](const auto &one) { return one.item == item && !isWanted(one); }) > 0)
        effects.push_back(Missing{item});
}

void fillWindow(Fetches &fetches, std::vector<FetchEffect> &effects)
{
    if (!fetches.isLinked)
        return;
    auto inFlight = std::ranges::count_if(fetches.all, [](const auto &one) { return !isWanted(one); });
    for (auto &one : fetches.all) {
        if (inFlight >= static_cast<std::ptrdiff_t>(fetchesInFlightMax))
            return;
        if (!isWanted(one))
            continue;
        one.state = Asked{};
        ++inFlight;
        effects.push_back(Ask{one.item});
    }
}

} // namespace

FetchStep step(Fetches fetches, FetchEvent event)
{
    std::vector<FetchEffect> effects;
    std::visit(Overload{
                   [&](const Want &wish) { want(fetches, wish); },
                   [&](const Linked &) { link(fetches, true); },
                   [&](const LinkLost &) { link(fetches, false); },
                   [&](protocol::ItemPart &part) { collect(fetches, std::move(part), effects); },
                   [&](const protocol::ItemMissing &missing) { miss(fetches, missing.itemId, effects); },
               },
               event);
    fillWindow(fetches, effects);
    return {std::move(fetches), std::move(effects)};
}

} // namespace countersign::sync
