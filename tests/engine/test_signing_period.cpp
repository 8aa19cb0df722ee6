// The signing session at the desk: what its first signature asks, what a later one asks, and everything that ends it
// (21 CFR 11.200(a)(1); ).
#include "core/protocol/audit_codec.hpp"
#include "tests/support/clinic.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace countersign;
using namespace countersign::support;
using domain::RefusalCode;
using domain::Verdict;

namespace
{

constexpr const char *word = "correct horse";

// One desk with more items than a test decides.
struct SigningDesk : Clinic {
    SigningDesk() : Clinic(8) { signIn(); }

    desk::Reply signNext(const char *id, const char *password = word)
    {
        ask(desk::OpenItem{items.at(next_)});
        auto request = decideRequest(*desk->shown().open->item, Verdict::Approve, password, id);
        const auto reply = ask(std::move(request));
        if (!reply.refusal)
            ++next_;
        return reply;
    }
    [[nodiscard]] desk::SigningView period() const { return desk->shown().session.signing; }
    [[nodiscard]] std::vector<domain::AuditEvent> audited(domain::AuditKind kind) const
    {
        std::vector<domain::AuditEvent> found;
        for (const auto &kept : disk.ledger.events)
            if (const auto entry = protocol::readAuditEntry(kept.bytes); entry && entry->event.kind == kind)
                found.push_back(entry->event);
        return found;
    }

private:
    std::size_t next_ = 0;
};

} // namespace

TEST_CASE("the first signature takes id and password; each by itself is refused, and that is an event (R-106)")
{
    SigningDesk clinic;
    CHECK(clinic.period() == desk::SigningView{.asksId = true, .until = std::nullopt});
    CHECK(isRefused(clinic.signNext(""), RefusalCode::SigningIdMissing));
    CHECK(isRefused(clinic.signNext("mara", ""), RefusalCode::WrongPassword));
    CHECK(clinic.disk.ledger.decisions.empty());
    const auto refused = clinic.audited(domain::AuditKind::SignatureRefused);
    REQUIRE(refused.size() == 2);
    for (const auto &event : refused) {
        CHECK(event.detail == "component-missing");
        CHECK(event.item == clinic.items[0]);
        CHECK_FALSE(event.isDone);
    }
    CHECK_FALSE(clinic.signNext("mara").refusal);
    CHECK(clinic.disk.ledger.decisions.size() == 1);
    CHECK_FALSE(clinic.period().asksId);
    CHECK(clinic.period().until == clinic.clock.now() + std::chrono::minutes(30));
}

TEST_CASE("a wrong password begins no session")
{
    SigningDesk clinic;
    CHECK(isRefused(clinic.signNext("mara", "wrong"), RefusalCode::WrongPassword));
    CHECK(clinic.period().asksId);
    CHECK(isRefused(clinic.signNext(""), RefusalCode::SigningIdMissing));
}

TEST_CASE("a later signature takes the password alone, and none without it comes about (R-107)")
{
    SigningDesk clinic;
    REQUIRE_FALSE(clinic.signNext("mara").refusal);
    CHECK_FALSE(clinic.signNext("").refusal);
    CHECK_FALSE(clinic.signNext("mara").refusal); // too much is not wrong
    for (int item = 0; item < 100; ++item)
        CHECK(clinic.signNext("", "").refusal.has_value());
    CHECK(clinic.disk.ledger.decisions.size() == 3);
}

TEST_CASE("another person's id signs nothing, first or later, and trying it is slowed down")
{
    for (const bool isLater : {false, true}) {
        SigningDesk clinic;
        if (isLater)
            REQUIRE_FALSE(clinic.signNext("mara").refusal);
        for (int i = 0; i < 5; ++i)
            CHECK(isRefused(clinic.signNext("joel"), RefusalCode::SigningIdWrong));
        CHECK(isRefused(clinic.signNext("joel"), RefusalCode::TooManyAttempts));
        CHECK(clinic.audited(domain::AuditKind::SignatureRefused).back().detail == "wrong-id");
        CHECK(clinic.disk.ledger.decisions.size() == (isLater ? 1 : 0));
    }
}

TEST_CASE("taking back asks what deciding asks")
{
    SigningDesk clinic;
    clinic.gateway.items.at(clinic.items[0]).row.tier = domain::Tier::Moderate;
    const auto made = clinic.signNext("mara");
    REQUIRE_FALSE(made.refusal);
    clinic.ask(desk::EndSigning{});
    const auto *view = clinic.decision(made.decision);
    REQUIRE(view != nullptr);
    if (view->isRetractable) {
        CHECK(isRefused(clinic.ask(desk::Retract{made.decision, "wrong", password(word)}),
                        RefusalCode::SigningIdMissing));
        CHECK_FALSE(
            clinic.ask(desk::Retract{made.decision, "wrong", password(word), domain::ReviewerId{"mara"}}).refusal);
    }
}

