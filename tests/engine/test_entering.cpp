// Signing in with and without a profile, with and without a gateway; locking and leaving.
#include "tests/support/clinic.hpp"

#include <doctest/doctest.h>

using namespace countersign;
using namespace countersign::support;
using desk::LinkState;
using desk::SessionState;
using domain::RefusalCode;

TEST_CASE("the first sign-in makes a profile, enrols its key and brings the queue")
{
    Clinic clinic;
    CHECK_FALSE(clinic.signIn().refusal);
    const auto &shown = clinic.desk->shown();
    CHECK(shown.session.state == SessionState::SignedIn);
    CHECK(shown.session.reviewer->name == "Dr mara");
    CHECK(shown.link.state == LinkState::Online);
    CHECK(shown.link.organisation == "Model clinic");
    CHECK(shown.queue->rows.size() == 3);
    CHECK(shown.queue->isComplete);
    CHECK(clinic.disk.vault.user.text() == "mara");
    CHECK_FALSE(clinic.disk.vault.card.empty());
}

TEST_CASE("the next one needs no gateway, and proves the device's key when there is one")
{
    Clinic clinic;
    clinic.signIn();
    clinic.killDesk();
    clinic.desk->wire.reach = ScriptedWire::Reach::Unreachable;
    CHECK_FALSE(clinic.signIn().refusal);
    CHECK(clinic.desk->shown().session.state == SessionState::SignedIn);
    CHECK(clinic.desk->shown().session.reviewer->name == "Dr mara");
    CHECK(clinic.desk->shown().queue->rows.size() == 3);
    CHECK(clinic.desk->shown().link.state == LinkState::Offline);
    CHECK(clinic.desk->shown().link.closingReason == "unreachable");
    CHECK(clinic.desk->shown().link.retryAt.has_value());

    clinic.desk->wire.reach = ScriptedWire::Reach::Open;
    clinic.heard.clear();
    clinic.pass(std::chrono::seconds(70));
    CHECK(clinic.desk->shown().link.state == LinkState::Online);
    CHECK(clinic.desk->shown().link.closingReason.empty());
    REQUIRE(clinic.heard.size() >= 3);
    CHECK(std::holds_alternative<protocol::Resume>(clinic.heard[1]));
    CHECK(std::get<protocol::Follow>(clinic.heard[2]).position == 3);
}

TEST_CASE("a first sign-in that cannot work is refused, and leaves nobody signed in")
{
    struct Case {
        const char *user;
        const char *word;
        ScriptedWire::Reach reach;
        RefusalCode code;
    };
    const Case cases[] = {
        {"mara", "wrong", ScriptedWire::Reach::Open, RefusalCode::WrongPassword},
        {"nobody", "correct horse", ScriptedWire::Reach::Open, RefusalCode::WrongPassword},
        {"mara", "correct horse", ScriptedWire::Reach::Unreachable, RefusalCode::Offline},
    };
    for (const auto &c : cases) {
        Clinic clinic;
        clinic.desk->wire.reach = c.reach;
        CHECK(isRefused(clinic.signIn(c.user, c.word), c.code));
        CHECK(clinic.desk->shown().session.state == SessionState::SignedOut);
        CHECK(clinic.disk.vault.user.isEmpty());
        CHECK_FALSE(clinic.desk->shown().link.retryAt.has_value());
        clinic.desk->wire.reach = ScriptedWire::Reach::Open;
        clinic.pass(std::chrono::seconds(3));
        CHECK_FALSE(clinic.signIn().refusal);
    }
}

TEST_CASE("an enrolment that was cut is made good at the next sign-in, with the key that is there")
{
    Clinic clinic;
    clinic.onSaid = [&](protocol::Message &message) { return !std::holds_alternative<protocol::Enrolled>(message); };
    const auto command = clinic.desk->submit(desk::SignIn{domain::ReviewerId{"mara"}, password("correct horse")});
    clinic.settle();
    CHECK_FALSE(clinic.desk->replyTo(command).has_value());
    clinic.cut();
    CHECK(isRefused(*clinic.desk->replyTo(command), RefusalCode::Offline));
    const auto seed = clinic.disk.vault.seed;
    clinic.onSaid = {};
    clinic.killDesk();
    CHECK_FALSE(clinic.signIn().refusal);
    CHECK(clinic.disk.vault.seed == seed);
    CHECK_FALSE(clinic.decide(clinic.items[0], domain::Verdict::Approve).refusal);
}

