// What a supervisor is told at once, and what this desk's trail says so that they can be.
#include "core/protocol/audit_codec.hpp"
#include "tests/support/clinic.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace countersign;
using namespace countersign::support;
using domain::RefusalCode;

namespace
{

domain::Notice noticeOf(std::int64_t number)
{
    return {.number = number,
            .kind = domain::Notice::Kind::EmergencyBegun,
            .who = domain::ReviewerId("joel"),
            .name = "Joel Park",
            .at = Instant(std::chrono::hours(500'000)),
            .detail = "patient-safety"};
}

// Beside what the gateway says to the next ping, it tells these.
void tell(Clinic &clinic, std::vector<domain::Notice> notices)
{
    bool isTold = false;
    clinic.onSaid = [&isTold, notices = std::move(notices)](protocol::Message &said) {
        if (!std::exchange(isTold, true))
            said = protocol::Notices{notices};
        return true;
    };
    clinic.ask(desk::OpenItem{clinic.items.at(0)}); // something that is answered
    clinic.settle();
    REQUIRE(isTold);
    clinic.onSaid = {};
}

int countOf(const Clinic &clinic, domain::AuditKind kind, std::string_view detail)
{
    return static_cast<int>(std::ranges::count_if(clinic.disk.ledger.events, [&](const auto &kept) {
        const auto entry = protocol::readAuditEntry(kept.bytes);
        return entry && entry->event.kind == kind && entry->event.detail == detail;
    }));
}

} // namespace

TEST_CASE("what the gateway tells stands there until it is seen, and the gateway hears of that")
{
    Clinic clinic;
    clinic.signIn();
    tell(clinic, {noticeOf(4), noticeOf(7)});
    REQUIRE(clinic.desk->shown().session.notices.size() == 2);
    CHECK(clinic.desk->shown().session.notices.front() == noticeOf(4));
    CHECK_FALSE(clinic.ask(desk::SeeNotice{4}).refusal);
    CHECK(clinic.desk->shown().session.notices == std::vector{noticeOf(7)});
    CHECK_FALSE(clinic.ask(desk::SeeNotice{4}).refusal); // pressed twice
    CHECK(clinic.gateway.seenNotices == std::vector<std::int64_t>{4});
}

TEST_CASE("a notice is not taken as seen where the gateway cannot hear it, and none is left behind the lock")
{
    Clinic clinic;
    clinic.signIn();
    tell(clinic, {noticeOf(4)});
    clinic.ask(desk::GoOffline{});
    CHECK(isRefused(clinic.ask(desk::SeeNotice{4}), RefusalCode::Offline));
    CHECK(clinic.desk->shown().session.notices.size() == 1);
    clinic.ask(desk::Lock{});
    CHECK(clinic.desk->shown().session.notices.empty());
}

TEST_CASE("the fifth wrong password at a signature is an event of its own, once")
{
    Clinic clinic;
    clinic.signIn();
    clinic.ask(desk::OpenItem{clinic.items.at(0)});
    const auto wrong = decideRequest(*clinic.desk->shown().open->item, domain::Verdict::Approve, "wrong");
    for (int i = 0; i < 4; ++i)
        CHECK(isRefused(clinic.ask(wrong), RefusalCode::WrongPassword));
    CHECK(countOf(clinic, domain::AuditKind::SignatureRefused, domain::tooManyAttempts) == 0);
    CHECK(isRefused(clinic.ask(wrong), RefusalCode::WrongPassword));
    CHECK(isRefused(clinic.ask(wrong), RefusalCode::TooManyAttempts));
    CHECK(countOf(clinic, domain::AuditKind::SignatureRefused, domain::tooManyAttempts) == 1);
    clinic.pass(std::chrono::seconds(30));
    CHECK(isRefused(clinic.ask(wrong), RefusalCode::WrongPassword));
    CHECK(countOf(clinic, domain::AuditKind::SignatureRefused, domain::tooManyAttempts) == 1);
}
