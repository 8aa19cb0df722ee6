// What the real gateway tells supervisors at once: broken glass, signatures and sign-ins that fail again and again;
// each until that supervisor has seen it, over a new start too.
#include "core/protocol/audit_codec.hpp"
#include "tests/gateway/gateway_process.hpp"
#include "tests/gateway/test_console.hpp"

#include <doctest/doctest.h>

namespace countersign::gateway_test
{
namespace
{

using Kind = domain::Notice::Kind;

struct WatchedGateway : TestGateway {
    WatchedGateway()
    {
        addUser("sol", "supervisor");
        addUser("joel", "clinician");
        REQUIRE(serve());
    }
};

bool follow(TestConsole &console, const support::Endpoint &endpoint, bool takesNotices)
{
    console.takesNotices = takesNotices;
    return console.enter(endpoint) && console.follow();
}

// The next telling that is not empty.
std::vector<domain::Notice> nextTold(TestConsole &console)
{
    for (;;) {
        const auto told = console.await<protocol::Notices>();
        REQUIRE(told);
        if (!told->notices.empty())
            return told->notices;
    }
}

// As a desk's trail says that signing was blocked.
void reportBlocked(TestConsole &console, const std::string &user, const std::string &device)
{
    const domain::TrailId trail("trail-" + user);
    const domain::AuditEntry entry{trail,
                                   domain::DeviceId(device),
                                   0,
                                   {},
                                   {.kind = domain::AuditKind::SignatureRefused,
                                    .isDone = false,
                                    .who = domain::ReviewerId(user),
                                    .at = console.hello.now,
                                    .detail = std::string(domain::tooManyAttempts)}};
    REQUIRE(console.say(protocol::SubmitEvents{trail, {protocol::auditBytes(entry)}}));
    REQUIRE(console.await<protocol::EventsReceived>());
    REQUIRE(console.say(protocol::SubmitEvents{trail, {protocol::auditBytes(entry)}})); // a repeat says nothing new
    REQUIRE(console.await<protocol::EventsReceived>());
}

} // namespace

TEST_CASE("broken glass, blocked signatures and blocked sign-ins reach a supervisor at once")
{
    WatchedGateway gateway;
    TestConsole sol("sol", "desk-1"), solElsewhere("sol", "desk-3");
    TestConsole joel("joel", "desk-2");
    REQUIRE(follow(sol, gateway.endpoint(), true));
    REQUIRE(follow(joel, gateway.endpoint(), true)); // is told nothing: the role is another
    REQUIRE(joel.say(protocol::BeginEmergency{"patient-safety"}));
    auto told = nextTold(sol);
    REQUIRE(told.size() == 1);
    CHECK(told[0].kind == Kind::EmergencyBegun);
    CHECK(told[0].who == domain::ReviewerId("joel"));
    CHECK(told[0].name == joel.session.reviewer.name);
    CHECK(told[0].detail == "patient-safety");

    reportBlocked(joel, "joel", "desk-2");
    told = nextTold(sol);
    REQUIRE(told.size() == 2);
    CHECK(told[1].kind == Kind::SignaturesRefused);

    TestConsole thief("joel", "desk-4");
    REQUIRE(thief.greet(gateway.endpoint()));
    for (int i = 0; i < 5; ++i)
        CHECK_FALSE(thief.signIn("not the password"));
    told = nextTold(sol);
    REQUIRE(told.size() == 3);
    CHECK(told[2].kind == Kind::SignInsRefused);
    CHECK(told[2].who == domain::ReviewerId("joel"));

    REQUIRE(follow(solElsewhere, gateway.endpoint(), true));
    REQUIRE(nextTold(solElsewhere).size() == 3);
    REQUIRE(sol.say(protocol::SeeNotice{told[1].number}));
    CHECK(nextTold(sol).size() == 2);
    CHECK(nextTold(solElsewhere).size() == 2); // seen once is seen
    CHECK(gateway.stop() == 0);
    REQUIRE(gateway.serve());
    REQUIRE(sol.greet(gateway.endpoint()));
    REQUIRE(sol.resume());
    REQUIRE(sol.follow());
    const auto left = nextTold(sol);
    REQUIRE(left.size() == 2);
    CHECK(left[0].number == told[0].number);
    CHECK(left[1].number == told[2].number);
    CHECK(gateway.stop() == 0);
}

TEST_CASE("a console of before is told nothing that it does not know, and nobody else sees a supervisor's notices away")
{
    WatchedGateway gateway;
    TestConsole sol("sol", "desk-1");
    TestConsole joel("joel", "desk-2");
    REQUIRE(follow(sol, gateway.endpoint(), false));
    REQUIRE(follow(joel, gateway.endpoint(), true));
    REQUIRE(joel.say(protocol::BeginEmergency{"patient-safety"}));
    REQUIRE(joel.await<protocol::EmergencyView>());
    REQUIRE(sol.say(protocol::Ping{}));
    const auto answer = sol.hear();
    REQUIRE(answer);
    CHECK_FALSE(std::holds_alternative<protocol::Notices>(*answer));
    REQUIRE(joel.say(protocol::SeeNotice{1}));
    const auto bye = joel.await<protocol::Bye>();
    REQUIRE(bye);
    CHECK(bye->reason == "protocol");
    TestConsole again("sol", "desk-3");
    REQUIRE(follow(again, gateway.endpoint(), true));
    CHECK(nextTold(again).size() == 1);
    CHECK(gateway.stop() == 0);
}

} // namespace countersign::gateway_test
