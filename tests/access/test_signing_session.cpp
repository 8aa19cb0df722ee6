// The continuous period of signing: what it takes to begin, to go on, and everything that ends it.
#include "core/access/signing_session.hpp"
#include "core/domain/auth_component.hpp"

#include <doctest/doctest.h>

#include <array>
#include <vector>

using namespace countersign;
using namespace countersign::access;
using enum domain::AuthComponent;
using Components = std::vector<domain::AuthComponent>;

namespace
{

const Signer mara{domain::ReviewerId{"mara"}, domain::DeviceId{"desk-1"}, domain::Role::Clinician};
constexpr std::array everyComponent{Password, Pin, DeviceKey, Oidc, SmartCard, PlatformBiometric};

Result<SigningSession, SigningNeed> signedWith(const SigningSession &session, Components components, std::int64_t nowMs,
                                               const char *identified = "")
{
    return afterProof(session, mara, {std::move(components), domain::ReviewerId{identified}}, nowMs);
}

SigningSession begun(std::int64_t atMs = 1000)
{
    return signedWith({}, {Password, DeviceKey}, atMs, "mara").value();
}

} // namespace

TEST_CASE("the first signature: every pair of components, every one alone, each with the id and without")
{
    for (const auto first : everyComponent) {
        CHECK(signedWith({}, {first}, 0).error() == SigningNeed::TwoComponents);
        // The id and one more thing that only the person has: the machine's key is none.
        CHECK(signedWith({}, {first}, 0, "mara").has_value() == (first != DeviceKey));
        for (const auto second : everyComponent) {
            const bool isByPersonTwice = first != second && first != DeviceKey && second != DeviceKey;
            const auto after = signedWith({}, {first, second}, 0);
            CHECK(after.has_value() == isByPersonTwice);
            if (isByPersonTwice)
                CHECK(needFor(*after, mara, 1) == SigningNeed::OnePersonalComponent);
        }
    }
    CHECK(signedWith({}, {}, 0).error() == SigningNeed::TwoComponents);
    CHECK(signedWith({}, {}, 0, "mara").error() == SigningNeed::TwoComponents);
}

TEST_CASE("somebody else's id signs nothing, whatever comes with it, first or later")
{
    for (const auto &session : {SigningSession{}, begun()})
        for (const char *other : {"joel", "Mara", "mara ", " "})
            CHECK_FALSE(signedWith(session, {Password, SmartCard, Oidc, DeviceKey}, 2000, other).has_value());
}

TEST_CASE("a later signature takes one component that only the person can give; a click is none")
{
    const auto session = begun();
    for (const auto component : everyComponent) {
        const auto after = signedWith(session, {component}, 2000);
        CHECK(after.has_value() == (component != DeviceKey));
        CHECK(domain::isPersonal(component) == (component != DeviceKey));
    }
    CHECK(signedWith(session, {Password}, 2000, "mara").has_value());
    for (int item = 0; item < 100; ++item) {
        CHECK(signedWith(session, {}, 2000 + item).error() == SigningNeed::OnePersonalComponent);
        CHECK(signedWith(session, {}, 2000 + item, "mara").error() == SigningNeed::OnePersonalComponent);
        CHECK(signedWith(session, {DeviceKey, DeviceKey}, 2000 + item).error() == SigningNeed::OnePersonalComponent);
    }
}

TEST_CASE("each ending by itself asks for all components again")
{
    using enum SigningEnd;
    for (const auto end :
         {EndedByPerson, EndedByTime, Locked, SignedOut, IdleTimeout, SystemLocked, SystemSessionSwitched,
          RemoteSessionEnded, SmartCardRemoved, TokenNotRefreshed, Suspended, RightsChanged}) {
        const auto ended = afterEnd(end);
        CHECK(needFor(ended, mara, 1001) == SigningNeed::TwoComponents);
        CHECK(remainingMs(ended, mara, 1001) == 0);
        CHECK(signedWith(ended, {Password}, 1001).error() == SigningNeed::TwoComponents);
        CHECK(signedWith(ended, {Password}, 1001, "mara").has_value());
    }
}

TEST_CASE("another person, another device, another role: another period")
{
    const auto session = begun();
    auto person = mara, device = mara, role = mara;
    person.user = domain::ReviewerId{"joel"};
    device.device = domain::DeviceId{"desk-2"};
    role.role = domain::Role::Nurse;
    CHECK(needFor(session, mara, 1001) == SigningNeed::OnePersonalComponent);
    for (const auto &other : {person, device, role}) {
        CHECK(needFor(session, other, 1001) == SigningNeed::TwoComponents);
        CHECK(remainingMs(session, other, 1001) == 0);
    }
}

TEST_CASE("the period ends by itself, is not drawn out by signing, and a clock that went back ends it")
{
    auto session = begun(1000);
    CHECK(remainingMs(session, mara, 1000) == signingPeriodMaxMs);
    session = signedWith(session, {Pin}, 1000 + signingPeriodMaxMs - 1).value();
    CHECK(remainingMs(session, mara, 1000 + signingPeriodMaxMs - 1) == 1);
    CHECK(needFor(session, mara, 1000 + signingPeriodMaxMs) == SigningNeed::TwoComponents);
    CHECK(needFor(session, mara, 999) == SigningNeed::TwoComponents);
    // And all components begin a new one.
    const auto next = signedWith(session, {Pin, SmartCard}, 5000 + signingPeriodMaxMs);
    CHECK(remainingMs(next.value(), mara, 5000 + signingPeriodMaxMs) == signingPeriodMaxMs);
}