TEST_CASE("a wrong password with a profile is refused by the vault, and after five the wait begins")
{
    Clinic clinic;
    clinic.signIn();
    clinic.killDesk();
    for (int i = 0; i < 5; ++i)
        CHECK(isRefused(clinic.signIn("mara", "wrong"), RefusalCode::WrongPassword));
    const auto early = clinic.signIn();
    CHECK(isRefused(early, RefusalCode::TooManyAttempts));
    CHECK(early.refusal->subject == "2");
    clinic.pass(std::chrono::seconds(2));
    CHECK_FALSE(clinic.signIn().refusal);
}

TEST_CASE("a profile of somebody else is left alone")
{
    Clinic clinic;
    clinic.gateway.addReviewer("ben", "battery staple");
    clinic.signIn();
    clinic.killDesk();
    CHECK(isRefused(clinic.signIn("ben", "battery staple"), RefusalCode::ProfileOfAnotherUser));
    CHECK(clinic.disk.vault.user.text() == "mara");
}

TEST_CASE("lock wipes what the desk holds; unlock needs the password and brings it back")
{
    Clinic clinic;
    clinic.signIn();
    clinic.decide(clinic.items[0], domain::Verdict::Approve);
    CHECK_FALSE(clinic.ask(desk::Lock{}).refusal);
    const auto *shown = &clinic.desk->shown();
    CHECK(shown->session.state == SessionState::Locked);
    CHECK(shown->session.reviewer->id.text() == "mara");
    CHECK(shown->queue->rows.empty());
    CHECK(shown->history->own.empty());
    CHECK(shown->open == nullptr);
    CHECK(shown->link.state == LinkState::Offline);
    CHECK(isRefused(clinic.decide(clinic.items[1], domain::Verdict::Approve), RefusalCode::NotSignedIn));
    CHECK(isRefused(clinic.ask(desk::Unlock{password("wrong")}), RefusalCode::WrongPassword));
    CHECK(clinic.desk->shown().session.state == SessionState::Locked);
    CHECK_FALSE(clinic.ask(desk::Unlock{password("correct horse")}).refusal);
    clinic.pass(std::chrono::seconds(2));
    shown = &clinic.desk->shown();
    CHECK(shown->session.state == SessionState::SignedIn);
    CHECK(shown->queue->rows.size() == 2);
    CHECK(shown->history->own.size() == 1);
    CHECK(shown->link.state == LinkState::Online);
}

TEST_CASE("sign out, and commands that have no place")
{
    Clinic clinic;
    CHECK(isRefused(clinic.ask(desk::Lock{}), RefusalCode::NotSignedIn));
    CHECK(isRefused(clinic.ask(desk::Unlock{password("x")}), RefusalCode::NotSignedIn));
    CHECK(isRefused(clinic.ask(desk::OpenItem{clinic.items[0]}), RefusalCode::NotSignedIn));
    clinic.signIn();
    CHECK(isRefused(clinic.signIn(), RefusalCode::Busy));
    CHECK_FALSE(clinic.ask(desk::SignOut{}).refusal);
    CHECK(clinic.desk->shown().session.state == SessionState::SignedOut);
    CHECK_FALSE(clinic.desk->shown().session.reviewer.has_value());
    CHECK(clinic.desk->shown().queue->rows.empty());
    clinic.pass(std::chrono::seconds(2));
    CHECK(clinic.desk->shown().link.state == LinkState::Offline);
    CHECK_FALSE(clinic.signIn().refusal);
}

TEST_CASE("giving up a sign-in that waits for the gateway")
{
    Clinic clinic;
    clinic.desk->wire.reach = ScriptedWire::Reach::Silent;
    const auto waiting = clinic.desk->submit(desk::SignIn{domain::ReviewerId{"mara"}, password("correct horse")});
    clinic.settle();
    CHECK(clinic.desk->shown().session.state == SessionState::SigningIn);
    CHECK_FALSE(clinic.ask(desk::SignOut{}).refusal);
    CHECK(isRefused(*clinic.desk->replyTo(waiting), RefusalCode::NotSignedIn));
    CHECK(clinic.desk->shown().session.state == SessionState::SignedOut);
}

