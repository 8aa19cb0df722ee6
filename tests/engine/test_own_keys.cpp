// What a person does about their own keys: a recovery code, another password, the way back in without the old one.
#include "tests/support/clinic.hpp"

#include <doctest/doctest.h>

using namespace countersign;
using namespace countersign::support;
using desk::SessionState;
using domain::RefusalCode;

namespace
{

std::string offered(const Clinic &clinic)
{
    const auto &code = clinic.desk->shown().keys.offeredCode;
    return code ? std::string(asText(code->view())) : std::string();
}

std::string keepCode(Clinic &clinic)
{
    const auto code = offered(clinic);
    REQUIRE(code.size() == 39);
    REQUIRE_FALSE(clinic.ask(desk::KeepRecoveryCode{password(code.substr(35))}).refusal);
    return code;
}

} // namespace

TEST_CASE("a new profile is offered a recovery code, which counts when its end was typed back")
{
    Clinic clinic;
    CHECK_FALSE(clinic.signIn().refusal);
    CHECK_FALSE(clinic.desk->shown().keys.hasRecoveryCode);
    CHECK_FALSE(offered(clinic).empty());
    CHECK(isRefused(clinic.ask(desk::KeepRecoveryCode{password("0000")}), RefusalCode::WrongRecoveryCode));
    CHECK_FALSE(offered(clinic).empty());
    keepCode(clinic);
    CHECK(clinic.desk->shown().keys.hasRecoveryCode);
    CHECK(offered(clinic).empty());
    clinic.ask(desk::Lock{});
    CHECK_FALSE(clinic.desk->shown().keys.hasRecoveryCode); // a locked desk knows nothing of it
    CHECK_FALSE(clinic.ask(desk::Unlock{password("correct horse")}).refusal);
    CHECK(clinic.desk->shown().keys.hasRecoveryCode);
    CHECK(offered(clinic).empty()); // once
}

TEST_CASE("a code on offer does not outlive a lock")
{
    Clinic clinic;
    clinic.signIn();
    clinic.ask(desk::Lock{});
    CHECK(offered(clinic).empty());
    clinic.ask(desk::Unlock{password("correct horse")});
    CHECK(offered(clinic).empty());
    CHECK_FALSE(clinic.ask(desk::MakeRecoveryCode{}).refusal);
    CHECK_FALSE(offered(clinic).empty());
}

TEST_CASE("the password of the profile is changed by whoever knows it, for one that is worth it")
{
    Clinic clinic;
    clinic.signIn();
    const auto change = [&](const char *before, const char *after) {
        return clinic.ask(desk::ChangePassword{password(before), password(after)});
    };
    CHECK(isRefused(change("correct horse", "short"), RefusalCode::PasswordTooWeak));
    CHECK(isRefused(change("correct horse", "aaaaaaaaaaaaaaaa"), RefusalCode::PasswordTooWeak));
    CHECK(isRefused(change("correct horse", "correct horse"), RefusalCode::PasswordTooWeak));
    CHECK(isRefused(change("wrong", "staple of seven bees"), RefusalCode::WrongPassword));
    CHECK_FALSE(change("correct horse", "staple of seven bees").refusal);
    clinic.ask(desk::Lock{});
    CHECK(isRefused(clinic.ask(desk::Unlock{password("correct horse")}), RefusalCode::WrongPassword));
    CHECK_FALSE(clinic.ask(desk::Unlock{password("staple of seven bees")}).refusal);
}

TEST_CASE("wrong passwords count here as they do anywhere")
{
    Clinic clinic;
    clinic.signIn();
    for (int i = 0; i < 5; ++i)
        clinic.ask(desk::ChangePassword{password("wrong"), password("staple of seven bees")});
    CHECK(isRefused(clinic.ask(desk::ChangePassword{password("correct horse"), password("staple of seven bees")}),
                    RefusalCode::TooManyAttempts));
}

