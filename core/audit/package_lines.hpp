// The lines of decisions.ndjson and outcomes.ndjson (contract, audit-package.md). A line is a JSON object in RFC 8785
// form and one line feed, so that each line has one spelling and a verifier can name the line that was changed.
// Pure, any thread.
#pragma once

#include "core/audit/chain_error.hpp"
#include "core/base/instant.hpp"
#include "core/base/result.hpp"
#include "core/domain/decision.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace countersign::audit
{

// A decision as the gateway received it, whatever became of it.
struct DecisionLine {
    std::int64_t index = 0; // in the log
    Instant receivedAt;
    std::string jws, receipt; // compact
    domain::Digest erased{};  // of a decision whose words were erased: then `jws` is empty; otherwise empty
    bool operator==(const DecisionLine &) const = default;
};

// What happened to an item beside decisions.
struct Release {
    domain::Digest itemDigest;
    domain::PolicyRef policy;
    std::int64_t requiredSignatures = 1;       // demanded by that policy version
    std::vector<domain::DecisionId> decisions; // the signatures that it rests on
    bool operator==(const Release &) const = default;
};
struct Reported {                // by the agent, after a release
    std::string status;          // "completed", "failed" or "rolled-back"
    domain::Digest effectDigest; // may be empty
    bool operator==(const Reported &) const = default;
};
struct Expired {
    bool operator==(const Expired &) const = default;
};
struct Withdrawn {
    bool operator==(const Withdrawn &) const = default;
};
struct Superseded {
    domain::ItemId by;
    bool operator==(const Superseded &) const = default;
};
struct Invalidated {
    domain::DecisionId decision; // that no longer counts
    bool operator==(const Invalidated &) const = default;
};

struct CheckpointLine {
    std::string jws; // compact (core/audit/checkpoint)
    bool operator==(const CheckpointLine &) const = default;
};

// An entry of an audit trail (core/protocol/audit_codec) as the gateway received it. On paper the line also carries
// "digest", over receivedAt and entry with a line feed between: so that a changed byte is found in its own line.
struct EventLine {
    Instant receivedAt;
    std::string entry; // canonical
    bool operator==(const EventLine &) const = default;
};

struct OutcomeLine {
    domain::ItemId item;
    std::int64_t revision = 1;
    Instant at;
    std::variant<Release, Reported, Expired, Withdrawn, Superseded, Invalidated> what;
    // Digest of the line before, without its line feed; empty in the first line. The manifest holds the last one's.
    domain::Digest prev;
    bool operator==(const OutcomeLine &) const = default;
};

// Without the line feed.
[[nodiscard]] std::string encodeLine(const DecisionLine &line);
[[nodiscard]] std::string encodeLine(const OutcomeLine &line);
[[nodiscard]] std::string encodeLine(const CheckpointLine &line);
[[nodiscard]] std::string encodeLine(const EventLine &line);

// LineMalformed for what is not such an object in its canonical form, and for an instant in another spelling.
[[nodiscard]] Result<DecisionLine, ChainError> decodeDecisionLine(std::string_view bytes);
[[nodiscard]] Result<OutcomeLine, ChainError> decodeOutcomeLine(std::string_view bytes);
[[nodiscard]] Result<CheckpointLine, ChainError> decodeCheckpointLine(std::string_view bytes);
[[nodiscard]] Result<EventLine, ChainError> decodeEventLine(std::string_view bytes);

} // namespace countersign::audit
