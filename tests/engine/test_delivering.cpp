// From a durable decision to a durable receipt, over links that break and gateways that lie.
#include "tests/support/clinic.hpp"

#include "core/audit/jws.hpp"
#include "core/protocol/decision_codec.hpp"

#include <doctest/doctest.h>

using namespace countersign;
using namespace countersign::support;
using domain::Standing;
using domain::Verdict;

namespace
{

// A clinic with one decision Stored and on its way; `onSaid` decides what becomes of its receipt.
struct Deciding {
    Clinic clinic;
    domain::DecisionId id;

    explicit Deciding(std::function<bool(protocol::Message &)> onSaid)
    {
        clinic.signIn();
        clinic.onSaid = std::move(onSaid);
        id = clinic.decide(clinic.items[0], Verdict::Approve).decision;
    }
    [[nodiscard]] Standing standing() const { return clinic.decision(id)->standing; }
};

bool isReceipt(const protocol::Message &message)
{
    return std::holds_alternative<protocol::DecisionReceipt>(message);
}

// The same receipt with something changed, signed as if it were true.
std::string signedAnew(const std::string &jws, const crypto::SigningKey &key,
                       const std::function<void(domain::Receipt &)> &change)
{
    const auto parts = audit::parseJws(audit::JwsType::Receipt, jws);
    auto receipt = protocol::readReceipt(parts->payload).value();
    change(receipt);
    return audit::signJws(audit::JwsType::Receipt, key, protocol::receiptBytes(receipt));
}

std::vector<std::string> submitted(const std::vector<protocol::Message> &heard)
{
    std::vector<std::string> all;
    for (const auto &message : heard)
        if (const auto *decision = std::get_if<protocol::SubmitDecision>(&message))
            all.push_back(decision->jws);
    return all;
}

} // namespace

TEST_CASE("without a link a decision is Stored; with one it is delivered")
{
    Clinic clinic;
    clinic.signIn();
    clinic.ask(desk::OpenItem{clinic.items[0]});
    clinic.ask(desk::GoOffline{});
    const auto reply = clinic.ask(decideRequest(*clinic.desk->shown().open->item, Verdict::Approve, "correct horse"));
    REQUIRE_FALSE(reply.refusal);
    CHECK(clinic.decision(reply.decision)->standing == Standing::Stored);
    CHECK(clinic.decision(reply.decision)->statement->offline == true);
    CHECK(clinic.desk->shown().history->unconfirmed == 1);
    clinic.ask(desk::GoOnline{});
    clinic.pass(std::chrono::seconds(2));
    CHECK(clinic.decision(reply.decision)->standing == Standing::Confirmed);
}

TEST_CASE("a lost receipt: the same bytes go again after a reconnect, and the very same receipt comes")
{
    Deciding deciding([](auto &message) { return !isReceipt(message); });
    auto &clinic = deciding.clinic;
    CHECK(deciding.standing() == Standing::Sent);
    clinic.onSaid = {};
    clinic.cut();
    clinic.pass(std::chrono::seconds(2));
    CHECK(deciding.standing() == Standing::Confirmed);
    const auto sent = submitted(clinic.heard);
    REQUIRE(sent.size() == 2);
    CHECK(sent[0] == sent[1]);
    CHECK(clinic.gateway.received.size() == 1);
    CHECK(clinic.gateway.received.at(deciding.id).times == 2);
}

TEST_CASE("a killed console sends again what had no receipt, as the very same bytes")
{
    Deciding deciding([](auto &message) { return !isReceipt(message); });
    auto &clinic = deciding.clinic;
    clinic.onSaid = {};
    clinic.killDesk();
    clinic.signIn();
    CHECK(deciding.standing() == Standing::Confirmed);
    const auto sent = submitted(clinic.heard);
    REQUIRE(sent.size() == 2);
    CHECK(sent[0] == sent[1]);
    clinic.killDesk();
    clinic.signIn();
    CHECK(deciding.standing() == Standing::Confirmed);
    CHECK(submitted(clinic.heard).size() == 2);
}