TEST_CASE("nobody who is not in changes keys")
{
    Clinic clinic;
    CHECK(isRefused(clinic.ask(desk::MakeRecoveryCode{}), RefusalCode::NotSignedIn));
    clinic.signIn();
    clinic.ask(desk::Lock{});
    CHECK(isRefused(clinic.ask(desk::MakeRecoveryCode{}), RefusalCode::NotSignedIn));
    CHECK(isRefused(clinic.ask(desk::KeepRecoveryCode{password("0000")}), RefusalCode::NotSignedIn));
    CHECK(isRefused(clinic.ask(desk::ChangePassword{password("a"), password("b")}), RefusalCode::NotSignedIn));
}

TEST_CASE("a recovery code brings the work back under the account's password, with a new key that the gateway hears of")
{
    Clinic clinic;
    clinic.signIn();
    const auto code = keepCode(clinic);
    CHECK_FALSE(clinic.decide(clinic.items[0], domain::Verdict::Approve).refusal);
    const auto seed = clinic.disk.vault.seed;
    clinic.disk.vault.password = "forgotten";
    clinic.killDesk();
    CHECK(isRefused(clinic.ask(desk::Recover{domain::ReviewerId("mara"), password(code), password("wrong")}),
                    RefusalCode::WrongPassword));
    CHECK(clinic.disk.vault.recoveryCode == code); // not spent
    CHECK(isRefused(clinic.ask(desk::Recover{domain::ReviewerId("mara"), password("no"), password("correct horse")}),
                    RefusalCode::WrongRecoveryCode));
    CHECK(clinic.desk->shown().session.state == SessionState::SignedOut);

    CHECK_FALSE(
        clinic.ask(desk::Recover{domain::ReviewerId("mara"), password(code), password("correct horse")}).refusal);
    const auto &shown = clinic.desk->shown();
    CHECK(shown.session.state == SessionState::SignedIn);
    CHECK(shown.history->own.size() == 1);
    CHECK(clinic.disk.vault.seed != seed);
    CHECK_FALSE(offered(clinic).empty()); // the code is spent: another one is on offer
    CHECK_FALSE(clinic.decide(clinic.items[1], domain::Verdict::Approve).refusal);
    clinic.settle();
    CHECK(clinic.desk->shown().history->unconfirmed == 0);
    clinic.killDesk();
    CHECK_FALSE(clinic.signIn().refusal);
}

TEST_CASE("without the gateway nobody is recovered")
{
    Clinic clinic;
    clinic.signIn();
    const auto code = keepCode(clinic);
    clinic.killDesk();
    clinic.desk->wire.reach = ScriptedWire::Reach::Unreachable;
    CHECK(isRefused(clinic.ask(desk::Recover{domain::ReviewerId("mara"), password(code), password("correct horse")}),
                    RefusalCode::Offline));
    CHECK(clinic.disk.vault.recoveryCode == code);
}

namespace
{

domain::KeyId kidOf(const Clinic &clinic)
{
    return domain::KeyId{crypto::thumbprint(crypto::SigningKey::fromSeed(clinic.disk.vault.seed)->publicKey())};
}

} // namespace

TEST_CASE("a new signing key takes over on the word of the old one; links and decisions go on with it")
{
    Clinic clinic;
    clinic.signIn();
    REQUIRE_FALSE(clinic.decide(clinic.items[0], domain::Verdict::Approve).refusal);
    const auto before = kidOf(clinic);
    CHECK(isRefused(clinic.ask(desk::RenewSigningKey{password("wrong")}), RefusalCode::WrongPassword));
    CHECK(kidOf(clinic) == before);
    REQUIRE_FALSE(clinic.ask(desk::RenewSigningKey{password("correct horse")}).refusal);
    const auto after = kidOf(clinic);
    CHECK(after != before);
    CHECK(clinic.gateway.keys().find(after) != nullptr);
    CHECK(clinic.desk->shown().session.signing.asksId); // a new period
    clinic.pass(std::chrono::seconds(2));
    CHECK(clinic.desk->shown().link.state == desk::LinkState::Online);
    REQUIRE_FALSE(clinic.decide(clinic.items[1], domain::Verdict::Approve).refusal);
    CHECK(clinic.desk->shown().history->unconfirmed == 0);
    clinic.killDesk();
    CHECK_FALSE(clinic.signIn().refusal);
    clinic.pass(std::chrono::seconds(2));
    CHECK(clinic.desk->shown().link.state == desk::LinkState::Online);
    CHECK(kidOf(clinic) == after);
}

