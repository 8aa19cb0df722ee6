// One invented item with every kind of statement and source that the review page treats differently, on a FakeDesk.
#pragma once

#include "tests/support/fake_desk.hpp"

#include "core/policy/signing_words.hpp"
#include "ui/presenters/clock.hpp"

#include <memory>
#include <string>

namespace countersign::tests
{

inline const std::string visitText =
    "[doctor] how are you ?\n[patient] i take effexor 75 mg and my left knee hurts .\n";

inline domain::Citation quote(const char *source, const char *exact)
{
    return {domain::SourceId{source}, domain::QuoteSelector{exact, {}, {}, {}, {}}};
}

inline domain::Statement statement(const char *id, const char *text, std::vector<domain::Citation> citations = {})
{
    domain::Statement made;
    made.id = domain::StatementId{id};
    made.text = text;
    made.citations = std::move(citations);
    made.hasCitations = !made.citations.empty();
    return made;
}

inline domain::Source source(const char *id, domain::Source::Kind kind, const char *title, std::string content)
{
    domain::Source made;
    made.id = domain::SourceId{id};
    made.kind = kind;
    made.title = title;
    made.mediaType =
        kind == domain::Source::Kind::Fhir ? domain::Source::MediaType::FhirJson : domain::Source::MediaType::PlainText;
    made.read = true;
    made.content = std::move(content);
    return made;
}

// st1 quoted, st2 nothing cited, st3 quote not found, st4 cited three times (two sources).
inline domain::Draft sampleDraft()
{
    domain::NoteDraft note;
    note.sections.push_back({domain::SectionId{"s1"},
                             "History",
                             {},
                             {statement("st1", "Her left knee hurts.", {quote("visit", "my left knee hurts")}),
                              statement("st2", "She denies fever."),
                              statement("st3", "She takes Effexor 75 mg.", {quote("visit", "effexor 150 mg")})}});
    note.sections.push_back(
        {domain::SectionId{"s2"},
         "Plan",
         {},
         {statement("st4", "Continue Effexor.",
                    {quote("visit", "effexor 75 mg"),
                     {domain::SourceId{"med"}, domain::FhirPathSelector{"MedicationRequest.status", "active"}},
                     quote("visit", "knee")})}});
    return note;
}

inline std::shared_ptr<domain::Item> sampleItem(domain::Draft draft = sampleDraft(), const char *id = "item-1")
{
    auto item = std::make_shared<domain::Item>();
    item->id = domain::ItemId{id};
    item->digest = domain::Digest{"sha256:" + std::string(64, id[5])};
    domain::Proposal &proposal = item->proposal;
    proposal.action = {domain::ActionType{"note.file"}, "Visit note: knee", "Files this note.", true, {}};
    proposal.agent = {domain::AgentId{"scribe"}, "2.1", "m", {}};
    proposal.patient.id = domain::PatientId{"p1"};
    proposal.patient.family = domain::Phi<std::string>{"Rivera"};
    proposal.patient.given = domain::Phi<std::string>{"Rachel"};
    proposal.patient.birthDate = domain::Phi<std::string>{"1978-03-12"};
    proposal.patient.mrn = domain::Phi<std::string>{"004-118"};
    proposal.draft = std::move(draft);
    proposal.sources = {
        source("visit", domain::Source::Kind::Transcript, "Visit conversation", visitText),
        source("med", domain::Source::Kind::Fhir, "Medication order",
               R"({"resourceType":"MedicationRequest","id":"m1","status":"active","dose":{"value":75,"unit":"mg"}})"),
    };
    domain::Source fax;
    fax.id = domain::SourceId{"fax"};
    fax.kind = domain::Source::Kind::Document;
    fax.title = "Referral fax";
    fax.unreadReason = "illegible";
    proposal.sources.push_back(fax);
    return item;
}

inline std::shared_ptr<desk::OpenItemView> opened(std::shared_ptr<const domain::Item> item)
{
    auto open = std::make_shared<desk::OpenItemView>();
    open->id = item->id;
    open->item = std::move(item);
    for (const domain::Verdict verdict : {domain::Verdict::Approve, domain::Verdict::ApproveEdited,
                                          domain::Verdict::Reject, domain::Verdict::Return, domain::Verdict::Respond})
        open->offers.push_back(
            {verdict, {}, policy::meaningOf(verdict, domain::Role::Clinician), policy::legalFor(verdict)});
    return open;
}

inline desk::DeskSnapshot deskWith(std::shared_ptr<const domain::Item> item)
{
    desk::DeskSnapshot snapshot;
    snapshot.session.state = desk::SessionState::SignedIn;
    snapshot.session.reviewer =
        domain::Reviewer{domain::ReviewerId{"adeyemi"}, "Dr Ife Adeyemi", domain::Role::Clinician, "MD", "1234567893"};
    snapshot.open = item ? opened(std::move(item)) : nullptr;
    return snapshot;
}

// A clock that only moves when it is told to.
struct StillTime {
    milliseconds elapsed{10'000};
    [[nodiscard]] presenters::Clock clock()
    {
        return {[] { return parseInstant("2026-11-02T09:20:00Z").value_or(Instant{}); }, [this] { return elapsed; }};
    }
};

inline SecretBytes password()
{
    return SecretBytes::copyOf(asBytes("secret"));
}

template <class Request>
int countOf(const support::FakeDesk &desk)
{
    int count = 0;
    for (const desk::Command &command : desk.asked)
        count += std::holds_alternative<Request>(command.request) ? 1 : 0;
    return count;
}

} // namespace countersign::tests
