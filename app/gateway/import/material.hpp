// What `countersign-gateway import` makes of files: NDJSON of proposals, folders of FHIR Bundles (patient-centred or
// Da Vinci PAS requests), dialogue and note pairs, ACI-BENCH encounters. Reads files; submits nothing.
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/instant.hpp"
#include "core/domain/ids.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace countersign::gateway
{

struct ImportOptions {
    domain::AgentId agent;       // --as: replaces the agents that the material names; empty: they stay
    Instant now;                 // when imported material was proposed
    std::optional<Instant> asOf; // --as-of: moves every instant of proposals by now − asOf
};

struct ImportedProposal {
    domain::AgentId agent;
    std::string document; // JSON of proposal.schema.json
    std::string origin;   // file name and line: never content
};

struct Refused {
    std::string origin;
    std::string rule; // kebab-case
};

struct Material {
    std::vector<ImportedProposal> proposals;
    std::vector<std::filesystem::path> blobs; // files of a folder named "blobs" beside NDJSON
    std::vector<Refused> refused;
};

[[nodiscard]] Material collectMaterial(const std::vector<std::filesystem::path> &paths, const ImportOptions &options);

} // namespace countersign::gateway
