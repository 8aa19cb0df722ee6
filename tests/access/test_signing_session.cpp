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

SigningSession begun(std::int64_t atMs = 1000)
{
    return afterComponents({}, mara, Components{Password, DeviceKey}, atMs).value();
}

} // namespace

TEST_CASE("the first signature: every pair of components, and every one alone")
{
    for (const auto first : everyComponent) {
        CHECK(afterComponents({}, mara, Components{first}, 0).error() == SigningNeed::TwoComponents);
        for (const auto second : everyComponent) {
            // Two distinct ones are always enough: at most one of them is the device's.
            const bool suffices = first != second;
            const auto after = afterComponents({}, mara, Components{first, second}, 0);
            CHECK(after.has_value() == suffices);
            if (suffices)
                CHECK(needFor(*after, mara, 1) == SigningNeed::OnePersonalComponent);
        }
    }
    CHECK(afterComponents({}, mara, {}, 0).error() == SigningNeed::TwoComponents);
}

TEST_CASE("a later signature takes one component that only the person can give; a click is none")
{
    const auto session = begun();
    for (const auto component : everyComponent) {
        const auto after = afterComponents(session, mara, Components{component}, 2000);
        CHECK(after.has_value() == (component != DeviceKey));
        CHECK(domain::isPersonal(component) == (component != DeviceKey));
    }
    for (int item = 0; item < 100; ++item) {
        CHECK(afterComponents(session, mara, {}, 2000 + item).error() == SigningNeed::OnePersonalComponent);
        CHECK(afterComponents(session, mara, Components{DeviceKey, DeviceKey}, 2000 + item).error()
              == SigningNeed::OnePersonalComponent);
    }
}

TEST_CASE("each ending by itself asks for all components again")
{
    using enum SigningEnd;
    for (const auto end : {EndedByPerson, Locked, SignedOut, IdleTimeout, SystemLocked, SystemSessionSwitched,
                           RemoteSessionEnded, SmartCardRemoved, TokenNotRefreshed, Suspended, RightsChanged}) {
        const auto ended = afterEnd(end);
        CHECK(needFor(ended, mara, 1001) == SigningNeed::TwoComponents);
        CHECK(remainingMs(ended, mara, 1001) == 0);
        CHECK(afterComponents(ended, mara, Components{Password}, 1001).error() == SigningNeed::TwoComponents);
        CHECK(afterComponents(ended, mara, Components{Password, DeviceKey}, 1001).has_value());
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
    session = afterComponents(session, mara, Components{Pin}, 1000 + signingPeriodMaxMs - 1).value();
    CHECK(remainingMs(session, mara, 1000 + signingPeriodMaxMs - 1) == 1);
    CHECK(needFor(session, mara, 1000 + signingPeriodMaxMs) == SigningNeed::TwoComponents);
    CHECK(needFor(session, mara, 999) == SigningNeed::TwoComponents);
    // And all components begin a new one.
    const auto next = afterComponents(session, mara, Components{Pin, SmartCard}, 5000 + signingPeriodMaxMs);
    CHECK(remainingMs(next.value(), mara, 5000 + signingPeriodMaxMs) == signingPeriodMaxMs);
}
