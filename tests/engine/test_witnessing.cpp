// T-LOG1 at the desk: a gateway that rewrites, forks, shortens or hides its log is found out by a console that saw an
// earlier checkpoint, at the next link, before anything new is shown as confirmed (G9).
#include "tests/support/clinic.hpp"

#include "core/audit/checkpoint.hpp"
#include "core/audit/jws.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace countersign;
using namespace countersign::support;
using domain::Standing;
using Kind = desk::ForkView::Kind;
using Leaves = std::vector<domain::Digest>;

namespace
{

domain::Digest leaf(int number)
{
    return domain::Digest(crypto::digestText(asBytes("leaf " + std::to_string(number))));
}

struct Proving : Clinic {
    Proving() : Clinic(8)
    {
        gateway.provesLog = gateway.takesEvents = true;
        signIn();
        for (int i = 0; i < 5; ++i)
            REQUIRE_FALSE(decide(items[static_cast<std::size_t>(i)], domain::Verdict::Reject).refusal);
    }
    void reconnect()
    {
        cut();
        pass(std::chrono::seconds(70));
    }
    [[nodiscard]] const std::optional<desk::ForkView> &fork() const { return desk->shown().link.fork; }
    [[nodiscard]] std::size_t count(Standing standing) const
    {
        return static_cast<std::size_t>(std::ranges::count(
            desk->shown().history->own, standing, [](const auto &decision) { return decision->standing; }));
    }
};

struct Tampering {
    const char *what;
    void (*with)(Leaves &);
    Kind kind;
};

// What can be done to a log of at least five leaves. The console has seen all of them.
const std::vector<Tampering> tamperings{
    {"the last leaf dropped", [](Leaves &l) { l.pop_back(); }, Kind::Older},
    {"all but the first dropped", [](Leaves &l) { l.resize(1); }, Kind::Older},
    {"everything dropped", [](Leaves &l) { l.clear(); }, Kind::Older},
    {"the first leaf dropped", [](Leaves &l) { l.erase(l.begin()); }, Kind::Older},
    {"one in the middle dropped", [](Leaves &l) { l.erase(l.begin() + 2); }, Kind::Older},
    {"the first leaf replaced", [](Leaves &l) { l.front() = leaf(1); }, Kind::Rewritten},
    {"one in the middle replaced", [](Leaves &l) { l[2] = leaf(1); }, Kind::Rewritten},
    {"the last leaf replaced", [](Leaves &l) { l.back() = leaf(1); }, Kind::Rewritten},
    {"two swapped", [](Leaves &l) { std::swap(l[1], l[3]); }, Kind::Rewritten},
    {"the order turned", [](Leaves &l) { std::ranges::reverse(l); }, Kind::Rewritten},
    {"one doubled over another", [](Leaves &l) { l[3] = l[2]; }, Kind::Rewritten},
    {"one put before the first", [](Leaves &l) { l.insert(l.begin(), leaf(1)); }, Kind::NotContinued},
    {"one put into the middle", [](Leaves &l) { l.insert(l.begin() + 2, leaf(1)); }, Kind::NotContinued},
    {"one put before the last", [](Leaves &l) { l.insert(l.end() - 1, leaf(1)); }, Kind::NotContinued},
    {"one doubled", [](Leaves &l) { l.insert(l.begin() + 2, l[2]); }, Kind::NotContinued},
    {"the last replaced, and carried on", [](Leaves &l) { l.back() = leaf(1), l.push_back(leaf(2)); }, Kind::NotContinued},
    {"the last dropped, and carried on",
     [](Leaves &l) {
         l.pop_back();
         for (int i = 0; i < 9; ++i)
             l.push_back(leaf(i));
     },
     Kind::NotContinued},
    {"another log, much longer",
     [](Leaves &l) {
         l.clear();
         for (int i = 0; i < 300; ++i)
             l.push_back(leaf(i));
     },
     Kind::NotContinued},
    {"the log twice over", [](Leaves &l) { l.insert(l.begin(), l.begin(), l.end() - 1); }, Kind::NotContinued},
    {"another log of the same length",
     [](Leaves &l) {
         for (std::size_t i = 0; i < l.size(); ++i)
             l[i] = leaf(static_cast<int>(i));
     },
     Kind::Rewritten},
};

} // namespace