TEST_CASE("every ending of R-108, each by itself: the next signature asks for everything again")
{
    using Ending = std::function<void(SigningDesk &)>;
    struct Case {
        const char *name;
        Ending end;
    };
    const auto lockFor = [](desk::LockCause cause) -> Ending {
        return [cause](SigningDesk &clinic) {
            clinic.ask(desk::Lock{cause});
            CHECK(clinic.desk->shown().session.lockedBy == cause);
            clinic.ask(desk::Unlock{password(word)});
            CHECK_FALSE(clinic.desk->shown().session.lockedBy);
            CHECK(clinic.audited(domain::AuditKind::Locked).back().detail == desk::name(cause));
        };
    };
    const std::array cases{
        Case{"lock", lockFor(desk::LockCause::Asked)},
        Case{"idle", lockFor(desk::LockCause::Idle)},
        Case{"sleep", lockFor(desk::LockCause::Suspended)},
        Case{"lid", lockFor(desk::LockCause::LidClosed)},
        Case{"the system's lock", lockFor(desk::LockCause::SystemLocked)},
        Case{"another user", lockFor(desk::LockCause::UserSwitched)},
        Case{"a remote session", lockFor(desk::LockCause::RemoteSessionEnded)},
        Case{"smart card", lockFor(desk::LockCause::SmartCardRemoved)},
        Case{"attempts", lockFor(desk::LockCause::TooManyAttempts)},
        Case{"gateway", lockFor(desk::LockCause::ByGateway)},
        Case{"sign out",
             [](SigningDesk &clinic) {
                 clinic.ask(desk::SignOut{});
                 clinic.signIn();
             }},
        Case{"the person", [](SigningDesk &clinic) { CHECK_FALSE(clinic.ask(desk::EndSigning{}).refusal); }},
        Case{"half an hour, without a word",
             [](SigningDesk &clinic) {
                 clinic.ask(desk::CloseItem{});
                 clinic.pass(std::chrono::minutes(30));
             }},
        Case{"half an hour of work",
             [](SigningDesk &clinic) {
                 for (int i = 0; i < 3; ++i) {
                     clinic.pass(std::chrono::minutes(9));
                     CHECK_FALSE(clinic.signNext("").refusal);
                 }
                 clinic.pass(std::chrono::minutes(3)); // signing does not draw it out
             }},
        Case{"the program's end",
             [](SigningDesk &clinic) {
                 clinic.killDesk();
                 clinic.signIn();
             }},
        Case{"another role",
             [](SigningDesk &clinic) {
                 clinic.gateway.accounts.at(domain::ReviewerId{"mara"}).reviewer.credentials = "DO";
                 clinic.cut();
                 clinic.pass(std::chrono::seconds(70));
             }},
    };
    for (const auto &c : cases) {
        CAPTURE(c.name);
        SigningDesk clinic;
        REQUIRE_FALSE(clinic.signNext("mara").refusal);
        REQUIRE_FALSE(clinic.period().asksId);
        c.end(clinic);
        CHECK(clinic.period().asksId);
        CHECK(isRefused(clinic.signNext(""), RefusalCode::SigningIdMissing));
        CHECK_FALSE(clinic.signNext("mara").refusal);
        CHECK_FALSE(clinic.period().asksId);
    }
}

TEST_CASE("the gateway that no longer takes this desk's key ends it too")
{
    SigningDesk clinic;
    REQUIRE_FALSE(clinic.signNext("mara").refusal);
    for (const auto &item : clinic.items) // there will be nobody to fetch them from
        clinic.ask(desk::Prefetch{item});
    clinic.onSaid = [](protocol::Message &message) {
        if (std::holds_alternative<protocol::SignedIn>(message))
            message = protocol::SignInRefused{"revoked-key", 0};
        return true;
    };
    clinic.cut();
    clinic.pass(std::chrono::seconds(70));
    CHECK(clinic.period().asksId);
    CHECK(isRefused(clinic.signNext(""), RefusalCode::SigningIdMissing));
}

TEST_CASE("nobody has a signing session who is not in")
{
    Clinic clinic;
    CHECK(clinic.ask(desk::EndSigning{}).refusal->code == RefusalCode::NotSignedIn);
    CHECK(clinic.desk->shown().session.signing == desk::SigningView{});
}
