// Break glass: for a reason, for an hour, to see and not to decide; told to the trail, and over when it is
// over.
#include "core/protocol/audit_codec.hpp"
#include "tests/support/clinic.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace countersign;
using namespace countersign::support;
using domain::AuditKind;
using domain::RefusalCode;
using domain::Verdict;

namespace
{

// A person whose role does not see the clinical items that are there.
struct Ward : Clinic {
    explicit Ward(domain::Role role = domain::Role::Coordinator) : Clinic(3)
    {
        gateway.breaksGlass = true;
        gateway.addReviewer("mara", "correct horse", role);
        signIn();
    }
    [[nodiscard]] std::size_t shownRows() const { return desk->shown().queue->rows.size(); }
    [[nodiscard]] std::vector<std::string> audited(AuditKind kind) const
    {
        std::vector<std::string> details;
        for (const auto &kept : disk.ledger.events)
            if (const auto entry = protocol::readAuditEntry(kept.bytes); entry && entry->event.kind == kind)
                details.push_back(entry->event.detail);
        return details;
    }
    desk::Reply breakGlass(const char *reason = "emergency-treatment") { return ask(desk::BeginEmergency{reason}); }
};

} // namespace

TEST_CASE("broken glass shows what the role does not, decides nothing of it, and says so to the trail")
{
    Ward ward;
    REQUIRE(ward.shownRows() == 0);
    CHECK(isRefused(ward.ask(desk::OpenItem{ward.items[0]}), RefusalCode::ItemUnknown));
    REQUIRE_FALSE(ward.breakGlass().refusal);
    CHECK(ward.desk->shown().session.emergencyUntil == ward.clock.now() + std::chrono::minutes(60));
    CHECK(ward.shownRows() == 3);
    CHECK(ward.audited(AuditKind::EmergencyBegun) == std::vector<std::string>{"emergency-treatment"});
    REQUIRE_FALSE(ward.ask(desk::OpenItem{ward.items[0]}).refusal);
    const auto open = ward.desk->shown().open;
    REQUIRE(open->item);
    CHECK(ward.audited(AuditKind::ItemViewed).size() == 1);
    REQUIRE_FALSE(open->offers.empty());
    for (const auto &offer : open->offers)
        CHECK(offer.refusal.has_value());
    for (const auto verdict : {Verdict::Approve, Verdict::Reject, Verdict::Return, Verdict::Respond, Verdict::Escalate})
        CHECK(isRefused(ward.ask(decideRequest(*open->item, verdict, "correct horse")), RefusalCode::RoleMayNot));
    CHECK(ward.disk.ledger.decisions.empty());
}

TEST_CASE("it needs a reason of the list, a link, and a person who is in")
{
    Ward ward;
    CHECK(isRefused(ward.breakGlass(""), RefusalCode::EmergencyRefused));
    CHECK(isRefused(ward.breakGlass("because"), RefusalCode::EmergencyRefused));
    ward.cut();
    CHECK(isRefused(ward.breakGlass(), RefusalCode::EmergencyRefused));
    ward.ask(desk::SignOut{});
    CHECK(isRefused(ward.breakGlass(), RefusalCode::NotSignedIn));
    CHECK(ward.audited(AuditKind::EmergencyBegun).empty());
}

TEST_CASE("what the gateway refuses stays closed")
{
    Ward ward;
    ward.gateway.breaksGlass = false; // after it said that it would
    CHECK(isRefused(ward.breakGlass(), RefusalCode::EmergencyRefused));
    CHECK_FALSE(ward.desk->shown().session.emergencyUntil);
    CHECK(ward.audited(AuditKind::EmergencyBegun).empty());
}

TEST_CASE("every end hides at once what it had shown, and is an event")
{
    struct Case {
        const char *why;
        std::function<void(Ward &)> end;
    };
    const Case cases[] = {
        {"asked", [](Ward &ward) { ward.ask(desk::EndEmergency{}); }},
        {"expired", [](Ward &ward) { ward.pass(std::chrono::minutes(60)); }},
        {"link-lost", [](Ward &ward) { ward.cut(); }},
        {"left",
         [](Ward &ward) {
             ward.ask(desk::Lock{});
             ward.ask(desk::Unlock{password("correct horse")});
         }},
    };
    for (const auto &c : cases) {
        CAPTURE(c.why);
        Ward ward;
        REQUIRE_FALSE(ward.breakGlass().refusal);
        REQUIRE_FALSE(ward.ask(desk::OpenItem{ward.items[0]}).refusal);
        c.end(ward);
        CHECK_FALSE(ward.desk->shown().session.emergencyUntil);
        CHECK(ward.shownRows() == 0);
        CHECK(ward.desk->shown().open == nullptr);
        CHECK(isRefused(ward.ask(desk::OpenItem{ward.items[0]}), RefusalCode::ItemUnknown));
        CHECK(ward.audited(AuditKind::EmergencyEnded) == std::vector<std::string>{c.why});
    }
}

TEST_CASE("what an emergency left on the disk is not shown by the next start, with a gateway or without")
{
    for (const bool isOnline : {true, false}) {
        Ward ward;
        REQUIRE_FALSE(ward.breakGlass().refusal);
        ward.ask(desk::OpenItem{ward.items[0]});
        ward.killDesk();
        if (!isOnline)
            ward.desk->wire.reach = ScriptedWire::Reach::Unreachable;
        ward.signIn();
        CHECK(ward.shownRows() == 0);
        CHECK(isRefused(ward.ask(desk::OpenItem{ward.items[0]}), RefusalCode::ItemUnknown));
    }
}

TEST_CASE("a supervisor at the gateway locks the desk, and the desk says by whom")
{
    Clinic clinic;
    clinic.signIn();
    clinic.ask(desk::OpenItem{clinic.items[0]});
    clinic.desk->wire.say(protocol::LockDesk{});
    clinic.settle();
    CHECK(clinic.desk->shown().session.state == desk::SessionState::Locked);
    CHECK(clinic.desk->shown().session.lockedBy == desk::LockCause::ByGateway);
    CHECK(clinic.desk->shown().open == nullptr);
    CHECK(clinic.desk->shown().queue->rows.empty());
    CHECK_FALSE(clinic.ask(desk::Unlock{password("correct horse")}).refusal);
}
