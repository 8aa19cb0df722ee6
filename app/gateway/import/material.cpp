#include "app/gateway/import/material.hpp"

#include "app/gateway/import/visit.hpp"
#include "core/domain/names.hpp"
#include "core/fhir/chart.hpp"
#include "core/fhir/element.hpp"
#include "core/fhir/pas_request.hpp"
#include "core/protocol/canonical.hpp"
#include "core/protocol/proposal_codec.hpp"
#include "core/protocol/strict_json.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace countersign::gateway
{
namespace
{

namespace fs = std::filesystem;
using protocol::Json;

constexpr std::string_view dialogueEnding = ".dialogue.txt";
constexpr std::string_view noteEnding = ".note.txt";

std::string contentOf(const fs::path &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string_view ruleOf(fhir::FhirError error)
{
    switch (error) {
    case fhir::FhirError::NotJson:
        return "not-json";
    case fhir::FhirError::NotABundle:
        return "not-a-bundle";
    case fhir::FhirError::NotARequest:
        return "not-a-pas-request";
    case fhir::FhirError::PatientMissing:
        return "patient-missing";
    case fhir::FhirError::TooLarge:
        break;
    }
    return "document-too-large";
}

// Moves everything that a proposal dates by the same span.
void moveInstants(domain::Proposal &proposal, milliseconds shift)
{
    const auto move = [&](std::optional<Instant> &instant) {
        if (instant)
            *instant += shift;
    };
    proposal.proposedAt += shift;
    for (domain::Source &source : proposal.sources) {
        move(source.recordedAt);
        move(source.retrievedAt);
    }
    for (domain::TraceStep &step : proposal.trace)
        step.at += shift;
    move(proposal.deadline.clinicalAt);
    move(proposal.deadline.payerAt);
    move(proposal.deadline.expiresAt);
    if (const auto start = parseInstant(proposal.encounter.start))
        proposal.encounter.start = formatInstant(*start + shift);
}

class Collector
{
public:
    explicit Collector(const ImportOptions &options) : options_(options) {}

    void take(const fs::path &path)
    {
        if (fs::is_directory(path))
            return takeFolder(path);
        const std::string name = path.filename().string();
        if (!fs::is_regular_file(path))
            return refuse(name, "no-such-file");
        if (name.ends_with(".ndjson"))
            takeLines(path);
        else if (name.ends_with(".json"))
            takeDocument(contentOf(path), path.stem().string(), name);
        else if (name.ends_with(dialogueEnding))
            takePair(path);
        else if (!name.ends_with(noteEnding))
            refuse(name, "unknown-kind-of-file");
    }

    Material finish() { return std::move(material_); }

private:
    void takeFolder(const fs::path &folder)
    {
        std::vector<fs::path> entries;
        for (const auto &entry : fs::directory_iterator(folder))
            entries.push_back(entry.path());
        std::ranges::sort(entries);
        for (const fs::path &entry : entries) {
            const std::string name = entry.filename().string();
            const bool isMaterial = name.ends_with(".json") || name.ends_with(".ndjson") || name.ends_with(".txt");
            if (fs::is_directory(entry) ? name != "blobs" && name != "source" : isMaterial)
                take(entry);
        }
    }

    void takeLines(const fs::path &path)
    {
        std::ifstream file(path, std::ios::binary);
        std::size_t number = 0;
        for (std::string line; std::getline(file, line);) {
            ++number;
            if (!line.empty())
                takeProposal(line, path.filename().string() + ":" + std::to_string(number));
        }
        if (const fs::path blobs = path.parent_path() / "blobs"; fs::is_directory(blobs))
            for (const auto &entry : fs::directory_iterator(blobs))
                material_.blobs.push_back(entry.path());
    }

    // A proposal as it is, byte for byte; only --as and --as-of rewrite it.
    void takeProposal(const std::string &text, const std::string &origin)
    {
        auto decoded = protocol::decodeProposal(text);
        if (!decoded)
            return refuse(origin, std::string(protocol::ruleText(decoded.error().rule)));
        domain::Proposal &proposal = decoded->proposal;
        if (options_.agent.isEmpty() && !options_.asOf) {
            material_.proposals.push_back({proposal.agent.id, text, origin});
            return;
        }
        if (!options_.agent.isEmpty())
            proposal.agent.id = options_.agent;
        if (options_.asOf)
            moveInstants(proposal, options_.now - *options_.asOf);
        add(proposal, origin);
    }

    void takeDocument(const std::string &text, const std::string &stem, const std::string &origin)
    {
        const auto document = protocol::decodeStrict(text, protocol::limits::proposal, protocol::Numbers::Any);
        if (!document)
            return refuse(origin, std::string(protocol::ruleText(document.error().rule)));
        if (fhir::textAt(*document, "schema") == "countersign.proposal/1")
            return takeProposal(text, origin);
        if (document->find("ai_drafts") != nullptr)
            return takeEncounter(*document, origin);
        takeBundle(text, stem, origin);
    }

    void takeBundle(const std::string &text, const std::string &stem, const std::string &origin)
    {
        const fhir::ImportContext context{.agent = agentOr("fhir-import"), .name = stem, .now = options_.now};
        auto proposal = fhir::proposalFromPasRequest(text, context);
        if (!proposal && proposal.error() == fhir::FhirError::NotARequest)
            proposal = chartOrError(text, context);
        if (!proposal)
            return refuse(origin, std::string(ruleOf(proposal.error())));
        add(*proposal, origin);
    }

    // A Bundle that is no request is a chart only where the patient is what it is about: payers' answers are neither.
    static Result<domain::Proposal, fhir::FhirError> chartOrError(const std::string &text,
                                                                  const fhir::ImportContext &context)
    {
        const auto bundle = fhir::readBundle(text);
        if (!bundle || fhir::typeOf(bundle->entries.front().resource) != "Patient")
            return failure(fhir::FhirError::NotARequest);
        return fhir::proposalFromChart(text, context);
    }

    void takeEncounter(const Json &encounter, const std::string &origin)
    {
        const Json *drafts = encounter.find("ai_drafts");
        if (drafts->asObject() == nullptr || drafts->asObject()->empty())
            return refuse(origin, "no-drafts");
        for (const Json::Member &draft : *drafts->asObject()) {
            if (draft.value.asString() == nullptr || draft.value.asString()->empty())
                continue;
            Visit visit;
            visit.id = domain::ProposalId(fhir::asId(fhir::textAt(encounter, "encounter_id") + "-" + draft.name));
            visit.reason = fhir::textAt(encounter, "metadata.cc");
            visit.dialogue = fhir::textAt(encounter, "dialogue");
            visit.note = *draft.value.asString();
            visit.patient = patientOfEncounter(encounter);
            visit.agent = {agentOr("scribe-llm"), "1", draft.name, {}};
            visit.now = options_.now;
            add(proposalFromVisit(visit), origin + ":" + draft.name);
        }
    }

    static domain::Patient patientOfEncounter(const Json &encounter)
    {
        domain::Patient patient;
        patient.id = domain::PatientId(fhir::asId("aci-" + fhir::textAt(encounter, "encounter_id")));
        patient.family = domain::Phi(fhir::textAt(encounter, "metadata.patient_familyname"));
        patient.given = domain::Phi(fhir::textAt(encounter, "metadata.patient_firstname"));
        patient.sex = domain::parse<domain::Patient::Sex>(fhir::textAt(encounter, "metadata.patient_gender"))
                          .value_or(domain::Patient::Sex::Unstated);
        patient.allergyStatus = domain::Patient::AllergyStatus::NotReceived;
        return patient;
    }

    void takePair(const fs::path &dialogue)
    {
        const std::string name = dialogue.filename().string();
        const std::string stem = name.substr(0, name.size() - dialogueEnding.size());
        const fs::path note = dialogue.parent_path() / (stem + std::string(noteEnding));
        if (!fs::is_regular_file(note))
            return refuse(name, "note-missing");
        Visit visit;
        visit.id = domain::ProposalId(fhir::asId(stem));
        visit.dialogue = contentOf(dialogue);
        visit.note = contentOf(note);
        visit.patient.id = domain::PatientId(fhir::asId("patient-" + stem));
        visit.patient.allergyStatus = domain::Patient::AllergyStatus::NotReceived;
        visit.agent = {agentOr("scribe"), "1", "unknown", {}};
        visit.now = options_.now;
        add(proposalFromVisit(visit), name);
    }

    void add(const domain::Proposal &proposal, const std::string &origin)
    {
        const std::string document = protocol::compactText(protocol::encodeProposal(proposal));
        const auto checked = protocol::decodeProposal(document);
        if (!checked)
            return refuse(origin, std::string(protocol::ruleText(checked.error().rule)));
        material_.proposals.push_back({proposal.agent.id, document, origin});
    }

    [[nodiscard]] domain::AgentId agentOr(std::string_view usual) const
    {
        return options_.agent.isEmpty() ? domain::AgentId(std::string(usual)) : options_.agent;
    }

    void refuse(const std::string &origin, std::string rule) { material_.refused.push_back({origin, std::move(rule)}); }

    const ImportOptions &options_;
    Material material_;
};

} // namespace

Material collectMaterial(const std::vector<fs::path> &paths, const ImportOptions &options)
{
    Collector collector(options);
    for (const fs::path &path : paths)
        collector.take(path);
    return collector.finish();
}

} // namespace countersign::gateway