TEST_CASE("receipts that prove nothing are not believed")
{
    struct Case {
        const char *what;
        std::function<std::string(Clinic &, const std::string &jws, const domain::DecisionId &)> make;
    };
    const Case cases[] = {
        {"for another decision",
         [](auto &clinic, const auto &jws, const auto &id) {
             return clinic.gateway.makeReceipt(jws + "x", id, clinic.items[0], domain::Outcome::Accepted);
         }},
        {"by another key",
         [](auto &clinic, const auto &jws, const auto &id) {
             const auto liar = crypto::SigningKey::fromSeed(Bytes(32, 7));
             return signedAnew(clinic.gateway.makeReceipt(jws, id, clinic.items[0], domain::Outcome::Accepted), *liar,
                               [](auto &) {});
         }},
        {"a proof that leads elsewhere",
         [](auto &clinic, const auto &jws, const auto &id) {
             return signedAnew(clinic.gateway.makeReceipt(jws, id, clinic.items[0], domain::Outcome::Accepted),
                               clinic.gateway.key(), [](auto &receipt) { receipt.log.root = receipt.decisionDigest; });
         }},
        {"a place outside the log",
         [](auto &clinic, const auto &jws, const auto &id) {
             return signedAnew(clinic.gateway.makeReceipt(jws, id, clinic.items[0], domain::Outcome::Accepted),
                               clinic.gateway.key(), [](auto &receipt) { receipt.log.index = receipt.log.size; });
         }},
        {"not a JWS", [](auto &, const auto &, const auto &) { return std::string("no.receipt.here"); }},
        {"the decision itself", [](auto &, const auto &jws, const auto &) { return jws; }},
        {"one changed signature byte",
         [](auto &clinic, const auto &jws, const auto &id) {
             auto receipt = clinic.gateway.makeReceipt(jws, id, clinic.items[0], domain::Outcome::Accepted);
             receipt[receipt.size() - 10] = receipt[receipt.size() - 10] == 'A' ? 'B' : 'A';
             return receipt;
         }},
    };
    for (const auto &c : cases) {
        Clinic clinic;
        clinic.signIn();
        clinic.onSaid = [&](protocol::Message &message) {
            auto *receipt = std::get_if<protocol::DecisionReceipt>(&message);
            if (receipt != nullptr)
                receipt->receipt =
                    c.make(clinic, clinic.gateway.received.at(receipt->decisionId).jws, receipt->decisionId);
            return true;
        };
        const auto id = clinic.decide(clinic.items[0], Verdict::Approve).decision;
        CHECK_MESSAGE(clinic.decision(id)->standing == Standing::Sent, c.what);
        CHECK_MESSAGE(clinic.desk->shown().link.closingReason == "receipt-invalid", c.what);
        clinic.pass(std::chrono::minutes(5));
        CHECK_MESSAGE(clinic.decision(id)->standing == Standing::Sent, c.what);
        clinic.onSaid = {};
        clinic.pass(std::chrono::minutes(2));
        CHECK_MESSAGE(clinic.decision(id)->standing == Standing::Confirmed, c.what);
        CHECK(clinic.gateway.received.size() == 1);
    }
}

TEST_CASE("each outcome has its word, and only accepted ones look like success")
{
    struct Case {
        domain::Outcome outcome;
        Standing standing;
    };
    const Case cases[] = {
        {domain::Outcome::Accepted, Standing::Confirmed},     {domain::Outcome::Held, Standing::Held},
        {domain::Outcome::AwaitingCosign, Standing::Held},    {domain::Outcome::Superseded, Standing::Superseded},
        {domain::Outcome::StaleItem, Standing::Refused},      {domain::Outcome::Expired, Standing::Refused},
        {domain::Outcome::NotPermitted, Standing::Refused},   {domain::Outcome::InvalidSignature, Standing::Refused},
        {domain::Outcome::NotLeaseHolder, Standing::Refused}, {domain::Outcome::ClockRefused, Standing::Refused},
    };
    for (const auto &c : cases) {
        Clinic clinic;
        clinic.signIn();
        clinic.onSaid = [&](protocol::Message &message) {
            if (auto *receipt = std::get_if<protocol::DecisionReceipt>(&message)) {
                const auto &jws = clinic.gateway.received.at(receipt->decisionId).jws;
                receipt->receipt =
                    clinic.gateway.makeReceipt(jws, receipt->decisionId, clinic.items[0], c.outcome,
                                               domain::Winner{domain::DecisionId{"w"}, domain::ReviewerId{"ben"}, "t"});
            }
            return !std::holds_alternative<protocol::Changes>(message);
        };
        const auto id = clinic.decide(clinic.items[0], Verdict::Approve).decision;
        CHECK(clinic.decision(id)->standing == c.standing);
        CHECK(clinic.desk->shown().history->unconfirmed == 0);
        clinic.killDesk();
        clinic.signIn();
        CHECK(clinic.decision(id)->standing == c.standing);
        CHECK(clinic.decision(id)->receipt->outcome == c.outcome);
    }
}

TEST_CASE("a receipt that the ledger could not store is not shown, and comes again")
{
    Clinic clinic;
    clinic.signIn();
    clinic.onSaid = [&](protocol::Message &message) {
        if (isReceipt(message))
            clinic.desk->ledger.standingFails = true;
        return true;
    };
    const auto id = clinic.decide(clinic.items[0], Verdict::Approve).decision;
    CHECK(clinic.decision(id)->standing == Standing::Sent);
    clinic.onSaid = {};
    clinic.pass(std::chrono::seconds(5));
    CHECK(clinic.decision(id)->standing == Standing::Confirmed);
}

