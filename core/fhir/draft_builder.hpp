// Makes a proposal out of resources: each statement names the value it came from, by path. Pure; any thread.
#pragma once

#include "core/base/instant.hpp"
#include "core/domain/proposal.hpp"
#include "core/fhir/bundle.hpp"

#include <string>
#include <string_view>

namespace countersign::fhir
{

// What an import knows beyond the material.
struct ImportContext {
    domain::AgentId agent;
    std::string agentVersion = "1";
    std::string name; // of the file, without its ending: the proposal's id where the material has none
    Instant now;
};

// An id of the contract made of any text: what is not allowed becomes '-', over 64 characters is cut.
[[nodiscard]] std::string asId(std::string_view text);

[[nodiscard]] domain::Patient patientOf(const protocol::Json &resource);

class DraftBuilder
{
public:
    DraftBuilder(const Bundle &bundle, domain::PatientId patient, Instant now);

    void beginSection(std::string_view title);
    // "Label: value." citing the value's place; says nothing where the path has no text.
    void state(std::string_view label, const protocol::Json &resource, const std::string &path);
    // Words of the caller, citing that place.
    void stateWords(std::string words, const protocol::Json &resource, const std::string &path);
    // Everything that no statement cites is known and not read, up to the contract's number of sources.
    void addUnread(std::string_view reason);

    [[nodiscard]] std::vector<domain::Section> takeSections();
    [[nodiscard]] std::vector<domain::Source> takeSources() { return std::move(sources_); }

private:
    [[nodiscard]] domain::Source sourceOf(const protocol::Json &resource) const;
    [[nodiscard]] domain::SourceId cite(const protocol::Json &resource);

    const Bundle &bundle_;
    domain::PatientId patient_;
    Instant now_;
    std::vector<domain::Section> sections_;
    std::vector<domain::Source> sources_;
    std::size_t statementCount_ = 0;
};

} // namespace countersign::fhir
