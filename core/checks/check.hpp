// One automatic check: a pure function of a proposal, its sources, the policy and the time, with what a reader must
// know of it (R-301: each states why it is no device function; 9.3: what it cannot know).
#pragma once

#include "core/checks/context.hpp"
#include "core/domain/finding.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace countersign::checks
{

// What a check found, in the terms of its context; the registry makes the finding of it.
struct Report {
    std::string_view code;
    domain::Severity severity = domain::Severity::Warning; // where the policy says nothing
    std::size_t statement = nowhere;
    Range place{}; // tokens of the statement
    std::size_t source = nowhere;
    Range sourcePlace{};   // tokens of the source
    std::int64_t page = 0; // from 1; 0 for none
    std::vector<std::pair<std::string, std::string>> values{};
    std::string message{};
};

struct Check {
    std::string_view name, version;
    std::string_view knows, cannotKnow;
    std::string_view rationale; // under the criteria of 520(o)(1)(E)
    void (*run)(const Context &context, std::vector<Report> &reports);
};

// The families, one file each.
[[nodiscard]] const Check &citationCheck();
[[nodiscard]] const Check &valueCheck();
[[nodiscard]] const Check &figureCheck();
[[nodiscard]] const Check &drugEvidenceCheck();
[[nodiscard]] const Check &polarityCheck();
[[nodiscard]] const Check &echoCheck();
[[nodiscard]] const Check &supportCheck();
[[nodiscard]] const Check &lateralityCheck();
[[nodiscard]] const Check &qualityCheck();
[[nodiscard]] const Check &takingCheck();
[[nodiscard]] const Check &placeCheck();
[[nodiscard]] const Check &subjectCheck();
[[nodiscard]] const Check &courseCheck();
[[nodiscard]] const Check &certaintyCheck();
[[nodiscard]] const Check &timeCheck();
[[nodiscard]] const Check &identityCheck();
[[nodiscard]] const Check &medicationCheck();
[[nodiscard]] const Check &omissionCheck();
[[nodiscard]] const Check &completenessCheck();
[[nodiscard]] const Check &attackCheck();
[[nodiscard]] const Check &characterCheck();
[[nodiscard]] const Check &conductCheck();
[[nodiscard]] const Check &textCheck();
[[nodiscard]] const Check &voiceCheck();
[[nodiscard]] const Check &priorAuthCheck();
[[nodiscard]] const Check &medicationListCheck();
[[nodiscard]] const Check &resultCheck();
[[nodiscard]] const Check &claimCheck();
[[nodiscard]] const Check &standingCheck();
[[nodiscard]] const Check &copyCheck();
[[nodiscard]] const Check &directiveCheck();
[[nodiscard]] const Check &disguiseCheck();
[[nodiscard]] const Check &dosingCheck();
[[nodiscard]] const Check &pageCheck();
[[nodiscard]] const Check &pathCheck();
[[nodiscard]] const Check &traceCheck();
[[nodiscard]] const Check &requestedCheck();
[[nodiscard]] const Check &kindCheck();
[[nodiscard]] const Check &changeCheck();
[[nodiscard]] const Check &countedCheck();
[[nodiscard]] const Check &unsaidCheck();

} // namespace countersign::checks
