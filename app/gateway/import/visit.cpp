#include "app/gateway/import/visit.hpp"

#include "app/gateway/import/alignment.hpp"
#include "app/gateway/import/note_text.hpp"

namespace countersign::gateway
{
namespace
{

using namespace std::chrono_literals;

domain::Source dialogueSource(const Visit &visit)
{
    domain::Source source;
    source.id = domain::SourceId("visit");
    source.kind = domain::Source::Kind::Transcript;
    source.title = "Visit conversation";
    source.patientId = visit.patient.id;
    source.recordedAt = visit.now - 30min;
    source.retrievedAt = visit.now - 5min;
    source.mediaType = domain::Source::MediaType::PlainText;
    source.read = true;
    source.content = visit.dialogue;
    return source;
}

domain::TraceStep traceStep(std::int64_t seq, Instant at, std::string tool, domain::TraceStep::Kind kind)
{
    domain::TraceStep step;
    step.seq = seq;
    step.at = at;
    step.tool = std::move(tool);
    step.kind = kind;
    return step;
}

domain::Action noteAction(const std::string &reason)
{
    constexpr std::size_t titleBytesMax = 160;
    domain::Action action;
    action.type = domain::ActionType("note.file");
    action.title = reason.empty() || reason.size() > titleBytesMax ? "Visit note" : "Visit note: " + reason;
    action.effect = "Files this note in the chart as the record of the visit.";
    action.reversible = true;
    action.rollback = "The note is marked entered in error and an addendum is filed.";
    return action;
}

} // namespace

domain::Proposal proposalFromVisit(const Visit &visit)
{
    domain::Proposal proposal;
    proposal.id = visit.id;
    proposal.workflow = domain::WorkflowId("clinical-documentation");
    proposal.action = noteAction(visit.reason);
    proposal.agent = visit.agent;
    proposal.patient = visit.patient;
    proposal.proposedAt = visit.now;
    proposal.sources.push_back(dialogueSource(visit));
    proposal.trace = {traceStep(0, visit.now - 5min, "transcript.read", domain::TraceStep::Kind::Read),
                      traceStep(1, visit.now - 1min, "note.draft", domain::TraceStep::Kind::Compute)};
    proposal.trace[0].sourceIds = {proposal.sources[0].id};

    domain::NoteDraft draft{.language = "en", .sections = sectionsOfNote(visit.note)};
    const Alignment alignment(visit.dialogue);
    for (domain::Section &section : draft.sections)
        for (domain::Statement &statement : section.statements) {
            for (domain::QuoteSelector &quote : alignment.turnsFor(statement.text))
                statement.citations.push_back({proposal.sources[0].id, std::move(quote)});
            statement.hasCitations = !statement.citations.empty();
        }
    proposal.draft = std::move(draft);
    return proposal;
}

} // namespace countersign::gateway
