#include "tests/support/sample_proposal.hpp"

namespace countersign::support
{
namespace
{

domain::Statement statement(const std::string &id, const std::string &text)
{
    domain::Statement made;
    made.id = domain::StatementId{id};
    made.text = text;
    return made;
}

} // namespace

domain::Proposal sampleProposal(int number)
{
    const auto suffix = std::to_string(number);
    domain::Proposal proposal;
    proposal.id = domain::ProposalId{"p-" + suffix};
    proposal.workflow = domain::WorkflowId{"clinical-documentation"};
    proposal.action = {.type = domain::ActionType{"note.file"},
                       .title = "File a visit note",
                       .effect = "The note becomes part of the record.",
                       .reversible = std::nullopt,
                       .rollback = {}};
    proposal.agent = {domain::AgentId{"scribe"}, "1", "invented", {}};
    proposal.patient.id = domain::PatientId{"pt-" + suffix};
    proposal.patient.family = domain::Phi<std::string>("Testperson" + suffix);
    proposal.patient.given = domain::Phi<std::string>("Ada");
    proposal.patient.birthDate = domain::Phi<std::string>("1961-04-0" + std::to_string(1 + number % 9));
    proposal.proposedAt = *parseInstant("2026-11-02T08:00:00Z");
    domain::NoteDraft draft;
    draft.sections.push_back({domain::SectionId{"s1"},
                              "Plan",
                              {},
                              {statement("st1", "Amoxicillin 500 mg three times a day, number " + suffix + "."),
                               statement("st2", "Return in two weeks.")}});
    proposal.draft = std::move(draft);
    domain::Source source;
    source.id = domain::SourceId{"src1"};
    source.kind = domain::Source::Kind::Transcript;
    source.title = "Visit";
    source.patientId = proposal.patient.id;
    source.mediaType = domain::Source::MediaType::PlainText;
    source.read = true;
    source.content = "Doctor: take amoxicillin, come back in two weeks. Patient " + suffix + ": yes.";
    proposal.sources.push_back(std::move(source));
    return proposal;
}

domain::Proposal withFax(domain::Proposal proposal, const domain::Digest &content)
{
    domain::Source source;
    source.id = domain::SourceId("fax");
    source.kind = domain::Source::Kind::Document;
    source.title = "Referral";
    source.mediaType = domain::Source::MediaType::Pdf;
    source.read = true;
    source.blob = content;
    proposal.sources.push_back(std::move(source));
    return proposal;
}

} // namespace countersign::support
