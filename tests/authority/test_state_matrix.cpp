// Operation × object, where the object is an item in each of its states, decided by the same person or by another, held or
// not: every cell, at the gateway. The rules are written once more here, by hand.
#include "core/domain/names.hpp"
#include "tests/authority/bench.hpp"

#include <doctest/doctest.h>

#include <array>

namespace countersign::authority_test
{
namespace
{

using domain::ItemState;
using domain::Outcome;
using domain::Verdict;

constexpr std::array states{ItemState::Received,    ItemState::Waiting,      ItemState::Claimed,   ItemState::Decided,
                            ItemState::Released,    ItemState::Completed,    ItemState::Failed,    ItemState::Expired,
                            ItemState::Withdrawn,   ItemState::Superseded,   ItemState::Invalidated,
                            ItemState::Escalated,   ItemState::AwaitingCosign, ItemState::Retracted,
                            ItemState::RolledBack};
constexpr std::array verdicts{Verdict::Approve,      Verdict::Reject,  Verdict::Return,     Verdict::Respond,
                              Verdict::Escalate,     Verdict::Cosign,  Verdict::DeclineCosign, Verdict::Retract,
                              Verdict::RollBack,     Verdict::BreakGlass, Verdict::Seal};

bool isUndecided(ItemState state)
{
    return state == ItemState::Waiting || state == ItemState::Claimed || state == ItemState::Escalated;
}

bool isDecidedOn(ItemState state)
{
    return state == ItemState::Decided || state == ItemState::Released || state == ItemState::Completed
           || state == ItemState::Failed || state == ItemState::AwaitingCosign;
}

// What a clinician may do to a visit note.
bool mayBeTaken(Verdict verdict, ItemState state, bool isOwn)
{
    switch (verdict) {
    case Verdict::Approve:
    case Verdict::Reject:
    case Verdict::Return:
    case Verdict::Respond:
    case Verdict::Escalate:
        return isUndecided(state);
    case Verdict::Cosign:
    case Verdict::DeclineCosign: // nobody is their own second signer
        return state == ItemState::AwaitingCosign && !isOwn;
    case Verdict::Retract: // one's own, until it is released: held or not makes no difference before
        return isOwn && (state == ItemState::Decided || state == ItemState::AwaitingCosign);
    case Verdict::RollBack:
        return state == ItemState::Released || state == ItemState::Completed || state == ItemState::Failed;
    default:
        return false;
    }
}

} // namespace

TEST_CASE("every cell of operation and object in each of its states")
{
    int cells = 0, taken = 0;
    for (const ItemState state : states)
        for (const bool isOwn : {true, false})
            for (const bool isHeld : {true, false})
                for (const Verdict verdict : verdicts) {
                    CAPTURE(domain::name(state));
                    CAPTURE(domain::name(verdict));
                    CAPTURE(isOwn);
                    CAPTURE(isHeld);
                    Bench bench;
                    bench.item.row.state = state;
                    if (isDecidedOn(state)) {
                        const Person &by = isOwn ? bench.mara : bench.joel;
                        bench.item.effective =
                            domain::Winner{domain::DecisionId("dec-0"), by.reviewer.id, "2026-11-02T09:00:00Z"};
                        bench.item.row.decision =
                            domain::DecisionSummary{domain::DecisionId("dec-0"), Verdict::Approve, by.reviewer.id,
                                                    by.reviewer.name, {}, "2026-11-02T09:00:00Z"};
                    }
                    if (isHeld)
                        bench.item.releaseAt = now + std::chrono::seconds(10);
                    const auto outcome = bench.judge(bench.mara, bench.statement(bench.mara, verdict)).outcome;
                    const bool isTaken = outcome == Outcome::Accepted || outcome == Outcome::Held
                                         || outcome == Outcome::AwaitingCosign;
                    CHECK_MESSAGE(isTaken == mayBeTaken(verdict, state, isOwn), domain::name(outcome));
                    taken += isTaken ? 1 : 0;
                    ++cells;
                }
    CHECK(cells == 15 * 2 * 2 * 11);
    CHECK(taken > 0);
}

} // namespace countersign::authority_test