TEST_CASE("a gateway that carries its log on is believed, and what it said is remembered durably")
{
    Proving clinic;
    CHECK(clinic.count(Standing::Confirmed) == 5);
    const auto parts = audit::parseJws(audit::JwsType::Checkpoint, clinic.disk.ledger.checkpoint);
    REQUIRE(parts);
    CHECK(audit::readCheckpoint(parts->payload)->decisions.size == 5);
    clinic.killDesk();
    clinic.signIn();
    CHECK_FALSE(clinic.fork());
    REQUIRE_FALSE(clinic.decide(clinic.items[5], domain::Verdict::Reject).refusal);
    CHECK(clinic.count(Standing::Confirmed) == 6);
}

TEST_CASE("twenty ways to tamper with either log are found out at the next link, and nothing new is confirmed")
{
    CHECK(tamperings.size() == 20);
    for (const bool isOfRecords : {false, true})
        for (const auto &tampering : tamperings) {
            CAPTURE(tampering.what);
            CAPTURE(isOfRecords);
            Proving clinic;
            static_cast<void>(clinic.ask(desk::GoOffline{}));
            REQUIRE_FALSE(clinic.decide(clinic.items[5], domain::Verdict::Reject).refusal);
            tampering.with(isOfRecords ? clinic.gateway.recordLeaves : clinic.gateway.decisionLeaves);
            const auto checkpoint = clinic.disk.ledger.checkpoint;
            const auto heard = clinic.heard.size();
            static_cast<void>(clinic.ask(desk::GoOnline{}));
            clinic.pass(std::chrono::seconds(70));

            REQUIRE(clinic.fork());
            CHECK(clinic.fork()->kind == tampering.kind);
            CHECK(clinic.fork()->file == "log-fork.json");
            CHECK(clinic.desk->shown().link.state == desk::LinkState::Offline); // and it is left alone
            CHECK(clinic.count(Standing::Confirmed) == 5);
            CHECK(clinic.disk.ledger.checkpoint == checkpoint);
            // The evidence holds both signed words.
            REQUIRE(clinic.disk.ledger.evidence.size() == 1);
            CHECK(clinic.disk.ledger.evidence[0].find(checkpoint) != std::string::npos);
            int hellos = 0;
            for (std::size_t i = heard; i < clinic.heard.size(); ++i)
                hellos += std::holds_alternative<protocol::ClientHello>(clinic.heard[i]) ? 1 : 0;
            CHECK(hellos == 1);
        }
}

TEST_CASE("a desk that was started anew remembers as well")
{
    Proving clinic;
    clinic.killDesk();
    clinic.gateway.decisionLeaves.pop_back();
    clinic.signIn();
    REQUIRE(clinic.fork());
    CHECK(clinic.fork()->kind == Kind::Older);
}

TEST_CASE("every console that saw the earlier log notices; one that saw nothing cannot")
{
    Proving clinic;
    clinic.gateway.decisionLeaves[1] = leaf(1);
    clinic.reconnect();
    CHECK(clinic.fork());

    ConsoleDisk fresh;
    std::swap(clinic.disk.ledger, fresh.ledger); // the same person at a new store
    clinic.killDesk();
    clinic.signIn();
    CHECK_FALSE(clinic.fork());
}

TEST_CASE("a gateway that proved its log and now does not is as suspect")
{
    Proving clinic;
    clinic.gateway.provesLog = false;
    clinic.reconnect();
    REQUIRE(clinic.fork());
    CHECK(clinic.fork()->kind == Kind::Silent);
}

TEST_CASE("a receipt that was given for a log that is not the proved one is not confirmed")
{
    Proving clinic;
    clinic.gateway.bend = [&](protocol::LogProved &) { clinic.gateway.bend = {}; };
    // Its receipt says one log; what it proves afterwards is another.
    clinic.onSaid = [&](protocol::Message &message) {
        if (std::holds_alternative<protocol::DecisionReceipt>(message))
            clinic.gateway.decisionLeaves.back() = leaf(1);
        return true;
    };
    REQUIRE_FALSE(clinic.decide(clinic.items[5], domain::Verdict::Reject).refusal);
    CHECK(clinic.fork());
    CHECK(clinic.count(Standing::Confirmed) == 5);
}

