#include "core/domain/audit_event.hpp"
#include "core/domain/names.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace countersign::domain;

namespace
{

// Every enumerator has one word of its own and comes back from it. The last enumerator is named, so that an enum that
// grows without its table is found here.
template <class Enum>
void roundTrip(Enum last, bool firstIsUnstated)
{
    std::set<std::string> words;
    for (int i = 0; i <= static_cast<int>(last); ++i) {
        const auto value = static_cast<Enum>(i);
        const std::string word{name(value)};
        CAPTURE(word);
        CHECK(words.insert(word).second);
        if (i == 0 && firstIsUnstated) {
            CHECK(word.empty());
            CHECK_FALSE(parse<Enum>(word).has_value());
            continue;
        }
        CHECK_FALSE(word.empty());
        REQUIRE(parse<Enum>(word).has_value());
        CHECK(*parse<Enum>(word) == value);
        CHECK_FALSE(parse<Enum>(word + " ").has_value());
    }
    CHECK_FALSE(parse<Enum>("").has_value());
    CHECK_FALSE(parse<Enum>("no-such-word").has_value());
}

} // namespace

TEST_CASE("every word that crosses a boundary names one value")
{
    roundTrip(Tier::Critical, false);
    roundTrip(ItemState::RolledBack, false);
    roundTrip(Verdict::Seal, false);
    roundTrip(Meaning::Administrative, false);
    roundTrip(Harm::Critical, true);
    roundTrip(AuthComponent::PlatformBiometric, false);
    roundTrip(Change::Op::Move, false);
    roundTrip(Change::Class::Style, false);
    roundTrip(FindingView::Resolution::Overridden, false);
    roundTrip(Outcome::ClockRefused, false);
    roundTrip(Role::Administrator, false);
    roundTrip(Standing::Quarantined, false);
    roundTrip(Severity::Stop, false);
    roundTrip(ResolvableBy::OwnKnowledge, false);
    roundTrip(Patient::Sex::Unknown, true);
    roundTrip(Patient::AllergyStatus::NotReceived, true);
    roundTrip(Allergy::Criticality::UnableToAssess, true);
    roundTrip(Allergy::Status::Refuted, true);
    roundTrip(Statement::Style::TableRow, true);
    roundTrip(Statement::Basis::Boilerplate, true);
    roundTrip(Answer::Origin::Manual, true);
    roundTrip(Criterion::Status::Unclear, false);
    roundTrip(Source::Kind::Message, false);
    roundTrip(Source::MediaType::Tiff, true);
    roundTrip(TraceStep::Kind::External, true);
    roundTrip(TraceStep::PhiShare::Full, true);
    roundTrip(TraceStep::Status::Skipped, false);
    roundTrip(Risk::Samd::Device, true);
    roundTrip(PeerFinding::Severity::Stop, true);
    roundTrip(AuditKind::RecordErased, false);
}

TEST_CASE("the words are the contract's")
{
    CHECK(name(Verdict::ApproveEdited) == "approve-edited");
    CHECK(name(ItemState::AwaitingCosign) == "awaiting-cosign");
    CHECK(name(Standing::Drafting) == "Draft");
    CHECK(name(Outcome::NotLeaseHolder) == "not-lease-holder");
    CHECK(name(Source::MediaType::FhirJson) == "application/fhir+json");
}
