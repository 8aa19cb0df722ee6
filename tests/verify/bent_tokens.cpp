// Packages with tokens that people carry: right, and wrong in one respect (decision 27).
#include "tests/support/carried_card.hpp"
#include "tests/verify/bent_packages.hpp"

namespace countersign::tests
{
namespace
{

using domain::AuthComponent;
using verify::FaultRule;

const std::string decisions = "decisions.ndjson";

// One approval, made with ann's card, which is registered and bent as is the statement after the card spoke.
std::function<void(PackageMaker &)> withCard(std::function<void(domain::DecisionStatement &)> bend,
                                             std::function<void(audit::RegisteredKey &)> bendKey = {})
{
    return [bend = std::move(bend), bendKey = std::move(bendKey)](PackageMaker &maker) {
        const Instant validFrom = parseInstant("2026-11-01T09:00:00Z").value();
        maker.carried = {support::registeredCard("ann", validFrom), support::registeredCard("ben", validFrom)};
        if (bendKey)
            bendKey(maker.carried[0]);
        maker.decide({.item = 1, .statement = [bend](auto &s) {
                          support::speak(s, "ann");
                          if (bend)
                              bend(s);
                      }});
    };
}

} // namespace

std::vector<BentPackage> bentTokens()
{
    const auto bent = [](std::string what, std::function<void(PackageMaker &)> make) {
        return BentPackage{std::move(what), std::move(make), FaultRule::CarriedProofInvalid, decisions, 1};
    };
    return {
        bent("a smart card that did not speak", withCard([](auto &s) { s.auth.proof.reset(); })),
        bent("a card that spoke and is not named",
             withCard([](auto &s) { s.auth.components = {AuthComponent::Password}; })),
        bent("a card that spoke for another statement", withCard([](auto &s) { s.comment = "And more."; })),
        bent("another person's card", withCard([](auto &s) { support::speak(s, "ben"); })),
        bent("a card that nobody registered", withCard([](auto &s) { support::speak(s, "stranger"); })),
        bent("a card that was revoked before", withCard({}, [](auto &key) { key.revokedAt = key.validFrom; })),
        bent("a card that was not valid yet", withCard({}, [](auto &key) { key.validFrom += std::chrono::hours(48); })),
        bent("a card whose key is a device's",
             withCard({}, [](auto &key) { key.device = domain::DeviceId("desk-ann"); })),
    };
}

std::vector<UnusualDay> unusualTokens()
{
    return {
        {"a decision with the word of a token", withCard({})},
        {"a token that was revoked afterwards",
         withCard({}, [](auto &key) { key.revokedAt = key.validFrom + std::chrono::hours(48); })},
        {"a refused claim of a token",
         [](PackageMaker &maker) {
             maker.decide(
                 {.item = 1, .outcome = domain::Outcome::NotPermitted, .keepsPlace = true, .statement = [](auto &s) {
                      s.auth.components.push_back(AuthComponent::SmartCard);
                  }});
             maker.decide({.item = 2});
         }},
    };
}

} // namespace countersign::tests