TEST_CASE("an answer that is no proof is no proof")
{
    struct Case {
        const char *what;
        std::function<void(Proving &, protocol::LogProved &)> bend;
    };
    const auto resigned = [](Proving &clinic, protocol::LogProved &answer, const crypto::SigningKey &key,
                             const std::string &gateway) {
        const auto parts = audit::parseJws(audit::JwsType::Checkpoint, answer.checkpoint);
        auto checkpoint = *audit::readCheckpoint(parts->payload);
        checkpoint.gateway = gateway;
        answer.checkpoint = audit::signCheckpoint(checkpoint, key);
        static_cast<void>(clinic);
    };
    const std::vector<Case> cases{
        {"signed by another key",
         [&](auto &c, auto &a) { resigned(c, a, *crypto::SigningKey::fromSeed(Bytes(32, 7)), "gw-model"); }},
        {"of another gateway", [&](auto &c, auto &a) { resigned(c, a, c.gateway.key(), "gw-other"); }},
        {"no JWS", [](auto &, auto &a) { a.checkpoint = "checkpoint"; }},
        {"a receipt in its place",
         [](auto &c, auto &a) {
             a.checkpoint = audit::signJws(audit::JwsType::Receipt, c.gateway.key(), R"({"a":1})");
         }},
        {"a proof too few", [](auto &, auto &a) { a.proofs.pop_back(); }},
        {"a proof too many", [](auto &, auto &a) { a.proofs.push_back({}); }},
        {"a proof cut", [](auto &, auto &a) { a.proofs[0].pop_back(); }},
        {"a proof lengthened", [](auto &, auto &a) { a.proofs[0].push_back(leaf(1)); }},
        {"a proof of 64 hashes", [](auto &, auto &a) { a.proofs[0].assign(64, leaf(1)); }},
        {"a hash of it replaced", [](auto &, auto &a) { a.proofs[0][0] = leaf(1); }},
        {"the records' proof cut", [](auto &, auto &a) { a.recordProof.clear(); }},
    };
    for (const auto &c : cases) {
        CAPTURE(c.what);
        Proving clinic;
        clinic.cut();
        for (int i = 0; i < 4; ++i) { // so that there is something to prove
            clinic.gateway.decisionLeaves.push_back(leaf(10 + i));
            clinic.gateway.recordLeaves.push_back(leaf(10 + i));
        }
        const auto checkpoint = clinic.disk.ledger.checkpoint;
        clinic.gateway.bend = [&](protocol::LogProved &answer) { c.bend(clinic, answer); };
        clinic.pass(std::chrono::seconds(70));
        CHECK(clinic.desk->shown().link.state == desk::LinkState::Offline);
        CHECK(clinic.disk.ledger.checkpoint == checkpoint);
        clinic.gateway.bend = {};
        static_cast<void>(clinic.ask(desk::GoOnline{}));
        clinic.pass(std::chrono::seconds(130));
        CHECK(clinic.desk->shown().link.state == desk::LinkState::Online);
        CHECK_FALSE(clinic.fork());
    }
}

TEST_CASE("the alarm goes when the gateway has its log again, and only then")
{
    Proving clinic;
    const auto leaves = clinic.gateway.decisionLeaves;
    clinic.gateway.decisionLeaves.pop_back();
    clinic.reconnect();
    REQUIRE(clinic.fork());
    static_cast<void>(clinic.ask(desk::GoOnline{}));
    clinic.pass(std::chrono::seconds(5));
    CHECK(clinic.fork());
    clinic.gateway.decisionLeaves = leaves;
    static_cast<void>(clinic.ask(desk::GoOnline{}));
    clinic.pass(std::chrono::seconds(5));
    CHECK_FALSE(clinic.fork());
    CHECK(clinic.desk->shown().link.state == desk::LinkState::Online);
}
