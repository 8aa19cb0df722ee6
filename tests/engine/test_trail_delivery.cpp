// The audit trail on its way to the gateway: all of it, in order, once, through offline, cuts and kills.
#include "core/audit/trail_receipt.hpp"
#include "tests/support/clinic.hpp"

#include <doctest/doctest.h>

using namespace countersign;
using namespace countersign::support;
using domain::AuditKind;

namespace
{

struct Trailed : Clinic {
    Trailed() { gateway.takesEvents = true; }
    void search(int times)
    {
        for (int i = 0; i < times; ++i)
            static_cast<void>(ask(desk::Note{AuditKind::Searched, {}, "n-" + std::to_string(i)}));
    }
    // The gateway has what the disk has, byte for byte.
    void checkSame() const
    {
        REQUIRE(gateway.trails.size() == 1);
        const auto &kept = gateway.trails.at(disk.ledger.trail);
        REQUIRE(kept.size() == disk.ledger.events.size());
        for (std::size_t i = 0; i < kept.size(); ++i)
            CHECK(kept[i] == disk.ledger.events[i].bytes);
        CHECK(disk.ledger.acknowledged == std::ssize(kept));
        CHECK(gateway.conflicts == 0);
    }
};

} // namespace

TEST_CASE("what happens online is at the gateway at once")
{
    Trailed clinic;
    clinic.signIn();
    clinic.search(3);
    clinic.checkSame();
    CHECK(clinic.disk.ledger.events.size() == 5);
}

TEST_CASE("what happened offline follows with the next link, in batches")
{
    Trailed clinic;
    clinic.signIn();
    static_cast<void>(clinic.ask(desk::GoOffline{}));
    clinic.search(450);
    CHECK(clinic.disk.ledger.acknowledged < 10);
    static_cast<void>(clinic.ask(desk::GoOnline{}));
    clinic.pass(std::chrono::seconds(3));
    clinic.checkSame();
    std::size_t largest = 0;
    for (const auto &message : clinic.heard)
        if (const auto *batch = std::get_if<protocol::SubmitEvents>(&message))
            largest = std::max(largest, batch->events.size());
    CHECK(largest == 200);
}

TEST_CASE("a receipt that is lost with its link costs nothing and doubles nothing")
{
    Trailed clinic;
    clinic.signIn();
    bool isLost = false;
    clinic.onSaid = [&](protocol::Message &message) {
        if (std::holds_alternative<protocol::EventsReceived>(message) && !isLost) {
            isLost = true;
            return false;
        }
        return true;
    };
    clinic.search(2);
    REQUIRE(isLost);
    clinic.cut();
    clinic.pass(std::chrono::seconds(70));
    clinic.checkSame();
}

TEST_CASE("a desk that dies between the two goes on from what its ledger says")
{
    Trailed clinic;
    clinic.signIn();
    static_cast<void>(clinic.ask(desk::GoOffline{}));
    clinic.search(7);
    clinic.killDesk();
    clinic.signIn();
    clinic.pass(std::chrono::seconds(3));
    clinic.checkSame();
}

TEST_CASE("a receipt over another trail, another end or by another key is none, and ends the link")
{
    for (int forgery = 0; forgery < 4; ++forgery) {
        CAPTURE(forgery);
        Trailed clinic;
        clinic.signIn();
        const auto before = clinic.disk.ledger.acknowledged;
        clinic.onSaid = [&](protocol::Message &message) {
            if (auto *answer = std::get_if<protocol::EventsReceived>(&message)) {
                const audit::TrailReceipt forged{
                    forgery == 0 ? domain::TrailId("other") : answer->trail,
                    forgery == 1 ? answer->nextSeq + 1 : answer->nextSeq,
                    forgery == 2 ? domain::Digest("sha256:" + std::string(64, '0')) : clinic.disk.ledger.events.back().digest,
                    clinic.gateway.now};
                const auto other = crypto::SigningKey::fromSeed(Bytes(32, 7));
                answer->receipt = audit::signTrailReceipt(forged, forgery == 3 ? *other : clinic.gateway.key());
            }
            return true;
        };
        clinic.search(1);
        CHECK(clinic.disk.ledger.acknowledged == before);
        CHECK(clinic.desk->shown().link.state != desk::LinkState::Online);
    }
}

TEST_CASE("a gateway that lost what it had is given it again, as far as this desk still has it")
{
    Trailed clinic;
    clinic.signIn();
    clinic.search(4);
    clinic.cut();
    clinic.gateway.trails.begin()->second.resize(2);
    clinic.pass(std::chrono::seconds(70));
    clinic.search(1);
    clinic.pass(std::chrono::seconds(3));
    CHECK(clinic.gateway.trails.begin()->second.size() >= 2);
}

TEST_CASE("a gateway of before is told nothing of it, and the trail waits")
{
    Clinic clinic;
    clinic.signIn();
    static_cast<void>(clinic.ask(desk::Note{AuditKind::Searched, {}, {}}));
    for (const auto &message : clinic.heard)
        CHECK_FALSE(std::holds_alternative<protocol::SubmitEvents>(message));
    CHECK(clinic.disk.ledger.events.size() == 3);
    CHECK(clinic.disk.ledger.acknowledged == 0);
}
