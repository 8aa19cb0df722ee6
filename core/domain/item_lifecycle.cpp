#include "core/domain/item_lifecycle.hpp"

#include <algorithm>
#include <array>

namespace countersign::domain
{
namespace
{

using S = ItemState;
using E = ItemEvent;

struct Row {
    S from;
    E event;
    S to;
};

constexpr std::array table{
    Row{S::Received, E::Queue, S::Waiting},
    Row{S::Waiting, E::Claim, S::Claimed},
    Row{S::Claimed, E::Unclaim, S::Waiting},

    Row{S::Waiting, E::Decide, S::Decided},
    Row{S::Claimed, E::Decide, S::Decided},
    Row{S::Escalated, E::Decide, S::Decided},
    Row{S::AwaitingCosign, E::Decide, S::Decided},
    Row{S::Waiting, E::NeedCosign, S::AwaitingCosign},
    Row{S::Claimed, E::NeedCosign, S::AwaitingCosign},
    Row{S::Escalated, E::NeedCosign, S::AwaitingCosign},
    Row{S::Waiting, E::Escalate, S::Escalated},
    Row{S::Claimed, E::Escalate, S::Escalated},
    Row{S::Escalated, E::Escalate, S::Escalated},

    Row{S::Decided, E::Release, S::Released},
    Row{S::Decided, E::Retract, S::Retracted},
    Row{S::Decided, E::Invalidate, S::Invalidated},
    Row{S::AwaitingCosign, E::Retract, S::Retracted},
    Row{S::AwaitingCosign, E::Invalidate, S::Invalidated},
    Row{S::Retracted, E::Queue, S::Waiting},
    Row{S::Invalidated, E::Queue, S::Waiting},

    Row{S::Released, E::Complete, S::Completed},
    Row{S::Released, E::Fail, S::Failed},
    Row{S::Released, E::RollBack, S::RolledBack},
    Row{S::Completed, E::RollBack, S::RolledBack},
    Row{S::Failed, E::RollBack, S::RolledBack},

    Row{S::Received, E::Withdraw, S::Withdrawn},
    Row{S::Waiting, E::Withdraw, S::Withdrawn},
    Row{S::Claimed, E::Withdraw, S::Withdrawn},
    Row{S::Escalated, E::Withdraw, S::Withdrawn},
    Row{S::Waiting, E::Expire, S::Expired},
    Row{S::Claimed, E::Expire, S::Expired},
    Row{S::Escalated, E::Expire, S::Expired},
    Row{S::AwaitingCosign, E::Expire, S::Expired},
    Row{S::Waiting, E::Supersede, S::Superseded},
    Row{S::Claimed, E::Supersede, S::Superseded},
    Row{S::Escalated, E::Supersede, S::Superseded},
    Row{S::Decided, E::Supersede, S::Superseded},
    Row{S::Expired, E::Supersede, S::Superseded},
    Row{S::Retracted, E::Supersede, S::Superseded},
    Row{S::Invalidated, E::Supersede, S::Superseded},
};

} // namespace

std::optional<ItemState> step(ItemState state, ItemEvent event)
{
    const auto row =
        std::find_if(table.begin(), table.end(), [&](const Row &r) { return r.from == state && r.event == event; });
    if (row == table.end())
        return std::nullopt;
    return row->to;
}

bool isOpen(ItemState state)
{
    return step(state, E::Decide).has_value();
}

} // namespace countersign::domain
