// One visit as the tests of the checks need it: what was said, and one statement that cites all of it.
#pragma once

#include "core/domain/proposal.hpp"

#include <string>
#include <string_view>

namespace countersign::tests
{

inline domain::Proposal visit(std::string_view conversation, std::string_view statement)
{
    domain::Proposal proposal;
    proposal.patient.id = domain::PatientId("p1");
    domain::Source source;
    source.id = domain::SourceId("visit");
    source.kind = domain::Source::Kind::Transcript;
    source.patientId = proposal.patient.id;
    source.read = true;
    source.content = conversation;
    proposal.sources = {source};
    domain::Statement written;
    written.id = domain::StatementId("s1");
    written.text = statement;
    written.citations = {{source.id, domain::QuoteSelector{std::string(conversation), "", "", 0, {}}}};
    proposal.draft = domain::NoteDraft{"en", {{domain::SectionId("a"), "Note", "", {written}}}};
    return proposal;
}

} // namespace countersign::tests
