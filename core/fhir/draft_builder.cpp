#include "core/fhir/draft_builder.hpp"

#include "core/domain/names.hpp"
#include "core/fhir/element.hpp"
#include "core/protocol/canonical.hpp"
#include "core/protocol/limits.hpp"

#include <algorithm>

namespace countersign::fhir
{

using protocol::Json;

std::string asId(std::string_view text)
{
    constexpr std::size_t lengthMax = 64;
    constexpr std::string_view marks = "._:-";
    std::string id;
    for (const char c : text.substr(0, lengthMax)) {
        const bool isAllowed = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
                               || marks.find(c) != std::string_view::npos;
        id += isAllowed ? c : '-';
    }
    return id.empty() ? "unnamed" : id;
}

domain::Patient patientOf(const Json &resource)
{
    domain::Patient patient;
    patient.id = domain::PatientId(asId(textAt(resource, "id")));
    patient.mrn = domain::Phi(textAt(resource, "identifier[0].value"));
    patient.family = domain::Phi(textAt(resource, "name[0].family"));
    patient.given = domain::Phi(textAt(resource, "name[0].given[0]"));
    if (const std::string born = textAt(resource, "birthDate"); isCalendarDate(born))
        patient.birthDate = domain::Phi(born);
    patient.sex = domain::parse<domain::Patient::Sex>(textAt(resource, "gender")).value_or(patient.sex);
    patient.allergyStatus = domain::Patient::AllergyStatus::NotReceived;
    return patient;
}

DraftBuilder::DraftBuilder(const Bundle &bundle, domain::PatientId patient, Instant now)
    : bundle_(bundle), patient_(std::move(patient)), now_(now)
{
}

void DraftBuilder::beginSection(std::string_view title)
{
    domain::Section section;
    section.id = domain::SectionId("s" + std::to_string(sections_.size() + 1));
    section.title = title;
    sections_.push_back(std::move(section));
}

void DraftBuilder::state(std::string_view label, const Json &resource, const std::string &path)
{
    if (const std::string value = textAt(resource, path); !path.empty() && !value.empty())
        stateWords(std::string(label) + ": " + value + ".", resource, path);
}

void DraftBuilder::stateWords(std::string words, const Json &resource, const std::string &path)
{
    if (statementCount_ == protocol::limits::statementsMax)
        return;
    domain::Statement statement;
    statement.id = domain::StatementId("st" + std::to_string(++statementCount_));
    statement.text = std::move(words);
    statement.style = domain::Statement::Style::Bullet;
    statement.basis = domain::Statement::Basis::Stated;
    const domain::FhirPathSelector selector{.path = typeOf(resource) + "." + path, .exact = textAt(resource, path)};
    statement.citations.push_back({.sourceId = cite(resource), .selector = selector});
    statement.hasCitations = true;
    sections_.back().statements.push_back(std::move(statement));
}

domain::Source DraftBuilder::sourceOf(const Json &resource) const
{
    domain::Source source;
    source.id = domain::SourceId(asId(typeOf(resource) + "-" + textAt(resource, "id")));
    source.kind = domain::Source::Kind::Fhir;
    source.title = typeOf(resource);
    source.patientId = patient_;
    source.retrievedAt = now_;
    source.version = textAt(resource, "meta.versionId");
    source.reference = typeOf(resource) + "/" + textAt(resource, "id");
    return source;
}

domain::SourceId DraftBuilder::cite(const Json &resource)
{
    domain::Source source = sourceOf(resource);
    if (std::ranges::find(sources_, source.id, &domain::Source::id) == sources_.end()) {
        source.mediaType = domain::Source::MediaType::FhirJson;
        source.read = true;
        source.content = protocol::compactText(resource);
        sources_.push_back(source);
    }
    return source.id;
}

void DraftBuilder::addUnread(std::string_view reason)
{
    for (const Entry &entry : bundle_.entries) {
        domain::Source source = sourceOf(entry.resource);
        const bool isKnown = std::ranges::find(sources_, source.id, &domain::Source::id) != sources_.end();
        if (isKnown || sources_.size() == protocol::limits::sourcesMax)
            continue;
        source.unreadReason = reason;
        sources_.push_back(std::move(source));
    }
}

std::vector<domain::Section> DraftBuilder::takeSections()
{
    std::erase_if(sections_, [](const domain::Section &section) { return section.statements.empty(); });
    return std::move(sections_);
}

} // namespace countersign::fhir