TEST_CASE("a vault's answer to a sign-in that was given up opens nothing for the next one")
{
    Clinic clinic;
    clinic.signIn();
    clinic.killDesk();
    clinic.desk->submit(desk::SignIn{domain::ReviewerId{"mara"}, password("correct horse")});
    clinic.desk->submit(desk::SignOut{});
    const auto wrong = clinic.desk->submit(desk::SignIn{domain::ReviewerId{"mara"}, password("wrong")});
    clinic.settle();
    CHECK(isRefused(*clinic.desk->replyTo(wrong), RefusalCode::WrongPassword));
    CHECK(clinic.desk->shown().session.state == SessionState::SignedOut);
}

TEST_CASE("offline by choice stays offline until it is taken back")
{
    Clinic clinic;
    clinic.signIn();
    clinic.ask(desk::GoOffline{});
    clinic.pass(std::chrono::minutes(3));
    CHECK(clinic.desk->shown().link.state == LinkState::Offline);
    CHECK(clinic.desk->shown().link.isOfflineByChoice);
    clinic.ask(desk::GoOnline{});
    clinic.pass(std::chrono::seconds(2));
    CHECK(clinic.desk->shown().link.state == LinkState::Online);
}

TEST_CASE("another gateway behind the address is not talked to, and local work goes on")
{
    Clinic clinic;
    clinic.signIn();
    clinic.killDesk();
    clinic.onSaid = [](protocol::Message &message) {
        if (auto *hello = std::get_if<protocol::ServerHello>(&message))
            hello->gatewayId = "gw-other";
        return true;
    };
    CHECK_FALSE(clinic.signIn().refusal);
    CHECK(clinic.desk->shown().link.closingReason == "other-gateway");
    CHECK(clinic.desk->shown().queue->rows.size() == 3);
}

TEST_CASE("incompatible versions say so and keep local work")
{
    Clinic clinic;
    clinic.signIn();
    clinic.killDesk();
    clinic.onSaid = [](protocol::Message &message) {
        if (std::holds_alternative<protocol::ServerHello>(message))
            message = protocol::Bye{"versions", "This gateway speaks version 2 only."};
        return true;
    };
    CHECK_FALSE(clinic.signIn().refusal);
    CHECK(clinic.desk->shown().link.closingReason == "versions");
    CHECK(clinic.desk->shown().queue->rows.size() == 3);
    clinic.onSaid = {};
    clinic.pass(std::chrono::minutes(2));
    CHECK(clinic.desk->shown().link.state == LinkState::Online);
}

TEST_CASE("a desk whose rights changed is back in a moment; one that was replaced waits")
{
    for (const auto &[reason, isSoon] : {std::pair{"rights-changed", true}, std::pair{"replaced", false}}) {
        CAPTURE(reason);
        Clinic clinic;
        clinic.signIn();
        REQUIRE(clinic.desk->shown().link.state == LinkState::Online);
        bool isFirst = true;
        clinic.onSaid = [&](protocol::Message &message) {
            if (std::holds_alternative<protocol::Pong>(message) && std::exchange(isFirst, false))
                message = protocol::Bye{reason, {}};
            return true;
        };
        while (isFirst)
            clinic.pass(std::chrono::seconds(1));
        clinic.pass(std::chrono::seconds(4));
        CHECK((clinic.desk->shown().link.state == LinkState::Online) == isSoon);
        clinic.pass(std::chrono::minutes(2));
        CHECK(clinic.desk->shown().link.state == LinkState::Online);
    }
}

TEST_CASE("an unreadable store refuses the sign-in")
{
    Clinic clinic;
    clinic.signIn();
    clinic.killDesk();
    clinic.desk->ledger.openFails = true;
    clinic.desk->ledger.error = ports::LedgerError::Corrupt;
    CHECK(isRefused(clinic.signIn(), RefusalCode::ProfileUnreadable));
    CHECK(clinic.desk->shown().session.state == SessionState::SignedOut);
}

// A tick with nothing open hid what else it had changed.
TEST_CASE("what a tick changes is shown, whether an item is open or not")
{
    for (const bool isOpen : {false, true}) {
        Clinic clinic;
        clinic.signIn();
        if (isOpen)
            clinic.ask(desk::OpenItem{clinic.items[0]});
        clinic.cut();
        REQUIRE(clinic.desk->shown().link.state == LinkState::Offline);
        clinic.desk->wire.reach = ScriptedWire::Reach::Silent;
        clinic.clock.monotonic += 61'000; // past the longest wait before the next try
        clinic.desk->wakeIfDue();
        REQUIRE(clinic.desk->happenOnce());
        CHECK(clinic.desk->shown().link.state == LinkState::Connecting);
    }
}
