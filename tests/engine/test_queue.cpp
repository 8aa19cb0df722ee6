// The queue as the console keeps it, items as it opens them, and frames that no gateway should send.
#include "tests/support/clinic.hpp"

#include <doctest/doctest.h>

using namespace countersign;
using namespace countersign::support;
using domain::RefusalCode;

TEST_CASE("changes come in as they happen and are resumed after a reconnect")
{
    Clinic clinic;
    clinic.signIn();
    clinic.items.push_back(clinic.gateway.propose(3));
    clinic.settle();
    CHECK(clinic.desk->shown().queue->rows.size() == 4);
    CHECK(clinic.disk.ledger.position == 4);
    clinic.cut();
    clinic.gateway.propose(4);
    clinic.gateway.withdraw(clinic.items[0]);
    clinic.heard.clear();
    clinic.pass(std::chrono::seconds(2));
    CHECK(clinic.desk->shown().queue->rows.size() == 4);
    CHECK(clinic.disk.ledger.position == 6);
    for (const auto &message : clinic.heard)
        if (const auto *follow = std::get_if<protocol::Follow>(&message))
            CHECK(follow->position == 4);
}

TEST_CASE("a lost batch is noticed and asked for again")
{
    Clinic clinic;
    clinic.signIn();
    bool isLost = false;
    clinic.onSaid = [&](protocol::Message &message) {
        return !std::holds_alternative<protocol::Changes>(message) || std::exchange(isLost, true);
    };
    clinic.gateway.propose(3);
    clinic.settle();
    CHECK(clinic.desk->shown().queue->rows.size() == 3);
    clinic.gateway.propose(4);
    clinic.settle();
    CHECK(clinic.desk->shown().queue->rows.size() == 5);
    CHECK(clinic.desk->shown().queue->position == 5);
}

TEST_CASE("when the gateway has forgotten that far back, the snapshot is swapped in whole")
{
    Clinic clinic;
    clinic.signIn();
    clinic.cut();
    clinic.gateway.items.erase(clinic.items[0]); // archived long ago
    clinic.gateway.propose(3);
    clinic.gateway.oldestChange = 4;
    clinic.pass(std::chrono::seconds(2));
    const auto &rows = clinic.desk->shown().queue->rows;
    REQUIRE(rows.size() == 3);
    for (const auto &row : rows)
        CHECK(row->id != clinic.items[0]);
    CHECK(clinic.disk.ledger.rows.size() == 3);
}

TEST_CASE("rows that did not change are the same rows in the next snapshot")
{
    Clinic clinic;
    clinic.signIn();
    const auto before = clinic.desk->shown().queue;
    clinic.ask(desk::GoOffline{});
    CHECK(clinic.desk->shown().queue == before);
    clinic.ask(desk::GoOnline{});
    clinic.pass(std::chrono::seconds(2));
    clinic.gateway.propose(3);
    clinic.settle();
    const auto after = clinic.desk->shown().queue;
    REQUIRE(after != before);
    for (std::size_t i = 0; i < before->rows.size(); ++i)
        CHECK(after->rows[i] == before->rows[i]);
}

TEST_CASE("an item is fetched once, then opened from the store, also without a link")
{
    Clinic clinic;
    clinic.signIn();
    clinic.ask(desk::OpenItem{clinic.items[0]});
    REQUIRE(clinic.desk->shown().open->item);
    CHECK(clinic.desk->shown().open->item->canonical == clinic.gateway.canonical(clinic.items[0]));
    CHECK(clinic.disk.ledger.items.size() == 1);
    clinic.ask(desk::CloseItem{});
    CHECK(clinic.desk->shown().open == nullptr);
    clinic.ask(desk::GoOffline{});
    clinic.ask(desk::OpenItem{clinic.items[0]});
    CHECK(clinic.desk->shown().open->item);
    clinic.ask(desk::OpenItem{clinic.items[1]});
    CHECK_FALSE(clinic.desk->shown().open->item);
    CHECK(clinic.desk->shown().open->refusal->code == RefusalCode::Offline);
    clinic.ask(desk::GoOnline{});
    clinic.pass(std::chrono::seconds(2));
    CHECK(clinic.desk->shown().open->item);
    CHECK_FALSE(clinic.desk->shown().open->refusal);
}

