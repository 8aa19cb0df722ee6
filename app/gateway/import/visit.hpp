// A conversation and a note drafted of it as one proposal: the dialogue is the source, each sentence a statement, its
// citations found by alignment. Pure; any thread.
#pragma once

#include "core/base/instant.hpp"
#include "core/domain/proposal.hpp"

#include <string>

namespace countersign::gateway
{

struct Visit {
    domain::ProposalId id;
    std::string reason; // why the patient came; empty: unknown
    std::string dialogue;
    std::string note;
    domain::Patient patient;
    domain::Agent agent;
    Instant now;
};

[[nodiscard]] domain::Proposal proposalFromVisit(const Visit &visit);

} // namespace countersign::gateway
