#include "core/authority/lifetimes.hpp"
#include "core/domain/names.hpp"
#include "tests/authority/bench.hpp"

#include <doctest/doctest.h>

#include <array>
#include <set>

namespace countersign::authority_test
{
namespace
{

using authority::AgentRule;
using authority::OutcomeReport;
using domain::ItemState;
using Status = OutcomeReport::Status;

constexpr std::array allStates{ItemState::Received,       ItemState::Waiting,     ItemState::Claimed,
                               ItemState::Decided,        ItemState::Released,    ItemState::Completed,
                               ItemState::Failed,         ItemState::Expired,     ItemState::Withdrawn,
                               ItemState::Superseded,     ItemState::Invalidated, ItemState::Escalated,
                               ItemState::AwaitingCosign, ItemState::Retracted,   ItemState::RolledBack};
const domain::AgentId scribe("scribe");

TEST_CASE("only what is undecided expires, at its time, and never as an approval")
{
    const std::set<ItemState> expiring{ItemState::Waiting, ItemState::Claimed, ItemState::Escalated,
                                       ItemState::AwaitingCosign};
    for (const ItemState state : allStates) {
        CAPTURE(domain::name(state));
        Bench bench;
        bench.item.row.state = state;
        const Instant at = *bench.item.row.expiresAt;
        CHECK(!authority::expire(bench.item, at - milliseconds(1)));
        const auto expired = authority::expire(bench.item, at);
        CHECK(expired.has_value() == (expiring.count(state) > 0));
        if (!expired)
            continue;
        CHECK(expired->item.row.state == ItemState::Expired);
        CHECK(!expired->item.row.decision);
        CHECK(std::holds_alternative<audit::Expired>(expired->happened.at(0)));
    }
}

TEST_CASE("an agent withdraws its own item while nobody decided it")
{
    const std::set<ItemState> withdrawable{ItemState::Received, ItemState::Waiting, ItemState::Claimed,
                                           ItemState::Escalated};
    for (const ItemState state : allStates) {
        CAPTURE(domain::name(state));
        Bench bench;
        bench.item.row.state = state;
        const auto withdrawn = authority::withdraw(bench.item, scribe);
        CHECK(withdrawn.has_value() == (withdrawable.count(state) > 0));
        if (!withdrawn)
            CHECK(withdrawn.error() == AgentRule::DecidedAlready);
        CHECK(authority::withdraw(bench.item, domain::AgentId("other")).error() == AgentRule::OtherAgent);
    }
}

TEST_CASE("a report needs the item's release token, once")
{
    Bench bench;
    const OutcomeReport report{"token", Status::Completed, "2026-11-02T10:00:00Z", {}, {}};
    const auto record = [&](const authority::ReleaseFacts &facts, const domain::AgentId &agent = scribe) {
        return authority::recordOutcome(bench.item, agent, report, facts);
    };
    CHECK(record({"", false}).error() == AgentRule::NotReleased);
    bench.item.row.state = ItemState::Released;
    CHECK(record({"another", false}).error() == AgentRule::WrongToken);
    CHECK(record({"token", true}).error() == AgentRule::ReportedAlready);
    CHECK(record({"token", false}, domain::AgentId("other")).error() == AgentRule::OtherAgent);
    CHECK(record({"token", false}).value().item.row.state == ItemState::Completed);
    for (const AgentRule rule : {AgentRule::OtherAgent, AgentRule::NotReleased, AgentRule::WrongToken})
        CHECK(authority::httpStatus(rule) == 403);
    for (const AgentRule rule : {AgentRule::DecidedAlready, AgentRule::ReportedAlready})
        CHECK(authority::httpStatus(rule) == 409);
}

TEST_CASE("what each report does to a released item, and to one that was rolled back before it")
{
    struct Row {
        Status status;
        ItemState state;
    };
    for (const Row &row : {Row{Status::Completed, ItemState::Completed}, Row{Status::Failed, ItemState::Failed},
                           Row{Status::RolledBack, ItemState::RolledBack}}) {
        Bench bench;
        const OutcomeReport report{"token", row.status, "2026-11-02T10:00:00Z", {}, {}};
        bench.item.row.state = ItemState::Released;
        const auto reported = authority::recordOutcome(bench.item, scribe, report, {"token", false});
        REQUIRE(reported);
        CHECK(reported->item.row.state == row.state);
        CHECK(std::get<audit::Reported>(reported->happened.at(0)).status == authority::name(row.status));
        bench.item.row.state = ItemState::RolledBack;
        CHECK(authority::recordOutcome(bench.item, scribe, report, {"token", false}).value().item.row.state
              == ItemState::RolledBack);
    }
}

} // namespace
} // namespace countersign::authority_test
