// What an automatic check reports: finding.schema.json as values. No finding is never worded "verified".
#pragma once

#include "core/domain/ids.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace countersign::domain
{

enum class Severity { Info, Warning, Stop };
enum class ResolvableBy { Edit, RemoveStatement, Cite, Acknowledge, Reject, Escalate, OwnKnowledge };

struct Finding {
    FindingId id; // digest of code, place and values: the same fault has the same id in every run
    std::string code;
    Severity severity = Severity::Info;
    std::string check, checkVersion;
    StatementId statementId;
    std::optional<std::array<std::int64_t, 2>> span; // code points of the statement's text
    SourceId sourceId;
    std::optional<std::array<std::int64_t, 2>> sourceSpan;
    std::optional<std::int64_t> page;
    std::vector<std::pair<std::string, std::string>> values; // e.g. {"draft","LEFT"}, {"source","RIGHT"}
    std::string message;
    std::vector<ResolvableBy> resolvableBy;
    bool operator==(const Finding &) const = default;
};

// How many of each severity; what a queue shows of them.
struct FindingCounts {
    std::int64_t stop = 0, warning = 0, info = 0;
    bool operator==(const FindingCounts &) const = default;
};
[[nodiscard]] FindingCounts countsOf(const std::vector<Finding> &findings);

} // namespace countersign::domain