TEST_CASE("bytes that are not the item's are not shown and not stored")
{
    Clinic clinic;
    clinic.signIn();
    clinic.onSaid = [](protocol::Message &message) {
        if (auto *part = std::get_if<protocol::ItemPart>(&message); part && part->index == 1)
            part->text[0] = part->text[0] == 'a' ? 'b' : 'a';
        return true;
    };
    clinic.ask(desk::OpenItem{clinic.items[0]});
    CHECK_FALSE(clinic.desk->shown().open->item);
    CHECK(clinic.desk->shown().open->refusal->code == RefusalCode::ItemChanged);
    CHECK(clinic.disk.ledger.items.empty());
}

TEST_CASE("stored bytes that went bad are fetched anew")
{
    Clinic clinic;
    clinic.signIn();
    clinic.ask(desk::Prefetch{clinic.items[0]});
    REQUIRE(clinic.disk.ledger.items.size() == 1);
    clinic.disk.ledger.items.begin()->second[5] ^= 1;
    clinic.ask(desk::OpenItem{clinic.items[0]});
    CHECK(clinic.desk->shown().open->item);
    CHECK(clinic.disk.ledger.items.at(clinic.items[0]) == clinic.gateway.canonical(clinic.items[0]));
}

TEST_CASE("an item that the gateway does not have is refused in words")
{
    Clinic clinic;
    clinic.signIn();
    CHECK(clinic.ask(desk::OpenItem{domain::ItemId{"none"}}).refusal->code == RefusalCode::ItemUnknown);
    clinic.onSaid = [](protocol::Message &message) {
        if (const auto *part = std::get_if<protocol::ItemPart>(&message))
            message = protocol::ItemMissing{part->itemId};
        return true;
    };
    clinic.ask(desk::OpenItem{clinic.items[0]});
    CHECK(clinic.desk->shown().open->refusal->code == RefusalCode::ItemUnknown);
}

TEST_CASE("frames that no gateway should send close the link with a reason, and the work stays")
{
    const std::string frames[] = {"",
                                  "{}",
                                  "not json",
                                  R"({"type":"client-hello"})",
                                  R"({"type":"no-such"})",
                                  R"({"type":"enrolled","kid":"x"})",
                                  R"({"type":"ping","type":"ping"})",
                                  std::string(2 * 1024 * 1024, ' '),
                                  protocol::encodeMessage(protocol::Follow{3}),
                                  protocol::encodeMessage(protocol::Enrolled{domain::KeyId{"k"}})};
    for (const auto &frame : frames) {
        Clinic clinic;
        clinic.signIn();
        clinic.desk->wire.sayText(frame);
        clinic.settle();
        CHECK(clinic.desk->shown().link.state == desk::LinkState::Offline);
        CHECK(clinic.desk->shown().link.closingReason == "protocol");
        CHECK(clinic.desk->shown().queue->rows.size() == 3);
        clinic.pass(std::chrono::minutes(2));
        CHECK(clinic.desk->shown().link.state == desk::LinkState::Online);
    }
}

TEST_CASE("what somebody else decided leaves the queue and is told in the history")
{
    Clinic clinic;
    clinic.signIn();
    auto record = clinic.gateway.items.at(clinic.items[0]);
    record.row.state = domain::ItemState::Released;
    record.row.decision = domain::DecisionSummary{.decisionId = domain::DecisionId{"d-ben"},
                                                  .verdict = domain::Verdict::Approve,
                                                  .signerId = domain::ReviewerId{"ben"},
                                                  .signerName = "Dr ben",
                                                  .reasons = {},
                                                  .signedAt = "2026-11-02T10:00:00+01:00"};
    clinic.gateway.changes.push_back({std::ssize(clinic.gateway.changes) + 1, record.row});
    clinic.settle();
    CHECK(clinic.desk->shown().queue->rows.size() == 2);
    REQUIRE(clinic.desk->shown().history->others.size() == 1);
    CHECK(clinic.desk->shown().history->others[0]->decision->signerName == "Dr ben");
    clinic.killDesk();
    clinic.signIn();
    CHECK(clinic.desk->shown().history->others.size() == 1);
}

TEST_CASE("a silent gateway is probed after 30 s and left after 60 s")
{
    Clinic clinic;
    clinic.signIn();
    clinic.onSaid = [](auto &) { return false; };
    clinic.heard.clear();
    clinic.pass(std::chrono::seconds(31));
    CHECK(clinic.heard.size() == 1);
    CHECK(std::holds_alternative<protocol::Ping>(clinic.heard.front()));
    CHECK(clinic.desk->shown().link.state == desk::LinkState::Online);
    clinic.pass(std::chrono::seconds(30));
    CHECK(clinic.desk->shown().link.state != desk::LinkState::Online);
}