TEST_CASE("no new key without a link, while decisions are under way, or where the gateway does not take it")
{
    Clinic clinic;
    clinic.signIn();
    for (const auto &item : clinic.items)
        clinic.ask(desk::Prefetch{item});
    clinic.desk->wire.reach = ScriptedWire::Reach::Unreachable;
    clinic.cut();
    CHECK(isRefused(clinic.ask(desk::RenewSigningKey{password("correct horse")}), RefusalCode::Offline));
    REQUIRE_FALSE(clinic.decide(clinic.items[0], domain::Verdict::Approve).refusal);
    clinic.onSaid = [](protocol::Message &message) {
        return !std::holds_alternative<protocol::DecisionReceipt>(message);
    };
    clinic.desk->wire.reach = ScriptedWire::Reach::Open;
    clinic.pass(std::chrono::seconds(70));
    REQUIRE(clinic.desk->shown().link.state == desk::LinkState::Online);
    CHECK(isRefused(clinic.ask(desk::RenewSigningKey{password("correct horse")}), RefusalCode::DecisionsUnderWay));
    clinic.onSaid = [](protocol::Message &message) {
        if (auto *replaced = std::get_if<protocol::KeyReplaced>(&message))
            *replaced = {{}, "vouching"};
        return true;
    };
    clinic.cut();
    clinic.pass(std::chrono::seconds(70));
    const auto before = kidOf(clinic);
    CHECK(isRefused(clinic.ask(desk::RenewSigningKey{password("correct horse")}), RefusalCode::KeyNotEnrolled));
    CHECK(kidOf(clinic) == before);
}

TEST_CASE("a renewal whose answer is lost leaves the old key, and asked again takes the same new one")
{
    Clinic clinic;
    clinic.signIn();
    const auto before = kidOf(clinic);
    clinic.onSaid = [](protocol::Message &message) { return !std::holds_alternative<protocol::KeyReplaced>(message); };
    const auto command = clinic.desk->submit(desk::RenewSigningKey{password("correct horse")});
    clinic.settle();
    CHECK_FALSE(clinic.desk->replyTo(command).has_value());
    clinic.cut();
    clinic.onSaid = {};
    CHECK(isRefused(*clinic.desk->replyTo(command), RefusalCode::Offline));
    CHECK(kidOf(clinic) == before);
    const auto offered = clinic.disk.vault.nextSeed;
    CHECK_FALSE(offered.empty());
    clinic.pass(std::chrono::seconds(70));
    REQUIRE_FALSE(clinic.decide(clinic.items[0], domain::Verdict::Approve).refusal); // by the old key
    REQUIRE_FALSE(clinic.ask(desk::RenewSigningKey{password("correct horse")}).refusal);
    CHECK(clinic.disk.vault.seed == offered);
}

TEST_CASE("a password that everybody tries first is refused, however long it is")
{
    Clinic clinic;
    clinic.signIn();
    for (const char *weak : {"Password1234", "qwertyuiopqwerty", "short"})
        CHECK(isRefused(clinic.ask(desk::ChangePassword{password("correct horse"), password(weak)}),
                        RefusalCode::PasswordTooWeak));
    CHECK(clinic.disk.vault.password == "correct horse");
}
