// What an agent asks to do, the draft it wants approved, and the context it cites: proposal.schema.json as values.
// All text is UTF-8 and hostile until shown plain. Absent optional strings are empty.
#pragma once

#include "core/base/instant.hpp"
#include "core/domain/ids.hpp"
#include "core/domain/phi.hpp"
#include "core/domain/tier.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace countersign::domain
{

struct Action {
    ActionType type;
    std::string title;  // no patient identifiers
    std::string effect; // what happens in the world on release, one plain sentence
    std::optional<bool> reversible;
    std::string rollback;
    bool operator==(const Action &) const = default;
};

struct Agent {
    AgentId id;
    std::string version;
    std::string model;
    Digest promptDigest;
    bool operator==(const Agent &) const = default;
};

struct Allergy {
    enum class Criticality { Unstated, Low, High, UnableToAssess };
    enum class Status { Unstated, Active, Inactive, Refuted };
    std::string substance;
    std::string reaction;
    Criticality criticality = Criticality::Unstated;
    Status status = Status::Unstated;
    SourceId sourceId;
    bool operator==(const Allergy &) const = default;
};

struct Patient {
    enum class Sex { Unstated, Female, Male, Other, Unknown };
    enum class AllergyStatus { Unstated, Listed, NoneKnown, NotReceived };
    PatientId id;
    Phi<std::string> mrn;
    Phi<std::string> family;
    Phi<std::string> given;
    Phi<std::string> birthDate; // YYYY-MM-DD
    Sex sex = Sex::Unstated;
    std::vector<Allergy> allergies;
    AllergyStatus allergyStatus = AllergyStatus::Unstated;
    bool operator==(const Patient &) const = default;
};

struct Encounter {
    std::string id, start, kind, location; // kind: FHIR Encounter.class
    bool operator==(const Encounter &) const = default;
};

// W3C TextQuoteSelector; positions are code points of the source's text.
struct QuoteSelector {
    std::string exact, prefix, suffix;
    std::optional<std::int64_t> start, end;
    bool operator==(const QuoteSelector &) const = default;
};
struct FhirPathSelector {
    std::string path;
    std::string exact; // the value found there, as text
    bool operator==(const FhirPathSelector &) const = default;
};
struct PageSelector {
    std::int64_t page = 1;
    std::optional<std::array<std::int64_t, 4>> box; // x, y, width, height in 1/10000 of the page
    std::string exact;
    bool operator==(const PageSelector &) const = default;
};
using Selector = std::variant<QuoteSelector, FhirPathSelector, PageSelector>;

struct Citation {
    SourceId sourceId;
    Selector selector;
    bool operator==(const Citation &) const = default;
};

struct Statement {
    enum class Style { Unstated, Sentence, Bullet, Heading, TableRow };
    enum class Basis { Unstated, Stated, Inferred, GeneralKnowledge, Boilerplate };
    StatementId id;
    std::string text;
    Style style = Style::Unstated;
    std::vector<Citation> citations;
    bool hasCitations = false; // an empty list and an absent one are different bytes
    Basis basis = Basis::Unstated;
    bool operator==(const Statement &) const = default;
};

struct Section {
    SectionId id;
    std::string title;
    std::string loinc;
    std::vector<Statement> statements;
    bool operator==(const Section &) const = default;
};

struct NoteDraft {
    std::string language;
    std::vector<Section> sections;
    bool operator==(const NoteDraft &) const = default;
};

struct Answer {
    enum class Origin { Unstated, AutoClient, AutoServer, Override, Manual };
    std::string linkId;
    Origin origin = Origin::Unstated;
    std::vector<Citation> citations;
    bool operator==(const Answer &) const = default;
};
struct Criterion {
    enum class Status { Met, NotMet, Missing, Unclear };
    std::string id, text;
    SourceId sourceId;
    Status status = Status::Unclear;
    std::vector<Citation> citations;
    bool operator==(const Criterion &) const = default;
};
struct PriorAuthDraft {
    std::string bundle; // FHIR R4 PAS request Bundle, JSON text
    std::string questionnaire, questionnaireResponse;
    std::vector<Answer> answers;
    std::vector<Criterion> criteria;
    std::vector<Section> sections; // the narrative
    bool operator==(const PriorAuthDraft &) const = default;
};

struct ToolCallDraft {
    std::string name;
    std::string arguments; // JSON text
    std::string argumentsSchema;
    std::string description;
    bool operator==(const ToolCallDraft &) const = default;
};
using Draft = std::variant<NoteDraft, PriorAuthDraft, ToolCallDraft>;

// The sections of any draft; a tool call has none.
[[nodiscard]] const std::vector<Section> &sectionsOf(const Draft &draft);
[[nodiscard]] std::vector<Section> *sectionsOf(Draft &draft);
[[nodiscard]] const Statement *findStatement(const Draft &draft, const StatementId &id);

struct Source {
    enum class Kind { Fhir, Note, Transcript, Document, Image, Guideline, PayerPolicy, Message };
    enum class MediaType { Unstated, PlainText, FhirJson, Pdf, Png, Jpeg, Tiff };
    SourceId id;
    Kind kind = Kind::Note;
    std::string title, author;
    PatientId patientId; // empty for guidelines and payer policies
    std::optional<Instant> recordedAt, retrievedAt;
    std::string version, reference;
    MediaType mediaType = MediaType::Unstated;
    bool read = false; // false: known to exist, not read by the agent (the context gap)
    std::string unreadReason;
    std::optional<std::string> content;
    Digest blob;
    Digest digest; // of the content's bytes, as the agent gave it
    std::vector<std::string> pageTexts;
    std::optional<std::int64_t> expectedPages;
    std::string language;
    bool operator==(const Source &) const = default;
};

struct TraceStep {
    enum class Kind { Unstated, Read, Compute, Write, External };
    enum class PhiShare { Unstated, None, Tokenised, Minimum, Full };
    enum class Status { Ok, Error, Skipped };
    std::int64_t seq = 0;
    Instant at;
    std::string tool, purpose;
    Kind kind = Kind::Unstated;
    Digest inputDigest, outputDigest;
    std::vector<SourceId> sourceIds;
    PhiShare phi = PhiShare::Unstated;
    Status status = Status::Ok;
    AgentId agent;
    bool operator==(const TraceStep &) const = default;
};

struct Risk {
    enum class Samd { Unstated, Administrative, NonDeviceCds, Device };
    std::optional<Tier> tier; // the agent's own view: policy may raise it, never lower it
    std::vector<std::string> reasons;
    Samd samd = Samd::Unstated;
    bool operator==(const Risk &) const = default;
};

struct Uncertainty {
    std::string text;
    std::vector<StatementId> statementIds;
    bool operator==(const Uncertainty &) const = default;
};
struct PeerFinding {
    enum class Severity { Unstated, Info, Warning, Stop };
    AgentId by;
    StatementId statementId;
    Severity severity = Severity::Unstated;
    std::string text;
    bool operator==(const PeerFinding &) const = default;
};

struct Deadline {
    std::optional<Instant> clinicalAt, payerAt, expiresAt;
    std::string basis;
    bool operator==(const Deadline &) const = default;
};

struct Proposal {
    ProposalId id;
    WorkflowId workflow;
    Action action;
    Agent agent;
    Patient patient;
    Encounter encounter;
    Instant proposedAt;
    Draft draft;
    std::vector<Source> sources;
    std::vector<TraceStep> trace;
    Risk risk;
    std::vector<Uncertainty> uncertainty;
    std::vector<PeerFinding> peerFindings;
    Deadline deadline;
    ProposalId supersedes;
    DecisionId inReplyTo;
    std::string changeNote;
    bool operator==(const Proposal &) const = default;
};

[[nodiscard]] const Source *findSource(const Proposal &proposal, const SourceId &id);

} // namespace countersign::domain
