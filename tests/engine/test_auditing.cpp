// The audit trail of a desk: what is raised, that it is chained and durable, that nothing is lost or doubled.
#include "core/crypto/digest.hpp"
#include "core/protocol/audit_codec.hpp"
#include "tests/support/clinic.hpp"

#include <doctest/doctest.h>

using namespace countersign;
using namespace countersign::support;
using domain::AuditKind;

namespace
{

std::vector<domain::AuditEntry> trailOf(const LedgerDisk &disk)
{
    std::vector<domain::AuditEntry> entries;
    for (const auto &kept : disk.events) {
        const auto entry = protocol::readAuditEntry(kept.bytes);
        REQUIRE(entry);
        CHECK(crypto::digestText(asBytes(kept.bytes)) == kept.digest.text());
        CHECK(entry->seq == std::ssize(entries));
        CHECK(entry->prev == (entries.empty() ? domain::Digest{} : disk.events[entries.size() - 1].digest));
        entries.push_back(*entry);
    }
    return entries;
}

std::vector<AuditKind> kindsOf(const LedgerDisk &disk)
{
    std::vector<AuditKind> kinds;
    for (const auto &entry : trailOf(disk))
        kinds.push_back(entry.event.kind);
    return kinds;
}

} // namespace

TEST_CASE("what a person does is in the trail, in its order, with who and when")
{
    Clinic clinic;
    clinic.signIn();
    static_cast<void>(clinic.ask(desk::OpenItem{clinic.items[0]}));
    const auto held = clinic.desk->shown().open->item; // outlives the closing below
    const auto &item = *held;
    const auto source = item.proposal.sources.at(0).id;
    for (int i = 0; i < 3; ++i) // looked at again and again: one view
        static_cast<void>(clinic.ask(desk::ShowEvidence{clinic.items[0], source, 2}));
    static_cast<void>(clinic.ask(desk::Note{AuditKind::Searched, {}, "queue"}));
    static_cast<void>(clinic.ask(desk::Note{AuditKind::SignedIn, {}, {}})); // a screen may not say that
    static_cast<void>(clinic.ask(desk::CloseItem{})); // else it would be seen again after unlocking
    static_cast<void>(clinic.ask(desk::Lock{}));
    static_cast<void>(clinic.ask(desk::Unlock{password("correct horse")}));
    static_cast<void>(clinic.ask(desk::SignOut{}));
    CHECK(kindsOf(clinic.disk.ledger)
          == std::vector{AuditKind::TrailBegun, AuditKind::SignedIn, AuditKind::ItemViewed, AuditKind::SourceViewed,
                         AuditKind::Searched, AuditKind::Locked, AuditKind::Unlocked, AuditKind::SignedOut});
    const auto trail = trailOf(clinic.disk.ledger);
    CHECK(trail[2].event.item == clinic.items[0]);
    CHECK(trail[2].event.patient == item.proposal.patient.id);
    CHECK(trail[3].event.source == source);
    for (const auto &entry : trail) {
        CHECK(entry.event.who.text() == "mara");
        CHECK(entry.device.text() == "desk-1");
        CHECK(entry.trail == trail[0].trail);
        CHECK(entry.event.at != Instant{});
    }
}

TEST_CASE("a refused sign-in waits in memory for a store, and is the first thing that goes into it")
{
    Clinic clinic;
    static_cast<void>(clinic.signIn("mara", "wrong"));
    static_cast<void>(clinic.signIn("nobody", "wrong"));
    clinic.signIn();
    const auto trail = trailOf(clinic.disk.ledger);
    REQUIRE(trail.size() == 4);
    CHECK(trail[1].event.kind == AuditKind::SignInRefused);
    CHECK(trail[1].event.who.text() == "mara");
    CHECK_FALSE(trail[1].event.isDone);
    CHECK(trail[1].event.detail == "wrong-password");
    CHECK(trail[2].event.who.text() == "nobody");
    CHECK(trail[3].event.kind == AuditKind::SignedIn);
}

TEST_CASE("a detail that is no code, and so might be somebody's words, is left out")
{
    Clinic clinic;
    clinic.signIn();
    static_cast<void>(clinic.ask(desk::Note{AuditKind::Searched, {}, "Smith metformin"}));
    CHECK(trailOf(clinic.disk.ledger).back().event.detail.empty());
}

TEST_CASE("an event that the disk refused is written when the disk is back, once and in its place")
{
    Clinic clinic;
    clinic.signIn();
    clinic.desk->ledger.eventsFail = true;
    static_cast<void>(clinic.ask(desk::Note{AuditKind::Searched, {}, "one"}));
    static_cast<void>(clinic.ask(desk::Note{AuditKind::Searched, {}, "two"}));
    clinic.pass(std::chrono::seconds(3));
    const auto trail = trailOf(clinic.disk.ledger);
    REQUIRE(trail.size() == 4);
    CHECK(trail[2].event.detail == "one");
    CHECK(trail[3].event.detail == "two");
}

TEST_CASE("the trail goes on after the desk was killed")
{
    Clinic clinic;
    clinic.signIn();
    clinic.killDesk();
    clinic.signIn();
    const auto trail = trailOf(clinic.disk.ledger);
    REQUIRE(trail.size() == 3);
    CHECK(trail[2].event.kind == AuditKind::SignedIn);
}