TEST_CASE("a hold can be taken back while it runs, and is Confirmed when the gateway released")
{
    Clinic clinic;
    clinic.signIn();
    domain::DecisionId held;
    const auto hold = [&](protocol::Message &message) {
        if (auto *receipt = std::get_if<protocol::DecisionReceipt>(&message); receipt && held.isEmpty()) {
            held = receipt->decisionId;
            receipt->receipt =
                clinic.gateway.makeReceipt(clinic.gateway.received.at(held).jws, held, clinic.items[0],
                                           domain::Outcome::Held, {}, clinic.clock.now() + std::chrono::seconds(30));
        }
        return !std::holds_alternative<protocol::Changes>(message);
    };
    clinic.onSaid = hold;
    const auto id = clinic.decide(clinic.items[0], Verdict::Approve).decision;
    CHECK(clinic.decision(id)->standing == Standing::Held);
    CHECK(clinic.decision(id)->isRetractable);
    clinic.pass(std::chrono::seconds(31));
    CHECK_FALSE(clinic.decision(id)->isRetractable);
    CHECK(clinic.ask(desk::Retract{id, "late", password("correct horse"), domain::ReviewerId{"mara"}}).refusal->code
          == domain::RefusalCode::NotRetractable);
    CHECK(clinic.decision(id)->standing == Standing::Held);
    clinic.onSaid = {};
    clinic.cut();
    clinic.pass(std::chrono::seconds(3));
    CHECK(clinic.gateway.items.at(clinic.items[0]).row.state == domain::ItemState::Released);
    CHECK(clinic.decision(id)->standing == Standing::Confirmed);
}

TEST_CASE("a retraction inside the hold is a signed decision of its own")
{
    Clinic clinic;
    clinic.signIn();
    domain::DecisionId held;
    clinic.onSaid = [&](protocol::Message &message) {
        if (auto *receipt = std::get_if<protocol::DecisionReceipt>(&message); receipt && held.isEmpty()) {
            held = receipt->decisionId;
            receipt->receipt =
                clinic.gateway.makeReceipt(clinic.gateway.received.at(held).jws, held, clinic.items[0],
                                           domain::Outcome::Held, {}, clinic.clock.now() + std::chrono::seconds(30));
        }
        return !std::holds_alternative<protocol::Changes>(message);
    };
    const auto id = clinic.decide(clinic.items[0], Verdict::Approve).decision;
    const auto reply =
        clinic.ask(desk::Retract{id, "wrong patient", password("correct horse"), domain::ReviewerId{"mara"}});
    REQUIRE_FALSE(reply.refusal);
    const auto *retraction = clinic.decision(reply.decision);
    REQUIRE(retraction != nullptr);
    CHECK(retraction->statement->verdict == Verdict::Retract);
    CHECK(retraction->statement->amends == id);
    CHECK(retraction->statement->chain.seq == 1);
    CHECK(clinic.gateway.received.size() == 2);
}

TEST_CASE("a wire that takes no more is given up, and nothing is lost by it")
{
    Clinic clinic;
    clinic.signIn();
    clinic.ask(desk::OpenItem{clinic.items[0]});
    clinic.desk->wire.isFull = true;
    const auto reply = clinic.ask(decideRequest(*clinic.desk->shown().open->item, Verdict::Approve, "correct horse"));
    REQUIRE_FALSE(reply.refusal);
    CHECK(clinic.desk->shown().link.state == desk::LinkState::Offline);
    clinic.desk->wire.isFull = false;
    clinic.pass(std::chrono::seconds(3));
    CHECK(clinic.decision(reply.decision)->standing == Standing::Confirmed);
}

TEST_CASE("twenty decisions made offline go in the order of the chain, at most eight at a time")
{
    Clinic clinic(20);
    clinic.signIn();
    for (const auto &item : clinic.items)
        clinic.ask(desk::Prefetch{item});
    clinic.ask(desk::GoOffline{});
    std::vector<domain::DecisionId> ids;
    for (const auto &item : clinic.items) {
        const auto reply = clinic.decide(item, Verdict::Approve);
        REQUIRE_FALSE(reply.refusal);
        ids.push_back(reply.decision);
    }
    clinic.onSaid = [](auto &message) { return !isReceipt(message); };
    clinic.heard.clear();
    clinic.ask(desk::GoOnline{});
    clinic.pass(std::chrono::seconds(2));
    CHECK(submitted(clinic.heard).size() == 8);
    clinic.onSaid = {};
    clinic.cut();
    clinic.pass(std::chrono::seconds(5));
    for (const auto &id : ids)
        CHECK(clinic.decision(id)->standing == Standing::Confirmed);
    CHECK(clinic.gateway.received.size() == 20);
}
