// proposal.schema.json, member by member (core/protocol/fields.hpp tells how to read this). The rules that a schema
// cannot say are in proposal_rules.
#pragma once

#include "core/domain/proposal.hpp"
#include "core/protocol/fields.hpp"

namespace countersign::protocol
{

template <class Io>
void describe(Io &io, Of<Io, domain::Action> &v)
{
    io.required("type", v.type);
    io.required("title", v.title, Length{1, 200});
    io.required("effect", v.effect, Length{1, 500});
    io.optional("reversible", v.reversible);
    io.optional("rollback", v.rollback, Length{0, 500});
}

template <class Io>
void describe(Io &io, Of<Io, domain::Agent> &v)
{
    io.required("id", v.id);
    io.required("version", v.version, Length{0, 64});
    io.required("model", v.model, Length{0, 128});
    io.optional("promptDigest", v.promptDigest);
}

template <class Io>
void describe(Io &io, Of<Io, domain::Allergy> &v)
{
    io.required("substance", v.substance);
    io.optional("reaction", v.reaction);
    io.optional("criticality", v.criticality);
    io.optional("status", v.status);
    io.optional("sourceId", v.sourceId);
}

template <class Io>
void describe(Io &io, Of<Io, domain::Patient> &v)
{
    io.required("id", v.id);
    io.optional("mrn", v.mrn, Length{0, 64});
    io.optional("family", v.family, Length{0, 200});
    io.optional("given", v.given, Length{0, 200});
    io.optional("birthDate", v.birthDate, CalendarDate{});
    io.optional("sex", v.sex);
    io.optional("allergies", v.allergies);
    io.optional("allergyStatus", v.allergyStatus);
}

template <class Io>
void describe(Io &io, Of<Io, domain::Encounter> &v)
{
    io.optional("id", v.id, IdText{});
    io.optional("start", v.start);
    io.optional("class", v.kind);
    io.optional("location", v.location);
}

template <class Io>
void describe(Io &io, Of<Io, domain::QuoteSelector> &v)
{
    io.required("exact", v.exact);
    io.optional("prefix", v.prefix);
    io.optional("suffix", v.suffix);
    io.optional("start", v.start, Range{.min = 0});
    io.optional("end", v.end, Range{.min = 0});
}

template <class Io>
void describe(Io &io, Of<Io, domain::FhirPathSelector> &v)
{
    io.required("path", v.path, Length{0, 500});
    io.optional("exact", v.exact);
}

template <class Io>
void describe(Io &io, Of<Io, domain::PageSelector> &v)
{
    io.required("page", v.page, Range{.min = 1});
    io.optional("box", v.box, Range{0, 10'000});
    io.optional("exact", v.exact);
}

template <class Io>
void describe(Io &io, Of<Io, domain::Selector> &v)
{
    io.choice("type", v, {"TextQuoteSelector", "FhirPathSelector", "PageSelector"}, Rule::UnknownSelectorType);
}

template <class Io>
void describe(Io &io, Of<Io, domain::Citation> &v)
{
    io.required("sourceId", v.sourceId);
    io.required("selector", v.selector);
}

template <class Io>
void describe(Io &io, Of<Io, domain::Statement> &v)
{
    io.required("id", v.id);
    io.required("text", v.text, Length{.min = 1});
    io.optional("style", v.style);
    io.optionalList("citations", v.citations, v.hasCitations,
                    Count{.max = limits::citationsPerStatementMax, .over = Rule::TooManyCitations});
    io.optional("basis", v.basis);
}

template <class Io>
void describe(Io &io, Of<Io, domain::Section> &v)
{
    io.required("id", v.id);
    io.required("title", v.title, Length{0, 200});
    io.optional("loinc", v.loinc);
    io.required("statements", v.statements);
}

template <class Io>
void describe(Io &io, Of<Io, domain::NoteDraft> &v)
{
    io.optional("language", v.language);
    io.required("sections", v.sections, Count{.min = 1});
}

template <class Io>
void describe(Io &io, Of<Io, domain::Answer> &v)
{
    io.required("linkId", v.linkId);
    io.optional("origin", v.origin);
    io.optional("citations", v.citations);
}

template <class Io>
void describe(Io &io, Of<Io, domain::Criterion> &v)
{
    io.required("id", v.id, IdText{});
    io.required("text", v.text);
    io.optional("sourceId", v.sourceId);
    io.required("status", v.status);
    io.optional("citations", v.citations);
}

template <class Io>
void describe(Io &io, Of<Io, domain::PriorAuthDraft> &v)
{
    io.required("bundle", v.bundle);
    io.optional("questionnaire", v.questionnaire);
    io.optional("questionnaireResponse", v.questionnaireResponse);
    io.optional("answers", v.answers);
    io.optional("criteria", v.criteria);
    io.required("sections", v.sections);
}

template <class Io>
void describe(Io &io, Of<Io, domain::ToolCallDraft> &v)
{
    io.required("name", v.name, Length{0, 200});
    io.required("arguments", v.arguments);
    io.optional("argumentsSchema", v.argumentsSchema);
    io.optional("description", v.description);
}

template <class Io>
void describe(Io &io, Of<Io, domain::Draft> &v)
{
    io.choice("kind", v, {"note", "prior-auth", "tool-call"}, Rule::UnknownDraftKind);
}

template <class Io>
void describe(Io &io, Of<Io, domain::Source> &v)
{
    io.required("id", v.id);
    io.required("kind", v.kind);
    io.required("title", v.title, Length{0, 300});
    io.optional("author", v.author, Length{0, 200});
    io.optional("patientId", v.patientId);
    io.optional("recordedAt", v.recordedAt);
    io.optional("retrievedAt", v.retrievedAt);
    io.optional("version", v.version, Length{0, 128});
    io.optional("reference", v.reference, Length{0, 300});
    io.optional("mediaType", v.mediaType);
    io.required("read", v.read);
    io.optional("unreadReason", v.unreadReason, Length{0, 200});
    io.optional("content", v.content);
    io.optional("blob", v.blob);
    io.optional("digest", v.digest);
    io.optional("pageTexts", v.pageTexts);
    io.optional("expectedPages", v.expectedPages, Range{.min = 1});
    io.optional("language", v.language);
}

template <class Io>
void describe(Io &io, Of<Io, domain::TraceStep> &v)
{
    io.required("seq", v.seq, Range{.min = 0});
    io.required("at", v.at);
    io.required("tool", v.tool, Length{0, 128});
    io.optional("purpose", v.purpose, Length{0, 300});
    io.optional("kind", v.kind);
    io.optional("inputDigest", v.inputDigest);
    io.optional("outputDigest", v.outputDigest);
    io.optional("sourceIds", v.sourceIds);
    io.optional("phi", v.phi);
    io.required("status", v.status);
    io.optional("agent", v.agent);
}

template <class Io>
void describe(Io &io, Of<Io, domain::Risk> &v)
{
    io.optional("tier", v.tier);
    io.optional("reasons", v.reasons, Count{}, Length{0, 300});
    io.optional("samd", v.samd);
}

template <class Io>
void describe(Io &io, Of<Io, domain::Uncertainty> &v)
{
    io.required("text", v.text, Length{0, 500});
    io.optional("statementIds", v.statementIds);
}

template <class Io>
void describe(Io &io, Of<Io, domain::PeerFinding> &v)
{
    io.required("by", v.by);
    io.optional("statementId", v.statementId);
    io.optional("severity", v.severity);
    io.required("text", v.text, Length{0, 500});
}

template <class Io>
void describe(Io &io, Of<Io, domain::Deadline> &v)
{
    io.optional("clinicalAt", v.clinicalAt);
    io.optional("payerAt", v.payerAt);
    io.optional("basis", v.basis, Length{0, 200});
    io.optional("expiresAt", v.expiresAt);
}

template <class Io>
void describe(Io &io, Of<Io, domain::Proposal> &v)
{
    io.constant("schema", "countersign.proposal/1", Rule::UnknownSchema);
    io.required("id", v.id);
    io.required("workflow", v.workflow);
    io.required("action", v.action);
    io.required("agent", v.agent);
    io.required("patient", v.patient);
    io.optional("encounter", v.encounter);
    io.required("proposedAt", v.proposedAt);
    io.required("draft", v.draft);
    io.required("sources", v.sources, Count{.max = limits::sourcesMax, .over = Rule::TooManySources});
    io.optional("trace", v.trace);
    io.optional("risk", v.risk);
    io.optional("uncertainty", v.uncertainty);
    io.optional("peerFindings", v.peerFindings);
    io.optional("deadline", v.deadline);
    io.optional("supersedes", v.supersedes);
    io.optional("inReplyTo", v.inReplyTo);
    io.optional("changeNote", v.changeNote, Length{0, 1000});
}

} // namespace countersign::protocol
